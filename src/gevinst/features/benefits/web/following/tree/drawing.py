"""The benefit tree as a drawing, for the page and as a file."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET

from gevinst.engines.businesscase.readiness.drawing import tree_svg
from gevinst.engines.businesscase.readiness.tree import Tree
from gevinst.features.benefits.queries.following.tree import planted
from gevinst.features.benefits.web.following.frame import frame
from gevinst.features.benefits.web.following.tree.words import tree_words


def drawn(tree: Tree, *, narrow: bool) -> SafeString:
    """The tree as a drawing for a wide or a narrow screen."""
    prefix = "tree-narrow" if narrow else "tree-wide"
    return mark_safe(tree_svg(tree, tree_words(), narrow=narrow, prefix=prefix))  # noqa: S308 - escaped there


@require_GET
def download(request: HttpRequest, case_id: int) -> HttpResponse:
    """The drawing as a file."""
    actor, case, _facts = frame(request, case_id, "tree")
    answer = HttpResponse(
        drawn(planted(actor, case).tree, narrow=False), content_type="image/svg+xml"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{case.key}-gevinsttrae.svg"'
    return answer
