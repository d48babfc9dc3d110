"""What operations tells the other rooms, inside the transaction that it happens in.

`run_completed(run_id, process_id, on, untouched, exceptions, actor)` and
`exception_done(run_id, minutes, actor)`: plain ids and numbers, and the `Actor`.
"""

from __future__ import annotations

from django.dispatch import Signal

run_completed = Signal()
exception_done = Signal()
