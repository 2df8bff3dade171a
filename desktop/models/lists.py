"""How the office reads lists that come again, and which parts of its own lists it wants to see."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.types import Text32, Text64, UtcTimestamp, sha256_check


class ListSource(Keyed, Base):
    """What a person said of how lists with the same headings are read.

    ``headings`` is their digest, ``columns`` says as what a column is read by its heading (None: not at all),
    ``hamlets`` the code of the hamlet that a sheet, or a value of the hamlets' column, means
    (None: it is left out).
    """

    __tablename__ = "list_sources"
    __table_args__ = (UniqueConstraint("kind", "headings"), sha256_check("headings"), STRICT)

    kind: Mapped[Text32]
    headings: Mapped[Text64]
    columns: Mapped[dict[str, str | None]] = mapped_column(JSON())
    hamlets: Mapped[dict[str, str | None]] = mapped_column(JSON())
    kept_at: Mapped[datetime] = mapped_column(UtcTimestamp())


class KeptFilter(Keyed, Base):
    """A filter of a page's list under a name: the words that are searched for, and what was chosen."""

    __tablename__ = "kept_filters"
    __table_args__ = (UniqueConstraint("place", "name"), STRICT)

    place: Mapped[Text32]
    name: Mapped[Text64]
    chosen: Mapped[dict[str, Any]] = mapped_column(JSON())
