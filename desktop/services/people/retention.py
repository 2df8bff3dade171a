"""How long people's data is kept: a rule of the office for each kind, what is due, and deleting it for good.

What an election rests on stays: a household on a roll that was frozen keeps its line and its name, and loses
only what no roll needs. Kept papers, finalised counts and the audit log are never touched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

import msgspec
from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.people import (
    Household,
    HouseholdMember,
    ImportBatch,
    ImportRow,
    Person,
    Representative,
    Voter,
)
from desktop.models.store.session import reading, writing
from desktop.services.office.sides import Side, hidden_nouns, refuse_other, sees
from desktop.services.office.workplace import VIET_NAM, Workplace, own_office
from desktop.services.people.deleting import forget_rows, parts, referred
from desktop.services.people.former_members import delete_former, former

LONGEST = 99
_PRIVATE = (Person.birth, Person.identity, Person.ethnic, Person.sex)
_OF_RESIDENTS = ("household_members", "representatives", "voters")


class Kept(StrEnum):
    """What a rule is about: households and voters that ended, members who left or died, what lists changed.

    Only undoing needs the last.
    """

    ENDED = "ended"
    MEMBERS = "members"
    LISTS = "lists"


# What lists changed is each side's own.
_SIDES = {Kept.ENDED: Side.ELECTIONS, Kept.MEMBERS: Side.PARTY}


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the office.

    Attributes:
        kept: what it is about.
        years: for how long after the last day of a household or in a branch, or the day of a list; None for
            always.
        until: what ended before this day is due; None without a rule.
        due: households, members or lists that are due.
    """

    kept: Kept
    years: int | None
    until: date | None
    due: int


@dataclass(frozen=True, slots=True)
class Deleted:
    """What a deletion did.

    Attributes:
        deleted: households, members, or lists whose changes were forgotten.
        emptied: households that stand on a roll: name and line stay, the rest is gone.
    """

    deleted: int
    emptied: int = 0


def rules(workplace: Workplace) -> tuple[Rule, ...]:
    """Return the rule for each kind that is of who works here, and how much is due by it today."""
    with reading(workplace.database) as session:
        return tuple(_rule(workplace, session, kept) for kept in _kept_by(workplace))


def set_rule(workplace: Workplace, kept: Kept, years: int | None) -> tuple[Rule, ...]:
    """Set for how many years a kind is kept; None for always. Nothing is deleted by that.

    Raises:
        RequestRefused: ``retention.years`` for fewer than 1 or more than 99; ``side.party``,
            ``side.elections`` for a kind of the other side.
    """
    _demand_side(workplace, kept)
    if years is not None and not 1 <= years <= LONGEST:
        raise RequestRefused("retention.years", most=LONGEST)
    with writing(workplace.database) as session:
        office = own_office(session)
        chosen = {key: value for key, value in office.settings.retention.items() if key != kept}
        if years is not None:
            chosen[kept.value] = years
        office.settings = msgspec.structs.replace(office.settings, retention=chosen)
        workplace.note(session, "office.set", office, "retention")
    return rules(workplace)


def delete_due(workplace: Workplace, kept: Kept) -> Deleted:
    """Delete for good what is due today, all or nothing; the log says how it was done, never whose.

    Raises:
        RequestRefused: ``retention.nothing`` where nothing is due; ``side.party``, ``side.elections`` for a
            kind of the other side.
    """
    _demand_side(workplace, kept)
    with writing(workplace.database) as session:
        rule = _rule(workplace, session, kept)
        if rule.until is None or not rule.due:
            raise RequestRefused("retention.nothing")
        if session.get_bind().dialect.name == "sqlite":
            # What is deleted is written over, and not left in a free page of the file.
            session.connection().exec_driver_sql("PRAGMA secure_delete=ON")
        if kept is Kept.LISTS:
            done = _forget_lists(workplace, session, rule.until)
        else:
            done = (_delete_ended if kept is Kept.ENDED else _delete_members)(session, rule.until)
        workplace.note(session, "retention.delete", own_office(session), kept.value)
    return done


def _kept_by(workplace: Workplace) -> list[Kept]:
    return [kept for kept in Kept if kept not in _SIDES or sees(workplace.side, _SIDES[kept])]


def _demand_side(workplace: Workplace, kept: Kept) -> None:
    if kept in _SIDES:
        refuse_other(workplace.side, _SIDES[kept])


def _rule(workplace: Workplace, session: Session, kept: Kept) -> Rule:
    years = own_office(session).settings.retention.get(kept.value)
    if years is None:
        return Rule(kept, None, None, 0)
    until = _years_before(workplace.today(), years)
    if kept is Kept.LISTS:
        return Rule(kept, years, until, len(_lists(workplace, session, until)))
    if kept is Kept.MEMBERS:
        gone = former(session, until)
        return Rule(kept, years, until, len(gone.members) + len(gone.contacts))
    found = _ended(session, until)
    return Rule(kept, years, until, len(found.going) + len(found.staying) + len(found.voters))


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - years, day=28)


