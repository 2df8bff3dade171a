"""The cells of a person's row: identity number, birth, sex, membership card."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop.sheets.births import read_birth
from desktop.sheets.cells import text_of
from desktop.sheets.columns import BIRTH, BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR, FEMALE, MALE, SEX, label
from desktop.sheets.record import RowRefused
from desktop.vietnamese.identity_number import birth_year, read_identity
from desktop.vietnamese.text import tidy

if TYPE_CHECKING:
    from desktop.sheets.record import Record

_CARD_DIGITS = 8
_IDENTITY_GROUPED = re.compile(r"[0-9]{3}(?:\.[0-9]{3}){2,3}")
_IDENTITY_SPACING = re.compile(r"[\s\-'’`]")


def identity_of(record: Record) -> str | None:
    """Return the identity number, its lost zeros put back.

    Raises:
        RowRefused: ``bad_identity``; also for a ditto, since no two people share a number.
    """
    if record.says_ditto("identity"):
        raise RowRefused("bad_identity")
    value = record.value("identity")
    if value is None:
        return None
    written = text_of(value)
    digits = written if written.isdecimal() else _IDENTITY_SPACING.sub("", tidy(written))
    if _IDENTITY_GROUPED.fullmatch(digits) and isinstance(value, str):
        digits = digits.replace(".", "")
    try:
        identity = read_identity(digits)
    except ValueError:
        raise RowRefused("bad_identity") from None
    if digits != written:
        record.note("identity", "spaces", written, digits)
    if identity.code is not None:
        record.note("identity", identity.code, digits, identity.number)
    return identity.number


def birth_of(record: Record, identity: str | None, key: str = BIRTH) -> str | None:
    """Return the date of birth as ``YYYY[-MM[-DD]]``.

    Raises:
        RowRefused: ``bad_date``.
    """
    value = record.value(key)
    if value is None:
        return None
    try:
        birth = read_birth(
            value,
            date1904=record.sheet.date1904,
            likely_year=_stated_year(identity),
        )
    except ValueError:
        raise RowRefused("bad_date") from None
    iso = birth.date.iso()
    if not birth.plain:
        record.note(key, "date", value, iso)
    return iso


def birth_in_parts(record: Record, identity: str | None) -> str | None:
    """Return a date of birth whose parts stand in columns of their own, as ``birth_of`` does.

    A day without a month, or either without a year, is no date.

    Raises:
        RowRefused: ``bad_date``.
    """
    keys = [key for key in (BIRTH_DAY, BIRTH_MONTH, BIRTH_YEAR) if record.has(key)]
    parts = [(key, value) for key in keys if (value := record.value(key)) is not None]
    if not parts:
        return None
    if parts[-1][0] != BIRTH_YEAR:
        raise RowRefused("bad_date")
    if len(parts) == 1:
        return birth_of(record, identity, BIRTH_YEAR)
    written = "/".join(tidy(text_of(value)) for _, value in parts)
    if parts[0][0] == BIRTH_DAY and len(parts) < len(keys):
        raise RowRefused("bad_date")
    try:
        return read_birth(written, date1904=False, likely_year=_stated_year(identity)).date.iso()
    except ValueError:
        raise RowRefused("bad_date") from None


def sex_of(record: Record) -> str | None:
    """Return "Nam" or "Nữ", from one column or from a mark in one of two.

    Raises:
        RowRefused: ``bad_value`` for another word, or marks in both columns.
    """
    if record.has(SEX):
        value = record.value(SEX)
        if value is None:
            return None
        word = {"nam": "Nam", "nu": "Nữ"}.get(label(value))
        if word is None:
            raise RowRefused("bad_value")
        return word
    marked = [word for key, word in ((MALE, "Nam"), (FEMALE, "Nữ")) if record.flag(key)]
    if len(marked) > 1:
        raise RowRefused("bad_value")
    return marked[0] if marked else None


def card_of(record: Record, key: str) -> str | None:
    """Return the number of a membership card; one of 8 digits that lost its zero gets it back."""
    text = record.text(key)
    if text is None or isinstance(record.value(key), str) or len(text) != _CARD_DIGITS - 1:
        return text
    record.note(key, "padded", text, text.zfill(_CARD_DIGITS))
    return text.zfill(_CARD_DIGITS)


def _stated_year(identity: str | None) -> int | None:
    return birth_year(identity) if identity is not None else None
