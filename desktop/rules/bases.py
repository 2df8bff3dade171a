"""Which documents a paper names as its bases: by its letterhead, what it is about, and its day.

Source: Decree 30/2020/NĐ-CP, annex I, on what a State paper is issued on; field-practice.md P10.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.vietnamese.text import fold

_PARTY_SYMBOL = re.compile(r"^\d+[a-z]?\s*-\s*[A-ZĐ]+\s*/", re.IGNORECASE)


class Letterhead(StrEnum):
    """Whose paper it is: two letterheads never meet on one sheet."""

    STATE = "state"
    PARTY = "party"


class BasisScope(StrEnum):
    """On which papers a document is named: the State's, the Party's, or both."""

    STATE = "state"
    PARTY = "party"
    BOTH = "both"


class PaperSubject(StrEnum):
    """What a paper is about: the election of a head, a dismissal or provisional head, a congress."""

    HEADS = "heads"
    MID_TERM = "mid_term"
    CONGRESS = "congress"


class DocumentKind(StrEnum):
    """What a document is, as its number is read out."""

    LAW = "law"
    ORDINANCE = "ordinance"
    DECREE = "decree"
    CIRCULAR = "circular"
    CHARTER = "charter"
    RESOLUTION = "resolution"
    DIRECTIVE = "directive"
    CONCLUSION = "conclusion"
    DECISION = "decision"
    REGULATION = "regulation"
    RULES = "rules"
    GUIDANCE = "guidance"
    PLAN = "plan"
    SCHEME = "scheme"
    ANNOUNCEMENT = "announcement"
    BRIEF_NOTICE = "brief_notice"
    DISPATCH = "dispatch"


class IssuerLevel(StrEnum):
    """How high its issuer stands, from above."""

    CENTRAL = "central"
    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


_LEVELS = tuple(IssuerLevel)


@dataclass(frozen=True, slots=True)
class Basis:
    """A document that papers are issued on.

    Attributes:
        number: with its symbol, such as ``24-CT/TU``.
        dated: the day it bears.
        issuer: as it stands inside a sentence, such as ``Ủy ban nhân dân tỉnh Quảng Ninh``.
        about: what it says of itself, such as ``về bầu Trưởng thôn``.
        subjects: what the papers are about that name it.
        holds_from: first day in force; None for the day that it bears.
        ends_on: last day in force; None for no end.
        position: its place in the office's own order, from 0.
    """

    kind: DocumentKind
    number: str
    dated: date
    issuer: str
    about: str
    level: IssuerLevel
    scope: BasisScope
    subjects: frozenset[PaperSubject]
    holds_from: date | None = None
    ends_on: date | None = None
    position: int = 0

    def holds_on(self, day: date) -> bool:
        """Tell whether it is in force on a day; nothing is issued on what bears a later day."""
        since = max(self.dated, self.holds_from or self.dated)
        return since <= day and (self.ends_on is None or day <= self.ends_on)


def drawn(
    bases: Iterable[Basis], letterhead: Letterhead, subject: PaperSubject, day: date
) -> tuple[Basis, ...]:
    """Return which documents a paper names, in the office's order.

    Args:
        bases: the whole register.
        letterhead: of the paper: a State paper never names what is the Party's alone, nor the other way.
        subject: what the paper is about.
        day: that the paper bears.

    Source: field-practice.md P10.
    """
    named = (
        one for one in bases if is_of(one.scope, letterhead) and subject in one.subjects and one.holds_on(day)
    )
    return tuple(sorted(named, key=lambda one: one.position))


def is_of(scope: BasisScope, letterhead: Letterhead) -> bool:
    """Tell whether papers of a letterhead name documents of a scope."""
    return scope is BasisScope.BOTH or scope.value == letterhead.value


def is_partys_own(number: str) -> bool:
    """Tell by its symbol whether a document is the Party's: ``24-CT/TU``, not ``87/KH-UBND``.

    Source: Guidance 36-HD/VPTW of 2018, part on number and symbol; Decree 30/2020/NĐ-CP, annex I.
    """
    return _PARTY_SYMBOL.match(number.strip()) is not None


def rank(basis: Basis) -> tuple[int, date, str]:
    """Return what documents are set in order by: the higher issuer first, then the earlier day."""
    return (_LEVELS.index(basis.level), basis.dated, basis.number)


def place_among(others: Sequence[Basis], new: Basis) -> int:
    """Return at which place of an order a new document stands: before the first that ranks behind it."""
    return next((at for at, one in enumerate(others) if rank(one) > rank(new)), len(others))


def is_named(basis: Basis, lines: Iterable[str]) -> bool:
    """Tell whether lines of a paper name a document already, by its number, a law by its name."""
    number = re.compile(rf"(?<![\w/-]){re.escape(_bare(basis.number))}(?![\w/-])")
    law = fold(f"luật {basis.about}") if basis.kind is DocumentKind.LAW else None
    return any(number.search(_bare(line)) or (law is not None and law in fold(line)) for line in lines)


def _bare(text: str) -> str:
    """Take out what is written now so, now so: case, spaces round dashes and strokes, kinds of dashes."""
    dashes = re.sub(r"[\u2010-\u2015]", "-", text.casefold())
    return re.sub(r"\s*([-/])\s*", r"\1", dashes)
