"""Addresses of help between authorities."""

from django.urls import path

from gevinst.features.catalogue.web.helping import board, posts

urlpatterns = [
    path("katalog/hjaelp/", board.show, name="help-posts"),
    path("katalog/hjaelp/ny/", posts.create, name="help-new"),
    path("katalog/hjaelp/<int:post_id>/", posts.show, name="help-post"),
    path("katalog/hjaelp/<int:post_id>/luk/", posts.close, name="help-close"),
]
