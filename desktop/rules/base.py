"""Who may vote and of what number a share is taken."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.errors import StatuteRefused
from desktop.rules.facts import Facts
from desktop.rules.statute import Clause


@dataclass(frozen=True, slots=True)
class Base:
    """The whole of which a share is taken: its name, and its number of people."""

    name: str
    value: int


_NAMES = {
    "households": "household representatives of the hamlet",
    "voters": "voters of the hamlet",
    "convened": "official members convened",
    "convened_less_deductions": "official members convened less deductions",
    "present": "those present",
}


_KINDS = {name: kind for kind, name in _NAMES.items()}


def base_kind(name: str) -> str:
    """Return the word for a base by its name, such as ``households`` or ``convened``.

    Raises:
        KeyError: no base is called so.
    """
    return _KINDS[name]


def base_of(facts: Facts, clause: Clause) -> Base:
    """Return the base that a threshold clause speaks of, in people; it may be 0 or less.

    Raises:
        StatuteRefused: the clause's unit is no base of this kind of vote; nobody is present at a hand-out.

    Source: rules.md §2 and §3 ("base for elected").
    """
    unit = clause.unit
    if unit == "electorate" and not facts.is_congress:
        return Base(_NAMES[facts.electorate_kind], facts.entitled)
    if unit == "convened" and facts.is_congress:
        return Base(_NAMES[unit], facts.entitled)
    if unit == "convened_less_deductions" and facts.is_congress:
        taken_off = facts.statute.clause("deductions").words()
        deducted = sum(count for reason, count in facts.deductions if reason in taken_off)
        return Base(_NAMES[unit], facts.entitled - deducted)
    if unit == "present" and facts.present is not None:
        return Base(_NAMES[unit], facts.present)
    raise StatuteRefused("statute", where=f"{facts.statute.id}: {clause.key}", reason="unit")


def quorum_met(facts: Facts) -> bool | None:
    """Tell whether enough people took part for the vote to count; ``None`` where no quorum is asked of it.

    Source: rules.md §1 (a household that received a slip is reached, not present).
    """
    if facts.present is None:
        return None
    clause = facts.statute.clause("quorum")
    return clause.passed_by(facts.present, base_of(facts, clause).value)
