"""The committee and branches of all kinds: made, renamed, ended and merged, each by its decision."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload

from desktop.errors import RequestRefused
from desktop.models.party import (
    BranchHamlet,
    EventKind,
    Membership,
    Organisation,
    OrganisationEvent,
    OrganisationKind,
)
from desktop.models.people import ImportBatch
from desktop.models.posts import Assignment, Post
from desktop.models.store.session import writing
from desktop.services.lists.batches import Batch, take_back
from desktop.services.lists.use import records_of
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import branch_of_hamlet, lives_on, make_branch, next_code
from desktop.services.party.organisation_views import (
    END,
    MERGE,
)
from desktop.services.places.heads import end_post
from desktop.services.places.lookup import unit_on
from desktop.services.places.succession import NO_DECISION, Decision
from desktop.vietnamese.text import fold, tidy

__all__ = [
    "NewOrganisation",
    "OrganisationKind",
    "add_organisation",
    "end_organisation",
    "merge_branches",
    "rename_organisation",
    "undo_change",
]

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """What is to be made: its kind, name, hamlets by code (of a residential branch), first day, decision."""

    kind: OrganisationKind
    name: str
    hamlets: tuple[str, ...] = ()
    starts_on: date | None = None
    decision: Decision = NO_DECISION


@for_party
def add_organisation(workplace: Workplace, new: NewOrganisation) -> str:
    """Make an organisation, and return its code; the commune's committee is the parent of all others.

    Raises:
        RequestRefused: ``branch.name``; ``branch.hamlet`` as ``branches.make_branch``; ``branch.committee``
            where there is a committee already; ``unknown.unit``.
    """
    today = workplace.today()
    with writing(workplace.database) as session:
        if new.kind is OrganisationKind.COMMITTEE:
            made = _committee(workplace, session, new)
        else:
            units = [unit_on(session, code, today) for code in new.hamlets]
            made = make_branch(workplace, session, new.kind, new.name, units, new.starts_on)
            made.parent = committee_of(session, today)
        _event(session, made, EventKind.MADE, new.starts_on, new.decision)
        session.flush()
        return made.code


def committee_of(session: Session, day: date) -> Organisation | None:
    """Return the commune's committee on a day; None where none is written down."""
    found = select(Organisation).where(
        Organisation.kind == OrganisationKind.COMMITTEE, *lives_on(Organisation, day)
    )
    return session.scalars(found).first()


@for_party
def rename_organisation(
    workplace: Workplace, code: str, name: str, on: date | None, decision: Decision = NO_DECISION
) -> None:
    """Give an organisation another name from a day on; without a day the old one was only misspelt.

    Raises:
        RequestRefused: ``unknown.branch``; ``branch.name`` for an empty or a taken one; ``branch.day`` for a
            day to come or before its first.
    """
    today = workplace.today()
    with writing(workplace.database) as session:
        found = organisation_on(session, code, today)
        named = tidy(name)
        if not named or _taken(session, named, today, {found.id}):
            raise RequestRefused("branch.name", where=named)
        if on is not None:
            _check_day(found, on, today)
            _event(session, found, EventKind.RENAMED, on, decision, found.name)
        found.name = named
        session.flush()
        workplace.note(session, "branch.rename", found, "name")


@for_party
def end_organisation(workplace: Workplace, code: str, on: date, decision: Decision = NO_DECISION) -> None:
    """End an organisation that nobody is in any more; ``on`` is its last day.

    Raises:
        RequestRefused: ``unknown.branch``; ``branch.members``; ``branch.day``; ``branch.children`` for a
            committee that still has branches.
    """
    today = workplace.today()
    with writing(workplace.database) as session:
        found = organisation_on(session, code, today)
        _check_day(found, on, today)
        held = select(Membership.id).where(Membership.branch_id == found.id, *lives_on(Membership, today))
        if session.scalars(held.where(or_(Membership.ends_on.is_(None), Membership.ends_on > on))).first():
            raise RequestRefused("branch.members", where=found.name)
        children = select(Organisation.id).where(Organisation.parent_id == found.id)
        if session.scalars(children.where(*lives_on(Organisation, today))).first() is not None:
            raise RequestRefused("branch.children", where=found.name)
        batch = _batch(workplace, session, END, found.name)
        _end(batch, [found], on)
        batch.make(
            OrganisationEvent(organisation=found, what=EventKind.ENDED, happens_on=on, **_said(decision))
        )
        workplace.note(session, END, found, "ends_on")
        batch.end()


