"""What operations tells the other rooms, inside the transaction that it happens in.

`run_completed(run_id, process_id, on, untouched, exceptions, actor)` and
`exception_done(run_id, minutes, actor, done)`: plain ids and numbers, and the `Actor`. `done` is 1 where an
exception was closed, 0 where minutes were spent and the item comes back (put on hold, referred again), and
-1 where a decision that had closed it was undone.
"""

from __future__ import annotations

from django.dispatch import Signal

run_completed = Signal()
exception_done = Signal()
