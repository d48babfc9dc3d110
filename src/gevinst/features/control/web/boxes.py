"""The fields of the rule editor: what each is called, what stands in it, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from gevinst.engines.blockkit.contract import Manifest, Outcome, Severity
from gevinst.features.control.templatetags.control_words import outcome_words, severity_words
from gevinst.features.control.web.preview import Preview, given_names
from gevinst.features.control.web.rule_form import EMPTY, Entry, listed

Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Box:
    """One field; `kind` is text, area, date, select or check."""

    name: str
    label: str
    value: str
    kind: str = "text"
    hint: str = ""
    choices: Choices = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Boxes:
    """Makes the fields of an entry, the fault of the preview at its field."""

    entry: Entry
    preview: Preview
    manifest: Manifest
    errors: dict[str, str]

    def head(self) -> list[Box]:
        """Name, period, weight and who owns the rule."""
        queues = [
            (key, text.in_language(get_language() or "da"))
            for key, text in self.manifest.queues.items()
        ]
        weights = [(str(each), severity_words(each)) for each in Severity]
        modes = [("live", _("Decides")), ("shadow", _("On trial: reported, decides nothing"))]
        return [
            self._box("name-da", _("Name (Danish)"), self._pair("name", "da")),
            self._box("name-en", _("Name (English)"), self._pair("name", "en")),
            self._box("version", _("Version"), self._text("version")),
            self._box("valid_from", _("Valid from"), self._text("valid_from"), "date"),
            self._box("valid_to", _("Valid to"), self._text("valid_to"), "date"),
            self._box("severity", _("Weight"), self._text("severity"), "select", weights),
            self._box("mode", _("Mode"), self._text("mode") or "live", "select", modes),
            self._box("queue", _("Queue"), self._text("queue"), "select", queues),
            self._box("owner", _("Owner"), self._text("owner")),
            self._box("legal_basis", _("Legal basis"), self._text("legal_basis"), "area"),
        ]

    def unknown(self) -> list[Box]:
        """What is said where something is unknown."""
        return [
            self._box("unknown-da", _("Message (Danish)"), self._pair("unknown", "da"), "area"),
            self._box("unknown-en", _("Message (English)"), self._pair("unknown", "en"), "area"),
        ]

    def cases(self) -> list[dict[str, Any]]:
        """Each case with its fields and the ways that it can be moved."""
        rows = listed(self.entry, "cases")
        return [self._case(number, each, len(rows)) for number, each in enumerate(rows, start=1)]

    def _case(self, number: int, case: Entry, count: int) -> dict[str, Any]:
        name, last = f"case-{number}", "otherwise" in case
        outcomes = [(str(each), outcome_words(each)) for each in Outcome]
        message = case.get("message") if isinstance(case.get("message"), dict) else {}
        boxes = [
            self._box(f"{name}-outcome", _("Outcome"), _of(case, "outcome"), "select", outcomes),
            self._box(f"{name}-wait", _("Time may settle it: wait"), _of(case, "wait"), "check"),
            self._box(f"{name}-da", _("Message (Danish)"), _of(message, "da"), "area"),
            self._box(f"{name}-en", _("Message (English)"), _of(message, "en"), "area"),
        ]
        if not last:
            label = _("Condition")
            boxes.insert(0, self._box(f"{name}-when", label, _of(case, "when"), "code"))
        return {
            "number": number, "name": name, "last": last, "boxes": boxes,
            "up": not last and number > 1, "down": number < count - 1,
        }  # fmt: skip

    def examples(self) -> list[dict[str, Any]]:
        """Each example with its fields."""
        rows, names = listed(self.entry, "examples"), given_names(self.entry)
        return [self._example(number, each, names) for number, each in enumerate(rows, start=1)]

    def _example(self, number: int, example: Entry, names: Sequence[str]) -> dict[str, Any]:
        name = f"example-{number}"
        given = example.get("given") if isinstance(example.get("given"), dict) else {}
        title = example.get("title") if isinstance(example.get("title"), dict) else {}
        outcomes = [(str(each), outcome_words(each)) for each in Outcome]
        numbers = [str(each) for each in range(1, len(listed(self.entry, "cases")) + 1)]
        cases = [("", _("any case")), *((each, each) for each in numbers)]
        cases.append(("unknown", _("something is unknown")))
        outcome, case = _of(example, "outcome"), _of(example, "case")
        boxes = [
            self._box(f"{name}-da", _("Title (Danish)"), _of(title, "da")),
            self._box(f"{name}-en", _("Title (English)"), _of(title, "en")),
            self._box(f"{name}-outcome", _("Expected outcome"), outcome, "select", outcomes),
            self._box(f"{name}-case", _("Decided by case"), case, "select", cases),
        ]
        given_boxes = [self._given(name, each, given or {}) for each in names]
        return {
            "number": number, "name": name, "boxes": boxes,
            "given": given_boxes, "tried": self._tried(number),
        }  # fmt: skip

    def _given(self, name: str, key: str, given: Entry) -> Box:
        stated = given.get(key)
        value = EMPTY if stated == "" else "" if stated is None else str(stated)
        return self._box(f"{name}-given-{key}", key, value)

    def _tried(self, number: int) -> Any:
        rule = self.preview.rule
        found = rule.examples[number - 1 : number] if rule else ()
        return found[0].tried if found else None

    def _box(
        self, name: str, label: str, value: str, kind: str = "text", choices: Choices = ()
    ) -> Box:
        fault = self.preview.fault if self.preview.field == name else ""
        if kind == "select" and value not in dict(choices):
            choices = [*choices, (value, value)]
        error = self.errors.get(name, "") or fault
        return Box(name, label, value, kind, choices=choices, error=error)

    def _text(self, key: str) -> str:
        return _of(self.entry, key)

    def _pair(self, key: str, code: str) -> str:
        found = self.entry.get(key)
        return _of(found, code) if isinstance(found, dict) else ""


def _of(entry: Any, key: str) -> str:
    value = entry.get(key) if isinstance(entry, dict) else None
    return str(value) if isinstance(value, str) else ""
