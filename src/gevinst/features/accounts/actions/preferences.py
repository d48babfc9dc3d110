"""What a person chooses for himself or herself: how often e-mail comes, and the language."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from gevinst.features.accounts.models import User
from gevinst.shared.actor import Actor
from gevinst.shared.audit import audited
from gevinst.shared.errors import DomainError


def choose_desk_mail(*, how_often: str, by: Actor) -> User:
    """The actor's own choice of `User.DeskMail`. Raises `DomainError`: "not-allowed", "invalid"."""
    if by.user_id is None:
        raise DomainError("not-allowed", _("Only a person has an e-mail address."))
    if how_often not in User.DeskMail.values:
        raise DomainError("invalid", _("Choose how often."), field="desk_mail")
    user = User.objects.get(pk=by.user_id)
    with audited("accounts.choose_desk_mail", by=by, target=user):
        user.desk_mail = how_often
        user.save(update_fields=["desk_mail"])
    return user


def choose_language(*, language: str, by: Actor) -> None:
    """E-mails come in the language from now on; nothing for a stranger or a language that is not ours."""
    if by.user_id is None or language not in dict(settings.LANGUAGES):
        return
    changed = User.objects.filter(pk=by.user_id).exclude(language=language)
    changed.update(language=language)
