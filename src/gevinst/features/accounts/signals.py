"""What happens to people, told inside the transaction that it happens in.

`person_left(user, authority_ids, actor)`: the person can no longer sign in, or lost the last role there.
"""

from __future__ import annotations

from django.dispatch import Signal

person_left = Signal()