@for_party
def merge_branches(
    workplace: Workplace, codes: Sequence[str], name: str, on: date, decision: Decision = NO_DECISION
) -> int:
    """Make one branch of several from a day on, and return the batch that takes it back.

    Their members and hamlets go along; posts and assignments of the old ones end the day before. The
    congresses of the new one are counted from one.

    Raises:
        RequestRefused: ``branch.merge`` for fewer than two, or for branches of different kinds;
            ``branch.name``; ``branch.day``; ``unknown.branch``.

    Source: H 13.2 (numbering), R 16.5 (the superior appoints the first committee).
    """
    today = workplace.today()
    if len(set(codes)) < 2:
        raise RequestRefused("branch.merge")
    with writing(workplace.database) as session:
        before = [organisation_on(session, code, today) for code in dict.fromkeys(codes)]
        kinds = {each.kind for each in before}
        if len(kinds) > 1 or OrganisationKind.COMMITTEE in kinds:
            raise RequestRefused("branch.merge")
        for each in before:
            _check_day(each, on - _DAY, today)
        named = tidy(name)
        if not named or _taken(session, named, today, {each.id for each in before}):
            raise RequestRefused("branch.name", where=named)
        batch = _batch(workplace, session, MERGE, named)
        made = Organisation(
            code=next_code(session),
            kind=before[0].kind,
            name=named,
            starts_on=on,
            parent=before[0].parent,
            predecessors=before,
        )
        batch.make(made)
        keys = [each.id for each in before]
        held = select(BranchHamlet).where(BranchHamlet.branch_id.in_(keys), *lives_on(BranchHamlet, on))
        units = dict.fromkeys(link.hamlet for link in session.scalars(held.order_by(BranchHamlet.id)))
        batch.make(*(BranchHamlet(branch=made, hamlet=unit, starts_on=on) for unit in units))
        inside = select(Membership).where(Membership.branch_id.in_(keys), *lives_on(Membership, on))
        people = list(session.scalars(inside.order_by(Membership.id).options(joinedload(Membership.member))))
        number, day = decision.number, decision.decided_on
        with session.no_autoflush:
            batch.make(
                *(
                    Membership(
                        member=each.member,
                        branch=made,
                        starts_on=on,
                        ends_on=each.ends_on,
                        paper_number=number,
                        paper_on=day,
                    )
                    for each in people
                )
            )
        _end(batch, before, on - _DAY)
        event = OrganisationEvent(organisation=made, what=EventKind.MADE, happens_on=on, **_said(decision))
        batch.make(event)
        session.flush()
        workplace.note(session, MERGE, made, "name", "predecessors", "members")
        return batch.end().batch


@for_party
def undo_change(workplace: Workplace, batch: int) -> None:
    """Take a merger of branches or an ending back: they live on, with their members, hamlets and posts.

    Raises:
        RequestRefused: ``branch.undone``, ``ending.undone``; ``branch.used``, ``ending.used`` with the reason
            when something rests on it since.
    """
    with writing(workplace.database) as session:
        found = session.get_one(ImportBatch, batch)
        if found.kind == END and found.undone_at is None:
            _check_revival(session, found, workplace.today())
        take_back(workplace, session, found, "branch" if found.kind == MERGE else "ending")


