"""Posts, who holds them from when to when and by which paper, and who is in charge of what beside a post."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.party import Organisation
from desktop.models.people import Person
from desktop.models.places import Unit
from desktop.models.types import Text64


class PostKind(StrEnum):
    """Which post: of a hamlet, of a Party organisation, of the unit of a place of work, of the commune."""

    HAMLET_HEAD = "hamlet_head"
    HAMLET_DEPUTY = "hamlet_deputy"
    FRONT_BOARD_HEAD = "front_board_head"
    POLICE_OFFICER = "police_officer"
    WOMEN_HEAD = "women_head"
    FARMERS_HEAD = "farmers_head"
    VETERANS_HEAD = "veterans_head"
    YOUTH_SECRETARY = "youth_secretary"
    SECRETARY = "secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    COMMITTEE_MEMBER = "committee_member"
    UNIT_HEAD = "unit_head"
    COUNCIL_CHAIR = "council_chair"
    COMMUNE_CHAIR = "commune_chair"
    COMMUNE_DEPUTY_CHAIR = "commune_deputy_chair"
    COMMUNE_OTHER = "commune_other"


class Way(StrEnum):
    """How somebody came to a post; a provisional one serves until the post is filled."""

    ELECTED = "elected"
    APPOINTED = "appointed"
    PROVISIONAL = "provisional"


class Tenure(StrEnum):
    """Whether the holder is new in the post; None where that isn't known, which is never guessed."""

    NEW = "new"
    RE_ELECTED = "re_elected"


class ProvisionalReason(StrEnum):
    """Why a provisional head serves: the post fell vacant, or the hamlet was set up or made anew."""

    VACANT = "vacant"
    MADE_ANEW = "made_anew"


class Post(Keyed, Base):
    """A post that somebody holds, in a unit or in a Party organisation, from a day to a day.

    The holder is a ``person`` of the registers or, where none is known, a ``name``; neither is written yet
    while a provisional head's decision is being prepared. ``title`` is the post's word where its kind has
    none of its own; ``until`` the day by which it has to be over. ``local`` tells whether the holder's home
    is here; ``states_member`` is what the file ``source``, or what was typed, says of the holder's
    membership, which counts as long as the registers don't know it.
    """

    __tablename__ = "posts"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="period"),
        CheckConstraint("(unit_id IS NULL) <> (organisation_id IS NULL)", name="place"),
        CheckConstraint("person_id IS NULL OR name IS NULL", name="holder"),
        CheckConstraint("why IS NULL OR way = 'provisional'", name="why"),
        STRICT,
    )

    kind: Mapped[PostKind]
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit | None] = relationship(default=None)
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisations.id"), init=False, index=True
    )
    organisation: Mapped[Organisation | None] = relationship(default=None)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    person: Mapped[Person | None] = relationship(default=None)
    name: Mapped[str | None] = mapped_column(default=None)
    title: Mapped[str | None] = mapped_column(default=None)
    way: Mapped[Way | None] = mapped_column(default=None)
    tenure: Mapped[Tenure | None] = mapped_column(default=None)
    why: Mapped[ProvisionalReason | None] = mapped_column(default=None)
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)
    paper_number: Mapped[Text64 | None] = mapped_column(default=None)
    paper_on: Mapped[date | None] = mapped_column(default=None)
    local: Mapped[bool | None] = mapped_column(default=None)
    states_member: Mapped[bool | None] = mapped_column(default=None)
    source: Mapped[str | None] = mapped_column(default=None)

    @property
    def holder(self) -> str | None:
        """Name of who holds it; None while nobody is written down."""
        return self.person.name if self.person is not None else self.name


class Assignment(Keyed, Base):
    """Somebody who is in charge of a commune, a branch or a hamlet, from a day to a day."""

    __tablename__ = "assignments"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="period"),
        CheckConstraint("(unit_id IS NULL) <> (organisation_id IS NULL)", name="place"),
        CheckConstraint("(person_id IS NULL) <> (name IS NULL)", name="holder"),
        STRICT,
    )

    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit | None] = relationship(default=None)
    organisation_id: Mapped[int | None] = mapped_column(
        ForeignKey("organisations.id"), init=False, index=True
    )
    organisation: Mapped[Organisation | None] = relationship(default=None)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    person: Mapped[Person | None] = relationship(default=None)
    name: Mapped[str | None] = mapped_column(default=None)
    duty: Mapped[str | None] = mapped_column(default=None)
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    paper_number: Mapped[Text64 | None] = mapped_column(default=None)
    paper_on: Mapped[date | None] = mapped_column(default=None)

    @property
    def holder(self) -> str:
        """Name of who is in charge."""
        return self.person.name if self.person is not None else self.name or ""
