"""Whether anything rests on the records of a batch, so that it can no longer be taken back."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import ScalarSelect, Select, String, cast, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.audit import AuditEntry
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


def use_of(session: Session, batch: ImportBatch) -> str | None:
    """Return why a batch must stay.

    ``roll``, ``election``, ``member``, ``post``, ``branch``, ``hamlet``, ``later`` or ``edited``.
    """
    uses: dict[str, Callable[[Session, ImportBatch], bool]] = {
        "roll": _on_a_roll,
        "election": _in_an_election,
        "member": _among_members,
        "post": _in_a_post,
        "branch": _branch_in_use,
        "hamlet": _hamlet_in_use,
        "later": _in_a_later_list,
        "edited": _edited_since,
    }
    return next((reason for reason, is_used in uses.items() if is_used(session, batch)), None)


def records_of(batch: ImportBatch, kind: str, change: Change | None = None) -> Select[int]:
    """Return the keys of the records of a kind that a batch made or changed."""
    found = select(ImportRow.record_id).where(ImportRow.batch_id == batch.id, ImportRow.record_kind == kind)
    return found if change is None else found.where(ImportRow.change == change)


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
    return bool(session.scalar(select(edited)))


def _taken_in(batch: ImportBatch) -> ScalarSelect[int]:
    taken_in = select(func.min(AuditEntry.sequence)).where(
        AuditEntry.record_kind == "ImportBatch", AuditEntry.record_id == str(batch.id)
    )
    return taken_in.scalar_subquery()
