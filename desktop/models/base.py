"""What every mapped class shares: names of constraints, STRICT tables, one surrogate key."""

from enum import StrEnum
from typing import Any, ClassVar, dataclass_transform

from sqlalchemy import BigInteger, Enum, Integer, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

from desktop.models.types import Text32, Text64, values_of

BigKey = BigInteger().with_variant(Integer(), "sqlite")

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

STRICT: Any = {"sqlite_strict": True}


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(mapped_column,))
class Base(MappedAsDataclass, DeclarativeBase, kw_only=True, eq=False, repr=False):
    """The ancestor of all tables; made by keyword, compared by identity, printed without values."""

    metadata = MetaData(naming_convention=NAMING)
    __table_args__ = STRICT
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        StrEnum: Enum(
            StrEnum, native_enum=False, create_constraint=True, values_callable=values_of, length=32
        ),
        str: String(),
        Text32: String(32),
        Text64: String(64),
    }

    def __repr__(self) -> str:
        """Return the class and key only: rows hold personal data, and tracebacks end up in reports."""
        return f"<{type(self).__name__} {getattr(self, 'id', None)}>"


class Keyed(MappedAsDataclass, kw_only=True, eq=False, repr=False):
    """A row with a surrogate key of its own."""

    id: Mapped[int] = mapped_column(BigKey, primary_key=True, init=False, sort_order=-1)
