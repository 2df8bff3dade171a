"""Personnel before the vote: reviews of who sits, reserves, issues raised, and links of heads to members."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.party import Member, Organisation
from desktop.models.people import ImportBatch, Person
from desktop.models.places import Unit
from desktop.models.types import Text64


class ReviewedPost(StrEnum):
    """Whose post is reviewed, or a reserve kept for: the head of a hamlet, the secretary of its branch."""

    HEAD = "head"
    SECRETARY = "secretary"


class ReviewOutcome(StrEnum):
    """What a review of a sitting head or secretary ends with: stands again, replaced, or a new source."""

    STANDS_AGAIN = "stands_again"
    REPLACED = "replaced"
    NEW_SOURCE = "new_source"


class IncumbentReview(Keyed, Base):
    """What was decided about a sitting head or secretary before the vote: when, by whom, in what words.

    ``name`` is the holder's as it was then. Of several reviews of one post the latest counts for as long as
    the same person sits.

    Source: field-practice.md P03.
    """

    __tablename__ = "incumbent_reviews"
    __table_args__ = (
        UniqueConstraint("unit_id", "name", "reviewed_on"),
        UniqueConstraint("organisation_id", "name", "reviewed_on"),
        CheckConstraint("(unit_id IS NULL) <> (organisation_id IS NULL)", name="place"),
        CheckConstraint("reviewer <> ''", name="reviewer"),
        STRICT,
    )

    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"), init=False)
    unit: Mapped[Unit | None] = relationship()
    organisation_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), init=False)
    organisation: Mapped[Organisation | None] = relationship()
    name: Mapped[str]
    outcome: Mapped[ReviewOutcome]
    reviewed_on: Mapped[date]
    reviewer: Mapped[str]
    assessment: Mapped[str | None] = mapped_column(default=None)


class ReservePerson(Keyed, Base):
    """Somebody kept in reserve for a post of a hamlet, by ``position`` from 1; a person or a typed name.

    Source: field-practice.md P03.
    """

    __tablename__ = "reserve_people"
    __table_args__ = (
        CheckConstraint("position >= 1", name="position"),
        CheckConstraint("(person_id IS NULL) <> (name IS NULL)", name="holder"),
        STRICT,
    )

    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit] = relationship()
    post: Mapped[ReviewedPost]
    position: Mapped[int]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    person: Mapped[Person | None] = relationship()
    name: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)

    @property
    def holder(self) -> str:
        """Name of who is in reserve."""
        return self.person.name if self.person is not None else self.name or ""


class RaisedIssue(Keyed, Base):
    """A matter or petition that is to be settled in a hamlet before the vote, and what became of it.

    Source: field-practice.md P11.
    """

    __tablename__ = "raised_issues"
    __table_args__ = (
        CheckConstraint("(settled_on IS NULL) = (how IS NULL)", name="settled"),
        CheckConstraint("settled_on >= raised_on", name="days"),
        CheckConstraint("what <> '' AND raised_by <> ''", name="said"),
        STRICT,
    )

    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit] = relationship()
    raised_on: Mapped[date]
    raised_by: Mapped[str]
    what: Mapped[str]
    settled_on: Mapped[date | None] = mapped_column(default=None)
    how: Mapped[str | None] = mapped_column(default=None)


class HeadLink(Keyed, Base):
    """Which member a head is of whom the office learned by a package; ``member`` None for who is none.

    It holds for the head whom the package named then, in that ``election``: another name is another head.
    ``batch`` wrote the head's post; None where there was nothing to be written.
    """

    __tablename__ = "head_links"
    __table_args__ = (UniqueConstraint("election", "name", "born"), STRICT)

    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    unit: Mapped[Unit] = relationship()
    election: Mapped[Text64]
    name: Mapped[str]
    born: Mapped[int | None]
    linked_on: Mapped[date]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), init=False, index=True)
    member: Mapped[Member | None] = relationship(default=None)
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("import_batches.id"), init=False, index=True)
    batch: Mapped[ImportBatch | None] = relationship(default=None)
