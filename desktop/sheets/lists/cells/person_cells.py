"""The cells of a person's row: identity number, birth, sex, membership card."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

from desktop.sheets.files.cells import text_of
from desktop.sheets.lists.cells.births import Birth, read_birth
from desktop.sheets.lists.cells.date_order import DAY_FIRST
from desktop.sheets.lists.cells.flags import flag_of
from desktop.sheets.lists.cells.refusal import RowRefused
from desktop.sheets.lists.headings.columns import (
    BIRTH,
    DATES,
    FEMALE,
    IDENTITY,
    MALE,
    SEX,
    day_of,
    label,
    month_of,
    year_of,
)
from desktop.vietnamese.identity_number import birth_year, is_whole, read_identity
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from desktop.sheets.files.cells import Value
    from desktop.sheets.lists.cells.record import Record

_CARD_DIGITS = 8
_SEXES = {"nam": "Nam", "nu": "Nữ"}
# The columns of years, where a date is in parts.
_YEARS = {key: year_of(key) for key in (*DATES, MALE, FEMALE)}
_SEX_WORDS = frozenset(_SEXES.values())
# A spreadsheet that shows 2.2051E+10 hands these over for the digits that it had no room for.
_ROUNDED = "00000"
# Midnight in Vietnam as a computer in another time zone tells it: the evening before (UTC: 17:00).
_EVENING = dt.time(16)
_YEAR = re.compile(r"[0-9]{4}")
_IDENTITY_GROUPED = re.compile(r"[0-9]{3}(?:\.[0-9]{3}){2,3}")
_IDENTITY_SPACING = re.compile(r"[\s\-'’`]")


def identity_of(record: Record) -> str | None:
    """Return the identity number, its lost zeros put back.

    Raises:
        RowRefused: ``bad_identity``; also for a ditto, since no two people share a number, and for one whose
            last digits were rounded away.
    """
    if record.says_ditto("identity"):
        raise RowRefused("bad_identity")
    value = record.value(IDENTITY)
    if value is None or (isinstance(value, str) and is_whole(value) and not value.endswith(_ROUNDED)):
        return value
    written = text_of(value)
    digits = written if written.isdecimal() else _IDENTITY_SPACING.sub("", tidy(written))
    if isinstance(value, str) and _IDENTITY_GROUPED.fullmatch(digits):
        digits = digits.replace(".", "")
    if digits.endswith(_ROUNDED):
        raise RowRefused("bad_identity")
    try:
        identity = read_identity(digits)
    except ValueError:
        raise RowRefused("bad_identity") from None
    if digits != written:
        record.note("identity", "spaces", written, digits)
    if identity.code is not None:
        record.note("identity", identity.code, digits, identity.number)
    return identity.number


def has_date(record: Record, key: str) -> bool:
    """Tell whether the list has a column for a date, or columns for its parts."""
    return key in record.values or _YEARS[key] in record.values


def date_of(record: Record, identity: str | None, key: str = BIRTH) -> str | None:
    """Return a date as ``YYYY[-MM[-DD]]``, from one column or from columns for its parts.

    Raises:
        RowRefused: ``bad_date``; also for a day without a month, either without a year, or where day and
            month can be read in two ways; ``future`` for a date after the day of reading.
    """
    if _YEARS[key] in record.values:
        return _date_in_parts(record, identity, key)
    return _date_in_one(record, identity, key)


def sex_of(record: Record) -> str | None:
    """Return "Nam" or "Nữ", from one column or from a mark in one of two.

    Raises:
        RowRefused: ``bad_value`` for another word, or marks in both columns.
    """
    if record.has(SEX):
        written = record.values[SEX]
        if written in _SEX_WORDS and not record.says_ditto(SEX):
            return text_of(written)
        value = record.value(SEX)
        if value is None:
            return None
        word = _SEXES.get(label(value))
        if word is None:
            raise RowRefused("bad_value")
        return word
    marked = [word for key, word in ((MALE, "Nam"), (FEMALE, "Nữ")) if flag_of(record, key)]
    if len(marked) > 1:
        raise RowRefused("bad_value")
    return marked[0] if marked else None


def card_of(record: Record, key: str) -> str | None:
    """Return the number of a membership card; one of 8 digits that lost its zero gets it back."""
    text = record.text(key)
    if text is None or not text.isdecimal() or len(text) != _CARD_DIGITS - 1:
        return text
    record.note(key, "padded", text, text.zfill(_CARD_DIGITS))
    return text.zfill(_CARD_DIGITS)


def _date_in_one(record: Record, identity: str | None, key: str) -> str | None:
    value = record.value(key)
    if value is None:
        return None
    order = record.orders.get(key, DAY_FIRST) if record.orders else DAY_FIRST
    time = record.time(key) if record.sheet.times else None
    if isinstance(value, dt.date) and time is not None and time >= _EVENING:
        value += dt.timedelta(days=1)
    try:
        birth = read_birth(
            value,
            record.sheet.date1904,
            _stated_year(identity),
            order.cells if isinstance(value, dt.date) else order.texts,
        )
    except (ValueError, OverflowError):
        raise RowRefused("bad_date") from None
    if time is not None and birth.note != "year":
        record.note(key, "time", f"{text_of(record.value(key))} {time}", birth.iso)
    elif birth.note is not None:
        record.note(key, birth.note, value, birth.iso)
    return _not_to_come(record, birth)


def _date_in_parts(record: Record, identity: str | None, date: str) -> str | None:
    day, year = day_of(date), year_of(date)
    keys = [key for key in (day, month_of(date), year) if record.has(key)]
    parts = [(key, value) for key in keys if (value := record.value(key)) is not None]
    if not parts:
        return None
    if len(parts) == 1 and (parts[0][0] == year or _has_year(parts[0][1])):
        # One year, or a whole date in the first of the cells.
        return _date_in_one(record, identity, parts[0][0])
    if parts[-1][0] != year or (parts[0][0] == day and len(parts) < len(keys)):
        raise RowRefused("bad_date")
    written = "/".join(tidy(text_of(value)) for _, value in parts)
    try:
        return _not_to_come(record, read_birth(written, False, _stated_year(identity)))
    except ValueError:
        raise RowRefused("bad_date") from None


def _not_to_come(record: Record, birth: Birth) -> str:
    if birth.date.year >= record.today.year and birth.date.earliest() > record.today:
        raise RowRefused("future")
    return birth.iso


def _has_year(value: Value) -> bool:
    return isinstance(value, dt.date) or _YEAR.search(text_of(value)) is not None


def _stated_year(identity: str | None) -> int | None:
    return birth_year(identity) if identity is not None else None
