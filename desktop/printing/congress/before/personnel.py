"""Who is put up for the committee of a branch: a line each, and the table of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.printing.setting.ruled_table import MIDDLE, SMALL, Column, RuledTable, ruled_table
from desktop.printing.setting.wording import tied

_BIRTH = "Ngày, tháng, năm sinh"
_HEADS = (
    Column("TT", 8),
    Column("Họ và tên", 25.5, centred=False),
    Column("Nam", 17, group=_BIRTH),
    Column("Nữ", 18.5, group=_BIRTH),
    Column("Dân tộc", 12.5),
    Column(f"{tied('Quê quán')} (xã)", 17),
    Column("Vào Đảng, chính thức", 19),
    Column("Trình độ VH, CM, LLCT", 20),
    Column("Chức vụ hiện nay", 19),
    Column("Tái cử", 8.5),
)
_ACROSS = (11, 44, 26, 26, 20, 29, 27, 38, 29, 17)
"""Widths of the columns on a sheet across, mm."""

_ROW = 9.4
_BLANK_ROWS = 6
_ROOMY = replace(MIDDLE, around=(3.0, 3.0))
_TYPE = replace(SMALL, around=(2.0, 4.0))


@dataclass(frozen=True, slots=True, kw_only=True)
class PutUp:
    """Somebody who is put up.

    Args:
        name: of the person.
        birth: such as ``20/10/1979``, or the year alone where no more is known.
        female: in which column the birth stands.
        ethnicity: such as ``Dao``.
        home: commune of origin.
        admitted, official: days of admission to the Party, and of becoming an official member.
        schooling: general, professional and political, such as ``12/12; sơ cấp``.
        post: held at present.
        again: was in the committee of the term before.
    """

    name: str
    birth: str = ""
    female: bool = False
    ethnicity: str = ""
    home: str = ""
    admitted: str = ""
    official: str = ""
    schooling: str = ""
    post: str = ""
    again: bool = False


def table_of(people: Sequence[PutUp], *, across: bool = False) -> RuledTable:
    """Set the table of who is put up; without anybody, rows for a pen.

    Args:
        people: in the order of the alphabet by given name.
        across: as a sheet across has it, and not an upright page.

    Source: congress.md §6, 9; paper-t2.md §9.
    """
    heads = [replace(head, width=width) for head, width in zip(_HEADS, _ACROSS, strict=True)]
    rows = [
        (
            str(number),
            one.name,
            "" if one.female else one.birth,
            one.birth if one.female else "",
            one.ethnicity,
            one.home,
            "\n".join(day for day in (one.admitted, one.official) if day),
            one.schooling,
            one.post,
            "x" if one.again else "",
        )
        for number, one in enumerate(people, 1)
    ]
    blank = [("",) * len(_HEADS)] * _BLANK_ROWS
    if across:
        return ruled_table(heads, rows or blank, row_height=_ROW, type_=_ROOMY)
    return ruled_table(_HEADS, rows or blank, row_height=_ROW, type_=_TYPE)
