"""What happens in the catalogue, told inside the transaction that it happens in.

`process_saved(process, actor, created, changed)`: `changed` maps field names to (before, after), as stored;
`adopted(adoption, actor)`, `announced(announcement, actor)`, `commented(comment, actor)`,
`help_asked(post, actor)`, `help_answered(answer, actor)`, `reported(report, actor)`,
`moderated(report, actor)`, `handed_over(process, actor, before, after)`: users' ids, or None.
"""

from __future__ import annotations

from django.dispatch import Signal

process_saved = Signal()
adopted = Signal()
announced = Signal()
commented = Signal()
help_asked = Signal()
help_answered = Signal()
reported = Signal()
moderated = Signal()
handed_over = Signal()
