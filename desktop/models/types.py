"""Column types that the database cannot express by itself."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

from sqlalchemy import CheckConstraint, DateTime, Dialect, String
from sqlalchemy.types import TypeDecorator

from desktop.vietnamese.partial_date import PartialDate, parse_iso

Text32 = Annotated[str, 32]
Text64 = Annotated[str, 64]


class UtcTimestamp(TypeDecorator[datetime]):
    """A moment: stored in UTC, returned aware; a naive time is a programming error.

    Raises:
        ValueError: the time names no zone.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Turn an aware time into UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Return the stored time as an aware one."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PartialDateText(TypeDecorator[PartialDate]):
    """A date known to the year, the month or the day, stored as ``YYYY[-MM[-DD]]``."""

    impl = String(10)
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Write the parts that are known."""
        return None if value is None else value.iso()

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Read the parts that are known."""
        return None if value is None else parse_iso(value)


def partial_date_check(column: str) -> CheckConstraint:
    """Return the CHECK that keeps other programs from writing anything but a partial date's shape."""
    shapes = " OR ".join(f"{column} LIKE '{shape}'" for shape in ("____", "____-__", "____-__-__"))
    return CheckConstraint(shapes, name=f"{column}_partial_date")


def count_check(*columns: str) -> CheckConstraint:
    """Return the CHECK that counted things are whole and not negative, or not counted at all."""
    return CheckConstraint(" AND ".join(f"{column} >= 0" for column in columns), name="counts")


def sha256_check(column: str) -> CheckConstraint:
    """Return the CHECK that a digest is 64 symbols long."""
    return CheckConstraint(f"length({column}) = 64", name=f"{column}_length")


def values_of(kind: type[StrEnum]) -> list[str]:
    """Return what is stored of an enumeration: its values, not its names."""
    return [member.value for member in kind]
