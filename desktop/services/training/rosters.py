"""Household lists of invented people, as hamlets of the example commune would hand them over."""

from __future__ import annotations

import csv
import io
import random
from dataclasses import dataclass, field

_SURNAMES = (
    "Lò",
    "Giàng",
    "Tằng",
    "Chìu",
    "Phùn",
    "Bàn",
    "Nình",
    "Trần",
    "Nguyễn",
    "Hoàng",
    "Vàng",
    "Lý",
    "Đặng",
    "Cà",
)
_MIDDLE = {
    "Nam": ("Văn", "A", "Đức", "Quang", "Hữu", "Minh"),
    "Nữ": ("Thị", "Ngọc", "Thu", "Kim", "Thanh", "Mai"),
}
_GIVEN = {
    "Nam": (
        "An",
        "Bình",
        "Cường",
        "Dũng",
        "Đạt",
        "Hải",
        "Hùng",
        "Khánh",
        "Lâm",
        "Long",
        "Mạnh",
        "Sơn",
        "Thắng",
        "Ước",
    ),
    "Nữ": (
        "Ánh",
        "Chi",
        "Diễm",
        "Đào",
        "Hạnh",
        "Hoa",
        "Hương",
        "Lan",
        "Liễu",
        "Mỹ",
        "Nga",
        "Ơn",
        "Quyên",
        "Xuyến",
    ),
}
_PEOPLES = ("Tày", "Dao", "Sán Chỉ", "Sán Dìu", "Kinh", "Mông")
_PROVINCE = "022"
_HEAD = ("STT", "Họ và tên chủ hộ", "Ngày, tháng, năm sinh", "Giới tính", "Số CCCD", "Dân tộc", "Số khẩu")


@dataclass(slots=True)
class Rosters:
    """Writes lists whose people are all different; what chance decides follows from ``chance``."""

    chance: random.Random
    _given_out: set[str] = field(default_factory=set)

    def workbook(self, hamlet: str, households: int, *, impossible_birth: bool = False) -> bytes:
        """Write one hamlet's list as a CSV file.

        Args:
            hamlet: name for the title line.
            households: number of rows that can be stored.
            impossible_birth: one row more, born on 31/02, which a reader must refuse.
        """
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow([f"DANH SÁCH HỘ GIA ĐÌNH {hamlet.upper()} (DỮ LIỆU TẬP HUẤN)"])
        writer.writerow([])
        writer.writerow(_HEAD)
        births = [self._birth() for _ in range(households)]
        rows = [self._row(*birth) for birth in births]
        if impossible_birth:
            rows.insert(self.chance.randrange(households), self._row(1970, 2, 31))
        members = 0
        for number, row in enumerate(rows, 1):
            writer.writerow([number, *row])
            members += int(row[-1])
        writer.writerow(["", "Tổng cộng", "", "", "", "", members])
        return "\ufeff".encode() + text.getvalue().encode()

    def _birth(self) -> tuple[int, int, int]:
        return self.chance.randint(1942, 1998), self.chance.randint(1, 12), self.chance.randint(1, 28)

    def _row(self, year: int, month: int, day: int) -> list[str]:
        sex = self.chance.choice(("Nam", "Nữ"))
        name = (
            self.chance.choice(_SURNAMES),
            self.chance.choice(_MIDDLE[sex]),
            self.chance.choice(_GIVEN[sex]),
        )
        return [
            " ".join(name),
            f"{day:02d}/{month:02d}/{year}",
            sex,
            self._identity(sex, year),
            self.chance.choice(_PEOPLES),
            str(self.chance.randint(1, 8)),
        ]

    def _identity(self, sex: str, year: int) -> str:
        while True:
            number = (
                f"{_PROVINCE}{'0' if sex == 'Nam' else '1'}{year % 100:02d}{self.chance.randrange(10**6):06d}"
            )
            if number.endswith("00000"):
                # That is how a spreadsheet rounds a long number, and no reader takes it for a true one.
                number = f"{number[:-1]}1"
            if number not in self._given_out:
                self._given_out.add(number)
                return number
