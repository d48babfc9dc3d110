"""What is asked of imports of processes."""

from gevinst.features.catalogue.queries.importing.runs import (
    SOURCES,
    import_run,
    import_runs,
    origins,
)

__all__ = ["SOURCES", "import_run", "import_runs", "origins"]
