"""Lists of the registers on paper: the commune's hamlets, the households of one or of all, their members."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.people import Household, Person
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.printing.office import register
from desktop.printing.office.register import ListOf, Register
from desktop.printing.setting.date_line import DateLine
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace, is_training, own_office, own_unit
from desktop.services.people.giving_out import homes_of
from desktop.services.places.hamlets import hamlet_lines
from desktop.services.places.lookup import hamlets_of, unit_on
from desktop.vietnamese.sexes import sex_word
from desktop.wording import words

Lines = tuple[tuple[str, ...], ...]


def hamlet_paper(workplace: Workplace) -> bytes:
    """Print the hamlets that the commune has today, by their names.

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
        for line in hamlet_lines(workplace)
    )
    return _drawn(workplace, "hamlets", None, lambda _session, _units: lines)


@for_elections
def household_paper(workplace: Workplace, hamlet: str | None) -> bytes:
    """Print the households that live in a hamlet, or in all one after the other, by the names of their heads.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
        RequestRefused: ``unknown.unit``.
    """
    return _drawn(workplace, "households", hamlet, _households)


@for_elections
def member_paper(workplace: Workplace, hamlet: str | None) -> bytes:
    """Print the members of these households, each head first, without those who are no longer there.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.
        RequestRefused: ``unknown.unit``.
    """
    return _drawn(workplace, "members", hamlet, _members)


def _drawn(
    workplace: Workplace,
    list_of: ListOf,
    hamlet: str | None,
    lines_of: Callable[[Session, Sequence[Unit]], Lines],
) -> bytes:
    today = workplace.today()
    with reading(workplace.database) as session:
        office, commune = own_office(session), own_unit(session)
        units = [unit_on(session, hamlet, today)] if hamlet else hamlets_of(session, today)
        own = f"{commune.kind} {commune.name}"
        place = own
        if hamlet is not None:
            place = f"{units[0].kind} {units[0].name}, {commune.kind.lower()} {commune.name}"
        paper = Register(
            form_label=words("list.paper.label"),
            issuer_lines=(words("list.paper.issuer"), own.upper()),
            dated=DateLine(
                place=office.settings.place or commune.name, day=today.day, month=today.month, year=today.year
            ),
            list_of=list_of,
            place=place,
            lines=lines_of(session, units),
            signer_lines=(words("list.paper.signer"),),
        )
        training = is_training(session)
    return register.draw(paper, training=training)


def _households(session: Session, units: Sequence[Unit]) -> Lines:
    found: list[tuple[str, ...]] = []
    for unit in units:
        rows = session.execute(
            select(Person, Household.members)
            .join(Household, Household.head_id == Person.id)
            .where(Household.hamlet_id == unit.id, Household.ends_on.is_(None))
            .order_by(Person.sort_key, Household.id)
        )
        found += [
            (*_person(person), person.ethnic or "", "" if members is None else str(members))
            for person, members in rows
        ]
    return tuple(found)


def _members(session: Session, units: Sequence[Unit]) -> Lines:
    found: list[tuple[str, ...]] = []
    for unit in units:
        for number, (head, lines) in enumerate(homes_of(session, unit), 1):
            found.append((*_person(head), words("list.household.head"), str(number)))
            found += [(*_person(line.person), line.relation or "", str(number)) for line in lines]
    return tuple(found)


def _person(person: Person) -> tuple[str, str, str]:
    birth = person.birth.text() if person.birth else ""
    return person.name, birth, sex_word(person.sex) if person.sex else ""
