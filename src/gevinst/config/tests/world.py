"""An authority with something of everything, all of it marked, and people there and elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from gevinst.config.tests.case_world import cases_at
from gevinst.config.tests.catalogue_world import catalogue_at
from gevinst.config.tests.rule_world import rules_at
from gevinst.features.accounts.models import Authority, User
from gevinst.features.accounts.tests.factories import (
    AuthorityFactory,
    TokenFactory,
    UnitFactory,
    UserFactory,
)
from gevinst.features.benefits.tests.factories import BenefitFactory, CostFactory, StepFactory
from gevinst.features.catalogue.tests.factories import ProcessFactory
from gevinst.features.operations.models import Decision, PaymentProposal, Response, Run
from gevinst.features.operations.tests.factories import RobotFactory, WorkItemFactory

MARK = "Hjemmemærke"
SENDER = "99000007"
PUBLISHED = "koebenhavn-iga"  # ships with the engine: nobody's own
LOCAL_ROLES = ("reader_of", "contributor_of", "clerk_of", "process_owner_of", "local_admin_of")


@dataclass(frozen=True)
class World:
    """`home` owns every object; `elsewhere` is another. Parameters are filled by route, or by name."""

    home: Authority
    elsewhere: Authority
    insider: User
    outsider: User
    tokens: dict[str, str]
    by_parameter: dict[str, Any]
    by_route: dict[str, dict[str, Any]]


def make_world(text: str = "") -> World:
    """One of everything at `home`; `text` stands in every text that a document or a person gave."""
    home, elsewhere = AuthorityFactory.create_batch(2)
    insider = UserFactory(**dict.fromkeys(LOCAL_ROLES, home))
    outsider = UserFactory(**dict.fromkeys(LOCAL_ROLES, elsewhere))
    clerk = UserFactory(name=f"{MARK} sagsbehandler", clerk_of=home)
    UnitFactory(authority=home, name=f"{MARK} enhed")
    token = TokenFactory(authority=home, name=f"{MARK} nøgle", created_by=insider)
    process = ProcessFactory(authority=home, title=f"{MARK} proces", summary=f"{MARK} {text}")
    robot = RobotFactory(process=process, name=f"{MARK} robot")
    run = Run.objects.create(robot=robot, on=timezone.localdate(), status="completed")
    item = WorkItemFactory(
        robot=robot,
        run=run,
        referred=True,
        title=f"{MARK} regning {text}",
        party=f"{MARK} {text}",
        reference=f"{MARK}/1/",
        keys={"told": {"sender": SENDER, "account": f"{MARK} konto"}},
    )
    decision = Decision.objects.create(
        item=item, run=run, verdict="refer", actor_name="Robot", text=f"{MARK} {text}"
    )
    answer = Response.objects.create(
        item=item,
        decision=decision,
        kind="peppol-bis-3",
        number=f"{MARK}-1",
        sha256="0" * 64,
        content=f"<a>{MARK}</a>".encode(),
    )
    benefit = BenefitFactory(
        authority=home,
        process=process,
        title=f"{MARK} gevinst",
        data_source=f"{MARK} {text}",
        owner=insider,
        owner_name=f"{MARK} ansvarlig",
    )
    StepFactory(
        benefit=benefit,
        target="idea",
        source="lapsed",
        on=date(2025, 1, 1),
        evidence=f"{MARK} {text}",
    )
    cost = CostFactory(authority=home, robot=robot, source=f"{MARK} regnskab")
    proposal = PaymentProposal.objects.create(robot=robot, actor_name="Gevinst")
    tokens = {
        f"{where}-{role}": TokenFactory(authority=place, role=role, created_by=insider).secret
        for where, place in (("home", home), ("elsewhere", elsewhere))
        for role in ("reader", "contributor", "clerk", "process_owner")
    }
    return World(
        home=home,
        elsewhere=elsewhere,
        insider=insider,
        outsider=outsider,
        tokens=tokens,
        by_parameter={
            "code": home.code,
            "robot_id": robot.pk,
            "benefit_id": benefit.pk,
            "item_id": item.pk,
            "run_id": run.pk,
            "process_id": process.pk,
            "proposal_id": proposal.pk,
            "response_id": answer.pk,
            "queue": item.queue,
            "sender": SENDER,
            "slug": PUBLISHED,
            **catalogue_at(process, insider, f"{MARK} {text}"),
            **cases_at(home, insider, f"{MARK} {text}"),
            **rules_at(home, item, insider, f"{MARK} ændring {text}"),
        },
        by_route={
            "person-close": {"pk": clerk.pk},
            "role-revoke": {"pk": clerk.memberships.get().pk},
            "token-revoke": {"pk": token.pk},
            "desk-act": {"event": "godkend"},
            "process-suggestions": {"kind": "systemer"},
            "proposal-file": {"kind": "csv"},
            "reconciliation-file": {"kind": "csv"},
            "month-report-file": {"month": "2026-11", "kind": "xlsx"},
            "rule-change-step": {"act": "formaal"},
            "business-case-step": {"act": "behold"},
            "case-estimate": {"assumption": "saved"},
            "published-file": {"kind": "case.json"},
            **{key: {"pk": benefit.pk} for key in ("benefit", "benefit-edit", "benefit-owner")},
            "benefit-move": {"pk": benefit.pk, "target": "expected"},
            "robot-cost-end": {"pk": cost.pk},
            **{key: {"pk": process.pk} for key in PROCESS_ROUTES},
            **ALLAUTH,
        },
    )


PROCESS_ROUTES = (
    "process",
    "process-edit",
    "process-history",
    "process-follow",
    "process-edit-draft",
    "process-verify-clause",
    "process-part-add",
    "process-part-remove",
    "baselines",
    "baseline-add",
)
SAML = ("acs", "finish_acs", "sls", "metadata", "login")
# Addresses of allauth that name nobody's object: a key from an e-mail, a provider.
ALLAUTH: dict[str, dict[str, Any]] = {
    "account_confirm_email": {"key": "x"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "x-y"},
    "mfa_remove_webauthn": {"pk": 1},
    "mfa_edit_webauthn": {"pk": 1},
    "api-nothing": {"rest": "x"},
    **{key: {"provider_id": "x"} for key in ("openid_connect_login", "openid_connect_callback")},
    **{f"saml_{page}": {"organization_slug": "x"} for page in SAML},
}