def _check_revival(session: Session, batch: ImportBatch, today: date) -> None:
    """Refuse an ended branch to live on where others have its name or its hamlets by now."""
    wanted = select(Organisation).where(Organisation.id.in_(records_of(batch, "Organisation")))
    links = set(session.scalars(records_of(batch, "BranchHamlet")))
    for each in session.scalars(wanted).all():
        hamlets = [link.hamlet for link in each.hamlets if link.id in links]
        gathered = any(branch_of_hamlet(session, unit, today) is not None for unit in hamlets)
        if gathered or _taken(session, each.name, today, {each.id}):
            raise RequestRefused("ending.used", where=each.name, reason="place")


def organisation_on(session: Session, code: str, day: date) -> Organisation:
    """Return the organisation of a code, a branch or the committee.

    Raises:
        RequestRefused: ``unknown.branch``.
    """
    found = select(Organisation).where(Organisation.code == code, *lives_on(Organisation, day))
    organisation = session.scalars(found).one_or_none()
    if organisation is None:
        raise RequestRefused("unknown.branch", where=code)
    return organisation


def _committee(workplace: Workplace, session: Session, new: NewOrganisation) -> Organisation:
    today, named = workplace.today(), tidy(new.name)
    if committee_of(session, today) is not None:
        raise RequestRefused("branch.committee")
    if not named or _taken(session, named, today, set()):
        raise RequestRefused("branch.name", where=named)
    made = Organisation(code=next_code(session), kind=new.kind, name=named, starts_on=new.starts_on)
    session.add(made)
    session.flush()
    orphans = select(Organisation).where(
        Organisation.parent_id.is_(None), Organisation.id != made.id, *lives_on(Organisation, today)
    )
    for branch in session.scalars(orphans):
        branch.parent = made
    workplace.note(session, "branch.add", made, "name", "kind")
    return made


def _taken(session: Session, name: str, day: date, but: set[int]) -> bool:
    living = select(Organisation).where(*lives_on(Organisation, day), Organisation.id.not_in(but))
    return any(fold(each.name) == fold(name) for each in session.scalars(living))


def _check_day(organisation: Organisation, day: date, today: date) -> None:
    early = organisation.starts_on is not None and day < organisation.starts_on
    if early or day > today:
        raise RequestRefused("branch.day", where=organisation.name)


def _end(batch: Batch, before: Iterable[Organisation], last: date) -> None:
    """End organisations with everything that hangs on them."""
    keys = [each.id for each in before]
    session = batch.session
    for link in session.scalars(select(BranchHamlet).where(BranchHamlet.branch_id.in_(keys))).all():
        _cut(batch, link, last)
    for held in session.scalars(select(Membership).where(Membership.branch_id.in_(keys))).all():
        _cut(batch, held, last)
    for post in session.scalars(select(Post).where(Post.organisation_id.in_(keys))).all():
        end_post(batch, post, last)
    for charge in session.scalars(select(Assignment).where(Assignment.organisation_id.in_(keys))).all():
        end_post(batch, charge, last)
    for each in before:
        batch.change(each, {"ends_on": last})


def _cut(batch: Batch, record: BranchHamlet | Membership, last: date) -> None:
    if record.ends_on is None or record.ends_on > last:
        batch.change(record, {"ends_on": max(last, record.starts_on) if record.starts_on else last})


def _batch(workplace: Workplace, session: Session, kind: str, said: str) -> Batch:
    digest = hashlib.sha256(said.encode()).hexdigest()
    record = ImportBatch(kind=kind, file_name=said, sha256=digest, made_at=workplace.clock())
    return Batch(workplace, session, record, kind)


def _event(
    session: Session,
    organisation: Organisation,
    what: EventKind,
    on: date | None,
    decision: Decision,
    name: str | None = None,
) -> None:
    if decision.is_known() or what is not EventKind.MADE:
        session.add(
            OrganisationEvent(
                organisation=organisation, what=what, happens_on=on, name=name, **_said(decision)
            )
        )


def _said(decision: Decision) -> dict[str, Any]:
    return {"number": decision.number, "decided_on": decision.decided_on, "issuer": decision.issuer}
