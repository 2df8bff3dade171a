"""A large invented commune as workbooks: hamlets, households and members, a second round, and its mergers.

The same numbers give the same files. Nobody in them is real, and no identity number is anybody's.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook

Row: TypeAlias = tuple[str | int | None, ...]

HAMLET_LIST = "Danh sách thôn"
HOUSEHOLD_HEADINGS = ("STT", "Họ và tên chủ hộ", "Ngày sinh", "Giới tính", "Số CCCD", "Dân tộc", "Số khẩu")
MEMBER_HEADINGS = ("Hộ số", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Quan hệ với chủ hộ")
# Of the second round: one household in so many has another count, a new neighbour, a number too short.
RECOUNTED, JOINED, SPOILT = 20, 25, 40

_FIRST = ("Nà", "Pò", "Khe", "Co", "Mó", "Phiêng")
_SECOND = ("Ếch", "Lọn", "Sản", "Cang", "Đán", "Túc", "Muông", "Lục", "Chỏng", "Ngần", "Tẩu", "Khoang")
_SURNAMES = ("Nguyễn", "Trần", "Lý", "Chìu", "Tằng", "Hoàng", "Phùn", "Lò", "Giàng", "Vi", "Đặng", "Nông")
_MEN = ("Văn", "A", "Đức", "Quý", "Minh", "Xuân", "Hữu", "Láo")
_WOMEN = ("Thị", "Thị Kim", "Thu", "Thị Mỹ", "Ngọc", "Thị Hồng")
_GIVEN = ("An", "Bình", "Chớ", "Dũng", "Đôn", "Giang", "Hà", "Khánh", "Lan", "Mai", "Ơn", "Phúc", "Sìn")
_GROUPS = ("Tày", "Dao", "Sán Chỉ", "Kinh", "Hoa")


@dataclass(frozen=True, slots=True)
class LargeCommune:
    """So many hamlets, and so many households shared out evenly; three people to a household."""

    hamlets: int
    households: int

    def names(self) -> list[str]:
        """Return the names of its hamlets, without their kind."""
        return [f"{_FIRST[n % len(_FIRST)]} {_SECOND[n // len(_FIRST)]}" for n in range(self.hamlets)]

    def numbers(self, hamlet: int) -> range:
        """Return the running numbers of a hamlet's households among the commune's."""
        return range(hamlet, self.households, self.hamlets)

    def merged(self) -> list[tuple[tuple[str, ...], str]]:
        """Return which hamlets become which: pairs, but the last two stay (60 become 31)."""
        names = self.names()
        pairs = [(names[at], names[at + 1]) for at in range(0, self.hamlets - 2, 2)]
        return [(pair, f"{pair[0]} Mới") for pair in pairs] + [((name,), name) for name in names[-2:]]

    def write_lists(self, path: Path, *, second: bool = False) -> Path:
        """Write the hamlets on the first sheet, and a sheet of households for each.

        Args:
            path: of the workbook.
            second: as handed in a second time, with what has changed since.
        """
        book = Workbook(write_only=True)
        listed: list[Row] = [("STT", "Tên thôn", "Số hộ")]
        listed += [(n + 1, f"Thôn {name}", len(self.numbers(n))) for n, name in enumerate(self.names())]
        _sheet(book, HAMLET_LIST, listed)
        for hamlet, name in enumerate(self.names()):
            _sheet(book, name, [HOUSEHOLD_HEADINGS, *self._households(hamlet, second=second)])
        book.save(path)
        return path

    def write_members(self, path: Path) -> Path:
        """Write a sheet for each hamlet: of each household its head and two more."""
        book = Workbook(write_only=True)
        for hamlet, name in enumerate(self.names()):
            _sheet(book, name, [MEMBER_HEADINGS, *self._members(hamlet)])
        book.save(path)
        return path

    def write_mergers(self, path: Path) -> Path:
        """Write which hamlets become which."""
        book = Workbook(write_only=True)
        rows: list[Row] = [("STT", "Thôn cũ", "Thôn mới")]
        olds = [(old, new) for of_new, new in self.merged() for old in of_new if len(of_new) > 1]
        rows += [(n, f"Thôn {old}", f"Thôn {new}") for n, (old, new) in enumerate(olds, 1)]
        _sheet(book, "Sáp nhập", rows)
        book.save(path)
        return path

    def _households(self, hamlet: int, *, second: bool) -> Iterator[Row]:
        numbers = list(self.numbers(hamlet))
        if second:
            numbers += [self.households + number for number in numbers if number % JOINED == 0]
        for line, number in enumerate(numbers, 1):
            name, birth, sex, identity = _person(number)
            members = 3 + (second and number % RECOUNTED == 1)
            if second and number % SPOILT == 3:
                identity = identity[:8]
            yield line, name, birth, sex, identity, _GROUPS[number % len(_GROUPS)], members

    def _members(self, hamlet: int) -> Iterator[Row]:
        for line, number in enumerate(self.numbers(hamlet), 1):
            yield line, *_person(number), "Chủ hộ"
            for at, relation in ((1, "Vợ hoặc chồng"), (2, "Con")):
                yield None, *_person(at * 10**7 + number), relation


def _person(number: int) -> tuple[str, str, str, str]:
    """Return name, birth, sex and identity number of somebody by a number of their own."""
    chance = random.Random(number)
    man = chance.random() < 0.5
    name = f"{chance.choice(_SURNAMES)} {chance.choice(_MEN if man else _WOMEN)} {chance.choice(_GIVEN)}"
    birth = f"{chance.randint(1, 28):02d}/{chance.randint(1, 12):02d}/{chance.randint(1940, 2003)}"
    return name, birth, "Nam" if man else "Nữ", f"022{number + 1:09d}"


def _sheet(book: Workbook, title: str, rows: Sequence[Row] | Iterator[Row]) -> None:
    sheet = book.create_sheet(title)
    for row in rows:
        sheet.append(row)
