"""The words of lists for kinds of organisations and posts, and for how somebody came to one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from desktop.models.party import OrganisationKind
from desktop.models.posts import PostKind, Tenure, Way
from desktop.vietnamese.text import fold

KINDS: Mapping[OrganisationKind, tuple[str, ...]] = {
    OrganisationKind.COMMITTEE: ("Đảng bộ xã", "Đảng bộ", "Đảng bộ cơ sở"),
    OrganisationKind.RESIDENTIAL: ("Chi bộ thôn", "Thôn", "Khu phố", "Nông thôn", "Chi bộ nông thôn"),
    OrganisationKind.OFFICE: ("Chi bộ cơ quan", "Cơ quan", "Hành chính"),
    OrganisationKind.PUBLIC_UNIT: ("Chi bộ đơn vị sự nghiệp", "Đơn vị sự nghiệp", "Sự nghiệp", "Y tế"),
    OrganisationKind.SCHOOL: ("Chi bộ trường học", "Trường học", "Nhà trường"),
    OrganisationKind.ARMED_FORCE: ("Chi bộ quân sự, công an", "Quân sự", "Công an", "Lực lượng vũ trang"),
    OrganisationKind.ENTERPRISE: ("Chi bộ doanh nghiệp", "Doanh nghiệp", "Hợp tác xã"),
}
POSTS: Mapping[PostKind, tuple[str, ...]] = {
    PostKind.HAMLET_HEAD: ("Trưởng thôn", "Trưởng bản", "Trưởng khu phố", "Tổ trưởng tổ dân phố"),
    PostKind.HAMLET_DEPUTY: ("Phó trưởng thôn", "Phó thôn", "Phó trưởng bản", "Phó trưởng khu phố"),
    PostKind.FRONT_BOARD_HEAD: (
        *("Trưởng ban công tác Mặt trận", "Trưởng ban CTMT", "Trưởng ban Mặt trận"),
        "Trưởng Ban công tác mặt trận thôn",
    ),
    PostKind.POLICE_OFFICER: ("Công an viên", "Tổ trưởng tổ bảo vệ an ninh, trật tự"),
    PostKind.WOMEN_HEAD: ("Chi hội trưởng phụ nữ", "Chi hội trưởng chi hội phụ nữ"),
    PostKind.FARMERS_HEAD: ("Chi hội trưởng nông dân", "Chi hội trưởng chi hội nông dân"),
    PostKind.VETERANS_HEAD: ("Chi hội trưởng cựu chiến binh", "Chi hội trưởng CCB"),
    PostKind.YOUTH_SECRETARY: ("Bí thư chi đoàn",),
    PostKind.SECRETARY: ("Bí thư", "Bí thư chi bộ", "Bí thư đảng ủy"),
    PostKind.DEPUTY_SECRETARY: ("Phó bí thư", "Phó bí thư chi bộ", "Phó bí thư đảng ủy"),
    PostKind.COMMITTEE_MEMBER: ("Cấp ủy viên", "Chi ủy viên", "Đảng ủy viên"),
    PostKind.UNIT_HEAD: ("Thủ trưởng cơ quan, đơn vị", "Thủ trưởng", "Hiệu trưởng", "Giám đốc"),
    PostKind.COUNCIL_CHAIR: ("Chủ tịch HĐND xã", "Chủ tịch HĐND"),
    PostKind.COMMUNE_CHAIR: ("Chủ tịch UBND xã", "Chủ tịch UBND"),
    PostKind.COMMUNE_DEPUTY_CHAIR: ("Phó Chủ tịch UBND xã", "Phó chủ tịch UBND"),
}
WAYS: Mapping[Way, tuple[str, ...]] = {
    Way.ELECTED: ("Bầu", "Được bầu", "Bầu cử"),
    Way.APPOINTED: ("Chỉ định, bổ nhiệm", "Chỉ định", "Bổ nhiệm"),
    Way.PROVISIONAL: ("Lâm thời",),
}
TENURES: Mapping[Tenure, tuple[str, ...]] = {
    Tenure.NEW: ("mới", "lần đầu"),
    Tenure.RE_ELECTED: ("tái cử", "cũ"),
}

T = TypeVar("T", bound=StrEnum)


def word(words: Mapping[T, tuple[str, ...]], value: T | None) -> str | None:
    """Return the word by which something is given out; None for what isn't known, or has none of its own."""
    return words[value][0] if value is not None and value in words else None


def meant(words: Mapping[T, tuple[str, ...]], said: str | None) -> T | None:
    """Return what a word of a list means, with or without marks; None for nothing or an unknown one."""
    sought = fold(said or "")
    return next((value for value, each in words.items() if sought in map(fold, each)), None)


def day_said(text: str | None) -> date | None:
    """Return a day of a list (``dd/mm/yyyy``)."""
    return None if not text else datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone


def day_words(day: date | None) -> str | None:
    """Return a day as lists say it."""
    return None if day is None else f"{day:%d/%m/%Y}"
