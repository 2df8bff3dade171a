"""People, each once; their households with members, voters without one; and what lists brought in."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import JSON, CheckConstraint, ColumnElement, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship, validates

from desktop.models.base import STRICT, Base, BigKey, Keyed
from desktop.models.places import Unit
from desktop.models.types import (
    PartialDateText,
    Text32,
    Text64,
    UtcTimestamp,
    count_check,
    partial_date_check,
    sha256_check,
)
from desktop.vietnamese.collation import name_sort_key
from desktop.vietnamese.partial_date import PartialDate
from desktop.vietnamese.text import fold, tidy


class Sex(StrEnum):
    """Sex as papers state it."""

    MALE = "male"
    FEMALE = "female"


class Person(Keyed, Base):
    """A person, once in the whole office, whatever lists name them.

    ``folded`` (the name without marks, for search) and ``sort_key`` (bytes that order by given name, surname
    and middle name) follow the name by themselves; ``identity`` has 12 digits, or 9 on an old card.
    """

    __tablename__ = "people"
    __table_args__ = (
        partial_date_check("birth"),
        CheckConstraint("length(identity) IN (9, 12)", name="identity_length"),
        # Of one name there are hundreds in a commune; with the birth beside it few of them are read.
        Index(None, "folded", "birth"),
        STRICT,
    )

    name: Mapped[str]
    folded: Mapped[str] = mapped_column(init=False)
    sort_key: Mapped[bytes] = mapped_column(init=False, index=True)
    sex: Mapped[Sex | None] = mapped_column(default=None)
    birth: Mapped[PartialDate | None] = mapped_column(PartialDateText(), default=None)
    identity: Mapped[str | None] = mapped_column(unique=True, default=None)
    ethnic: Mapped[str | None] = mapped_column(default=None)

    @validates("name")
    def _derive(self, _field: str, name: str) -> str:
        kept = with_search_keys({"name": name})
        self.folded, self.sort_key = kept["folded"], kept["sort_key"]
        return str(kept["name"])


class Household(Keyed, Base):
    """A household of a hamlet, under its head, for as long as it lives there."""

    __tablename__ = "households"
    __table_args__ = (
        count_check("members"),
        CheckConstraint("ends_on >= starts_on", name="period"),
        Index(None, "ends_on", "hamlet_id"),
        STRICT,
    )

    hamlet_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    hamlet: Mapped[Unit] = relationship()
    head_id: Mapped[int] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    head: Mapped[Person] = relationship()
    members: Mapped[int | None] = mapped_column(default=None)
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)


class EndReason(StrEnum):
    """Why somebody is no longer with a household: dead, living elsewhere, or away for a long time."""

    DIED = "died"
    MOVED = "moved"
    AWAY = "away"


class HouseholdMember(Keyed, Base):
    """Somebody who belongs to a household, from a day to a day, each None where it isn't known.

    The head needs no line, and has one where something is told of the head: that the head died, say.
    ``relation`` is what the member is to the head, as the list says it (``Vợ``, ``Con``). Who is gone has an
    ``end_reason`` or a last day; of a death whose day nobody knows there is the reason alone.
    ``without_capacity`` is said of whom a court declared without full civil capacity.
    """

    __tablename__ = "household_members"
    __table_args__ = (
        UniqueConstraint("household_id", "person_id"),
        CheckConstraint("ends_on >= starts_on", name="period"),
        STRICT,
    )

    household_id: Mapped[int] = mapped_column(ForeignKey("households.id"), init=False)
    household: Mapped[Household] = relationship()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    person: Mapped[Person] = relationship()
    relation: Mapped[str | None] = mapped_column(default=None)
    without_capacity: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    end_reason: Mapped[EndReason | None] = mapped_column(default=None)


class Voter(Keyed, Base):
    """Somebody on a hamlet's list of voters who belongs to no household of the register.

    From a day to a day, as a member of a household; where the person becomes a household's the line ends the
    day before, without a reason.
    """

    __tablename__ = "voters"
    __table_args__ = (CheckConstraint("ends_on >= starts_on", name="period"), STRICT)

    hamlet_id: Mapped[int] = mapped_column(ForeignKey("units.id"), init=False, index=True)
    hamlet: Mapped[Unit] = relationship()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    person: Mapped[Person] = relationship()
    without_capacity: Mapped[bool] = mapped_column(default=False, server_default=text("0"))
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    end_reason: Mapped[EndReason | None] = mapped_column(default=None)


def is_on_the_list() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions that a voter without a household still is one."""
    return Voter.ends_on.is_(None), Voter.end_reason.is_(None)


