"""Members of a branch, or of all branches of a commune, from a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.models.party import (
    Beginning,
    Ending,
    Member,
    Membership,
    Organisation,
    TheoryLevel,
)
from desktop.models.people import Person
from desktop.models.posts import Post
from desktop.services.lists.list_kind import Into, Taking
from desktop.services.lists.preview import RowState, Verdict
from desktop.services.party.matching import (
    MEMBER_FIELDS,
    PERSON_FIELDS,
    Branches,
    differences,
    held_by,
    told,
)
from desktop.services.party.posts import person_meant
from desktop.services.people.matching import sex_stated
from desktop.services.people.taken import last_day
from desktop.services.places.heads import match_heads
from desktop.sheets.lists.reading import Reading
from desktop.sheets.lists.stated import branches_stated
from desktop.vietnamese.partial_date import parse_iso
from desktop.vietnamese.theory_levels import theory_level

_PARTIAL = ("birth", "admitted", "official")


def verdicts(session: Session, into: Into[Organisation], reading: Reading, today: date) -> list[Verdict]:
    """Say of each row what it is to the members of its branch."""
    branches = [into.of(number) for number in reading.numbers]
    stated = branches_stated(reading) if into.of_rows is not None else {}
    return list(Branches(session, branches, reading.rows, today, stated).verdicts(reading.numbers))


def make(taking: Taking[Organisation], rows: Sequence[Mapping[str, Any]]) -> None:
    """Store rows as new members."""
    for row in rows:
        said = told(row)
        person = _person(taking, said)
        made = Member(person=person, **_typed(said, MEMBER_FIELDS))
        membership = Membership(member=made, branch=taking.unit)
        taking.batch.make(*([] if person.id else [person]), made, membership)
        taking.batch.count(RowState.NEW)
    _match_posts(taking)


def _match_posts(taking: Taking[Organisation]) -> None:
    """Let posts of the branch and of its hamlets that only bear a name belong to the member of that name."""
    session = taking.batch.session
    session.flush()
    for link in taking.unit.hamlets:
        if link.ends_on is None:
            match_heads(taking.batch, link.hamlet)
    named = select(Post).where(
        Post.organisation_id == taking.unit.id, Post.name.is_not(None), Post.ends_on.is_(None)
    )
    for post in session.scalars(named).all():
        person = person_meant(session, post.name or "", None, taking.unit, taking.today)
        if person is not None:
            taking.batch.change(post, {"person_id": person.id, "name": None})


def _person(taking: Taking[Organisation], said: Mapping[str, Any]) -> Person:
    """Return the person of a row: known by number, or by name and whole birth; else a new one."""
    session = taking.batch.session
    found = None
    if said.get("identity"):
        found = session.scalars(select(Person).where(Person.identity == said["identity"])).one_or_none()
    birth = said.get("birth")
    if found is None and birth and len(birth) == len("2000-01-01"):
        free = ~select(Member.id).where(Member.person_id == Person.id).exists()
        same = select(Person).where(Person.name == said["name"], Person.birth == parse_iso(birth), free)
        known = [
            each for each in session.scalars(same) if _numbers_agree(each.identity, said.get("identity"))
        ]
        found = known[0] if len(known) == 1 else None
    if found is None:
        return Person(**_typed(said, PERSON_FIELDS))
    taking.batch.change(found, _typed(said, PERSON_FIELDS))
    return found


def _numbers_agree(held: str | None, said: str | None) -> bool:
    return held is None or said is None or held == said


def update(taking: Taking[Organisation], rows: Mapping[int, Mapping[str, Any]]) -> None:
    """Store rows over the members of their keys.

    Whoever is a member of another branch, and is decided to be the same, leaves it and enters this one today.
    """
    batch = taking.batch
    found = select(Member).where(Member.id.in_(rows)).options(joinedload(Member.person))
    members = {member.id: member for member in batch.session.scalars(found)}
    for key, row in rows.items():
        member = members[key]
        said = {name: told(row, held_by(member))[name] for name in differences(member, row)}
        changed = batch.change(member.person, _typed(said, PERSON_FIELDS))
        changed |= batch.change(member, _typed(said, MEMBER_FIELDS))
        held = next((each for each in member.memberships if each.ends_on is None), None)
        if held is None or held.branch_id != taking.unit.id:
            changed = True
            _move(taking, member, held)
        batch.count(RowState.CHANGED if changed else RowState.SAME)


def _move(taking: Taking[Organisation], member: Member, held: Membership | None) -> None:
    entered: dict[str, Any] = {}
    if held is not None:
        left = {
            "ends_on": last_day(taking.today, held.starts_on),
            "ending": Ending.WITHIN,
            "destination": taking.unit.name,
        }
        taking.batch.change(held, left)
        entered = {"beginning": Beginning.WITHIN, "origin": held.branch.name}
    taking.batch.make(Membership(member=member, branch=taking.unit, starts_on=taking.today, **entered))


def _typed(said: Mapping[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    found = {name: said[name] for name in fields if name in said}
    for name in _PARTIAL:
        if name in found:
            found[name] = parse_iso(found[name])
    if "sex" in found:
        found["sex"] = sex_stated(found["sex"])
    if "theory" in found:
        level = theory_level(found["theory"])
        found["theory"] = TheoryLevel(level) if level else None
    return found
