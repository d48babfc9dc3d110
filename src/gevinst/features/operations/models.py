"""Robots, their runs, the documents they received, the work items, and every decision with its findings."""

from __future__ import annotations

from typing import ClassVar

import pghistory
import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from gevinst.features.operations.response_models import Response, ResponseEnd
from gevinst.features.operations.states import OPEN, State
from gevinst.features.operations.supplier_models import AccountConfirmation, SupplierLimit

# A room's models are found here.
__all__ = [
    "AccountConfirmation",
    "Decision",
    "Document",
    "Finding",
    "PaymentLine",
    "PaymentProposal",
    "Queue",
    "Response",
    "ResponseEnd",
    "Robot",
    "Run",
    "SupplierLimit",
    "Tool",
    "WorkItem",
]
APPEND_ONLY = pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)


class Tool(models.TextChoices):
    """What a robot is made with."""

    GEVINST = "gevinst", "Gevinst"
    UIPATH = "uipath", "UiPath"
    POWER_AUTOMATE = "power_automate", "Power Automate"
    MANATEE = "manatee", "Manatee"
    PYTHON = "python", "Python"
    OTHER = "other", _("Other")


@pghistory.track()
class Robot(models.Model):
    """One installed automation of one authority. `registers` is the folder its registers are read from."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="robots")
    process = models.ForeignKey("catalogue.Process", models.PROTECT, related_name="robots")
    key = models.SlugField(max_length=80)
    name = models.CharField(_("name"), max_length=120)
    tool = models.CharField(_("tool"), max_length=20, choices=Tool, default=Tool.GEVINST)
    block_key = models.CharField(_("building block"), max_length=80, blank=True)
    parameters = models.JSONField(_("parameters"), default=dict, blank=True)
    registers = models.CharField(max_length=500, blank=True)
    active = models.BooleanField(_("active"), default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("robot")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["authority", "key"], name="robot_key_once")]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Queue(models.Model):
    """A clerks' queue of a robot, and the organisation unit whose clerks work it."""

    PERSONAL: ClassVar[tuple[str, ...]] = ()

    robot = models.ForeignKey(Robot, models.CASCADE, related_name="queues")
    key = models.SlugField(max_length=80)
    name_da = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    unit = models.ForeignKey(
        "accounts.Unit", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("queue")
        ordering = ["robot", "key"]
        constraints = [models.UniqueConstraint(fields=["robot", "key"], name="queue_once")]

    def __str__(self) -> str:
        return self.key


@pghistory.track()
class Run(models.Model):
    """One time the robot worked: from when to when, on which day's rules, and what came of it.

    `received` items were taken in; each became approved, referred, waiting or refused. `untouched` are
    the approved ones that no clerk ever had; `received_amount` is DKK, other currencies left out.
    """

    class Status(models.TextChoices):
        RUNNING = "running", _("Running")
        COMPLETED = "completed", _("Completed")
        FAILED = "failed", _("Failed")

    PERSONAL: ClassVar[tuple[str, ...]] = ("actor_name",)

    robot = models.ForeignKey(Robot, models.PROTECT, related_name="runs")
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.RUNNING)
    on = models.DateField(_("date"))
    started_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True)
    block_version = models.CharField(max_length=40, blank=True)
    extracts = models.JSONField(default=dict)
    received = models.PositiveIntegerField(default=0)
    approved = models.PositiveIntegerField(default=0)
    referred = models.PositiveIntegerField(default=0)
    waiting = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    untouched = models.PositiveIntegerField(default=0)
    received_amount = models.DecimalField(max_digits=18, decimal_places=2, default=0)
    actor_name = models.CharField(max_length=200, blank=True)
    message = models.TextField(blank=True)

    class Meta:
        verbose_name = _("run")
        ordering = ["-started_at"]
        indexes = [models.Index(fields=["robot", "-started_at"])]

    def __str__(self) -> str:
        return f"{self.robot} {self.started_at:%Y-%m-%d %H:%M}"

    @property
    def seconds(self) -> float | None:
        """How long it took; None while it runs."""
        return (self.ended_at - self.started_at).total_seconds() if self.ended_at else None


