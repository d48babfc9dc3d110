"""Addresses of the catalogue: each part brings its own. Fixed words stand before `<int:pk>`."""

from gevinst.features.catalogue.web.editing.urls import urlpatterns as editing
from gevinst.features.catalogue.web.exchange.urls import urlpatterns as exchange
from gevinst.features.catalogue.web.files.urls import urlpatterns as files
from gevinst.features.catalogue.web.helping.urls import urlpatterns as helping
from gevinst.features.catalogue.web.importing.urls import urlpatterns as importing
from gevinst.features.catalogue.web.notices.urls import urlpatterns as notices
from gevinst.features.catalogue.web.overview.urls import urlpatterns as overview
from gevinst.features.catalogue.web.people.urls import urlpatterns as people
from gevinst.features.catalogue.web.processes.urls import urlpatterns as processes
from gevinst.features.catalogue.web.recommending.urls import urlpatterns as recommending
from gevinst.features.catalogue.web.registers.urls import urlpatterns as registers
from gevinst.features.catalogue.web.reuse.urls import urlpatterns as reuse
from gevinst.features.catalogue.web.search.urls import urlpatterns as search
from gevinst.features.catalogue.web.talk.urls import urlpatterns as talk

urlpatterns = [
    *editing,
    *exchange,
    *importing,
    *search,
    *notices,
    *people,
    *overview,
    *registers,
    *helping,
    *recommending,
    *reuse,
    *files,
    *talk,
    *processes,
]
