"""Lists of the registers on paper: hamlets and what they were made of, households, members, and voters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date

from desktop.models.people import Household, Person
from desktop.models.store.session import reading
from desktop.printing.office import register
from desktop.printing.office.register import ListOf, Register
from desktop.printing.setting.date_line import DateLine
from desktop.services.lists.list_kind import Extent
from desktop.services.office.workplace import Workplace, is_training, own_office, own_unit
from desktop.services.people.on_a_day import Registers
from desktop.services.places.hamlets import hamlet_lines
from desktop.services.places.mergers import NOBODY, MergerPlan
from desktop.services.places.mergers_given import made_of
from desktop.vietnamese.sexes import sex_word
from desktop.wording import words

Lines = tuple[tuple[str, ...], ...]


def hamlet_paper(workplace: Workplace, extent: Extent) -> bytes:
    """Print the hamlets that the commune has, by their names; of a past day under their names then.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    lines = tuple(
        (
            line.kind,
            line.name,
            str(line.counted or line.stated or ""),
            line.head or "",
            "x" if line.is_difficult else "",
        )
        for line in hamlet_lines(workplace, on=extent.on)
    )
    return _drawn(workplace, "hamlets", Extent(on=extent.on), lambda _: lines)


def merger_paper(workplace: Workplace, extent: Extent) -> bytes:
    """Print what the hamlets of today were made of: each old one, the new one, since when, by which paper.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    made = tuple(made_of(workplace, extent.on))
    lines = tuple(
        (
            old,
            line.full_name,
            f"{line.starts_on:%d/%m/%Y}" if line.starts_on else "",
            line.decision.number or "",
        )
        for line, old in made
    )
    excepted = {line.full_name: line.exception for line, _ in made if line.exception}
    return _drawn(workplace, "mergers", Extent(on=extent.on), lambda _: lines, _remarks(excepted))


def merger_plan_paper(
    workplace: Workplace,
    plan: MergerPlan,
    on: date | None,
    number: str | None,
    without: Collection[str] = (),
    exceptions: Mapping[str, str] = NOBODY,
) -> bytes:
    """Print what a workbook would do to the hamlets, before anything is written.

    Args:
        workplace: the open office.
        plan: what the clerk sees.
        on: the first day of the new hamlets.
        number: of the decision; None while it isn't known.
        without: full names of new hamlets that are left out.
        exceptions: by full name why a new hamlet has fewer households than the law asks for.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
    """
    day = f"{on:%d/%m/%Y}" if on else ""
    written = [one for one in plan.mergers if one.is_possible and one.full_name not in without]
    lines = tuple((old.name, one.full_name, day, number or "") for one in written for old in one.olds)
    # One that has enough households by now needs no reason any more.
    excepted = {
        f"{one.full_name} ({one.small})": exceptions[one.full_name]
        for one in written
        if one.small and exceptions.get(one.full_name)
    }
    return _drawn(workplace, "mergers", Extent(), lambda _: lines, _remarks(excepted))


def _remarks(excepted: Mapping[str, str]) -> tuple[str, ...]:
    """Say of each new hamlet below the law's measure why it is made all the same."""
    said = ((name, why.rstrip(".")) for name, why in excepted.items())
    return tuple(words("list.mergers.exception", where=name, why=why) for name, why in said)


def household_paper(workplace: Workplace, extent: Extent) -> bytes:
    """Print the households that live in a hamlet, or in all one after the other, by the names of their heads.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
        RequestRefused: ``unknown.unit``.
    """
    return _drawn(workplace, "households", extent, lambda registers: _households(registers, extent.place))


def member_paper(workplace: Workplace, extent: Extent) -> bytes:
    """Print the members of these households, each head first, without those who are no longer there.

    Refusals as of ``household_paper``.
    """
    return _drawn(workplace, "members", extent, lambda registers: _members(registers, extent.place))


def voter_paper(workplace: Workplace, extent: Extent) -> bytes:
    """Print who votes in a hamlet, or in all, where all voters do: of which household, or of none.

    Refusals as of ``household_paper``.
    """
    return _drawn(workplace, "voters", extent, lambda registers: _voters(registers, extent.place))


def _drawn(
    workplace: Workplace,
    list_of: ListOf,
    extent: Extent,
    lines_of: Callable[[Registers], Lines],
    remarks: tuple[str, ...] = (),
) -> bytes:
    today, hamlet, on = workplace.today(), extent.place, extent.on
    with reading(workplace.database) as session:
        office, commune = own_office(session), own_unit(session)
        registers = Registers(session, workplace, on)
        own = f"{commune.kind} {commune.name}"
        place = own
        if hamlet is not None:
            unit = registers.units(hamlet)[0]
            place = f"{unit.kind} {unit.name}, {commune.kind.lower()} {commune.name}"
        if on is not None:
            place = words("list.on", place=place, day=f"{on:%d/%m/%Y}")
        paper = Register(
            form_label=words("list.paper.label"),
            issuer_lines=(words("list.paper.issuer"), own.upper()),
            dated=DateLine(
                place=office.settings.place or commune.name, day=today.day, month=today.month, year=today.year
            ),
            list_of=list_of,
            place=place,
            lines=lines_of(registers),
            remarks=remarks,
            signer_lines=(words("list.paper.signer"),),
        )
        training = is_training(session)
    return register.draw(paper, training=training)


def _households(registers: Registers, hamlet: str | None) -> Lines:
    return tuple(
        (*_person(person), person.ethnic or "", "" if members is None else str(members))
        for unit in registers.each_unit(hamlet)
        for person, members in registers.heads(unit, Household.members)
    )


def _members(registers: Registers, hamlet: str | None) -> Lines:
    found: list[tuple[str, ...]] = []
    for unit in registers.each_unit(hamlet):
        for number, (head, lines) in enumerate(registers.homes(unit), 1):
            found.append((*_person(head), words("list.household.head"), str(number)))
            found += [(*_person(line.person), line.relation or "", str(number)) for line in lines]
    return tuple(found)


def _voters(registers: Registers, hamlet: str | None) -> Lines:
    return tuple(
        (*_person(one.person), one.household.head.name if one.household else "")
        for unit in registers.each_unit(hamlet)
        for one in registers.voters(unit)
    )


def _person(person: Person) -> tuple[str, str, str]:
    birth = person.birth.text() if person.birth else ""
    return person.name, birth, sex_word(person.sex) if person.sex else ""
