"""Party organisations, branches of hamlets among them, and their members: the list, never a member's file."""

from datetime import date
from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, ForeignKey, Table, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.people import Person
from desktop.models.places import Unit
from desktop.models.types import PartialDateText, Text32, Text64, count_check, partial_date_check
from desktop.vietnamese.partial_date import PartialDate


class OrganisationKind(StrEnum):
    """What an organisation is: the commune's committee, a branch of hamlets, or one of a place of work."""

    COMMITTEE = "committee"
    RESIDENTIAL = "residential"
    OFFICE = "office"
    PUBLIC_UNIT = "public_unit"
    SCHOOL = "school"
    ARMED_FORCE = "armed_force"
    ENTERPRISE = "enterprise"


organisation_predecessors = Table(
    "organisation_predecessors",
    Base.metadata,
    Column("successor_id", ForeignKey("organisations.id"), primary_key=True),
    Column("predecessor_id", ForeignKey("organisations.id"), primary_key=True),
    CheckConstraint("successor_id <> predecessor_id", name="another"),
    **STRICT,
)


class Organisation(Keyed, Base):
    """A Party organisation from its first day to its last (both may be unknown), under its latest name."""

    __tablename__ = "organisations"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="period"),
        CheckConstraint("parent_id <> id", name="parent"),
        STRICT,
    )

    code: Mapped[Text32] = mapped_column(unique=True)
    kind: Mapped[OrganisationKind]
    name: Mapped[str]
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    parent: Mapped["Organisation | None"] = relationship(remote_side="Organisation.id", default=None)
    hamlets: Mapped[list["BranchHamlet"]] = relationship(
        back_populates="branch", order_by="BranchHamlet.id", default_factory=list, init=False
    )
    terms: Mapped[list["Term"]] = relationship(
        back_populates="organisation", order_by="Term.id", default_factory=list, init=False
    )
    events: Mapped[list["OrganisationEvent"]] = relationship(
        back_populates="organisation", order_by="OrganisationEvent.id", default_factory=list, init=False
    )
    predecessors: Mapped[list["Organisation"]] = relationship(
        secondary=organisation_predecessors,
        primaryjoin="Organisation.id == organisation_predecessors.c.successor_id",
        secondaryjoin="Organisation.id == organisation_predecessors.c.predecessor_id",
        default_factory=list,
    )


class EventKind(StrEnum):
    """What a decision did to an organisation."""

    MADE = "made"
    RENAMED = "renamed"
    ENDED = "ended"


class OrganisationEvent(Keyed, Base):
    """What became of an organisation on a day, by whose decision; ``name`` is the one it had until then."""

    __tablename__ = "organisation_events"
    __table_args__ = (STRICT,)

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    organisation: Mapped[Organisation] = relationship(back_populates="events")
    what: Mapped[EventKind]
    happens_on: Mapped[date | None] = mapped_column(default=None)
    name: Mapped[str | None] = mapped_column(default=None)
    number: Mapped[Text64 | None] = mapped_column(default=None)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    issuer: Mapped[str | None] = mapped_column(default=None)


class Term(Keyed, Base):
    """A term of an organisation: its congress ("lần thứ …"), its days, until when it was lengthened by whom.

    The congresses of a branch that was made of several are counted from one again.
    """

    __tablename__ = "terms"
    __table_args__ = (
        CheckConstraint("ends_on >= starts_on", name="period"),
        CheckConstraint("congress >= 1", name="congress"),
        STRICT,
    )

    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    organisation: Mapped[Organisation] = relationship(back_populates="terms")
    congress: Mapped[int | None] = mapped_column(default=None)
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    lengthened_until: Mapped[date | None] = mapped_column(default=None)
    lengthened_by: Mapped[str | None] = mapped_column(default=None)
    lengthened_number: Mapped[Text64 | None] = mapped_column(default=None)
    lengthened_on: Mapped[date | None] = mapped_column(default=None)


