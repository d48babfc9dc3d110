"""Addresses of the catalogue: each part brings its own. Fixed words stand before `<int:pk>`."""

from gevinst.features.catalogue.web.notices.urls import urlpatterns as notices
from gevinst.features.catalogue.web.people.urls import urlpatterns as people
from gevinst.features.catalogue.web.processes.urls import urlpatterns as processes
from gevinst.features.catalogue.web.registers.urls import urlpatterns as registers
from gevinst.features.catalogue.web.search.urls import urlpatterns as search

urlpatterns = [*search, *notices, *people, *registers, *processes]