@dataclass(frozen=True, slots=True)
class _Ended:
    """Keys of what ended before a day: households that can go, those on a roll, and the people of both.

    The lines of their ``members`` go from all of them, and those of ``voters`` without a household that ended
    as long ago: no roll needs those.
    """

    going: frozenset[int]
    people_going: frozenset[int]
    staying: frozenset[int]
    people_staying: frozenset[int]
    members: frozenset[int]
    voters: frozenset[int]


def _ended(session: Session, until: date) -> _Ended:
    pairs = session.execute(select(Household.id, Household.head_id)).all()
    heads = {pair.id: pair.head_id for pair in pairs}
    ended = set(session.scalars(select(Household.id).where(Household.ends_on < until)))
    lines = session.execute(
        select(HouseholdMember.id, HouseholdMember.household_id, HouseholdMember.person_id)
    ).all()
    theirs = [line for line in lines if line.household_id in ended]
    living = {line.person_id for line in lines if line.household_id not in ended}
    speakers = session.execute(select(Representative.household_id, Representative.person_id)).all()
    living |= {one.person_id for one in speakers if one.household_id not in ended}
    of_them = {line.person_id for line in theirs}
    of_them |= {one.person_id for one in speakers if one.household_id in ended}
    alone = session.execute(select(Voter.id, Voter.person_id, Voter.ends_on)).all()
    gone = {one.id: one.person_id for one in alone if one.ends_on is not None and one.ends_on < until}
    living |= {one.person_id for one in alone if one.id not in gone}
    of_them |= set(gone.values())
    going = ended - referred(session, "households", but=_OF_RESIDENTS)
    needed = referred(session, "people", but=("households", *_OF_RESIDENTS))
    people_going = {heads[key] for key in going} | of_them
    people_going -= needed | living | {head for key, head in heads.items() if key not in going}
    # Who stands on a roll keeps the name; who also lives in a household of today, or was elected, keeps all.
    elsewhere = living | {head for key, head in heads.items() if key not in ended}
    elsewhere |= referred(session, "people", but=("households", "roll_entries", *_OF_RESIDENTS))
    told = or_(*(column.is_not(None) for column in _PRIVATE))
    full = set(session.scalars(select(Person.id).where(told))) - elsewhere
    with_members = {line.household_id for line in theirs}
    staying = {key for key in ended - going if heads[key] in full or key in with_members}
    people_staying = {heads[key] for key in staying} | of_them
    return _Ended(
        frozenset(going),
        frozenset(people_going),
        frozenset(staying),
        frozenset(people_staying & full - people_going),
        frozenset(line.id for line in theirs),
        frozenset(gone),
    )


def _delete_ended(session: Session, until: date) -> Deleted:
    found = _ended(session, until)
    forgotten = {
        "Household": found.going | found.staying,
        "Person": found.people_going | found.people_staying,
        "HouseholdMember": found.members,
        "Voter": found.voters,
    }
    for kind, keys in forgotten.items():
        forget_rows(session, kind, keys)
    for part in parts(found.members):
        session.execute(delete(HouseholdMember).where(HouseholdMember.id.in_(part)))
    for part in parts(found.voters):
        session.execute(delete(Voter).where(Voter.id.in_(part)))
    for part in parts(found.going):
        session.execute(delete(Representative).where(Representative.household_id.in_(part)))
        session.execute(delete(Household).where(Household.id.in_(part)))
    for part in parts(found.people_going):
        session.execute(delete(Person).where(Person.id.in_(part)))
    for part in parts(found.people_staying):
        emptied = {column.key: None for column in _PRIVATE}
        session.execute(update(Person).where(Person.id.in_(part)).values(emptied))
    return Deleted(len(found.going) + len(found.voters), len(found.staying))


def _delete_members(session: Session, until: date) -> Deleted:
    return Deleted(delete_former(session, until))


def _lists(workplace: Workplace, session: Session, until: date) -> list[int]:
    """Return the keys of lists of who works here, taken in before a day, that know what they changed."""
    day = datetime.combine(until, time(), VIET_NAM)
    told = select(ImportRow.batch_id).distinct()
    old = select(ImportBatch.id).where(
        ImportBatch.made_at < day,
        ImportBatch.id.in_(told),
        ImportBatch.kind.not_in(hidden_nouns(workplace.side)),
    )
    return list(session.scalars(old))


def _forget_lists(workplace: Workplace, session: Session, until: date) -> Deleted:
    old = _lists(workplace, session, until)
    for part in parts(old):
        session.execute(delete(ImportRow).where(ImportRow.batch_id.in_(part)))
    return Deleted(len(old))
