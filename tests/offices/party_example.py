"""An open training office whose first branch has members of several standings, one without a day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.services.party import branches, members, moves
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


def first_branch(place: Workplace) -> str:
    """Return the code of the branch of the first hamlet."""
    return next(line.code for line in branches.branch_lines(place) if "Nà Ếch" in line.name)
