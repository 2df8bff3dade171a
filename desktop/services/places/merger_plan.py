"""A workbook of old and new hamlets, or copied cells, set beside the commune's: nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desktop.models.party import BranchHamlet, Membership
from desktop.models.people import Household
from desktop.models.store.session import reading as reading_session
from desktop.rules.statute import Statute
from desktop.services.lists.preview import row_words
from desktop.services.lists.sources import NOTHING, Said, read_as_remembered, read_as_said
from desktop.services.office.sides import Side, sees
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.choice import kind_and_name, named
from desktop.services.places.hamlets import HamletLine, hamlet_lines
from desktop.services.places.lookup import unit_on
from desktop.services.places.mergers import LIST, Merger, MergerPlan, Old, Trouble
from desktop.services.places.succession import (
    electing,
)
from desktop.sheets.lists.block import block_file
from desktop.sheets.lists.kinds.mergers import NEW, olds_of
from desktop.sheets.lists.reading import ListFile, Reading, open_list
from desktop.vietnamese.hamlet_kinds import is_quarter, kind_of
from desktop.vietnamese.numerals import grouped
from desktop.vietnamese.text import fold, tidy
from desktop.wording import words


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
    return replace(merger_plan(workplace, whole, said), file=plan.file)


def _opened(workplace: Workplace, file: ListFile) -> MergerPlan:
    reading, said = read_as_remembered(workplace, LIST, file)
    return replace(merger_plan(workplace, reading, said), file=file)


def merger_plan(workplace: Workplace, reading: Reading, said: Said = NOTHING) -> MergerPlan:
    """Set old and new hamlets beside those of the commune, and write nothing.

    Where a person said which hamlet an old name means, it means that one.

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
        for old, _ in one.olds
        if (line := _meant(lines, old, said)) is not None
    )
    with reading_session(workplace.database) as session:
        own = own_unit(session)
        commune = f"{own.kind.lower()} {own.name}"
        known = _Known(
            lines,
            said,
            times,
            {code: electing(session, unit_on(session, code, workplace.today())) for code in times},
            _people(session),
            _party(session, workplace.today()) if sees(workplace.side, Side.PARTY) else {},
        )
    mergers = [_merger(reading, known, one) for one in stated.values()]
    law = workplace.statutes.in_force("hamlet_head", workplace.today()).as_of(workplace.today())
    changed = [_measured(one, law) for one in mergers if one is not None]
    going = {old.code for one in changed for old in one.olds}
    return MergerPlan(
        reading,
        tuple(lines),
        commune,
        tuple(_checked(lines, changed, going)),
        tuple(line for line in lines if line.code not in going),
        len(reading.refused),
        len(made),
        said=said,
    )


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


@dataclass(frozen=True, slots=True)
class _Known:
    """What the registers know of the hamlets that go.

    Attributes:
        lines: the hamlets of today.
        said: what a person said of the names in the workbook.
        times: how often the workbook takes each hamlet, by its code.
        electing: the codes and days of elections that are not over, by the hamlet's code.
        people, party: how many, and which members, by the hamlet's key.
    """

    lines: Sequence[HamletLine]
    said: Said
    times: Counter[str]
    electing: Mapping[str, Sequence[tuple[str, date]]]
    people: Mapping[int, int]
    party: Mapping[int, frozenset[int]]


def _meant(lines: Sequence[HamletLine], name: str, said: Said) -> HamletLine | None:
    """Return the hamlet that a name in the workbook means."""
    code = said.hamlets.get(tidy(name))
    found = next((line for line in lines if line.code == code), None)
    return found or named(lines, name)


def _merger(reading: Reading, known: _Known, stated: _Stated) -> Merger | None:
    """Return a merger without what other mergers make of it; None where it changes nothing."""
    olds, troubles, kinds = [], [], []
    for said, _ in stated.olds:
        line = _meant(known.lines, said, known.said)
        if line is None:
            olds.append(Old(None, tidy(said), 0))
            troubles.append((Trouble.UNKNOWN, tidy(said)))
            continue
        kinds.append(line.kind)
        running = known.electing[line.code]
        olds.append(
            Old(
                line.code,
                line.full_name,
                line.counted,
                known.people.get(line.id, 0),
                line.head,
                tuple(code for code, _ in running),
                known.party.get(line.id, frozenset()),
            )
        )
        if known.times[line.code] > 1:
            troubles.append((Trouble.TWICE, line.full_name))
        troubles += [(Trouble.ELECTING, f"{line.full_name}, {day:%d/%m/%Y}") for _, day in running]
    kind, name = kind_and_name(stated.new)
    bare = next((line for line in known.lines if fold(line.name) == fold(stated.new)), None)
    if bare is not None and kind_of(stated.new) is not None:
        # A name may begin with a word for hamlets: "Bản Mường" of today is the thôn of that name.
        kind, name = bare.kind, bare.name
    elif kind_of(stated.new) is None and kinds:
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


def _party(session: Session, day: date) -> dict[int, frozenset[int]]:
    """Return the members of the branch that gathers each hamlet, by the hamlet's key."""
    gathered = (
        select(BranchHamlet.hamlet_id, Membership.member_id)
        .join(Membership, Membership.branch_id == BranchHamlet.branch_id)
        .where(
            or_(BranchHamlet.ends_on.is_(None), BranchHamlet.ends_on >= day),
            or_(Membership.starts_on.is_(None), Membership.starts_on <= day),
            or_(Membership.ends_on.is_(None), Membership.ends_on >= day),
        )
    )
    found: dict[int, set[int]] = {}
    for hamlet, member in session.execute(gathered):
        found.setdefault(hamlet, set()).add(member)
    return {hamlet: frozenset(members) for hamlet, members in found.items()}


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
