"""A round's meeting and count: ballots, attendance, proceedings, two entries, the finalised bytes."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Enum, ForeignKey, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.elections import Round
from desktop.models.kept_bytes import KeptBytes
from desktop.models.office import Side
from desktop.models.types import Text32, Text64, UtcTimestamp, count_check, sha256_check, values_of
from desktop.rules.tally import KeyKind


class BallotStock(Keyed, Base):
    """Ballots of one box (``main``, ``mobile``…), in pieces; what was not counted is left out.

    Votes are never kept by box: a mobile box may hold one ballot.
    """

    __tablename__ = "ballot_stocks"
    __table_args__ = (
        UniqueConstraint("round_id", "box"),
        count_check("printed", "issued", "unused", "replaced", "collected"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    box: Mapped[Text32]
    printed: Mapped[int | None] = mapped_column(default=None)
    issued: Mapped[int | None] = mapped_column(default=None)
    unused: Mapped[int | None] = mapped_column(default=None)
    replaced: Mapped[int | None] = mapped_column(default=None)
    collected: Mapped[int | None] = mapped_column(default=None)


class Attendance(Keyed, Base):
    """How many electors were present at a moment of a round."""

    __tablename__ = "attendances"
    __table_args__ = (UniqueConstraint("round_id", "at"), count_check("present"), STRICT)

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    at: Mapped[datetime] = mapped_column(UtcTimestamp())
    present: Mapped[int]


class Proceedings(Keyed, Base):
    """What the minutes of a meeting say beside its count; what isn't written yet is left out.

    ``closing`` is the hour in Viet Nam. ``put_up`` names who stood or was nominated at the meeting itself,
    left out where nobody was. Each approval counts the hands raised for it.
    """

    __tablename__ = "proceedings"
    __table_args__ = (
        UniqueConstraint("round_id"),
        count_check("secretary_approval", "list_approval", "form_approval", "committee_approval"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    closing: Mapped[time | None] = mapped_column(default=None)
    secretary_post: Mapped[str | None] = mapped_column(default=None)
    put_up: Mapped[str | None] = mapped_column(default=None)
    opinions: Mapped[str | None] = mapped_column(default=None)
    secretary_approval: Mapped[int | None] = mapped_column(default=None)
    list_approval: Mapped[int | None] = mapped_column(default=None)
    form_approval: Mapped[int | None] = mapped_column(default=None)
    committee_approval: Mapped[int | None] = mapped_column(default=None)


class Operator(Keyed, Base):
    """Somebody who works here, known by a name and an Argon2 hash of a PIN.

    ``side`` decides which pages open where the office asks who works at the window.
    ``wrong_pins`` counts wrong answers since the last right one, ``wrong_pin_at`` is when the last was given.
    """

    __tablename__ = "operators"

    name: Mapped[str] = mapped_column(unique=True)
    pin_hash: Mapped[str]
    retired_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    wrong_pins: Mapped[int] = mapped_column(default=0, server_default=text("0"))
    wrong_pin_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    side: Mapped[Side] = mapped_column(
        Enum(Side, native_enum=False, create_constraint=False, values_callable=values_of, length=32),
        default=Side.BOTH,
        server_default=text("'both'"),
    )


class Entry(Keyed, Base):
    """What one operator typed of a count, first or second, for one revision; nobody can make both."""

    __tablename__ = "entries"
    __table_args__ = (
        UniqueConstraint("round_id", "number", "revision"),
        UniqueConstraint("round_id", "operator_id", "revision"),
        CheckConstraint("number IN (1, 2) AND revision >= 1", name="numbers"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    number: Mapped[int]
    revision: Mapped[int] = mapped_column(default=1)
    operator_id: Mapped[int] = mapped_column(ForeignKey("operators.id"), init=False)
    operator: Mapped[Operator] = relationship()
    typed: Mapped[dict[str, Any]] = mapped_column(JSON())
    made_at: Mapped[datetime] = mapped_column(UtcTimestamp())


class EntryDraft(Keyed, Base):
    """The figures that one operator has typed of an entry or of its correction; nobody else is shown them."""

    __tablename__ = "entry_drafts"
    __table_args__ = (
        UniqueConstraint("round_id", "operator_id", "revision"),
        CheckConstraint("revision >= 1", name="revision"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    operator_id: Mapped[int] = mapped_column(ForeignKey("operators.id"), init=False)
    operator: Mapped[Operator] = relationship()
    revision: Mapped[int]
    typed: Mapped[dict[str, Any]] = mapped_column(JSON())
    saved_at: Mapped[datetime] = mapped_column(UtcTimestamp())


class TallyLog(Keyed, Base):
    """A count ballot by ballot by one operator, for one revision: the beginning of a log of keys.

    ``cluster`` is the place of the cluster whose box is read, from 1; 0 where all meet as one. Whoever reads
    the box again begins the next ``attempt``, and the log before it stays. Locked, it has the ``sha256`` of
    its keys and is never changed; ``figures`` are those of its entry that nobody reads off ballots, by
    field, ``unlike_box`` says why it read another number of ballots than the box held.
    """

    __tablename__ = "tally_logs"
    __table_args__ = (
        UniqueConstraint("round_id", "operator_id", "revision", "cluster", "attempt"),
        CheckConstraint("revision >= 1 AND cluster >= 0 AND attempt >= 1", name="numbers"),
        CheckConstraint("(locked_at IS NULL) = (sha256 IS NULL)", name="locked"),
        sha256_check("sha256"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    operator_id: Mapped[int] = mapped_column(ForeignKey("operators.id"), init=False)
    operator: Mapped[Operator] = relationship()
    revision: Mapped[int]
    cluster: Mapped[int] = mapped_column(default=0)
    attempt: Mapped[int] = mapped_column(default=1)
    alone: Mapped[bool] = mapped_column(default=False, server_default=false())
    begun_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    locked_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    sha256: Mapped[Text64 | None] = mapped_column(default=None)
    figures: Mapped[dict[str, Any]] = mapped_column(JSON(), default_factory=dict)
    unlike_box: Mapped[str | None] = mapped_column(default=None)


class TallyKeyRow(Keyed, Base):
    """One key of such a count; never changed or deleted, what was taken back is another row.

    It tells what was read off a ballot and when, and of no ballot whose it is.
    """

    __tablename__ = "tally_keys"
    __table_args__ = (
        UniqueConstraint("log_id", "position"),
        CheckConstraint("position >= 1 AND candidate >= 0", name="numbers"),
        STRICT,
    )

    log_id: Mapped[int] = mapped_column(ForeignKey("tally_logs.id"), init=False)
    log: Mapped[TallyLog] = relationship()
    position: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcTimestamp())
    kind: Mapped[KeyKind]
    candidate: Mapped[int | None] = mapped_column(default=None)
    reason: Mapped[Text32 | None] = mapped_column(default=None)
    words: Mapped[str | None] = mapped_column(default=None)


class CountDraft(Keyed, Base):
    """What is written about a count before it is finalised: invalid ballots by reason, why it is redone.

    ``other_opinions`` is what households wrote on their slips besides, in words for the minutes.
    """

    __tablename__ = "count_drafts"
    __table_args__ = (
        UniqueConstraint("round_id", "revision"),
        CheckConstraint("revision >= 1", name="revision"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    revision: Mapped[int]
    invalid_reasons: Mapped[list[dict[str, Any]]] = mapped_column(JSON(), default_factory=list)
    reopened_because: Mapped[str | None] = mapped_column(default=None)
    other_opinions: Mapped[str | None] = mapped_column(default=None)


class Count(KeptBytes, Keyed, Base):
    """The finalised count of a round: bytes made once, printed from and sent as they are.

    Reopening needs a reason and makes the next revision, which names the digest it replaces. Rows are never
    changed or deleted (triggers forbid it).
    """

    __tablename__ = "counts"
    __table_args__ = (
        UniqueConstraint("round_id", "revision"),
        CheckConstraint(
            "(revision = 1 AND replaced_sha256 IS NULL)"
            " OR (revision > 1 AND replaced_sha256 IS NOT NULL AND reason IS NOT NULL)",
            name="revision",
        ),
        sha256_check("sha256"),
        sha256_check("replaced_sha256"),
        STRICT,
    )

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False)
    round: Mapped[Round] = relationship()
    revision: Mapped[int]
    finalised_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    single_operator: Mapped[bool]
    reason: Mapped[str | None] = mapped_column(default=None)
    replaced_sha256: Mapped[Text64 | None] = mapped_column(default=None)


class Explanation(Keyed, Base):
    """A signed line about a finding (``E204``, ``W201``), printed on the minutes of one revision."""

    __tablename__ = "explanations"
    __table_args__ = (CheckConstraint("revision >= 1", name="revision"), STRICT)

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False, index=True)
    round: Mapped[Round] = relationship()
    revision: Mapped[int]
    code: Mapped[Text32]
    fields: Mapped[list[str]] = mapped_column(JSON())
    text: Mapped[str]
    by: Mapped[str]
    made_at: Mapped[datetime] = mapped_column(UtcTimestamp())


class OutcomeRecord(Keyed, Base):
    """What the statute made of a finalised count: outcome, elected in order, clauses applied."""

    __tablename__ = "outcomes"

    count_id: Mapped[int] = mapped_column(ForeignKey("counts.id"), init=False, unique=True)
    count: Mapped[Count] = relationship()
    outcome: Mapped[Text32]
    elected: Mapped[list[str]] = mapped_column(JSON())
    clauses: Mapped[list[dict[str, Any]]] = mapped_column(JSON())
    final: Mapped[bool]
