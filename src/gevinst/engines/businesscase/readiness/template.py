"""The published case: its eight sections as values, and what a case lacks before it can be published."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from gevinst.engines.businesscase.readiness.template_parts import (
    Assessment,
    Economy,
    FactBox,
    Headline,
    Lesson,
    Passage,
    Technology,
)


class Section(StrEnum):
    """The eight sections in their order. Source: KL/Deloitte 2022, how a case is built."""

    FACTS = "facts"
    SCORE = "score"
    ABOUT = "about"
    BENEFITS = "benefits"
    ECONOMY = "economy"
    LESSONS = "lessons"
    TECHNOLOGY = "technology"
    START = "start"


LESSONS: Final = 3
TIPS: Final = 3
HEADLINES: Final = 3


@dataclass(frozen=True, slots=True)
class PublishedCase:
    """A case in eight sections, each of them empty until it is written."""

    title: str
    facts: FactBox = field(default_factory=FactBox)
    score: tuple[Assessment, ...] = ()
    about: tuple[Passage, ...] = ()
    benefits: tuple[Headline, ...] = ()
    economy: Economy = field(default_factory=Economy)
    lessons: tuple[Lesson, ...] = ()
    technology: Technology = field(default_factory=Technology)
    start: tuple[str, ...] = ()
