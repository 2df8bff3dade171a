"""Invented people: names as they are among a commune's, the same ones at every run."""

from __future__ import annotations

import random

from benchmarks.commune import SEED

_SURNAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Chìu",
    "Tằng",
    "Lò",
    "Giàng",
]
_MIDDLE = [
    "Văn",
    "Thị",
    "A",
    "Đức",
    "Ngọc",
    "Minh",
    "Hữu",
    "Thu",
    "Kim",
    "Xuân",
    "Láo",
    "Quý",
    "Thanh",
    "Hồng",
    "Phúc",
]
_GIVEN = [
    "An",
    "Ánh",
    "Bình",
    "Chớ",
    "Chín",
    "Dũng",
    "Đạt",
    "Đôn",
    "Ếch",
    "Giang",
    "Hà",
    "Hạnh",
    "Hương",
    "Khánh",
    "Lan",
    "Liễu",
    "Mai",
    "Mỹ",
    "Nam",
    "Ơn",
    "Phúc",
    "Quỳnh",
    "Sìn",
]


def invented_names(people: int) -> list[str]:
    """Return so many full names."""
    chance = random.Random(SEED)
    return [" ".join(map(chance.choice, (_SURNAMES, _MIDDLE, _MIDDLE, _GIVEN))) for _ in range(people)]
