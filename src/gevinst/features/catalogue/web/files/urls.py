"""Addresses of files."""

from django.urls import path

from gevinst.features.catalogue.web.files import attaching, download, one, panel

urlpatterns = [
    path("katalog/filer/<int:attachment_id>/", download.download, name="attachment"),
    path("katalog/filer/<int:attachment_id>/ret/", one.change, name="attachment-change"),
    path("katalog/filer/<int:attachment_id>/fjern/", one.remove, name="attachment-remove"),
    path("katalog/<int:process_id>/filer/", attaching.attach, name="attachments"),
    path("katalog/<int:process_id>/filer/liste/", panel.listed, name="attachments-list"),
]
