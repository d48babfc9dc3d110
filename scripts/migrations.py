"""Fails when a model has changed and its migration has not been written. Asks no database."""

from __future__ import annotations

import os
import sys
import tempfile


def main() -> int:
    """0 when every change of a model has its migration, 1 otherwise."""
    os.environ["DATABASE_URL"] = "postgresql://nowhere.invalid/none"
    os.environ["GEVINST_HOME"] = tempfile.mkdtemp(prefix="gevinst-check-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "gevinst.config.settings"
    import django
    from django.utils.translation import deactivate_all

    django.setup()
    deactivate_all()  # names in another language are not changes
    missing = missing_migrations()
    for app, changes in missing.items():
        for change in changes:
            print(f"{app}: {change} has no migration (gevinst manage makemigrations)")
    return 1 if missing else 0


def missing_migrations() -> dict[str, list[str]]:
    """What the migrations would have to say, by app."""
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.loader import MigrationLoader
    from django.db.migrations.state import ProjectState

    loader = MigrationLoader(None, ignore_no_migrations=True)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps))
    changes = detector.changes(graph=loader.graph)
    return {
        app: [step.describe() for migration in migrations for step in migration.operations]
        for app, migrations in changes.items()
    }


if __name__ == "__main__":
    sys.exit(main())
