"""Addresses of a process: its page, its history, and the buttons on the page."""

from django.urls import path

from gevinst.features.catalogue.web.processes import acting, page, past

urlpatterns = [
    path("katalog/<int:pk>/", page.show, name="process"),
    path("katalog/<int:pk>/historik/", past.history, name="process-history"),
    path("katalog/<int:pk>/jura/<int:clause>/", acting.verify_clause, name="process-verify-clause"),
    path("katalog/<int:pk>/dele/", acting.put_part, name="process-part-add"),
    path("katalog/<int:pk>/dele/<int:part>/fjern/", acting.take_part, name="process-part-remove"),
]
