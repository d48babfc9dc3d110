"""What other rooms may do with the catalogue; each subject has a module of its own here."""

from gevinst.features.catalogue.actions.processes import create, delete, register, update

__all__ = ["create", "delete", "register", "update"]
