"""Addresses of the forms of processes and their drafts."""

from django.urls import path

from gevinst.features.catalogue.web.editing import change, drafts, new, quick, suggesting

urlpatterns = [
    path("katalog/del/", quick.share, name="process-share"),
    path("katalog/ny/", new.create, name="process-create"),
    path("katalog/kladder/", drafts.show, name="process-drafts"),
    path("katalog/kladder/gem/", drafts.keep, name="process-draft-keep"),
    path("katalog/kladder/<int:draft>/slet/", drafts.discard, name="process-draft-discard"),
    path("katalog/forslag/<slug:kind>/", suggesting.suggestions, name="process-suggestions"),
    path("katalog/<int:pk>/ret/", change.edit, name="process-edit"),
    path("katalog/<int:pk>/ret/kladde/", drafts.keep, name="process-edit-draft"),
]
