"""A count by clusters from the plan to the minutes: typed by cluster, added up, decided, printed, sent."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from desktop.models.store.session import reading
from desktop.services.counting import counts
from desktop.services.counting.counting_views import counting_view
from desktop.services.counting.entry_drafts import sit_down
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.meeting_views import meeting_view
from desktop.services.elections.clusters import change_clusters, record_cluster
from desktop.services.elections.lookup import vote_of
from desktop.services.papers.making import make_paper
from desktop.services.papers.minutes_views import print_minutes
from desktop.ui.counting.count_lines import count_lines, form_fields
from desktop.ui.widgets.table.columns import Group
from tests.offices import commune
from tests.offices.opening import open_meeting
from tests.printing.pages import one_line

if TYPE_CHECKING:
    from desktop.services.office.workplace import Workplace

_SHEETS = (
    {
        "present": 6,
        "issued": 6,
        "unused": 2,
        "returned": 6,
        "valid": 6,
        "invalid": 0,
        "first": 2,
        "second": 4,
    },
    {
        "present": 4,
        "issued": 4,
        "unused": 3,
        "returned": 4,
        "valid": 3,
        "invalid": 1,
        "first": 0,
        "second": 3,
    },
)
_VOTES = {"first": "candidates[0].votes", "second": "candidates[1].votes"}
TYPED = {
    f"clusters[{place}].{_VOTES.get(field, field)}": figure
    for place, sheet in enumerate(_SHEETS)
    for field, figure in sheet.items()
}


def by_cluster(office: Workplace) -> str:
    """Print the ballots of scattered people who meet in two clusters, and open their meetings."""
    code = commune.printed(office)
    change_clusters(office, code, scattered=True, number="31/QĐ-UBND", decided_on=date(2024, 11, 18))
    record_cluster(office, code, 1, name="Xóm Trên", households=7, venue="nhà ông Áng", opening=time(7, 30))
    record_cluster(office, code, 2, name="Xóm Dưới", households=5, chair="bà Hoàng Thị Ỷ")
    open_meeting(office, code, commune.OPENS)
    return code


def test_figures_are_typed_by_cluster_and_their_sum_decides(office: Workplace) -> None:
    code = by_cluster(office)
    assert meeting_view(office, code).clusters == (("Xóm Trên", 7), ("Xóm Dưới", 5))
    entry = commune.enter(office, code, commune.ANH, TYPED)
    assert entry.state == "counted_once"
    assert commune.enter(office, code, commune.BINH, TYPED).state == "agreed"
    view = counting_view(office, code)
    assert view is not None
    assert view.outcome is not None
    assert (view.outcome.outcome, view.outcome.elected) == ("elected", ("Lò Thị Ơn",))
    assert (view.outcome.shares[1].votes, view.outcome.base) == (7, 12)
    assert view.figures[0]["present"] == 10
    headings = [line.text for line in count_lines(view) if isinstance(line, Group)]
    assert headings == ["Xóm Trên", "Xóm Dưới", "Cộng các cụm"]
    assert form_fields(view)[:2] == ("clusters[0].electorate", "clusters[0].present")
    counts.finalise(office, code)
    with reading(office.database) as session:
        facts = record_of(latest_count(session, vote_of(session, code))).facts
    assert [one.name for one in facts.clusters] == ["Xóm Trên", "Xóm Dưới"]
    assert (facts.present, facts.valid, facts.candidates[1].votes) == (10, 9, 7)


def test_the_minutes_show_each_cluster_and_the_sum(office: Workplace) -> None:
    code = by_cluster(office)
    commune.agree(office, code, TYPED)
    counts.finalise(office, code)
    said = one_line(print_minutes(office, code).content)
    for part in (
        "họp theo 02 cụm theo Quyết định số 31/QĐ-UBND ngày 18 tháng 11 năm 2024",
        "+ Xóm Trên: tại nhà ông Áng, hồi 07 giờ 30 phút.",
        "+ Xóm Dưới: bà Hoàng Thị Ỷ chủ trì.",
        "Số hộ 7 5 12",
        "Có đại diện dự họp 6 4 10",
        "Phiếu không hợp lệ 0 1 1",
        "Bà Lò Thị Ơn 4 3 7",
    ):
        assert part in said
    invited = one_line(make_paper(office, code, "invitation", "half").content)
    assert "Xóm Trên: tại nhà ông Áng" in invited


def test_a_fault_of_a_cluster_is_corrected_in_its_own_boxes(office: Workplace) -> None:
    code = by_cluster(office)
    commune.agree(office, code, TYPED | {"clusters[1].valid": 4})
    problems = counts.review(office, code).unexplained
    assert [one.fields for one in problems if one.code == "E201"] == [
        ("clusters[1].valid", "clusters[1].invalid", "clusters[1].returned")
    ]
    # A figure of the whole is mended in the boxes of its parts.
    entry = sit_down(office, code, commune.ANH, commune.PINS[commune.ANH], correct=("issued",))
    assert entry.fields == ("clusters[0].issued", "clusters[1].issued")


def test_a_box_that_was_left_empty_is_named_in_its_cluster(office: Workplace) -> None:
    code = by_cluster(office)
    commune.agree(office, code, TYPED | {"clusters[1].present": None})
    view = counting_view(office, code)
    assert view is not None
    assert view.missing == "clusters[1].present"
