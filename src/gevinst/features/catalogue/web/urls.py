"""Addresses of the catalogue: each part brings its own. Fixed words stand before `<int:pk>`."""

from gevinst.features.catalogue.web.processes.urls import urlpatterns as processes
from gevinst.features.catalogue.web.search.urls import urlpatterns as search

urlpatterns = [*search, *processes]
