"""Lists of members of invented branches in one workbook: a sheet for each, days as far as they are known."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

from openpyxl import Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

HEADINGS = (
    *("STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Dân tộc"),
    *("Ngày vào Đảng", "Ngày chính thức", "Số thẻ", "Quê quán", "Chức vụ", "Ghi chú"),
)
_SURNAMES = ("Vàng", "Chìu", "Nình", "Lò", "Tằng", "Phùn", "Trần", "Hoàng", "Đặng", "Bùi")
_MIDDLES = ("Văn", "Thị", "A", "Xuân", "Quốc", "Minh", "Thu", "Ngọc")
_GIVENS = ("Long", "Ánh", "Hưởng", "Ơn", "Đức", "Liễu", "Sáng", "Yến", "Ước", "Thìn", "Bình", "Hoà")
_PROBATION_SINCE = 2024


def write_member_lists(path: Path, branches: Sequence[str], of_each: int, seed: int = 26) -> Path:
    """Write so many members of each branch, by its name; the same numbers give the same people."""
    chance = Random(seed)
    book = Workbook(write_only=True)
    for at, branch in enumerate(branches):
        sheet = book.create_sheet(f"{at + 1:02d} {branch}"[:31])
        for heading in (("DANH SÁCH ĐẢNG VIÊN",), (branch.upper(),), HEADINGS):
            sheet.append(list(heading))
        for number in range(1, of_each + 1):
            name = " ".join(map(chance.choice, (_SURNAMES, _MIDDLES, _GIVENS)))
            year = chance.randrange(1950, 1995)
            birth = chance.choice((str(year), f"0{chance.randrange(1, 10)}/{year}", f"12/03/{year}"))
            admitted = date(year + 25, chance.randrange(1, 13), chance.randrange(1, 28))
            official = admitted.replace(year=admitted.year + 1)
            days = (
                f"{admitted:%d/%m/%Y}",
                f"{official:%d/%m/%Y}" if official.year < _PROBATION_SINCE else "",
            )
            sex = "Nữ" if " Thị " in name else "Nam"
            sheet.append([number, name, birth, sex, "", "Dao", *days, f"{at:04d}{number:04d}", "Húc Động"])
    book.save(path)
    return path
