"""Whether anything rests on the records of a batch, so that it can no longer be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from sqlalchemy import Exists, Integer, ScalarSelect, Select, String, cast, exists, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased, class_mapper

from desktop.models.audit import AuditEntry
from desktop.models.base import Base, Keyed
from desktop.models.elections import Candidate, ClusterHousehold, Election, Official
from desktop.models.party import (
    BranchHamlet,
    Member,
    Membership,
    OrganisationEvent,
    Standing,
    Term,
    organisation_predecessors,
)
from desktop.models.people import Change, Household, HouseholdMember, ImportBatch, ImportRow, Voter
from desktop.models.places import HamletFacts, Unit, unit_predecessors
from desktop.models.posts import Assignment, Post
from desktop.models.rolls import RollEntry
from desktop.services.lists.restoring import MADE
from desktop.sheets.lists.kinds.known import KINDS

_Key = InstrumentedAttribute[int]
_OF_A_PERSON = frozenset({"name", "birth", "sex", "identity", "ethnic"})
_OF_A_MEMBERSHIP = frozenset({"branch"})
_OF_A_GATHERING = frozenset({"hamlets"})


def use_of(session: Session, batch: ImportBatch) -> str | None:
    """Return why a batch must stay.

    ``forgotten``, ``roll``, ``election``, ``member``, ``post``, ``branch``, ``hamlet``, ``later``, ``edited``
    or ``record``.
    """
    uses: dict[str, Callable[[Session, ImportBatch], bool]] = {
        "forgotten": _is_forgotten,
        "roll": _on_a_roll,
        "election": _in_an_election,
        "member": _among_members,
        "post": _in_a_post,
        "branch": _branch_in_use,
        "hamlet": _hamlet_in_use,
        "later": _in_a_later_list,
        "edited": _edited_since,
        "record": _in_another_record,
    }
    return next((reason for reason, is_used in uses.items() if is_used(session, batch)), None)


def records_of(batch: ImportBatch, kind: str, change: Change | None = None) -> Select[int]:
    """Return the keys of the records of a kind that a batch made or changed."""
    found = select(ImportRow.record_id).where(ImportRow.batch_id == batch.id, ImportRow.record_kind == kind)
    return found if change is None else found.where(ImportRow.change == change)


def _is_forgotten(session: Session, batch: ImportBatch) -> bool:
    """Tell whether what a batch changed is known no longer: a rule of retention deleted it."""
    if session.scalar(select(exists().where(ImportRow.batch_id == batch.id))):
        return False
    # A list that found everything as it was, or was empty, changed nothing; what is no list counts nothing.
    return batch.kind not in KINDS or bool(batch.new or batch.changed)


def _on_a_roll(session: Session, batch: ImportBatch) -> bool:
    """Tell whether a household of the batch stands on a roll that was frozen, or supplemented, after it."""
    # The log's order, not the clock's: a clock can be put back.
    since = select(AuditEntry.record_id).where(AuditEntry.sequence > _taken_in(batch))
    frozen = since.where(AuditEntry.action == "roll.freeze")
    supplemented = since.where(AuditEntry.action == "roll.supplement")
    people = records_of(batch, "Person")
    theirs = select(Household.id).where(Household.head_id.in_(people))
    listed = exists().where(
        or_(
            cast(RollEntry.roll_id, String).in_(frozen),
            cast(RollEntry.id, String).in_(supplemented),
        ),
        or_(
            RollEntry.household_id.in_(records_of(batch, "Household")),
            RollEntry.household_id.in_(theirs),
            RollEntry.person_id.in_(people),
            RollEntry.person_id.in_(select(Voter.person_id).where(Voter.id.in_(records_of(batch, "Voter")))),
        ),
    )
    return bool(session.scalar(select(listed)))


def _in_an_election(session: Session, batch: ImportBatch) -> bool:
    made = records_of(batch, "Person", Change.NEW)
    nominated = exists().where(Candidate.person_id.in_(made))
    serving = exists().where(Official.person_id.in_(made))
    # Somebody that the list brought in may head a household that came later.
    heading = exists().where(
        Household.head_id.in_(made), Household.id.not_in(records_of(batch, "Household", Change.NEW))
    )
    # Or live in one by something else than the list; nor goes a household that others were added to.
    living = exists().where(
        or_(
            HouseholdMember.person_id.in_(made),
            HouseholdMember.household_id.in_(records_of(batch, "Household", Change.NEW)),
        ),
        HouseholdMember.id.not_in(records_of(batch, "HouseholdMember", Change.NEW)),
    )
    voting = exists().where(Voter.person_id.in_(made), Voter.id.not_in(records_of(batch, "Voter")))
    meeting = exists().where(ClusterHousehold.household_id.in_(records_of(batch, "Household", Change.NEW)))
    return bool(session.scalar(select(or_(nominated, serving, heading, living, voting, meeting))))


def _among_members(session: Session, batch: ImportBatch) -> bool:
    """Tell whether somebody that the batch made is a member, or has a standing, by something else than it."""
    made, members = records_of(batch, "Person", Change.NEW), records_of(batch, "Member", Change.NEW)
    member = exists().where(Member.person_id.in_(made), Member.id.not_in(members))
    standing = exists().where(Standing.member_id.in_(members))
    moved = exists().where(
        Membership.member_id.in_(members), Membership.id.not_in(records_of(batch, "Membership"))
    )
    gathered = exists().where(
        BranchHamlet.hamlet_id.in_(records_of(batch, "Unit", Change.NEW)),
        BranchHamlet.id.not_in(records_of(batch, "BranchHamlet")),
    )
    return bool(session.scalar(select(or_(member, standing, moved, gathered))))


def _in_a_post(session: Session, batch: ImportBatch) -> bool:
    """Tell whether somebody whom the batch made holds a post, or is in charge, by something else than it."""
    made = records_of(batch, "Person", Change.NEW)
    held = (
        exists().where(kind.person_id.in_(made), kind.id.not_in(records_of(batch, kind.__name__)))
        for kind in (Post, Assignment)
    )
    return bool(session.scalar(select(or_(*held))))


def _branch_in_use(session: Session, batch: ImportBatch) -> bool:
    """Tell whether something hangs on an organisation that the batch made, by something else than it."""
    made = records_of(batch, "Organisation", Change.NEW)
    held = [
        exists().where(column.in_(made), column.class_.id.not_in(records_of(batch, column.class_.__name__)))
        for column in (
            Membership.branch_id,
            BranchHamlet.branch_id,
            Term.organisation_id,
            OrganisationEvent.organisation_id,
            Post.organisation_id,
            Assignment.organisation_id,
        )
    ]
    follows = exists().where(organisation_predecessors.c.predecessor_id.in_(made))
    return bool(session.scalar(select(or_(*held, follows))))


def _hamlet_in_use(session: Session, batch: ImportBatch) -> bool:
    made = records_of(batch, "Unit", Change.NEW)
    # The households that a change of hamlets took along don't hold it.
    return bool(
        session.scalar(
            select(
                or_(
                    exists().where(
                        Household.hamlet_id.in_(made), Household.id.not_in(records_of(batch, "Household"))
                    ),
                    exists().where(Voter.hamlet_id.in_(made), Voter.id.not_in(records_of(batch, "Voter"))),
                    exists().where(
                        HamletFacts.unit_id.in_(made), HamletFacts.id.not_in(records_of(batch, "HamletFacts"))
                    ),
                    exists().where(Post.unit_id.in_(made), Post.id.not_in(records_of(batch, "Post"))),
                    exists().where(
                        Assignment.unit_id.in_(made), Assignment.id.not_in(records_of(batch, "Assignment"))
                    ),
                    exists().where(Election.unit_id.in_(made)),
                    exists().where(Unit.parent_id.in_(made)),
                    exists().where(unit_predecessors.c.predecessor_id.in_(made)),
                )
            )
        )
    )


def _in_a_later_list(session: Session, batch: ImportBatch) -> bool:
    ours = aliased(ImportRow)
    later = exists().where(
        ImportBatch.id > batch.id,
        ImportBatch.undone_at.is_(None),
        ImportRow.batch_id == ImportBatch.id,
        ours.batch_id == batch.id,
        ours.record_kind == ImportRow.record_kind,
        ours.record_id == ImportRow.record_id,
    )
    return bool(session.scalar(select(later)))


def _edited_since(session: Session, batch: ImportBatch) -> bool:
    edited = exists().where(
        AuditEntry.sequence > _taken_in(batch),
        ImportRow.batch_id == batch.id,
        AuditEntry.record_kind == ImportRow.record_kind,
        AuditEntry.record_id == cast(ImportRow.record_id, String),
    )
    return bool(session.scalar(select(edited))) or _is_gone(session, batch) or _edited_beside(session, batch)


def _is_gone(session: Session, batch: ImportBatch) -> bool:
    """Tell whether a record of the batch was taken away by hand, as a move that was written by mistake."""
    gone = (
        exists().where(
            ImportRow.batch_id == batch.id,
            ImportRow.record_kind == kind.__name__,
            ImportRow.record_id.not_in(select(kind.id)),
        )
        for kind in MADE
    )
    return bool(session.scalar(select(or_(*gone))))


def _edited_beside(session: Session, batch: ImportBatch) -> bool:
    """Tell whether a record of the batch was edited under the name of one that it belongs to in the log."""
    beside: tuple[tuple[str, _Key, str, _Key, AbstractSet[str]], ...] = (
        ("Person", Member.person_id, "Member", Member.id, _OF_A_PERSON),
        ("Person", HouseholdMember.person_id, "HouseholdMember", HouseholdMember.id, _OF_A_PERSON),
        ("Membership", Membership.id, "Member", Membership.member_id, _OF_A_MEMBERSHIP),
        ("BranchHamlet", BranchHamlet.id, "Organisation", BranchHamlet.branch_id, _OF_A_GATHERING),
    )
    for kind, record, owner_kind, owner, fields in beside:
        told = select(record, AuditEntry.fields).where(
            AuditEntry.sequence > _taken_in(batch),
            AuditEntry.record_kind == owner_kind,
            owner == cast(AuditEntry.record_id, Integer),
        )
        edited = {key for key, names in session.execute(told) if not fields.isdisjoint(names)}
        if edited and not edited.isdisjoint(session.scalars(records_of(batch, kind))):
            return True
    return False


def _in_another_record(session: Session, batch: ImportBatch) -> bool:
    """Tell whether anything else refers to what the batch made, whatever tables there will be."""
    return any(session.scalar(select(used)) for kind in MADE for used in _references(batch, kind))


def _references(batch: ImportBatch, kind: type[Keyed]) -> Iterator[Exists]:
    made, table = records_of(batch, kind.__name__, Change.NEW), class_mapper(kind).local_table
    for mapper in Base.registry.mappers:
        owner = mapper.class_
        for foreign in mapper.local_table.foreign_keys if issubclass(owner, Keyed) else ():
            if foreign.column.table is table:
                theirs = records_of(batch, owner.__name__)
                yield exists().where(foreign.parent.in_(made), owner.id.not_in(theirs))


def _taken_in(batch: ImportBatch) -> ScalarSelect[int]:
    taken_in = select(func.min(AuditEntry.sequence)).where(
        AuditEntry.record_kind == "ImportBatch", AuditEntry.record_id == str(batch.id)
    )
    return taken_in.scalar_subquery()
