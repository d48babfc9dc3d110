"""Addresses of conversation and moderation."""

from django.urls import path

from gevinst.features.catalogue.web.talk import comments, conversation, moderation, reporting

urlpatterns = [
    path("katalog/moderering/", moderation.listing, name="moderation"),
    path("katalog/moderering/<int:report_id>/", moderation.one, name="moderation-report"),
    path("katalog/kommentarer/<int:comment_id>/ret/", comments.edit, name="comment-edit"),
    path("katalog/kommentarer/<int:comment_id>/slet/", comments.delete, name="comment-delete"),
    path("katalog/kommentarer/<int:comment_id>/anmeld/", reporting.comment, name="comment-report"),
    path("katalog/<int:process_id>/anmeld/", reporting.process, name="process-report"),
    path("katalog/<int:process_id>/samtale/", conversation.show, name="conversation"),
]
