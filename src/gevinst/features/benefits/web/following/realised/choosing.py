"""The line and year that are written about, its terms, and what is known of it."""

from __future__ import annotations

from django.http import HttpRequest

from gevinst.engines.businesscase.calculus.deviations import PRODUCTS
from gevinst.engines.businesscase.calculus.result import Result
from gevinst.features.benefits.queries.following.amounts import measurable
from gevinst.features.benefits.queries.following.realised import FollowedCase
from gevinst.features.benefits.web.following.frame import Facts, as_int
from gevinst.features.benefits.web.following.realised.words import TERMS
from gevinst.shared.templatetags.gevinst import number


def chosen_line(request: HttpRequest, result: Result) -> Facts:
    """The line and year that the address or the form names; none where the case does not have them."""
    told = request.POST if request.method == "POST" else request.GET
    name, year = told.get("linje", ""), as_int(told.get("aar", ""))
    if name not in measurable(result) or year not in result.years:
        return {"line": None, "year": 0}
    return {"line": result.case.line(name), "year": year}


def terms_of(result: Result, name: str) -> list[str]:
    """The terms that a line is measured by; "" is DKK."""
    amount = result.case.line(name).amount
    return ["", *(term for term in PRODUCTS.get(amount.driver, ()) if term in amount.terms)]


def known_values(followed: FollowedCase, name: str, year: int) -> list[tuple[str, str]]:
    """What is written already of a line and year, in words."""
    held = followed.known.get((name, year), {})
    return [(str(TERMS[term]), number(one.value, 2)) for term, one in held.items()]
