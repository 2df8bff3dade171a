"""Members of a branch, or of all branches of a commune, from a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.party import (
    Beginning,
    Ending,
    Member,
    Membership,
    Organisation,
    OrganisationKind,
    TheoryLevel,
)
from desktop.models.people import Person
from desktop.models.posts import Post
from desktop.models.store.session import reading as reading_session
from desktop.models.store.session import writing
from desktop.services.lists import taking as list_import
from desktop.services.lists.batches import Import, Progress
from desktop.services.lists.preview import Preview, RowChoice, RowState, Verdict
from desktop.services.lists.sources import NOTHING, Said, read_as_remembered, read_as_said
from desktop.services.lists.taking import Into, ListKind, Taking
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, is_training, own_unit
from desktop.services.party.branches import branch_named, branch_of_hamlet, branch_on, make_hamlet_branch
from desktop.services.party.matching import (
    FIELDS,
    MEMBER_FIELDS,
    PERSON_FIELDS,
    Branches,
    differences,
    held_by,
    told,
)
from desktop.services.party.parts import (
    branch_stated,
    branches_of,
    is_of_several,
    parts_of,
    refuse_unknown,
)
from desktop.services.party.posts import person_meant
from desktop.services.people.matching import sex_stated
from desktop.services.places.heads import match_heads
from desktop.services.places.lookup import unit_on
from desktop.sheets.lists.block import read_block
from desktop.sheets.lists.reading import Reading, open_list
from desktop.sheets.lists.stated import branches_stated
from desktop.vietnamese.partial_date import parse_iso
from desktop.vietnamese.theory_levels import theory_level
from desktop.wording import words

_PARTIAL = ("birth", "admitted", "official")


@for_party
def preview(workplace: Workplace, branch: str, reading: Reading) -> Preview:
    """Set a list beside the members of a branch, by its code, and write nothing.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    return list_import.preview(workplace, _MEMBERS, branch, reading)


@for_party
def preview_parts(workplace: Workplace, reading: Reading, said: Said = NOTHING) -> Preview:
    """Set a list of several branches beside the members of all of them, and write nothing.

    ``said.hamlets`` has by what a part says the code of its branch; parts without one wait for a person.
    """
    places = branches_of(workplace, reading, said.hamlets)
    with reading_session(workplace.database) as session:
        commune = own_unit(session).code
    return list_import.preview(workplace, _MEMBERS, commune, reading, places=places)


@for_party
def store(
    workplace: Workplace,
    shown: Preview,
    choices: Mapping[int, RowChoice] | None = None,
    progress: Progress | None = None,
) -> Import:
    """Store what a preview showed, as ``list_import.store`` does.

    Whoever is a member of another branch, and is decided to be the same, leaves it and enters this one today.
    """
    return list_import.store(workplace, _MEMBERS, shown, choices, progress)


@for_party
def open_file(workplace: Workplace, path: Path, branch: str | None) -> Preview:
    """Read a workbook and set it beside the branch that it names, else beside the given one.

    One that names several, a sheet or a value of a column for each, is set beside all of theirs; where
    nothing tells the branch, the whole list is a part of which a person says it.

    Raises:
        SheetRefused: the workbook cannot be read.
    """
    file = open_list(path)
    reading, said = read_as_remembered(workplace, "members", file)
    several = is_of_several(reading) and any(
        part.place for part in parts_of(workplace, reading, said.hamlets)
    )
    code = None if several else branch_stated(workplace, reading) or branch
    if code is None:
        return replace(preview_parts(workplace, reading, said), file=file, said=said)
    return replace(preview(workplace, code, reading), file=file, said=said)