class BranchHamlet(Keyed, Base):
    """A hamlet whose members a branch gathers: a hamlet has one branch at most, a branch one or more."""

    __tablename__ = "branch_hamlets"
    __table_args__ = (
        UniqueConstraint("branch_id", "hamlet_id"),
        CheckConstraint("ends_on >= starts_on", name="period"),
        STRICT,
    )

    branch_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False)
    branch: Mapped[Organisation] = relationship(back_populates="hamlets")
    hamlet_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    hamlet: Mapped[Unit] = relationship()
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)


class TheoryLevel(StrEnum):
    """How far a member was trained in theory, as lists and reports name it."""

    NONE = "none"
    ELEMENTARY = "elementary"
    MIDDLE = "middle"
    ADVANCED = "advanced"
    BACHELOR = "bachelor"


class Member(Keyed, Base):
    """A person as a member of the Party; ``card`` is since 2025 the citizen number and masked like it.

    ``admitted`` is the day of admission, ``official`` that on which probation was over, ``proposed_on`` that
    on which the branch voted for it; ``post`` is what the list says of it,
    until posts are kept by themselves.
    From ``list_number`` on stand the columns of form 7-HSĐV, which names religion among them.
    """

    __tablename__ = "members"
    __table_args__ = (
        partial_date_check("admitted"),
        partial_date_check("official"),
        CheckConstraint("list_number >= 1", name="list_number"),
        STRICT,
    )

    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), init=False, unique=True)
    person: Mapped[Person] = relationship()
    admitted: Mapped[PartialDate | None] = mapped_column(PartialDateText(), default=None)
    official: Mapped[PartialDate | None] = mapped_column(PartialDateText(), default=None)
    card: Mapped[Text32 | None] = mapped_column(default=None, index=True)
    home: Mapped[str | None] = mapped_column(default=None)
    post: Mapped[str | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
    proposed_on: Mapped[date | None] = mapped_column(default=None)
    list_number: Mapped[int | None] = mapped_column(default=None)
    birth_name: Mapped[str | None] = mapped_column(default=None)
    religion: Mapped[str | None] = mapped_column(default=None)
    schooling: Mapped[str | None] = mapped_column(default=None)
    theory: Mapped[TheoryLevel | None] = mapped_column(default=None)
    qualification: Mapped[str | None] = mapped_column(default=None)
    languages: Mapped[str | None] = mapped_column(default=None)
    occupation: Mapped[str | None] = mapped_column(default=None)
    occupation_before: Mapped[str | None] = mapped_column(default=None)
    card_on: Mapped[date | None] = mapped_column(default=None)
    curriculum: Mapped[Text32 | None] = mapped_column(default=None)
    badge: Mapped[str | None] = mapped_column(default=None)
    service: Mapped[str | None] = mapped_column(default=None)
    memberships: Mapped[list["Membership"]] = relationship(
        back_populates="member", order_by="Membership.id", default_factory=list, init=False
    )
    standings: Mapped[list["Standing"]] = relationship(
        back_populates="member", order_by="Standing.starts_on", default_factory=list, init=False
    )


class Beginning(StrEnum):
    """How a member came into a branch: admitted, from elsewhere, or from another branch of the commune."""

    ADMITTED = "admitted"
    MOVED_IN = "moved_in"
    WITHIN = "within"


class Ending(StrEnum):
    """How a member left a branch; the last three left the Party."""

    MOVED = "moved"
    WITHIN = "within"
    DIED = "died"
    STRUCK_OFF = "struck_off"
    EXPELLED = "expelled"
    RESIGNED = "resigned"


class Membership(Keyed, Base):
    """A member in a branch, from a day to a day.

    ``paper_number`` and ``paper_on`` are those of what ended it: the introduction of a move, the decision of
    striking off; ``arrived_on`` is the day on which the other branch said that the member is there. Those
    with ``entry`` are of the introduction that was brought, ``origin`` from where.
    """

    __tablename__ = "memberships"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="period"), STRICT)

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), init=False, index=True)
    member: Mapped[Member] = relationship(back_populates="memberships")
    branch_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    branch: Mapped[Organisation] = relationship()
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    destination: Mapped[str | None] = mapped_column(default=None)
    paper_number: Mapped[Text64 | None] = mapped_column(default=None)
    paper_on: Mapped[date | None] = mapped_column(default=None)
    beginning: Mapped[Beginning | None] = mapped_column(default=None)
    origin: Mapped[str | None] = mapped_column(default=None)
    entry_number: Mapped[Text64 | None] = mapped_column(default=None)
    entry_on: Mapped[date | None] = mapped_column(default=None)
    ending: Mapped[Ending | None] = mapped_column(default=None)
    arrived_on: Mapped[date | None] = mapped_column(default=None)


