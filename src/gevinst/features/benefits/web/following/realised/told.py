"""What a case came to, as its page shows it."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from gevinst.features.benefits.models import BusinessCase
from gevinst.features.benefits.queries.following.realised import FollowedCase
from gevinst.features.benefits.web.following.frame import Facts
from gevinst.features.benefits.web.following.realised.figures import gains_chart, realised_figures
from gevinst.features.benefits.web.following.realised.rows import effect_row, why_row
from gevinst.features.benefits.web.following.realised.words import COST_NOTES


def realised_told(case: BusinessCase, followed: FollowedCase) -> Facts:
    """Figures, drawing and tables of a case that is followed."""
    found = followed.realised
    titles = {line.id: line.title for line in followed.result.case.lines}
    return {
        "years": found.years,
        "figures": realised_figures(followed),
        "chart": gains_chart(found),
        "by_year": list(
            zip(
                found.years,
                found.gain_expected,
                found.gain_measured,
                found.expected,
                found.forecast,
                strict=True,
            )
        ),
        "lines": [effect_row(followed, each) for each in found.effects],
        "why": [why_row(titles, one) for one in followed.why],
        "costs": found.costs if found.costs.rows else None,
        "cost_rows": [(titles[row.line], row) for row in found.costs.rows],
        "cost_notes": [
            COST_NOTES[note.code] for note in found.costs.notes if note.code in COST_NOTES
        ],
        "owners": [(name or _("No owner"), one) for name, one in found.owners.items()],
        "gains": [(one.id, one.title) for one in followed.result.case.lines if one.is_benefit],
        "tied": case.process_id is not None,
        "past": [year for year in found.years if year < timezone.localdate().year],
    }
