"""A process with every field filled and something of everything hanging on it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.base import ContentFile
from django.test import Client

from gevinst.features.accounts.tests.factories import (
    AuthorityFactory,
    TokenFactory,
    UnitFactory,
    UserFactory,
)
from gevinst.features.catalogue.models import (
    Adoption,
    Attachment,
    BlockUse,
    CoEditor,
    Comment,
    ItSystem,
    LegalClause,
    Part,
    Process,
    Standing,
    Technology,
)
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.shared.actor import Role

SECRET = "Kun for vores egne"
PERSON = "610101-2222"  # a replacement number: day 61, nobody's
SYSTEM, TECHNOLOGY = "Fagsystemet", "Robotten"


def caller(role: Role = Role.READER, authority: Any = None) -> Client:
    """A client with a token of that role."""
    token = TokenFactory(role=role, authority=authority or AuthorityFactory())
    return Client(headers={"authorization": f"Bearer {token.secret}"})


def full_process(**facts: Any) -> Process:
    """Public unless `facts` say otherwise; whatever is internal says `SECRET`."""
    home = facts.pop("authority", None) or AuthorityFactory()
    contact = UserFactory(name="Kontakt (demo)", reader_of=home)
    owner = UserFactory(name="Ejer (demo)", process_owner_of=home)
    system = ItSystem.objects.get_or_create(label=SYSTEM, vendor="Leverandøren")[0]
    technology = Technology.objects.get_or_create(label=TECHNOLOGY)[0]
    stated: dict[str, Any] = {
        "visibility": "public",
        "phase": "operation",
        "status": "in_progress",
        "domains": ["economy", "technical"],
        "kle": ["32.45.04"],
        "form": ["32.45"],
        "systems_today": [system.pk],
        "systems_used": [system.pk],
        "technologies": [technology.pk],
        "units": [UnitFactory(authority=home).pk],
        "vendor": "Leverandøren",
        "owner": owner,
        "contact": contact,
        "contact_email": "digitalisering@kommune.example",
        "occurrences": 1200,
        "minutes": Decimal("7.50"),
        "automatable": Decimal("0.8"),
        "level_routine": "very_high",
        "rating": 3,
        "run_period": "daily",
        "in_operation_since": date(2026, 1, 5),
        "links": [{"title": "Vejledning", "url": "https://kommune.example/robot"}],
        "internal_notes": SECRET,
        "case_reference": SECRET,
        "status_note": SECRET,
        "other_contact_email": "hemmelig@kommune.example",
    }
    made = ProcessFactory(authority=home, **(stated | facts))
    _hang(made, owner)
    return made


def _hang(made: Process, owner: Any) -> None:
    LegalClause.objects.create(process=made, text="Lovens § 1", verified_on=date(2026, 3, 1))
    BlockUse.objects.create(process=made, key="invoice_control", version="2.0")
    CoEditor.objects.create(process=made, user=UserFactory(name="Medforfatter (demo)"))
    Comment.objects.create(process=made, text="Godt", author_name="Kollega (demo)")
    Comment.objects.create(process=made, text=SECRET, author_name="Kollega (demo)", internal=True)
    Standing.objects.update_or_create(
        process=made,
        defaults={"hours_expected": Decimal(120), "hours_measured": Decimal(90), "readiness": "B"},
    )
    for internal in (False, True):
        filed(made, SECRET if internal else "vejledning", internal=internal)


def filed(process: Process, name: str, *, internal: bool = False) -> Attachment:
    """A file of the process."""
    held = Attachment(
        process=process,
        filename=f"{name}.txt",
        media_type="text/plain",
        size=4,
        sha256="0" * 64,
        internal=internal,
    )
    held.file.save("x.txt", ContentFile(b"tekst"[:4]))
    return held


def adopted(source: Process, **facts: Any) -> Process:
    """Another authority's process that reuses `source`."""
    taken = ProcessFactory(**({"visibility": "public"} | facts))
    Adoption.objects.create(process=taken, source=source, hours_spent=10, hours_alone=80)
    return taken


def umbrella(part: Process) -> Process:
    """A public umbrella over `part`."""
    above = ProcessFactory(visibility="public", kind="umbrella")
    Part.objects.create(umbrella=above, process=part)
    return above
