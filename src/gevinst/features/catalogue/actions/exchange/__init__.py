"""What other systems may do with processes."""

from gevinst.features.catalogue.actions.exchange.changing import change
from gevinst.features.catalogue.actions.exchange.posting import create_once
from gevinst.features.catalogue.actions.exchange.pushing import push, pushed

__all__ = ["change", "create_once", "push", "pushed"]
