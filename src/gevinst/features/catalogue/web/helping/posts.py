"""A post with its answers, the form of a new one, and its end."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from gevinst.features.accounts import queries as accounts
from gevinst.features.catalogue import queries
from gevinst.features.catalogue.actions import helping as actions
from gevinst.features.catalogue.models import HelpPost, Process
from gevinst.features.catalogue.queries.helping import may_close
from gevinst.features.catalogue.queries.helping import post as one
from gevinst.features.catalogue.web.helping.forms import AnswerForm, PostForm
from gevinst.features.catalogue.web.reuse.ids import stated_id
from gevinst.features.catalogue.web.reuse.trying import posted, tried
from gevinst.shared.actor import Actor, Right
from gevinst.shared.errors import DomainError


@require_http_methods(["GET", "HEAD", "POST"])
def create(request: HttpRequest) -> HttpResponse:
    """The form of a new post; `proces` in the address is the process that it is about."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    places = _places(actor)
    if not places:
        raise DomainError("not-allowed", _("You need to be a contributor to ask for help."))
    process = _about(actor, request.GET.get("proces", ""))
    kind = request.GET.get("slags", HelpPost.Kind.ASK)
    form = PostForm(posted(request), places=places, initial={"kind": kind})
    if request.method == "POST" and form.is_valid():
        facts: dict[str, Any] = dict(form.cleaned_data)
        facts["authority_id"] = int(facts.pop("authority"))
        facts["process_id"] = process.pk if process else None
        if made := tried(form, lambda: actions.post(by=actor, **facts)):
            messages.success(request, _("Your post is up. You are told when somebody answers."))
            return redirect("help-post", made.pk)
    facts = {"form": form, "process": process}
    return render(request, "catalogue/helping/new.html", facts, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def show(request: HttpRequest, post_id: int) -> HttpResponse:
    """The post, its answers, and the form of another answer while it is open."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    asked, places = one(actor, post_id), _places(actor)
    form = AnswerForm(posted(request), places=places)
    if request.method == "POST" and form.is_valid():
        facts: dict[str, Any] = dict(form.cleaned_data)
        facts["authority_id"] = int(facts.pop("authority"))
        if tried(form, lambda: actions.answer(post_id=post_id, by=actor, **facts)):
            messages.success(request, _("Your answer is given."))
            return redirect("help-post", post_id)
    facts = {
        "post": asked,
        "answers": asked.answers.select_related("authority", "author"),
        "process": asked.process,
        "form": form if places and asked.closed_at is None else None,
        "may_close": asked.closed_at is None and may_close(actor, asked),
    }
    status = 422 if form.errors else 200
    return render(request, "catalogue/helping/post.html", facts, status=status)


@require_POST
def close(request: HttpRequest, post_id: int) -> HttpResponse:
    """Ends the post; it can still be read."""
    actions.close(post_id=post_id, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("The post is closed."))
    return redirect("help-post", post_id)


def _places(actor: Actor) -> list[tuple[int, str]]:
    mine = actor.authorities(Right.CONTRIBUTE)
    return list(accounts.authorities().filter(pk__in=mine).values_list("pk", "name"))


def _about(actor: Actor, given: str) -> Process | None:
    """The process in the address. Raises `DomainError("not-found")` for one that may not be read."""
    wanted = stated_id(given)
    return None if wanted is None else queries.process(actor, wanted)
