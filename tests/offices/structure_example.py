"""An open training office with organisations of several kinds, their terms, posts and assignments."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.services.party import assignments, branches, organisations, posts, terms
from desktop.services.party.organisations import NewOrganisation, OrganisationKind
from desktop.services.party.posts import NewPost, PostKind, Way
from desktop.services.places import hamlets
from desktop.services.places.succession import Decision
from tests.offices import party_example, register_example
from tests.offices.kept import open_copy

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.office.workplace import Workplace
    from tests.offices.register_example import Register

_WORK = (
    (OrganisationKind.OFFICE, "Chi bộ Cơ quan UBND xã", "Nguyễn Thị Bình"),
    (OrganisationKind.SCHOOL, "Chi bộ Trường PTDTBT Tiểu học Húc Động", "Hoàng Thị Lan"),
    (OrganisationKind.PUBLIC_UNIT, "Chi bộ Trạm Y tế xã", "Trần Văn Sơn"),
    (OrganisationKind.ARMED_FORCE, "Chi bộ Quân sự xã", "Lục Văn Hải"),
    (OrganisationKind.ENTERPRISE, "Chi bộ Hợp tác xã Dong riềng", ""),
)
_SECRETARIES = (
    *("Vàng Xuân Long", "Nguyễn Quang Dũng", "Chìu Văn An", "Chìu Minh Bình", "Nình Quang Đạt"),
    *("Triệu Thanh Ơn", "Nình Hữu Long", "Nguyễn Quang Cường", "Lý Văn Sinh", "Đặng Thị Hoa"),
    *("Bàn A Cường", "Tằng Đức Hùng"),
)


def with_structure(folder: Path) -> Register:
    """Open an office: a committee, 13 branches of hamlets, five of places of work, most posts held."""
    return register_example.register_of(_make, folder)


def _make(folder: Path) -> Workplace:
    place = open_copy(party_example.make_with_members, folder, register_example.PASSPHRASE)
    organisations.add_organisation(
        place,
        NewOrganisation(
            OrganisationKind.COMMITTEE,
            "Đảng bộ xã Húc Động",
            decision=Decision("12-QĐ/HU", date(2020, 3, 1), "Huyện ủy Bình Liêu"),
        ),
    )
    _places_of_work(place)
    _hamlets(place)
    _in_charge(place)
    return place


def _places_of_work(place: Workplace) -> None:
    for kind, name, head in _WORK:
        code = organisations.add_organisation(place, NewOrganisation(kind, name))
        if head:
            posts.begin_post(place, NewPost(PostKind.SECRETARY, code, head, way=Way.ELECTED))
            posts.begin_post(place, NewPost(PostKind.UNIT_HEAD, code, head, way=Way.APPOINTED))
    posts.begin_post(
        place, NewPost(PostKind.COMMUNE_CHAIR, "", "Nguyễn Thị Bình", starts_on=date(2021, 7, 1), local=False)
    )


def _hamlets(place: Workplace) -> None:
    lines = hamlets.hamlet_lines(place)
    for number, (line, name) in enumerate(zip(lines, _SECRETARIES, strict=False)):
        branch = next(one.code for one in branches.branch_lines(place) if line.full_name in one.hamlets)
        congress = date(2022, 7, 3)
        posts.begin_post(
            place,
            NewPost(PostKind.SECRETARY, branch, name, way=Way.ELECTED, starts_on=congress, number="21-QĐ/ĐU"),
        )
        ends = date(2024, 11, 15) if number == 4 else date(2025, 1, 3)
        key = terms.add_term(place, branch, terms.NewTerm(congress, ends, congress=8 + number % 3))
        if number == 1:
            terms.lengthen_term(
                place,
                key,
                terms.Lengthening(date(2025, 7, 3), "Đảng ủy xã", "30-QĐ/ĐU", date(2024, 12, 2)),
            )
        if number not in (5, 8):
            hamlets.state_facts(place, line.code, head=name, head_is_member=True)
        else:
            hamlets.state_facts(place, line.code, head="Phùn Văn Tiến", head_is_member=number == 5 or None)
        if number in (2, 8):
            hamlets.state_facts(place, line.code, head_is_member=False)
        if number % 3:
            for kind, code in (
                (PostKind.DEPUTY_SECRETARY, branch),
                (PostKind.FRONT_BOARD_HEAD, line.code),
            ):
                posts.begin_post(place, NewPost(kind, code, f"Lò Thu Liễu {number}"))
        if number % 2:
            for kind in (PostKind.HAMLET_DEPUTY, PostKind.POLICE_OFFICER):
                posts.begin_post(place, NewPost(kind, line.code, f"Trần Ngọc Mai {number}"))


def _in_charge(place: Workplace) -> None:
    for number, line in enumerate(branches.branch_lines(place)):
        if number % 4:
            assignments.assign(
                place,
                assignments.NewAssignment(
                    line.code,
                    ("Nguyễn Thị Bình", "Hoàng Minh Đức", "Dương Thị Lượng")[number % 3],
                    date(2024, 1, 15),
                    duty=("Phó Bí thư Đảng ủy", "Ủy viên Ban Thường vụ", "Đảng ủy viên")[number % 3],
                    number="45-TB/ĐU",
                ),
            )
