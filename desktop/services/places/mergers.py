"""Many hamlets merged at once, as one workbook says: looked at first, then written in one transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.people import Household
from desktop.models.store.session import reading as reading_session
from desktop.rules.statute import Statute
from desktop.services.lists.preview import row_words
from desktop.services.lists.sources import NOTHING, Said, read_as_remembered, read_as_said
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.choice import kind_and_name, named
from desktop.services.places.hamlets import HamletLine, hamlet_lines
from desktop.services.places.lookup import unit_on
from desktop.services.places.succession import (
    MERGERS,
    NO_DECISION,
    Decision,
    Successor,
    electing_on,
    succeed,
)
from desktop.sheets.lists.block import block_file
from desktop.sheets.lists.kinds import mergers as sheet
from desktop.sheets.lists.kinds.mergers import NEW, olds_of
from desktop.sheets.lists.reading import ListFile, Reading, open_list
from desktop.sheets.lists.source import Source
from desktop.sheets.lists.unnamed import is_unnamed
from desktop.vietnamese.hamlet_kinds import is_quarter, kind_of
from desktop.vietnamese.numerals import grouped
from desktop.vietnamese.text import fold, tidy
from desktop.wording import words

LIST = sheet.MERGERS.name
"""The list, by its name."""


class Trouble(StrEnum):
    """What is to be decided of a merger.

    ``SAME_NAME``, ``ALONE`` and ``SMALL`` (fewer households than the law asks for, to which there are
    exceptions) don't keep it from being written.
    """

    UNKNOWN = "unknown"
    TWICE = "twice"
    ELECTING = "electing"
    TAKEN = "taken"
    SAME_NAME = "same_name"
    ALONE = "alone"
    SMALL = "small"


_HARMLESS = frozenset({Trouble.SAME_NAME, Trouble.ALONE, Trouble.SMALL})
NOBODY: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Old:
    """A hamlet that ends.

    Attributes:
        code, name: None and as the workbook says where the commune has none of that name.
        households, people: that go along; people as far as households say how many they are.
        head: who heads it; None where nobody is known.
    """

    code: str | None
    name: str
    households: int
    people: int = 0
    head: str | None = None


@dataclass(frozen=True, slots=True)
class Merger:
    """A hamlet that is to come.

    Attributes:
        kind, name: of the new hamlet.
        olds: what it is made of, in the order of the workbook.
        troubles: each with the words that it is about: names, or the days of elections.
        rows: where the workbook says so, in words.
    """

    kind: str
    name: str
    olds: tuple[Old, ...]
    troubles: tuple[tuple[Trouble, str], ...]
    rows: str

    @property
    def full_name(self) -> str:
        """Kind word and name."""
        return f"{self.kind} {self.name}"

    @property
    def households(self) -> int:
        """How many households go along."""
        return sum(old.households for old in self.olds)

    @property
    def people(self) -> int:
        """How many people go along, as far as households say how many they are."""
        return sum(old.people for old in self.olds)

    @property
    def headed(self) -> tuple[Old, ...]:
        """Those that are headed by somebody, who may serve until the new hamlet elects."""
        return tuple(old for old in self.olds if old.code is not None and old.head)

    @property
    def is_possible(self) -> bool:
        """Tell whether it can be written as it is."""
        return all(trouble in _HARMLESS for trouble, _ in self.troubles)


@dataclass(frozen=True, slots=True)
class MergerPlan:
    """What a workbook would do to the commune's hamlets.

    Attributes:
        whole: what the file holds.
        commune: the commune as a sentence names it: ``xã Mẫu``.
        mergers: in its order.
        untouched: the hamlets that it doesn't change, by their names.
        unread: how many lines of the file could not be read, or name no new hamlet and don't say "unchanged".
        written: how many new hamlets of the file are so already, made of the same old ones.
        file: what was opened, to be read anew.
        said: what a person said of how it is read.
    """

    whole: Reading
    commune: str
    mergers: tuple[Merger, ...]
    untouched: tuple[HamletLine, ...]
    unread: int
    written: int = 0
    file: ListFile | None = None
    said: Said = NOTHING

    @property
    def kind(self) -> str:
        """The list, by its name."""
        return LIST

    @property
    def source(self) -> Source:
        """Which file it is."""
        return self.whole.source

    @property
    def is_unnamed(self) -> bool:
        """Whether nobody knows yet which column holds the old hamlets, so that no line is read."""
        return is_unnamed(self.whole)


def open_mergers(workplace: Workplace, path: Path) -> MergerPlan:
    """Read a workbook of old and new hamlets, set it beside those of the commune, and write nothing.

    What a person said before of lists with the same headings holds.

    Raises:
        SheetRefused: the workbook cannot be read.
    """
    return _opened(workplace, open_list(path))


def open_merger_block(workplace: Workplace, rows: Sequence[Sequence[str]], name: str) -> MergerPlan:
    """Set cells that were copied from a spreadsheet beside the hamlets, as ``open_mergers`` does.

    Args:
        workplace: the open office.
        rows: the copied cells as text.
        name: what the block is called in messages.

    Raises:
        SheetRefused: the block is empty, or no list.
    """
    return _opened(workplace, block_file(rows, LIST, name))


def look_again(workplace: Workplace, plan: MergerPlan, said: Said) -> MergerPlan:
    """Set a list beside the hamlets anew, read as a person says of its columns.

    Raises:
        SheetRefused: so read it is no list.
    """
    whole = plan.whole if plan.file is None else read_as_said(workplace, LIST, plan.file, said)
    return replace(merger_plan(workplace, whole), file=plan.file, said=said)


def _opened(workplace: Workplace, file: ListFile) -> MergerPlan:
    reading, said = read_as_remembered(workplace, LIST, file)
    return replace(merger_plan(workplace, reading), file=file, said=said)


def merger_plan(workplace: Workplace, reading: Reading) -> MergerPlan:
    """Set old and new hamlets beside those of the commune, and write nothing.

    A line without a new hamlet leaves the old one as it is, and so does one whose new name is the old.
    """
    lines = hamlet_lines(workplace)
    stated: dict[str, _Stated] = {}
    for number, row in zip(reading.numbers, reading.rows, strict=True):
        if row[NEW]:
            stated.setdefault(fold(row[NEW]), _Stated(tidy(row[NEW]), [])).olds.extend(
                (old, number) for old in olds_of(row)
            )
    made = {key for key, one in stated.items() if _is_made(lines, one)}
    stated = {key: one for key, one in stated.items() if key not in made}
    times = Counter(
        line.code
        for one in stated.values()
        for said, _ in one.olds
        if (line := named(lines, said)) is not None
    )
    with reading_session(workplace.database) as session:
        own = own_unit(session)
        commune = f"{own.kind.lower()} {own.name}"
        days = {code: electing_on(session, unit_on(session, code, workplace.today())) for code in times}
        people = _people(session)
    mergers = [_merger(reading, lines, one, times, days, people) for one in stated.values()]
    law = workplace.statutes.in_force("hamlet_head", workplace.today()).as_of(workplace.today())
    changed = [_measured(one, law) for one in mergers if one is not None]
    going = {old.code for one in changed for old in one.olds}
    return MergerPlan(
        reading,
        commune,
        tuple(_checked(lines, changed, going)),
        tuple(line for line in lines if line.code not in going),
        len(reading.refused),
        len(made),
    )


def write_mergers(
    workplace: Workplace,
    plan: MergerPlan,
    on: date,
    decision: Decision = NO_DECISION,
    without: Collection[str] = (),
    provisional: Mapping[str, str] = NOBODY,
) -> int:
    """Write the mergers that are possible, all or none, and return the batch that takes them back.

    Args:
        workplace: the open office.
        plan: what the clerk saw.
        on: the first day of the new hamlets.
        decision: by which it is so.
        without: full names of new hamlets that are left out.
        provisional: by full name of a new hamlet the code of the old one whose head serves until it elects.

    Raises:
        RequestRefused: ``hamlet.merge`` where nothing is left; as ``succession.succeed`` does.
    """
    chosen = [one for one in plan.mergers if one.is_possible and one.full_name not in without]
    if not chosen:
        raise RequestRefused("hamlet.merge")
    successors = tuple(
        Successor(
            one.kind,
            one.name,
            tuple(old.code for old in one.olds if old.code is not None),
            provisional.get(one.full_name),
        )
        for one in chosen
    )
    return succeed(workplace, MERGERS, successors, on, decision, (plan.source.name, plan.source.sha256))


@dataclass(frozen=True, slots=True)
class _Stated:
    """A new hamlet as the workbook names it, and its old ones, each with the number of its line."""

    new: str
    olds: list[tuple[str, int]]


def _is_made(lines: Sequence[HamletLine], stated: _Stated) -> bool:
    """Tell whether a hamlet lives that was made of just the old ones: the same file was written before."""
    line = named(lines, stated.new)
    if line is None or not line.predecessors:
        return False
    made_of = [{fold(old), fold(kind_and_name(old)[1])} for old in line.predecessors]
    said = {fold(tidy(old)) for old, _ in stated.olds}
    return len(said) == len(made_of) and all(not said.isdisjoint(names) for names in made_of)


def _merger(
    reading: Reading,
    lines: Sequence[HamletLine],
    stated: _Stated,
    times: Counter[str],
    days: Mapping[str, Sequence[date]],
    people: Mapping[int, int],
) -> Merger | None:
    """Return a merger without what other mergers make of it; None where it changes nothing."""
    olds, troubles, kinds = [], [], []
    for said, _ in stated.olds:
        line = named(lines, said)
        if line is None:
            olds.append(Old(None, said, 0))
            troubles.append((Trouble.UNKNOWN, said))
            continue
        kinds.append(line.kind)
        olds.append(Old(line.code, line.full_name, line.counted, people.get(line.id, 0), line.head))
        if times[line.code] > 1:
            troubles.append((Trouble.TWICE, line.full_name))
        troubles += [(Trouble.ELECTING, f"{line.full_name}, {day:%d/%m/%Y}") for day in days[line.code]]
    kind, name = kind_and_name(stated.new)
    if kind_of(stated.new) is None and kinds:
        # Who writes the bare name means the word that the old ones have.
        kind = kinds[0]
    same = [old for old in olds if old.name.casefold() == f"{kind} {name}".casefold()]
    if len(olds) == 1 and same:
        return None
    if same:
        troubles.append((Trouble.SAME_NAME, same[0].name))
    if len(olds) == 1:
        troubles.append((Trouble.ALONE, olds[0].name))
    rows = ", ".join(dict.fromkeys(row_words(reading, number) for _, number in stated.olds))
    return Merger(kind, name, tuple(olds), tuple(troubles), rows)


def _measured(one: Merger, law: Statute) -> Merger:
    """Add that a new hamlet has fewer households than the law asks for; of an empty register nobody knows."""
    clause = law.find(f"{'quarter' if is_quarter(one.kind) else 'hamlet'}_households_min")
    if clause is None or not 0 < one.households < clause.whole():
        return one
    said = words("merger_word.size", households=grouped(one.households), least=grouped(clause.whole()))
    return replace(one, troubles=(*one.troubles, (Trouble.SMALL, said)))


def _people(session: Session) -> dict[int, int]:
    """Return how many people the living households of each hamlet say that they are, by the hamlet's key."""
    told = select(Household.hamlet_id, func.sum(Household.members)).where(Household.ends_on.is_(None))
    return {key: people or 0 for key, people in session.execute(told.group_by(Household.hamlet_id))}


def _checked(
    lines: Sequence[HamletLine], mergers: Sequence[Merger], going: Collection[str | None]
) -> Sequence[Merger]:
    """Add what a name takes away from a hamlet that stays."""
    staying = {fold(line.full_name): line.full_name for line in lines if line.code not in going}
    return [
        one
        if fold(one.full_name) not in staying
        else Merger(
            one.kind,
            one.name,
            one.olds,
            (*one.troubles, (Trouble.TAKEN, staying[fold(one.full_name)])),
            one.rows,
        )
        for one in mergers
    ]