class Authority(StrEnum):
    """By what somebody represents a household: as its head, as a member of it, or authorised by it."""

    HEAD = "head"
    MEMBER = "member"
    AUTHORISED = "authorised"


class Representative(Keyed, Base):
    """Who votes for a household in place of its head; without a row the head does.

    An authorisation has a paper, with its number and day as far as they are known.
    """

    __tablename__ = "representatives"
    __table_args__ = (CheckConstraint("authority <> 'head'", name="not_head"), STRICT)

    household_id: Mapped[int] = mapped_column(ForeignKey("households.id"), init=False, unique=True)
    household: Mapped[Household] = relationship()
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), init=False, index=True)
    person: Mapped[Person] = relationship()
    authority: Mapped[Authority]
    paper_number: Mapped[Text64 | None] = mapped_column(default=None)
    paper_on: Mapped[date | None] = mapped_column(default=None)


class ImportBatch(Keyed, Base):
    """One workbook as it was taken in: what kind of list, which bytes, and what came of its rows.

    A change of hamlets that can be taken back is a batch too: its kind says which, and in place of a file it
    has the name of the hamlet that came of it.
    """

    __tablename__ = "import_batches"
    __table_args__ = (
        sha256_check("sha256"),
        count_check("new", "changed", "same", "doubtful", "refused"),
        STRICT,
    )

    kind: Mapped[Text32]
    file_name: Mapped[str]
    sha256: Mapped[Text64]
    made_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    new: Mapped[int] = mapped_column(default=0)
    changed: Mapped[int] = mapped_column(default=0)
    same: Mapped[int] = mapped_column(default=0)
    doubtful: Mapped[int] = mapped_column(default=0)
    refused: Mapped[int] = mapped_column(default=0)
    undone_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    rows: Mapped[list["ImportRow"]] = relationship(
        back_populates="batch", order_by="ImportRow.id", default_factory=list, init=False
    )


class Change(StrEnum):
    """What a batch did to a record."""

    NEW = "new"
    CHANGED = "changed"


class ImportRow(Keyed, Base):
    """A record that a batch made or changed; ``before`` holds the changed fields, for undoing it."""

    __tablename__ = "import_rows"
    __table_args__ = (
        UniqueConstraint("batch_id", "record_kind", "record_id"),
        CheckConstraint("(change = 'changed') = (before IS NOT NULL)", name="undo"),
        STRICT,
    )

    batch_id: Mapped[int] = mapped_column(ForeignKey("import_batches.id"), init=False)
    batch: Mapped[ImportBatch] = relationship(back_populates="rows")
    record_kind: Mapped[Text32]
    record_id: Mapped[int] = mapped_column(BigKey)
    change: Mapped[Change]
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), default=None)


def with_search_keys(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns of a person with what follows from the name, for storing many in one go."""
    name = tidy(fields["name"])
    return {**fields, "name": name, "folded": fold(name), "sort_key": _sortable(name_sort_key(name))}


# The parts of names come again and again, and so do the parts of their keys.
@lru_cache(maxsize=8192)
def _sortable(key: tuple[object, ...]) -> bytes:
    # Nested tuples of small numbers as bytes of the same order, which every database compares alike.
    return (
        b"".join(
            b"\1"
            + (_sortable(part) if isinstance(part, tuple) else int(cast("int", part)).to_bytes(3, "big"))
            for part in key
        )
        + b"\0"
    )
