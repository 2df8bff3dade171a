"""Dismissals of hamlets' heads, step by step with their papers, and proposals to replace weak heads."""

from datetime import date, time
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.places import Unit
from desktop.models.rolls import ElectorateKind
from desktop.models.types import Text32, Text64, count_check
from desktop.rules.dismissal import AskedBy, DismissalStep, MeetingForm


class Dismissal(Keyed, Base):
    """Somebody asks that the head of a hamlet be dismissed: who, when and why, under which statute.

    ``statute`` names the regulation in force on the day; its bytes are frozen here when it is asked for, so
    that a dismissal that is over can be explained by the rule that it was decided under. ``name`` is the
    head's as it was then, so that papers stay as they were. ``households`` are those of the
    hamlet on the day of a petition, ``signed`` those that signed it. How far it has come follows from its
    ``steps``.

    Source: Decree 59/2023/NĐ-CP art. 9 (rules.md §2, dismissal).
    """

    __tablename__ = "dismissals"
    __table_args__ = (
        count_check("households", "signed"),
        CheckConstraint("signed <= households", name="signed"),
        STRICT,
    )

    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit] = relationship()
    name: Mapped[str]
    statute: Mapped[Text32]
    statute_bytes: Mapped[bytes]
    asked_by: Mapped[AskedBy]
    asked_on: Mapped[date]
    proposer: Mapped[str | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    households: Mapped[int | None] = mapped_column(default=None)
    signed: Mapped[int | None] = mapped_column(default=None)
    steps: Mapped[list["DismissalRecord"]] = relationship(
        back_populates="dismissal",
        order_by="DismissalRecord.number",
        default_factory=list,
        init=False,
        cascade="all, delete-orphan",
    )


class DismissalRecord(Keyed, Base):
    """A step of a dismissal: on which day, by which paper, and why.

    A step that accepts it may say for when and where the meeting is called; ``signer`` is who signed a
    decision, which stays so when the post changes hands.
    """

    __tablename__ = "dismissal_records"
    __table_args__ = (UniqueConstraint("dismissal_id", "number"), STRICT)

    dismissal_id: Mapped[int] = mapped_column(ForeignKey("dismissals.id"), init=False)
    dismissal: Mapped[Dismissal] = relationship(back_populates="steps")
    number: Mapped[int]
    step: Mapped[DismissalStep]
    on_day: Mapped[date]
    paper_number: Mapped[Text64 | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    meets_on: Mapped[date | None] = mapped_column(default=None)
    opening: Mapped[time | None] = mapped_column(default=None)
    venue: Mapped[str | None] = mapped_column(default=None)
    by_deputy: Mapped[bool | None] = mapped_column(default=None)
    signer: Mapped[str | None] = mapped_column(default=None)
    meeting: Mapped["DismissalMeeting | None"] = relationship(
        back_populates="record", default=None, init=False, cascade="all, delete-orphan"
    )


class DismissalMeeting(Keyed, Base):
    """What was counted at the meeting on a dismissal, or on slips after too few came; None for no count.

    ``entitled`` are all household representatives of the hamlet, or all its voters where these decide.
    """

    __tablename__ = "dismissal_meetings"
    __table_args__ = (
        count_check(
            *("entitled", "present", "agree", "against", "abstain"),
            *("issued", "returned", "valid", "invalid"),
        ),
        STRICT,
    )

    record_id: Mapped[int] = mapped_column(ForeignKey("dismissal_records.id"), init=False, unique=True)
    record: Mapped[DismissalRecord] = relationship(back_populates="meeting")
    form: Mapped[MeetingForm]
    electorate: Mapped[ElectorateKind] = mapped_column(default=ElectorateKind.HOUSEHOLDS)
    entitled: Mapped[int]
    present: Mapped[int | None] = mapped_column(default=None)
    agree: Mapped[int]
    against: Mapped[int | None] = mapped_column(default=None)
    abstain: Mapped[int | None] = mapped_column(default=None)
    issued: Mapped[int | None] = mapped_column(default=None)
    returned: Mapped[int | None] = mapped_column(default=None)
    valid: Mapped[int | None] = mapped_column(default=None)
    invalid: Mapped[int | None] = mapped_column(default=None)
    chair: Mapped[str | None] = mapped_column(default=None)
    secretary: Mapped[str | None] = mapped_column(default=None)
    first_witness: Mapped[str | None] = mapped_column(default=None)
    second_witness: Mapped[str | None] = mapped_column(default=None)
    opinions: Mapped[str | None] = mapped_column(default=None)
    explanation: Mapped[str | None] = mapped_column(default=None)


class ProposalOutcome(StrEnum):
    """What became of a proposal to replace a head: a dismissal, the head stays, or it was withdrawn."""

    DISMISSAL = "dismissal"
    STAYS = "stays"
    WITHDRAWN = "withdrawn"


class ReplacementProposal(Keyed, Base):
    """Somebody proposes that a weak head be replaced: who, when, why, and what became of it.

    Source: field-practice.md P25.
    """

    __tablename__ = "replacement_proposals"
    __table_args__ = (
        CheckConstraint("(outcome IS NULL) = (settled_on IS NULL)", name="settled"),
        CheckConstraint("settled_on >= proposed_on", name="days"),
        STRICT,
    )

    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit] = relationship()
    name: Mapped[str]
    proposed_on: Mapped[date]
    proposer: Mapped[str]
    reason: Mapped[str]
    outcome: Mapped[ProposalOutcome | None] = mapped_column(default=None)
    settled_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    dismissal_id: Mapped[int | None] = mapped_column(ForeignKey("dismissals.id"), init=False, index=True)
    dismissal: Mapped[Dismissal | None] = relationship(default=None)
