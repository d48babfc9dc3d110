"""The rule editor: one rule of a change, its fields saved as they are typed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from gevinst.engines.control import RuleFault
from gevinst.engines.control.editing import (
    NoSuchRule,
    add_version,
    next_version,
    read_entry,
    replace_rule,
    rule_entry,
    rule_versions,
)
from gevinst.engines.control.spelling import spelled
from gevinst.features.control import actions, permissions, queries
from gevinst.features.control.models import RuleChange
from gevinst.features.control.queries.changes import OPEN
from gevinst.features.control.rule_files import told_fault
from gevinst.features.control.web.boxes import Boxes
from gevinst.features.control.web.change_forms import Begin, Start
from gevinst.features.control.web.preview import preview, readable
from gevinst.features.control.web.rule_form import moved, posted
from gevinst.features.control.web.scope import reader
from gevinst.shared.actor import Actor
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, change_id: int, rule_id: str) -> HttpResponse:
    """The rule in the change: begun first, with a version of its own, then written."""
    actor = reader(request)
    found = queries.change(actor, change_id)
    permissions.check_change(actor, found.authority_id)
    if found.state not in OPEN:
        raise DomainError("wrong-state", _("The change is closed: it can no longer be written in."))
    version = _own_version(found, rule_id, request.GET.get("version", ""))
    if not version:
        return _begin(request, actor, found, rule_id)
    return _write(request, actor, found, rule_id, version)


def _own_version(found: RuleChange, rule_id: str, wanted: str) -> str:
    """The version that the change brings: the one asked for, else its latest; "" where it has none."""
    versions = rule_versions(found.files, rule_id)
    if not versions:
        raise DomainError("not-found", _("There is no such rule."), rule=rule_id)
    own = [
        each for each in versions if each not in rule_versions(queries.base_files(found), rule_id)
    ]
    return wanted if wanted in own else own[-1] if own else ""


def _begin(request: HttpRequest, actor: Actor, found: RuleChange, rule_id: str) -> HttpResponse:
    form = Begin(request.POST if request.method == "POST" else None)
    versions = rule_versions(found.files, rule_id)
    last = rule_entry(found.files, rule_id, versions[-1])
    if request.method == "POST" and form.is_valid():
        files = _begun(found.files, last, next_version(versions), form.cleaned_data)
        actions.edit_change(change=found, files=files, by=actor)
        return _to(found, rule_id, next_version(versions))
    facts = {"change": found, "form": form, "entry": last, "next": next_version(versions)}
    return render(request, "control/begin.html", facts, status=422 if form.is_bound else 200)


def _begun(
    files: Mapping[str, str], last: dict[str, Any], version: str, chosen: Mapping[str, Any]
) -> dict[str, str]:
    """The files with a new version, behind the last one or in its place."""
    made = {**last, "version": version}
    if chosen["how"] == Start.REPLACE:
        return replace_rule(files, last["id"], last["version"], made)
    begins: date = chosen["begins"]
    ended = posted({"valid_to": str(begins - timedelta(days=1))}, last)
    made = {key: each for key, each in made.items() if key != "valid_to"}
    files = replace_rule(files, last["id"], last["version"], ended)
    return add_version(files, last["id"], last["version"], {**made, "valid_from": str(begins)})


def _write(
    request: HttpRequest, actor: Actor, found: RuleChange, rule_id: str, version: str
) -> HttpResponse:
    if request.method != "POST":
        return render(request, "control/editor.html", _shown(found, rule_id, version))
    act = request.POST.get("act", "save")
    errors: dict[str, str] = {}
    try:
        entry = _entry(request, found, rule_id, version, act)
        version = _saved(actor, found, (rule_id, version), entry, errors)
    except RuleFault as fault:
        errors["yaml"] = f"{fault.line}:{fault.column}: {told_fault(fault)}"
    facts = _shown(queries.change(actor, found.pk), rule_id, version, errors)
    if errors:
        facts["typed"] = request.POST.get("yaml", "") if "yaml" in errors else ""
    if request.headers.get("HX-Request") and act == "save":
        return render(request, "control/editor/preview.html", {**facts, "saved": True})
    if errors:
        return render(request, "control/editor.html", facts, status=422)
    return _to(found, rule_id, version, act)


def _entry(
    request: HttpRequest, found: RuleChange, rule_id: str, version: str, act: str
) -> dict[str, Any]:
    before = rule_entry(found.files, rule_id, version)
    if act == "yaml":
        text = request.POST.get("yaml", "").replace("\r\n", "\n").replace("\x00", "")
        return {**read_entry(text), "id": rule_id}
    return moved(posted(request.POST.dict(), before), act)


def _saved(
    actor: Actor,
    found: RuleChange,
    rule: tuple[str, str],
    entry: dict[str, Any],
    errors: dict[str, str],
) -> str:
    """Keeps the entry; gives its version. A version number that is taken stays as it was, with an error."""
    rule_id, version = rule
    taken = {
        *rule_versions(found.files, rule_id),
        *rule_versions(queries.base_files(found), rule_id),
    }
    wanted = str(entry.get("version") or "")
    if not wanted or (wanted != version and wanted in taken):
        errors["version"] = _("A version of its own: this one is taken, or nothing.")
        entry = {**entry, "version": version}
    files = replace_rule(found.files, rule_id, version, entry)
    files = _followed(found.files, files, rule_id, (version, str(entry["version"])))
    if files != found.files:
        actions.edit_change(change=found, files=files, by=actor)
    return str(entry["version"])


def _followed(
    before: Mapping[str, str], files: dict[str, str], rule_id: str, versions: tuple[str, str]
) -> dict[str, str]:
    """A version that ended the day before this one begins still does, when this one's first day moves."""
    old, new = versions
    moved_from = _date(rule_entry(before, rule_id, old).get("valid_from"))
    moved_to = _date(rule_entry(files, rule_id, new).get("valid_from"))
    if moved_from is None or moved_to is None or moved_from == moved_to:
        return files
    for version in rule_versions(files, rule_id):
        entry = rule_entry(files, rule_id, version)
        if version != new and _date(entry.get("valid_to")) == moved_from - timedelta(days=1):
            ended = {**entry, "valid_to": str(moved_to - timedelta(days=1))}
            return replace_rule(files, rule_id, version, ended)
    return files


