"""Who is put up for the committee of a branch: a line each, and the table of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop.printing.setting.ruled_table import SMALL, Column, RuledTable, ruled_table
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
_ROW = 9.4
_BLANK_ROWS = 6
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


def table_of(people: Sequence[PutUp]) -> RuledTable:
    """Set the table of who is put up, as upright pages have it; without anybody, rows for a pen.

    Source: congress.md §6, 9; paper-t2.md §9.
    """
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
    return ruled_table(_HEADS, rows or [("",) * len(_HEADS)] * _BLANK_ROWS, row_height=_ROW, type_=_TYPE)
