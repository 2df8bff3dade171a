"""An open training office whose first branch has members of several standings, one without a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import openpyxl

from desktop.services.party import books, branches, contacts, members, moves
from desktop.services.party.standing import Standing
from tests.offices import register_example
from tests.offices.kept import open_copy

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.office.workplace import Workplace
    from tests.offices.register_example import Register

MEMBERS = (
    ("Vàng Xuân Long", "03/02/2006", "03/02/2007", "Bí thư"),
    ("Chìu Thị Ánh", "19/05/2024", "", ""),
    ("Phạm Thị Linh", "18/02/1982", "18/02/1983", ""),
    ("Đặng Quốc Hưởng", "22/12/2015", "22/12/2016", "Chi ủy viên"),
    ("Lý Ngọc Sơn", "", "", ""),
)


def with_members(folder: Path) -> Register:
    """Open an office: thirteen branches, five members in the first."""
    return register_example.register_of(make_with_members, folder)


def make_with_members(folder: Path) -> Workplace:
    """Make what ``with_members`` opens."""
    place = open_copy(register_example.make_with_households, folder, register_example.PASSPHRASE)
    branches.add_hamlet_branches(place)
    branch = first_branch(place)
    keys = {}
    for name, admitted, official, post in MEMBERS:
        keys[name] = members.add_member(place, branch, name)
        for field, value in (("admitted", admitted), ("official", official), ("post", post)):
            if value:
                members.edit_member(place, keys[name], field, value)
    exempt = moves.NewStanding(
        Standing.EXEMPT, date(2023, 3, 1), reason="tuổi cao, sức yếu", number="4-NQ/CB"
    )
    moves.change_standing(place, keys["Phạm Thị Linh"], exempt)
    away = moves.NewStanding(
        Standing.ELSEWHERE, date(2024, 9, 1), date(2025, 6, 30), place="Đảng bộ phường Hạ Long"
    )
    moves.change_standing(place, keys["Đặng Quốc Hưởng"], away)
    return place


def with_entries(place: Workplace) -> None:
    """Write lines into books of the first branch, and two people who keep contact with it."""
    branch, day = first_branch(place), date(2024, 11, 4)
    lent = (("Vàng Xuân Long", "Nình Thị Cán", date(2024, 11, 30)), ("Phạm Thị Linh", "Lương Thị Hạnh", None))
    for name, who, until in lent:
        new = books.NewEntry(day, name, party=who, subject="xét khen thưởng", until=until)
        books.write_entry(place, books.Book.FILES_LENT, branch, new)
    for number in range(1, 8):
        new = books.NewEntry(
            date(2024, number, 24),
            subject=f"Nhiệm vụ tháng {number + 1} và tổ chức thực hiện kế hoạch của Đảng ủy xã",
            number=f"{number:02d}-NQ/CB",
            amount=30 - number,
            out_of=30,
        )
        books.write_entry(place, books.Book.RESOLUTIONS, branch, new)
    for name in ("Bàn Thị Xa", "Nình A Viễn"):
        contacts.add_contact(place, branch, contacts.NewContact(name, "Chi bộ Trường Tiểu học Húc Động", day))


def commune_workbook(place: Workplace, path: Path) -> Path:
    """Write a workbook of three branches, a sheet each, the last of which bears no known name."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    names = [line.name for line in branches.branch_lines(place)[:2]]
    for at, title in enumerate((*names, "Bên kia suối"), 1):
        sheet = book.create_sheet(title[:31])
        sheet.append(["DANH SÁCH ĐẢNG VIÊN"])
        sheet.append(["STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ"])
        for number, name in enumerate(("Lượng", "Páo", "Sáu"), 1):
            sheet.append([number, f"Tằng A {name}", 1960 + number, "2001", "2002", f"0142{at}00{number}"])
    book.save(path)
    return path


def first_branch(place: Workplace) -> str:
    """Return the code of the branch of the first hamlet."""
    return next(line.code for line in branches.branch_lines(place) if "Nà Ếch" in line.name)