@for_party
def look_again(workplace: Workplace, shown: Preview, branch: str, said: Said) -> Preview:
    """Set a list beside a branch anew: another one, or read as a person says.

    Args:
        workplace: the open office.
        shown: what was shown of it.
        branch: the branch's code; the commune's where each part is for its own.
        said: of its columns and of its parts.

    Raises:
        SheetRefused: so read it is no list.
        RequestRefused: ``unknown.branch``.
    """
    reading = shown.whole
    if shown.file is not None and said.columns != shown.said.columns:
        reading = read_as_said(workplace, "members", shown.file, said)
    with reading_session(workplace.database) as session:
        commune = own_unit(session).code
    whole = branch == commune
    again = preview_parts(workplace, reading, said) if whole else preview(workplace, branch, reading)
    return replace(again, file=shown.file, said=said)


@for_party
def take_in_parts(workplace: Workplace, reading: Reading, progress: Progress | None = None) -> Import:
    """Store a list of several branches in one go; doubtful rows wait for a person.

    Raises:
        RequestRefused: ``import.branches`` where a part is of no known branch.
    """
    refuse_unknown(parts_of(workplace, reading), reading.source.name)
    return store(workplace, preview_parts(workplace, reading), progress=progress)


@for_party
def open_block(workplace: Workplace, rows: Sequence[Sequence[str]], name: str, branch: str | None) -> Preview:
    """Set a block of cells that was copied from a spreadsheet beside a branch, as ``open_file`` does.

    Args:
        workplace: the open office.
        rows: the copied cells as text.
        name: what the block is called in messages.
        branch: code of the branch on show; None for none.

    Raises:
        SheetRefused: the block is empty, or no list.
        RequestRefused: ``import.branch``.
    """
    reading = read_block(rows, "members", name, workplace.today())
    code = branch_stated(workplace, reading) or branch
    if code is None:
        raise RequestRefused("import.branch", where=reading.source.name)
    return preview(workplace, code, reading)


@for_party
def branch_for(workplace: Workplace, branch: str | None, hamlet: str | None) -> str:
    """Return the code of the branch of that name or code, or of the hamlet of that code.

    A hamlet that has no branch gets one in a training office. Source: commands.md (``import``).

    Raises:
        RequestRefused: ``unknown.branch``, ``unknown.unit``, ``import.branch`` where neither is given.
    """
    today = workplace.today()
    if branch is not None:
        with reading_session(workplace.database) as session:
            found = branch_named(session, branch, today)
            if found is None:
                raise RequestRefused("unknown.branch", where=branch)
            return found.code
    if hamlet is None:
        raise RequestRefused("import.branch", reason="option")
    with writing(workplace.database) as session:
        unit = unit_on(session, hamlet, today)
        found = branch_of_hamlet(session, unit, today)
        if found is None and not is_training(session):
            raise RequestRefused("unknown.branch", where=f"{unit.kind} {unit.name}")
        return (found or make_hamlet_branch(workplace, session, unit)).code


def _target(session: Session, code: str, day: date) -> Organisation:
    """Return the branch of a code; for the commune's own what stands for all branches of the list."""
    commune = own_unit(session)
    if code != commune.code:
        return branch_on(session, code, day)
    # Never stored: a list of the whole commune is for no organisation, each of its parts is.
    name = words("party.whole_commune", commune=f"{commune.kind.lower()} {commune.name}")
    return Organisation(code=code, kind=OrganisationKind.COMMITTEE, name=name)


def _verdicts(session: Session, into: Into[Organisation], reading: Reading, today: date) -> list[Verdict]:
    branches = [into.of(number) for number in reading.numbers]
    stated = branches_stated(reading) if into.of_rows is not None else {}
    return list(Branches(session, branches, reading.rows, today, stated).verdicts(reading.numbers))


def _make(taking: Taking[Organisation], rows: Sequence[Mapping[str, Any]]) -> None:
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


def _update(taking: Taking[Organisation], rows: Mapping[int, Mapping[str, Any]]) -> None:
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
        yesterday = taking.today - timedelta(days=1)
        last = max(yesterday, held.starts_on) if held.starts_on else yesterday
        left = {"ends_on": last, "ending": Ending.WITHIN, "destination": taking.unit.name}
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


_MEMBERS = ListKind("members", FIELDS, _target, _verdicts, _make, _update)
