"""What hangs on a process in the world of the tests, one of each, all of it marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gevinst.config.tests.exchange_world import exchanged_at
from gevinst.config.tests.import_world import imported_at
from gevinst.config.tests.people_world import people_at
from gevinst.config.tests.process_world import processes_at
from gevinst.config.tests.register_world import registers_at
from gevinst.config.tests.reuse_world import reused_at
from gevinst.config.tests.search_world import searched_at
from gevinst.config.tests.talk_world import talk_at

if TYPE_CHECKING:
    from gevinst.features.accounts.models import User
    from gevinst.features.catalogue.models import Process


def catalogue_at(process: Process, insider: User, text: str) -> dict[str, Any]:
    """Parameters of addresses by their names: what hangs on `process`, written by `insider`."""
    return {
        **exchanged_at(process, text),
        **imported_at(process, insider, text),
        **people_at(process, insider, text),
        **processes_at(process, insider, text),
        **registers_at(insider, text),
        **reused_at(process, insider, text),
        **searched_at(insider, text),
        **talk_at(process, insider, text),
    }
