"""Papers as they were printed, and scans of those that people signed."""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.counting import Count
from desktop.models.elections import Election, Round
from desktop.models.kept_bytes import KeptBytes
from desktop.models.types import Text64, UtcTimestamp, sha256_check


class PaperRole(StrEnum):
    """What a printed paper is for: the form that it was printed on may be called anything."""

    BALLOT = "ballot"
    TRIAL = "trial"
    MINUTES = "minutes"
    DECISION = "decision"
    OTHER = "other"


class Paper(KeptBytes, Keyed, Base):
    """A PDF of ``pages`` pages, printed ``copies`` times; a trial sheet freezes nothing.

    Rows are never changed or deleted (triggers forbid it).
    """

    __tablename__ = "papers"
    __table_args__ = (
        sha256_check("sha256"),
        CheckConstraint("pages >= 1 AND copies >= 0 AND revision >= 1", name="numbers"),
        STRICT,
    )

    form: Mapped[Text64]
    role: Mapped[PaperRole]
    election_id: Mapped[int | None] = mapped_column(ForeignKey("elections.id"), init=False, index=True)
    election: Mapped[Election | None] = relationship(default=None)
    round_id: Mapped[int | None] = mapped_column(ForeignKey("rounds.id"), init=False, index=True)
    round: Mapped[Round | None] = relationship(default=None)
    revision: Mapped[int | None] = mapped_column(default=None)
    pages: Mapped[int]
    copies: Mapped[int]
    printed_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    reason: Mapped[str | None] = mapped_column(default=None)


class Print(Keyed, Base):
    """That a paper of a vote was printed, and for which day of it: nothing of what it says."""

    __tablename__ = "prints"
    __table_args__ = (STRICT,)

    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"), init=False, index=True)
    round: Mapped[Round] = relationship()
    form: Mapped[Text64]
    printed_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    held_on: Mapped[date]


class Media(StrEnum):
    """What kind of file a picture of a paper is."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"


class Attachment(KeptBytes, Keyed, Base):
    """The signed minutes of a finalised count, as they were scanned; the newest of a count stands.

    Rows are never changed or deleted (triggers forbid it).
    """

    __tablename__ = "attachments"
    __table_args__ = (sha256_check("sha256"), STRICT)

    count_id: Mapped[int] = mapped_column(ForeignKey("counts.id"), init=False, index=True)
    count: Mapped[Count] = relationship()
    file_name: Mapped[str]
    media: Mapped[Media]
    attached_at: Mapped[datetime] = mapped_column(UtcTimestamp())
