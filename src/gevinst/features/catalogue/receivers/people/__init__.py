"""Events of the catalogue turned into notices."""

from gevinst.features.accounts import signals as accounts
from gevinst.features.catalogue import signals
from gevinst.features.catalogue.receivers.people import leaving, reuse, saved, talk

HEARD = (
    (signals.process_saved, saved.heard),
    (signals.adopted, reuse.adopted),
    (signals.announced, reuse.announced),
    (signals.commented, talk.commented),
    (signals.help_asked, talk.help_asked),
    (signals.help_answered, talk.help_answered),
    (signals.reported, talk.reported),
    (signals.moderated, talk.moderated),
    (accounts.person_left, leaving.left),
)


def connect() -> None:
    """Called once, when the app is ready; a second time changes nothing."""
    for signal, receiver in HEARD:
        signal.connect(receiver, dispatch_uid=f"catalogue.people.{receiver.__name__}")
