"""Addresses of the accounts room, under `/konto/`, and of the texts about the site."""

from django.urls import URLPattern, path

from gevinst.features.accounts.web import about, authorities, people, profile, tokens, trail, units

urlpatterns: list[URLPattern] = [
    path("profil/", profile.show, name="profile"),
    path("profil/mail/", profile.desk_mail, name="profile-desk-mail"),
    path("sprog/", profile.language, name="language"),
    path("administration/", authorities.administration, name="local-admin"),
    path("myndigheder/", authorities.listing, name="authorities"),
    path("<slug:code>/brugere/", people.listing, name="people"),
    path("<slug:code>/brugere/ny/", people.add, name="person-add"),
    path("<slug:code>/brugere/<int:pk>/luk/", people.close, name="person-close"),
    path("<slug:code>/roller/<int:pk>/fjern/", people.revoke, name="role-revoke"),
    path("<slug:code>/enheder/", units.listing, name="units"),
    path("<slug:code>/noegler/", tokens.listing, name="tokens"),
    path("<slug:code>/noegler/ny/", tokens.add, name="token-add"),
    path("<slug:code>/noegler/<int:pk>/luk/", tokens.revoke, name="token-revoke"),
    path("<slug:code>/spor/", trail.show, name="audit"),
]

about_urlpatterns: list[URLPattern] = [
    path("tilgaengelighed/", about.accessibility, name="accessibility"),
    path("privatliv/", about.privacy, name="privacy"),
]