def _date(text: Any) -> date | None:
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        return None


def _shown(
    found: RuleChange, rule_id: str, version: str, errors: dict[str, str] | None = None
) -> dict[str, Any]:
    """What the editor shows of the rule as it is kept."""
    manifest = queries.installed(found.block_key).manifest
    try:
        entry = rule_entry(found.files, rule_id, version)
    except NoSuchRule as fault:
        raise DomainError("not-found", _("There is no such rule."), rule=rule_id) from fault
    seen = preview(found, manifest, rule_id, version)
    boxes = Boxes(entry, seen, manifest, errors or {})
    return {
        "change": found,
        "manifest": manifest,
        "rule_id": rule_id,
        "version": version,
        "entry": entry,
        "preview": seen,
        "head": boxes.head(),
        "cases": boxes.cases(),
        "unknown": boxes.unknown(),
        "examples": boxes.examples(),
        "readable": readable(found, manifest, str(entry.get("subject", ""))),
        "yaml": spelled(entry, 0),
        "errors": errors or {},
    }


def _to(found: RuleChange, rule_id: str, version: str, act: str = "") -> HttpResponse:
    """Back to the editor, at what was moved."""
    address = reverse("rule-edit", args=[found.pk, rule_id])
    anchor = (
        "#examples" if act.startswith("example-") else "#cases" if act.startswith("case-") else ""
    )
    return HttpResponseRedirect(f"{address}?{urlencode({'version': version})}{anchor}")
