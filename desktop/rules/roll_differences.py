"""What differs between the register of households and the roll that is drawn from it, before it is posted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.rules.statute import Clause
from desktop.vietnamese.partial_date import PartialDate, age_on


class DifferenceKind(StrEnum):
    """What differs; its words are ``difference.<kind>`` in the catalogue."""

    STATED = "stated"
    UNLISTED = "unlisted"
    UNREPRESENTED = "unrepresented"
    NOT_HERE = "not_here"
    DIED = "died"
    MOVED = "moved"
    AWAY = "away"
    STRANGER = "stranger"
    UNDER_AGE = "under_age"
    NO_BIRTH = "no_birth"
    WITHOUT_CAPACITY = "without_capacity"
    PERSON_TWICE = "person_twice"
    HOUSEHOLD_TWICE = "household_twice"


@dataclass(frozen=True, slots=True)
class Home:
    """A household of the register that lives in the hamlet.

    Attributes:
        key: of the household.
        head: name of its head.
        likes: keys of other households of the hamlet that seem to be the same one.
        unborn: names of its members whose birth is not known, so that nobody knows whether they vote.
    """

    key: int
    head: str
    likes: tuple[int, ...] = ()
    unborn: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the roll.

    Attributes:
        number: on the roll.
        household: that it is for; None where nobody knows it.
        person: key of whoever votes.
        name, birth: of that person.
        gone: ``died``, ``moved`` or ``away`` where the person is.
        alone: whether the person votes without belonging to a household.
        belongs: whether the person is the household's own, or was authorised by it.
        without_capacity: whether a court declared the person so.
    """

    number: int
    household: int | None
    person: int
    name: str
    birth: PartialDate | None = None
    gone: str | None = None
    alone: bool = False
    belongs: bool = True
    without_capacity: bool = False


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference.

    Attributes:
        kind: what differs.
        key: names it with its figures: what is explained is this and nothing else.
        name: of the household's head, or of the person.
        household: to look into; None for one of figures alone.
        number: of the line of the roll, where there is one.
        facts: what its words are filled with.
    """

    kind: DifferenceKind
    key: str
    name: str = ""
    household: int | None = None
    number: int | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


def roll_differences(
    homes: Sequence[Home],
    roll: Sequence[Listed],
    day: date,
    *,
    stated: int | None = None,
    age: Clause | None = None,
    voters: bool = False,
) -> tuple[Difference, ...]:
    """Compare the register with the roll in both directions, and the roll with the law.

    Args:
        homes: households of the register that live in the hamlet.
        roll: its lines.
        day: of the election.
        stated: how many households the commune's list of hamlets says; None where it says nothing.
        age: the clause on the least age of whoever votes; None where the statute has none.
        voters: whether all voters elect, so that a household has several lines.

    Returns:
        First what the figures say, then households without a line, lines without a household, and persons.

    Source: rules.md §2 (who votes: one representative of each household, of full civil capacity, L 18.2).
    """
    return (
        *_figures(homes, stated),
        *_households(homes, roll, voters=voters),
        *_lines(homes, roll, day, age, voters=voters),
    )


def _figures(homes: Sequence[Home], stated: int | None) -> Iterator[Difference]:
    if stated is not None and stated != len(homes):
        facts = {"stated": stated, "counted": len(homes)}
        yield Difference(DifferenceKind.STATED, f"stated:{stated}:{len(homes)}", facts=facts)


def _households(homes: Sequence[Home], roll: Sequence[Listed], *, voters: bool) -> Iterator[Difference]:
    listed = {line.household for line in roll}
    names = {home.key: home.head for home in homes}
    told: set[frozenset[int]] = set()
    for home in homes:
        if home.key not in listed:
            kind = DifferenceKind.UNREPRESENTED if voters else DifferenceKind.UNLISTED
            yield Difference(kind, f"{kind}:{home.key}", home.head, home.key)
        for other in home.likes:
            pair = frozenset((home.key, other))
            if other in names and pair not in told:
                told.add(pair)
                key = f"household_twice:{min(pair)}:{max(pair)}"
                facts = {"other": names[other]}
                yield Difference(DifferenceKind.HOUSEHOLD_TWICE, key, home.head, home.key, facts=facts)
        for number, name in enumerate(home.unborn if voters else ()):
            yield Difference(DifferenceKind.NO_BIRTH, f"no_birth:{home.key}:{number}", name, home.key)


def _lines(
    homes: Sequence[Home], roll: Sequence[Listed], day: date, age: Clause | None, *, voters: bool
) -> Iterator[Difference]:
    here = {home.key for home in homes}
    times = Counter(line.person for line in roll)
    for line in roll:
        if line.household not in here and not line.alone:
            yield _of(DifferenceKind.NOT_HERE, line)
        if line.gone is not None:
            yield _of(DifferenceKind(line.gone), line)
        elif not line.belongs:
            yield _of(DifferenceKind.STRANGER, line)
        if line.without_capacity:
            yield _of(DifferenceKind.WITHOUT_CAPACITY, line)
        if age is not None and line.birth is not None:
            # A birth known to the year or month counts from its first day.
            reached = age_on(line.birth, day)
            if reached < age.whole():
                facts = {"age": reached, "least": age.whole()}
                yield _of(DifferenceKind.UNDER_AGE, line, facts)
        if times[line.person] > 1 and not voters:
            yield _of(DifferenceKind.PERSON_TWICE, line, {"times": times[line.person]})


def _of(kind: DifferenceKind, line: Listed, facts: Mapping[str, object] | None = None) -> Difference:
    key = f"{kind}:{line.household or 0}:{line.person}"
    return Difference(kind, key, line.name, line.household, line.number, facts or {})