class Document(models.Model):
    """The bytes as received, once per content."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("content",)

    sha256 = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    name = models.CharField(max_length=255)
    received_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("document")

    def __str__(self) -> str:
        return self.sha256


@pghistory.track(exclude=["search", "search_vector", "keys", "key_values", "sender"])
class WorkItem(models.Model):
    """One unit of work. At most one clerk holds it (`taken_by`); `wait_until` is when to look again.

    `search` is the folded text that the desk searches; `key_values` are the values of `keys`, by which
    earlier items about the same thing are found. `sender` is the supplier's id as the block told it.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = (
        "title",
        "party",
        "sender",
        "search",
        "search_vector",
        "taken_by",
    )

    robot = models.ForeignKey(Robot, models.PROTECT, related_name="items")
    authority = models.ForeignKey("accounts.Authority", models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, related_name="items")
    reference = models.CharField(_("reference"), max_length=160)
    title = models.CharField(_("title"), max_length=200)
    party = models.CharField(_("supplier"), max_length=200, blank=True)
    amount = models.DecimalField(_("amount"), max_digits=16, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    dated = models.DateField(_("date"), null=True)
    due = models.DateField(_("due"), null=True)
    keys = models.JSONField(default=dict)
    key_values = ArrayField(models.CharField(max_length=200), editable=False, default=list)
    search = models.TextField(editable=False, default="")
    search_vector = models.GeneratedField(
        expression=SearchVector("search", config="simple"),
        output_field=SearchVectorField(),
        db_persist=True,
    )
    sender = models.GeneratedField(
        expression=KeyTextTransform("sender", KeyTextTransform("told", "keys")),
        output_field=models.CharField(max_length=40),
        db_persist=True,
    )

    state = models.CharField(_("state"), max_length=12, choices=State, default=State.RECEIVED)
    queue = models.CharField(_("queue"), max_length=80, blank=True)
    reason = models.CharField(_("reason"), max_length=80, blank=True)
    received_at = models.DateTimeField(default=timezone.now)
    run = models.ForeignKey(Run, models.PROTECT, null=True, related_name="items")
    wait_until = models.DateField(null=True)
    claimed_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    taken_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("work item")
        ordering = ["received_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["robot", "reference"], name="reference_once"),
            models.UniqueConstraint(fields=["robot", "document"], name="document_once"),
            models.CheckConstraint(
                condition=Q(taken_by=None, taken_at=None)
                | Q(taken_by__isnull=False, taken_at__isnull=False),
                name="taken_has_time",
            ),
        ]
        indexes = [
            models.Index(fields=["robot", "state", "received_at", "id"], name="item_by_state"),
            # The desk: only what is open is ever listed by queue, and that part stays small.
            models.Index(
                fields=["robot", "queue", "state", "received_at", "id"],
                name="item_on_desk",
                condition=Q(state__in=OPEN),
            ),
            models.Index(
                fields=["robot", "party"], name="item_by_party", condition=Q(state__in=OPEN)
            ),
            # A supplier's figures are read from the index alone.
            models.Index(
                fields=["authority", "sender", "received_at"],
                include=["robot", "currency", "amount", "state", "reason"],
                name="item_by_sender",
                condition=Q(sender__isnull=False),
            ),
            models.Index(fields=["robot", "received_at"], name="item_by_day"),
            GinIndex(fields=["search_vector"], name="item_search"),
            GinIndex(fields=["key_values"], name="item_keys"),
        ]

    def __str__(self) -> str:
        return self.reference


class Decision(models.Model):
    """What was decided of an item, by the robot (`run`) or by a clerk (`actor`). Never changed.

    `extracts` are the registers' extracts where the robot decided for a clerk, outside any run.
    """

    class Verdict(models.TextChoices):
        APPROVE = "approve", _("Approved")
        REFER = "refer", _("Referred")
        WAIT = "wait", _("Waits")
        REFUSE = "refuse", _("Unreadable")
        RETURN = "return", _("Returned")
        HOLD = "hold", _("On hold")
        RESUME = "resume", _("Taken up again")
        UNDO = "undo", _("Undone")

    PERSONAL: ClassVar[tuple[str, ...]] = ("actor", "actor_name", "text")

    item = models.ForeignKey(WorkItem, models.PROTECT, related_name="decisions")
    run = models.ForeignKey(Run, models.PROTECT, null=True, related_name="decisions")
    verdict = models.CharField(max_length=12, choices=Verdict)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=200)
    at = models.DateTimeField(default=timezone.now, db_index=True)
    queue = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=80, blank=True)
    text = models.TextField(blank=True)
    until = models.DateField(null=True)
    block_version = models.CharField(max_length=40, blank=True)
    extracts = models.JSONField(default=dict)
    minutes = models.DecimalField(max_digits=8, decimal_places=2, null=True)

    class Meta:
        verbose_name = _("decision")
        ordering = ["at", "id"]
        indexes = [
            models.Index(fields=["at"], name="decision_of_clerk", condition=Q(actor__isnull=False))
        ]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.item} {self.verdict}"


class Finding(models.Model):
    """One rule's outcome for one line, with the register rows it rests on. Never changed.

    A `shadow` one is of a rule on trial, which decides nothing.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("message_da", "message_en", "evidence")

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="findings")
    rule = models.CharField(max_length=80)
    version = models.CharField(max_length=20)
    line = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=10)
    severity = models.CharField(max_length=10)
    shadow = models.BooleanField(default=False)
    queue = models.CharField(max_length=80, blank=True)
    message_da = models.TextField()
    message_en = models.TextField()
    evidence = models.JSONField(default=list)
    paths = models.JSONField(default=list)

    class Meta:
        verbose_name = _("finding")
        ordering = ["id"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.rule} {self.outcome}"


class PaymentProposal(models.Model):
    """A batch of approved items, handed on together. Never changed."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("actor_name",)

    robot = models.ForeignKey(Robot, models.PROTECT, related_name="proposals")
    created_at = models.DateTimeField(default=timezone.now)
    actor_name = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("payment proposal")
        ordering = ["-created_at"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.robot} {self.created_at:%Y-%m-%d %H:%M}"


class PaymentLine(models.Model):
    """One payment. The item is unique: nothing goes into two proposals."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("payee", "payee_id", "account", "text")

    proposal = models.ForeignKey(PaymentProposal, models.PROTECT, related_name="lines")
    item = models.OneToOneField(WorkItem, models.PROTECT, related_name="payment")
    payee = models.CharField(max_length=200)
    payee_id = models.CharField(max_length=40)
    account = models.CharField(max_length=120)
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    currency = models.CharField(max_length=3)
    due = models.DateField(null=True)
    text = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("payment")
        ordering = ["id"]
        triggers = [APPEND_ONLY]

    def __str__(self) -> str:
        return f"{self.item} {self.amount}"
