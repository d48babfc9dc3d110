"""What operations tells the other rooms, inside the transaction that it happens in.

`run_completed(run_id, process_id, on, untouched, exceptions, actor)` and
`exception_done(run_id, minutes, actor, done)`: plain ids and numbers, and the `Actor`. `done` is False where
the minutes were spent and the item comes back to a clerk: put on hold, referred again, undone.
"""

from __future__ import annotations

from django.dispatch import Signal

run_completed = Signal()
exception_done = Signal()
