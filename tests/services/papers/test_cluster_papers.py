"""Papers of a hamlet that meets by cluster: the commune's decision on them."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

import pytest

from desktop.errors import RequestRefused
from desktop.services.elections import planning
from desktop.services.elections.cluster_households import cluster_households, place_households
from desktop.services.elections.clusters import change_clusters, record_cluster
from desktop.services.papers.lines import PaperLine, paper_lines
from desktop.services.papers.making import make_paper
from tests.offices import commune
from tests.printing.pages import one_line, texts

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace


def _line(office: Workplace, code: str) -> PaperLine:
    return next(line for line in paper_lines(office, [code]) if line.form == "cluster-decision")


def test_the_committee_decides_number_chairs_times_and_places_and_that_results_are_added_up(
    office: Workplace,
) -> None:
    code = commune.listed(office)
    change_clusters(office, code, scattered=True, number="31/QĐ-UBND", decided_on=date(2024, 11, 18))
    record_cluster(office, code, 1, name="Xóm Trên", households=7, chair="Ông Vi Văn Áng")
    record_cluster(office, code, 2, households=5, venue="Nhà ông Áng", opening=time(8, 0))
    assert _line(office, code).state == "full"
    said = one_line(make_paper(office, code, "cluster-decision", "full").content)
    for part in (
        "Số: 31/QĐ-UBND",
        "ngày 18 tháng 11 năm 2024",
        "Về việc họp theo cụm dân cư để bầu",
        "Thôn Lục Ngù có 12 hộ, họp bầu Trưởng thôn Lục Ngù, nhiệm kỳ 2024 - 2027, ngày 08 tháng 12 năm 2024",
        "theo 02 cụm dân cư sau đây:",
        "1 Xóm Trên 07 Ông Vi Văn Áng",
        "2 Cụm 2 05 Nhà ông Áng 08 giờ 00 phút",
        "cộng chung kết quả; người trúng cử được xác định trên tổng số hộ của cả thôn.",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
    ):
        assert part in said


def test_a_hamlet_that_meets_as_one_has_the_blank_alone(office: Workplace) -> None:
    code = commune.listed(office)
    line = _line(office, code)
    assert (line.state, [gap.lacks for gap in line.gaps]) == ("blank", ["lacking.clusters"])
    with pytest.raises(RequestRefused):
        make_paper(office, code, "cluster-decision", "half")
    assert "họp theo cụm dân cư" in one_line(make_paper(office, code, "cluster-decision", "blank").content)


def test_the_older_regulation_names_nobody_who_decides_on_clusters(office: Workplace) -> None:
    day = date(2022, 6, 5)
    code = planning.plan_election(office, commune.plan(held_on=day, term_from=day)).code
    assert "cluster-decision" not in {line.form for line in paper_lines(office, [code])}


def _placed(office: Workplace, *, left_out: int = 0) -> str:
    code = commune.listed(office)
    change_clusters(office, code, scattered=True)
    record_cluster(office, code, 1, name="Xóm Trên", chair="Ông Vi Văn Áng", opening=time(7, 30))
    record_cluster(office, code, 2, venue="Nhà ông Áng")
    rows = cluster_households(office, code).rows
    first = {row.household: 1 for row in rows[:7]}
    place_households(office, code, first | {row.household: 2 for row in rows[7 : 12 - left_out]})
    return code


def test_each_cluster_signs_on_pages_of_its_own_whose_sums_are_the_whole_roll(office: Workplace) -> None:
    code = _placed(office)
    pages = [
        " ".join(page.split()) for page in texts(make_paper(office, code, "sign-in-roll", "full").content)
    ]
    starts = [number for number, page in enumerate(pages) if "DANH SÁCH ĐẠI DIỆN HỘ GIA ĐÌNH" in page]
    assert len(starts) == 2
    above, below = " ".join(pages[: starts[1]]), " ".join(pages[starts[1] :])
    names = [f"{row.number} {row.name}" for row in cluster_households(office, code).rows]
    for page, there, elsewhere in ((above, names[:7], names[7:]), (below, names[7:], names[:7])):
        assert all(name in page for name in there)
        assert not any(name in page for name in elsewhere)
        assert "Xóm Trên: 07 hộ; Cụm 2: 05 hộ. Tổng cộng cả thôn: 12 (mười hai) hộ" in page
    assert "Xóm Trên: hồi 07 giờ 30 phút, Ông Vi Văn Áng chủ trì" in above
    assert "Tổng cộng Xóm Trên: 07 (bảy) hộ" in above
    assert "Tổng cộng Cụm 2: 05 (năm) hộ" in below


def test_the_posted_roll_is_parted_by_cluster_and_says_who_is_in_none(office: Workplace) -> None:
    said = one_line(make_paper(office, _placed(office, left_out=1), "posted-roll", "half").content)
    for part in (
        "Cộng Xóm Trên: 07 (bảy) hộ.",
        "Cộng Cụm 2: 04 (bốn) hộ.",
        "Cộng Chưa xếp cụm: 01 (một) hộ.",
        "Tổng cộng: Xóm Trên: 07 hộ; Cụm 2: 04 hộ; Chưa xếp cụm: 01 hộ; cả thôn 12 (mười hai) hộ.",
    ):
        assert part in said


def test_each_household_is_invited_to_the_meeting_of_its_cluster(office: Workplace) -> None:
    pages = [
        " ".join(page.split())
        for page in texts(make_paper(office, _placed(office), "invitation", "half").content)
    ]
    assert len(pages) == 12
    assert all("07 giờ 30 phút" in page and "Chủ trì: Ông Vi Văn Áng." in page for page in pages[:7])
    assert all("b) Địa điểm: Nhà ông Áng (Cụm 2)." in page for page in pages[7:])
    assert not any("Vi Văn Áng" in page for page in pages[7:])