class StandingKind(StrEnum):
    """What differs from being official or on probation, which follow from the days."""

    EXEMPT = "exempt"
    ELSEWHERE = "elsewhere"
    HERE = "here"
    SUSPENDED = "suspended"
    CHARGED = "charged"


class Standing(Keyed, Base):
    """Such a difference for a time: why, where, and by which paper; ``study`` may last longer."""

    __tablename__ = "standings"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="period"), STRICT)

    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), init=False, index=True)
    member: Mapped[Member] = relationship(back_populates="standings")
    kind: Mapped[StandingKind]
    starts_on: Mapped[date]
    ends_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(default=None)
    place: Mapped[str | None] = mapped_column(default=None)
    paper_number: Mapped[Text64 | None] = mapped_column(default=None)
    paper_on: Mapped[date | None] = mapped_column(default=None)
    study: Mapped[bool] = mapped_column(default=False, server_default=text("0"))


class HomeContact(Keyed, Base):
    """A member of another organisation who was introduced to the branch of the home.

    ``workplace`` is the organisation that the person belongs to; ``paper`` that of the introduction.
    """

    __tablename__ = "home_contacts"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="period"), STRICT)

    branch_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    branch: Mapped[Organisation] = relationship()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    person: Mapped[Person] = relationship()
    workplace: Mapped[str]
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    paper_number: Mapped[Text64 | None] = mapped_column(default=None)
    paper_on: Mapped[date | None] = mapped_column(default=None)


class Reconciliation(Keyed, Base):
    """The list of a branch set beside the paper files on a day: how many each held, and what differed."""

    __tablename__ = "reconciliations"
    __table_args__ = (count_check("listed", "files"), STRICT)

    branch_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    branch: Mapped[Organisation] = relationship()
    held_on: Mapped[date]
    done_by: Mapped[str]
    listed: Mapped[int]
    files: Mapped[int]
    differences: Mapped[str | None] = mapped_column(default=None)


class Book(StrEnum):
    """A book whose lines are written down, beside those that follow from the list."""

    CARDS_RECEIVED = "cards_received"
    FILES_RECEIVED = "files_received"
    FILES_LENT = "files_lent"
    BADGES = "badges"
    REWARDS = "rewards"
    RESOLUTIONS = "resolutions"


class BookEntry(Keyed, Base):
    """A line of such a book: never what a member's file holds, only that it came, went and is back.

    ``member`` is whom it is of, or ``name`` where the list has nobody; ``party`` who handed over, borrowed or
    decided. ``amount`` counts sheets of a file, years of Party age, or who voted for, then of ``out_of``.
    Source: congress.md §9.
    """

    __tablename__ = "book_entries"
    __table_args__ = (
        CheckConstraint("until >= happens_on AND back_on >= happens_on", name="period"),
        count_check("amount", "out_of"),
        STRICT,
    )

    book: Mapped[Book]
    branch_id: Mapped[int] = mapped_column(ForeignKey("organisations.id"), init=False, index=True)
    branch: Mapped[Organisation] = relationship()
    happens_on: Mapped[date]
    member_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), init=False, index=True)
    member: Mapped[Member | None] = relationship(default=None)
    name: Mapped[str | None] = mapped_column(default=None)
    subject: Mapped[str | None] = mapped_column(default=None)
    party: Mapped[str | None] = mapped_column(default=None)
    number: Mapped[Text64 | None] = mapped_column(default=None)
    paper_on: Mapped[date | None] = mapped_column(default=None)
    amount: Mapped[int | None] = mapped_column(default=None)
    out_of: Mapped[int | None] = mapped_column(default=None)
    until: Mapped[date | None] = mapped_column(default=None)
    back_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str | None] = mapped_column(default=None)
