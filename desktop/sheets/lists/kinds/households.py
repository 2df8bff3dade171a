"""The list of households of a hamlet."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from desktop.sheets.lists.cells.counts import count_of
from desktop.sheets.lists.cells.person import identifying_person, read_person
from desktop.sheets.lists.cells.refusal import RowRefused
from desktop.sheets.lists.headings import people
from desktop.sheets.lists.headings.columns import BIRTH, IDENTITY, NAME, NUMBER, SEX, column, label
from desktop.sheets.lists.kinds.list_kind import ListKind
from desktop.sheets.lists.lines.line import headers_of, names_of
from desktop.sheets.lists.lines.two_people import one_person_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.sheets.lists.cells.record import Record
    from desktop.sheets.lists.lines.line import Line

NOT_HEAD = "not_head"
RELATION = "relation"
HOUSEHOLD = "household"
# Of a list whose heads alone are numbered: households with more than one person, one row of so many without.
_FEWEST_HOUSEHOLDS, _PEOPLE_AMONG = 2, 4
_NOBODY = re.compile(
    r"\s*\(?(?:(?:bỏ |nhà )?trống|nhà hoang|(?:không (?:có|còn)|chưa có) (?:ai|người|hộ))\b", re.IGNORECASE
)
# Every one of these texts has one of them.
_NOBODY_WORDS = ("trống", "nhà hoang", "không ", "chưa ")
HEADS = frozenset({"chu ho", "ch", "chu", "dai dien ho", "dai dien", "nguoi dai dien ho", "chu ho gia dinh"})

HOUSEHOLD_COLUMN = column(HOUSEHOLD, "Số thứ tự hộ", "Hộ số", "Số hộ", "STT hộ", "TT hộ")
RELATION_COLUMN = column(
    RELATION,
    "Quan hệ với chủ hộ",
    "Quan hệ chủ hộ",
    "QH với chủ hộ",
    "Quan hệ với CH",
    "Quan hệ với người đại diện hộ",
    "Quan hệ với chủ",
    "Quan hệ trong hộ",
    "Quan hệ",
    "Mối quan hệ",
    "Mối quan hệ với chủ hộ",
    "QH",
    "QH với CH",
    "QH chủ hộ",
    "QH CH",
    "QHCH",
    "Q.hệ",
    "Q.hệ với chủ hộ",
    word="Quan hệ",
)
COLUMNS = (
    people.RUNNING_NUMBER,
    column(
        NAME,
        *people.NAME_HEADINGS,
        "Họ và tên chủ hộ",
        "Họ tên chủ hộ",
        "Họ, tên chủ hộ",
        "Họ và tên của chủ hộ",
        "Họ, chữ đệm và tên chủ hộ",
        "Họ, chữ đệm, tên chủ hộ",
        "Họ và tên đại diện hộ",
        "Họ và tên người đại diện hộ",
        "Họ tên đại diện hộ",
        "Đại diện hộ",
        "Đại diện hộ gia đình",
        "Tên chủ hộ",
        "Chủ hộ",
        "Chủ hộ gia đình",
    ),
    column(
        BIRTH,
        *people.BIRTH_HEADINGS,
        "Ngày, tháng, năm sinh của chủ hộ",
        "Ngày, tháng, năm sinh chủ hộ",
        "Năm sinh của chủ hộ",
        "Năm sinh chủ hộ",
        "Ngày sinh chủ hộ",
    ),
    *people.SEX_COLUMNS,
    people.IDENTITY,
    people.OLD_IDENTITY,
    people.ETHNIC,
    people.RELIGION,
    column(
        "members",
        "Số khẩu",
        "Số nhân khẩu",
        "Nhân khẩu",
        "Khẩu",
        "Tổng số khẩu",
        "Tổng số nhân khẩu",
        "Số người",
        "Số người trong hộ",
        "Số thành viên",
        "Số khẩu trong hộ",
        "Số nhân khẩu trong hộ",
        "Tổng số người trong hộ",
        "SL khẩu",
    ),
    people.ADDRESS,
    people.HAMLET,
    HOUSEHOLD_COLUMN,
    RELATION_COLUMN,
)


def heads_only(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the rows of a list; those that are no household are to be refused.

    That is: two people in a cell, nobody, or a list of people in which the row lacks the mark of the heads.
    """
    names = names_of(lines)
    lines = one_person_each(lines, names)
    heads = _marked_by_relation(lines) or _marked_by_number(lines)
    nobody = _nobody(names)
    if all(heads) and not nobody:
        return lines
    return [
        line
        if line.refusal is not None or (heads[index] and index not in nobody)
        else replace(line, refusal=NOT_HEAD if heads[index] is False else "no_name")
        for index, line in enumerate(lines)
    ]


def _marked_by_relation(lines: Sequence[Line]) -> list[bool] | None:
    """Tell of each row whether it says a relation, where heads are marked so."""
    if not any(RELATION in header.columns for header in headers_of(lines)):
        return None
    marks = [label(line.value(line.header.columns.get(RELATION, 0))) for line in lines]
    return None if HEADS.isdisjoint(marks) else list(map(bool, marks))


def _marked_by_number(lines: Sequence[Line]) -> list[bool]:
    """Tell of each row whether it has a number, where only heads have one, their people below."""
    headers = headers_of(lines)
    for key in (HOUSEHOLD, NUMBER):
        if not any(key in header.columns for header in headers):
            continue
        marks = [line.value(line.header.columns.get(key, 0)) is not None for line in lines]
        begins = sum(mark and not below for mark, below in pairwise(marks))
        if begins >= _FEWEST_HOUSEHOLDS and (len(marks) - sum(marks)) * _PEOPLE_AMONG >= len(marks):
            return marks
    return [True] * len(lines)


def _nobody(names: Sequence[str]) -> set[int]:
    """Return the places of names that say that nobody lives there."""
    small = "\n".join(names).lower()
    if not any(word in small for word in _NOBODY_WORDS):
        return set()
    return {index for index, name in enumerate(names) if _NOBODY.match(name)}


def read_household(record: Record) -> dict[str, Any]:
    """Read one household: its head as ``read_person`` does, ``members``, ``address`` and ``hamlet``.

    The key of a column that the list lacks is absent.

    Raises:
        RowRefused: ``not_head`` for another person of a household; ``no_name``, ``bad_date``,
            ``bad_identity`` or ``bad_value``.
    """
    values = record.values
    relation = record.value(RELATION) if RELATION in values else None
    if relation is not None and label(relation) not in HEADS:
        raise RowRefused(NOT_HEAD)
    row = read_person(record)
    if "members" in values:
        row["members"] = count_of(record, "members")
    for key in ("address", "hamlet"):
        if key in values:
            row[key] = record.text(key)
    return row


HOUSEHOLDS = ListKind(
    "households",
    COLUMNS,
    read_household,
    identifying_person,
    heads_only,
    headings=(
        (NAME, "Họ và tên"),
        (BIRTH, "Ngày sinh"),
        (SEX, "Giới tính"),
        (IDENTITY, "Số CCCD"),
        ("ethnic", "Dân tộc"),
        ("members", "Số khẩu"),
    ),
    work="elections",
)
