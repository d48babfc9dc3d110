"""The indicators below the result: which there are, their words and their formulas."""

from __future__ import annotations

from django.utils.translation import gettext as _

from gevinst.features.benefits.reporting.workbook.rows import ResultRows

# Indicator -> how it is shown; in the order of the engine's.
SHOWN = {
    "total": "amount",
    "gain": "amount",
    "cost": "amount",
    "investment": "amount",
    "roi": "percent",
    "roi_investment": "percent",
    "ratio": "number",
    "break_even_year": "plain_year",
    "break_even_years": "number",
    "payback": "number",
    "npv": "amount",
}


def indicator_words() -> dict[str, str]:
    """Each indicator in words."""
    return {
        "total": _("Net over the years"),
        "gain": _("Gains over the years"),
        "cost": _("Costs over the years"),
        "investment": _("Investment and implementation"),
        "roi": _("ROI: net over all costs"),
        "roi_investment": _("ROI: net over the investment"),
        "ratio": _("Gains over costs"),
        "break_even_year": _("Earned back in"),
        "break_even_years": _("Years until it is earned back"),
        "payback": _("Payback in years, by the mean net of operation"),
        "npv": _("Present value"),
    }


def indicator_formulas(rows: ResultRows) -> dict[str, str]:
    """Each indicator over the rows of the sheet; "" where there is no such figure."""
    case = rows.layout.case
    start = case.operation_from - case.first
    lag = start if case.origin == "project_start" else 0
    offset = start if case.origin == "operation_start" else 0
    total, cost = f"SUM({rows.span('net')})", f"SUM({rows.span('cost')})"
    investment = f"SUM({rows.span('project')})"
    running = f"(SUM({rows.span('net', start)})+SUM({rows.span('project', start)}))"
    annual = f"{running}/{len(case.years) - start}"
    turned = f"SUM({rows.span('turn')})=0"
    years = "+".join(f"{rows.at('turn', t)}*{year}" for t, year in enumerate(case.years))
    return {
        "total": total,
        "gain": f"SUM({rows.span('gain')})",
        "cost": cost,
        "investment": investment,
        "roi": f'IF({cost}=0,"",{total}/{cost})',
        "roi_investment": f'IF({investment}=0,"",{total}/{investment})',
        "ratio": f'IF({cost}=0,"",({total}+{cost})/{cost})',
        "break_even_year": f'IF({turned},"",{years})',
        "break_even_years": f'IF({turned},"",SUM({rows.span("gone")})-{offset})',
        "payback": f'IF({annual}<=0,"",{investment}/({annual})+{lag})',
        "npv": f"SUM({rows.span('present')})",
    }
