"""One rule: all that can be said of it, and its SQL for an auditor."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gevinst.engines.blockkit.parameters import typed
from gevinst.engines.control import Rule
from gevinst.engines.control.audit import DIALECTS, DialectFault, audit_sql
from gevinst.features.control import permissions, queries
from gevinst.features.control.web.books import subject_words
from gevinst.features.control.web.scope import open_book

DIALECT_NAMES = {"duckdb": "DuckDB", "postgres": "PostgreSQL", "spark": "Spark"}


@require_GET
def rule(request: HttpRequest, code: str, block_key: str, rule_id: str) -> HttpResponse:
    """The rule in words, its examples as they come out now, its history and its SQL."""
    opened = open_book(request, code, block_key)
    found = opened.rule(rule_id, request.GET.get("version", ""))
    sql, lacks = _sql(opened, found, "duckdb")
    actor = request.actor  # type: ignore[attr-defined]
    facts: dict[str, Any] = {
        "opened": opened,
        "manifest": opened.block.manifest,
        "rule": opened.explained(found),
        "subject": subject_words(found.subject),
        "versions": opened.book.versions(rule_id),
        "in_force": found.in_force(opened.on),
        "history": queries.rule_history(opened.authority.pk, block_key, rule_id),
        "slot": (opened.authority.pk, block_key, rule_id),
        "sql": sql or lacks,
        "dialects": DIALECT_NAMES,
        "may_change": permissions.may_change(actor, opened.authority.pk),
    }
    return render(request, "control/rule.html", facts)


@require_GET
def sql(
    request: HttpRequest, code: str, block_key: str, rule_id: str, dialect: str
) -> HttpResponse:
    """The rule as one SELECT that runs on the tables alone."""
    opened = open_book(request, code, block_key)
    found = opened.rule(rule_id, request.GET.get("version", ""))
    if dialect not in DIALECTS:
        raise Http404
    text, lacks = _sql(opened, found, dialect)
    response = HttpResponse(text or lacks, content_type="application/sql; charset=utf-8")
    name = f"{found.id}-v{found.version}-{dialect}.sql".replace('"', "")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _sql(opened: queries.Opened, found: Rule, dialect: str) -> tuple[str, str]:
    """The SQL with the building block's own parameters; else what the dialect lacks, as a comment."""
    try:
        return audit_sql(opened.book, found, typed(opened.block.manifest, {}), dialect), ""
    except DialectFault as fault:
        return "", f"-- {fault}\n"
