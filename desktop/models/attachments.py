"""Scans and photographs of papers that people signed."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.counting import Count
from desktop.models.kept_bytes import KeptBytes
from desktop.models.types import UtcTimestamp, sha256_check


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
