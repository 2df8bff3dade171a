"""The office whose folder this is: one row."""

from datetime import date, datetime
from enum import StrEnum

import msgspec
from sqlalchemy import CheckConstraint, Dialect, String
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from desktop.models.base import STRICT, Base
from desktop.models.types import Text32, UtcTimestamp
from desktop.vietnamese.numerals import NoTens


class Role(StrEnum):
    """What this office does: hands results over, or receives them."""

    COMMUNE = "commune"
    RECEIVING = "receiving"


class Mode(StrEnum):
    """Whether its papers count; a training office stays one for ever."""

    OFFICIAL = "official"
    TRAINING = "training"


class Side(StrEnum):
    """Which side of the work an office or somebody in it does: elections, the Party's, or both."""

    ELECTIONS = "elections"
    PARTY = "party"
    BOTH = "both"


class BallotChoice(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is chosen for one round: ``reserve`` and ``sealed`` count ballots, ``size`` is the paper's."""

    reserve: int | None = None
    size: str | None = None
    sealed: int | None = None


class PostStandard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What is asked of whoever holds a kind of post, by the paper ``basis``; ages in whole years."""

    youngest: int | None = None
    oldest: int | None = None
    schooling: str = ""
    qualification: str = ""
    theory: str = ""
    basis: str = ""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What an office sets for itself.

    ``backup_folder`` is the second folder or stick that every finalised count is backed up to; ``reserve`` is
    how many ballots are printed above the electorate, unless ``reserve_percent`` says how many to a hundred
    electors; ``ballots`` holds what was chosen for single rounds, by election and number of the round;
    ``issuer_line`` replaces the first line at the left of a paper's head; ``place`` stands before the date
    (``Húc Động``); ``no_tens`` is said in numerals such as 105; ``days_off`` are its own beside public
    holidays, ``days_worked`` the Saturdays and Sundays worked in exchange for another day. ``chair`` and
    ``deputy`` are the names of those who sign the commune's decisions, ``deputy_signs`` says that the deputy
    usually does; ``proposer`` puts decisions forward and ``executors`` carry them out, where these have other
    names than the usual ones of the day of the paper. ``recovery_sheet_on`` is the day on which the sheet of
    the recovery code in use was printed or saved; ``retention`` holds for how many years a kind of data is
    kept, where the office has a rule. ``asks_operator`` says that the window asks who works at it;
    ``standards`` holds what is asked of whoever holds a kind of post. ``side`` is the office's own: one of a
    commune's two offices does one side of the work alone, in a folder and with a card of its own. ``lock`` is
    the SHA-256 of what ``office.json`` has to hold for passphrase and recovery code.
    """

    reserve: int = 0
    reserve_percent: int | None = None
    ballots: dict[str, BallotChoice] = msgspec.field(default_factory=dict)
    issuer_line: str | None = None
    place: str | None = None
    backup_folder: str | None = None
    no_tens: NoTens = "linh"
    days_off: tuple[date, ...] = ()
    days_worked: tuple[date, ...] = ()
    chair: str | None = None
    deputy: str | None = None
    deputy_signs: bool = False
    proposer: str | None = None
    executors: str | None = None
    recovery_sheet_on: date | None = None
    retention: dict[str, int] = msgspec.field(default_factory=dict)
    asks_operator: bool = False
    standards: dict[str, PostStandard] = msgspec.field(default_factory=dict)
    side: Side = Side.BOTH
    lock: str | None = None


class SettingsText(TypeDecorator[Settings]):
    """The settings as JSON text."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Settings | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Write the settings as JSON."""
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: str | None, dialect: Dialect) -> Settings | None:  # noqa: ARG002 - the signature is SQLAlchemy's
        """Read the settings back, strictly typed."""
        return None if value is None else msgspec.json.decode(value, type=Settings)


class Office(Base):
    """The one office of a folder.

    ``restored_at`` is set when the database came out of a backup: such an office seals nothing before it has
    read its last receipt.
    """

    __tablename__ = "office"
    __table_args__ = (CheckConstraint("id = 1", name="single"), STRICT)

    id: Mapped[int] = mapped_column(primary_key=True, init=False, default=1)
    unit_code: Mapped[Text32]
    name: Mapped[str]
    superior: Mapped[str | None] = mapped_column(default=None)
    role: Mapped[Role]
    mode: Mapped[Mode]
    made_at: Mapped[datetime] = mapped_column(UtcTimestamp())
    restored_at: Mapped[datetime | None] = mapped_column(UtcTimestamp(), default=None)
    settings: Mapped[Settings] = mapped_column(SettingsText(), default_factory=Settings)
