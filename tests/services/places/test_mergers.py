"""Many hamlets merged at once from one workbook: looked at, written, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.long_work import telling
from desktop.models.people import Household
from desktop.models.places import UnitDecision
from desktop.models.store.session import reading
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.catalogue.members import MEMBERS
from desktop.services.lists import taking
from desktop.services.lists.list_kind import Extent
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.people.registers import merger_paper, merger_plan_paper
from desktop.services.places import succession
from desktop.services.places.hamlets import add_hamlet, hamlet_lines, state_facts
from desktop.services.places.listed import beside_one
from desktop.services.places.merger_plan import open_mergers
from desktop.services.places.mergers import MergerPlan, Trouble, write_mergers
from desktop.services.places.provisional import last_day_allowed
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import HAMLET, OTHER_HAMLET, as_read, listed, row, store
from tests.printing.pages import one_line

ON = date(2024, 11, 15)
DECISION = succession.Decision("31/NQ-HĐND", date(2024, 11, 1), "Hội đồng nhân dân xã Mẫu")
HEAD = "STT;Thôn cũ;Thôn mới\n"


def planned(office: Workplace, folder: Path, *lines: str) -> MergerPlan:
    path = folder / "sap-nhap.csv"
    path.write_text(HEAD + "\n".join(f"{number};{line}" for number, line in enumerate(lines, 1)), "utf-8")
    return open_mergers(office, path)


def troubles(plan: MergerPlan) -> list[list[str]]:
    return [[trouble.value for trouble, _ in one.troubles] for one in plan.mergers]


def state(office: Workplace) -> list[Any]:
    with reading(office.database) as session:
        homes = [tuple(one) for one in session.execute(select(Household.id, Household.hamlet_id))]
        decisions = session.scalars(select(UnitDecision.number)).all()
    return [hamlet_lines(office, ended=True), homes, list(decisions)]


def test_what_would_happen_is_shown_and_nothing_is_written(office: Workplace, tmp_path: Path) -> None:
    before = state(office)
    add_hamlet(office, "Thôn", "Nà Bó")
    before = state(office)
    plan = planned(office, tmp_path, "Lục Ngù;Thôn Hợp Nhất", "khu pho cho;Thôn Hợp Nhất", "Nà Bó;")
    (one,) = plan.mergers
    assert one.full_name == "Thôn Hợp Nhất"
    assert [(old.name, old.households) for old in one.olds] == [("Thôn Lục Ngù", 12), ("Khu phố Chợ", 0)]
    assert (one.households, one.troubles, one.is_possible) == (12, (), True)
    assert [line.full_name for line in plan.untouched] == ["Thôn Nà Bó"]
    assert state(office) == before


def test_all_are_written_at_once_and_taken_back_at_once(office: Workplace, tmp_path: Path) -> None:
    store(office, [row("Vàng A Páo")], OTHER_HAMLET)
    for name in ("Nà Bó", "Nà Lọn"):
        add_hamlet(office, "Thôn", name)
    before = state(office)
    plan = planned(office, tmp_path, "Lục Ngù;Hợp Nhất", "Chợ;Hợp Nhất", "Nà Bó;Lục Ngù", "Nà Lọn;Lục Ngù")
    batch = write_mergers(office, plan, ON, DECISION)
    lines = hamlet_lines(office)
    assert [(line.full_name, line.counted) for line in lines] == [("Thôn Hợp Nhất", 13), ("Thôn Lục Ngù", 0)]
    assert {line.starts_on for line in lines} == {ON}
    assert lines[0].predecessors == ("Thôn Lục Ngù", "Khu phố Chợ")
    with reading(office.database) as session:
        decided = session.scalars(select(UnitDecision)).all()
        assert {(one.unit.name, one.number, one.issuer) for one in decided} == {
            ("Hợp Nhất", DECISION.number, DECISION.issuer),
            ("Lục Ngù", DECISION.number, DECISION.issuer),
        }
    succession.undo_change(office, batch)
    assert state(office) == before


def test_the_head_of_an_old_hamlet_serves_in_the_new_one_until_it_elects(
    office: Workplace, tmp_path: Path
) -> None:
    state_facts(office, HAMLET, head="Lò Thị Ơn")
    state_facts(office, OTHER_HAMLET, head="Vi Văn Cũ")
    before = state(office)
    plan = planned(office, tmp_path, "Lục Ngù;Một", "Chợ;Một")
    assert [old.head for old in plan.mergers[0].headed] == ["Lò Thị Ơn", "Vi Văn Cũ"]
    on = date(2024, 11, 15)
    batch = write_mergers(office, plan, on, DECISION, provisional={"Thôn Một": OTHER_HAMLET})
    (made,) = hamlet_lines(office)
    assert (made.head, made.provisional_head, made.provisional_why) == (None, "Vi Văn Cũ", "made_anew")
    assert made.provisional_until == last_day_allowed(office, on)
    assert made.provisional_from is None, "the decision that names somebody is written when there is one"
    succession.undo_change(office, batch)
    assert state(office) == before


def test_who_stops_writing_them_leaves_them_all_as_they_are(office: Workplace, tmp_path: Path) -> None:
    add_hamlet(office, "Thôn", "Nà Bó")
    add_hamlet(office, "Thôn", "Nà Lọn")
    before = state(office)
    plan = planned(office, tmp_path, "Lục Ngù;Một", "Chợ;Một", "Nà Bó;Hai", "Nà Lọn;Hai")
    told: list[tuple[int, int, str]] = []

    def stop(*so_far: Any) -> None:
        told.append(so_far)
        if so_far[0]:
            raise InterruptedError

    with pytest.raises(InterruptedError), telling(stop):
        write_mergers(office, plan, ON, DECISION)
    assert told == [(0, 2, "Thôn Một"), (1, 2, "Thôn Hai")]
    assert state(office) == before


def test_who_stops_taking_them_back_leaves_them_all_as_they_are(office: Workplace, tmp_path: Path) -> None:
    add_hamlet(office, "Thôn", "Nà Bó")
    batch = write_mergers(office, planned(office, tmp_path, "Lục Ngù;Một", "Chợ;Một"), ON, DECISION)
    merged = state(office)
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int, _: str) -> None:
        told.append((done, total))
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError), telling(stop):
        succession.undo_change(office, batch)
    assert told[0][0] == 0
    assert 0 < told[-1][0] < told[-1][1]
    assert state(office) == merged


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("Lục Ngù;Hợp Nhất", "Nà Không Có;Hợp Nhất"), [["unknown"]]),
        (("Lục Ngù;Một", "Chợ;Một", "Lục Ngù;Hai", "Nà Bó;Hai"), [["twice"], ["twice"]]),
        (("Lục Ngù;Nà Bó", "Chợ;Nà Bó"), [["taken"]]),
        (("Lục Ngù;Lục Ngù", "Chợ;Lục Ngù"), [["same_name"]]),
        (("Chợ;Khu phố Chợ Mới",), [["alone"]]),
        (("Chợ;Khu phố Chợ",), []),
    ],
)
def test_what_is_to_be_decided_is_said_of_each(
    office: Workplace, tmp_path: Path, lines: tuple[str, ...], found: list[list[str]]
) -> None:
    add_hamlet(office, "Thôn", "Nà Bó")
    plan = planned(office, tmp_path, *lines)
    assert troubles(plan) == found
    harmless = {"same_name", "alone"}
    assert [one.is_possible for one in plan.mergers] == [set(some) <= harmless for some in found]


def test_a_name_that_begins_with_a_word_for_hamlets_is_the_hamlet_of_that_name(
    office: Workplace, tmp_path: Path
) -> None:
    add_hamlet(office, "Thôn", "Bản Mường")
    (one,) = planned(office, tmp_path, "Bản Mường;Bản Mường", "Chợ;Bản Mường").mergers
    assert (one.kind, one.name) == ("Thôn", "Bản Mường")
    assert [trouble for trouble, _ in one.troubles] == [Trouble.SAME_NAME]
    (one,) = planned(office, tmp_path, "Lục Ngù;Bản Mường", "Chợ;Bản Mường").mergers
    assert [trouble for trouble, _ in one.troubles] == [Trouble.TAKEN]


def test_members_of_the_party_go_along_each_once_and_are_told_to_whom_they_concern(
    office: Workplace, tmp_path: Path
) -> None:
    add_hamlet_branches(office)
    branch = next(line for line in branch_lines(office) if "Lục Ngù" in line.name)
    rows = [("Họ và tên", "Ngày sinh", "Ngày vào Đảng"), ("Vi Văn Ất", "01/02/1970", "03/02/1999")]
    shown = MEMBERS.open_block(office, rows, "khối ô", branch.code)
    taking.store(office, MEMBERS, shown)
    lines = ("Lục Ngù;Hợp Nhất", "Chợ;Hợp Nhất")
    assert planned(office, tmp_path, *lines).mergers[0].party == 1
    assert planned(replace(office, side=Side.ELECTIONS), tmp_path, *lines).mergers[0].party == 0


def test_a_hamlet_that_elects_is_named_with_its_day_and_left_alone(office: Workplace, tmp_path: Path) -> None:
    listed(office)
    for name in ("Nà Bó", "Nà Lọn"):
        add_hamlet(office, "Thôn", name)
    plan = planned(office, tmp_path, "Lục Ngù;Một", "Chợ;Một", "Nà Bó;Hai", "Nà Lọn;Hai")
    assert plan.mergers[0].troubles == ((Trouble.ELECTING, "Thôn Lục Ngù, 08/12/2024"),)
    write_mergers(office, plan, ON)
    assert [line.name for line in hamlet_lines(office)] == ["Chợ", "Hai", "Lục Ngù"]


def test_a_merger_may_be_left_out_and_none_is_no_merger(office: Workplace, tmp_path: Path) -> None:
    plan = planned(office, tmp_path, "Lục Ngù;Một", "Chợ;Một")
    before = state(office)
    with pytest.raises(RequestRefused) as caught:
        write_mergers(office, plan, ON, without=("Thôn Một",))
    assert caught.value.code == "hamlet.merge"
    assert state(office) == before


def test_sixty_hamlets_become_thirty_one(office: Workplace, tmp_path: Path) -> None:
    for number in range(3, 61):
        add_hamlet(office, "Thôn", f"Mẫu {number}")
        code = f"06859-T{number:02d}"
        taking.store(
            office,
            HOUSEHOLDS,
            beside_one(
                office,
                HOUSEHOLDS,
                code,
                as_read([row(f"Người Mẫu {chr(65 + number % 20)}", birth=str(1940 + number))]),
            ),
        )
    numbers = [*range(3, 61)]
    lines = [f"Mẫu {number};Mới {number // 2}" for number in numbers]
    plan = planned(office, tmp_path, *lines, "Lục Ngù;Chung", "Chợ;Chung")
    assert len(plan.mergers) == 31
    batch = write_mergers(office, plan, ON, DECISION)
    after = hamlet_lines(office)
    assert len(after) == 31
    assert sum(line.counted for line in after) == 12 + 58
    assert {line.code for line in after}.isdisjoint({HAMLET, OTHER_HAMLET})
    succession.undo_change(office, batch)
    assert len(hamlet_lines(office)) == 60


def test_fewer_households_than_the_law_asks_for_are_said_and_keep_nothing_from_being_written(
    office: Workplace, clock: TrainingClock, tmp_path: Path
) -> None:
    lines = "Lục Ngù;Thôn Hợp Nhất", "Chợ;Thôn Hợp Nhất"
    assert troubles(planned(office, tmp_path, *lines)) == [[]], "the decree sets no size before 26/5/2026"
    clock.moment = datetime(2026, 7, 5, 1, tzinfo=UTC)
    (hamlet,) = planned(office, tmp_path, *lines).mergers
    assert hamlet.troubles == ((Trouble.SMALL, "12 hộ, dưới 150"),)
    assert hamlet.is_possible
    (quarter,) = planned(office, tmp_path, "Lục Ngù;Khu phố Hợp Nhất", "Chợ;Khu phố Hợp Nhất").mergers
    assert quarter.troubles == ((Trouble.SMALL, "12 hộ, dưới 300"),)
    add_hamlet(office, "Thôn", "Nà Bó")
    (empty,) = planned(office, tmp_path, "Nà Bó;Thôn Trống", "Chợ;Thôn Trống").mergers
    assert empty.troubles == (), "of a hamlet whose register isn't there nobody knows"


def test_why_a_hamlet_is_smaller_is_kept_with_it_and_printed_and_goes_with_the_merger(
    office: Workplace, clock: TrainingClock, tmp_path: Path
) -> None:
    clock.moment = datetime(2026, 7, 5, 1, tzinfo=UTC)
    plan = planned(office, tmp_path, "Lục Ngù;Thôn Hợp Nhất", "Chợ;Thôn Hợp Nhất")
    on, why = date(2026, 7, 1), {"Thôn Hợp Nhất": "  địa bàn chia cắt. "}
    said = "ngoại lệ về số hộ, lý do: địa bàn chia cắt."
    preview = one_line(
        merger_plan_paper(office, plan, on, None, exceptions={"Thôn Hợp Nhất": "địa bàn chia cắt."})
    )
    assert f"Thôn Hợp Nhất (12 hộ, dưới 150): {said}" in preview
    batch = write_mergers(office, plan, on, exceptions=why)
    made = next(line for line in hamlet_lines(office) if line.name == "Hợp Nhất")
    assert (made.exception, made.decision.is_known()) == ("địa bàn chia cắt.", False)
    assert f"Thôn Hợp Nhất: {said}" in one_line(merger_paper(office, Extent()))
    succession.undo_change(office, batch)
    with reading(office.database) as session:
        assert session.scalars(select(UnitDecision)).all() == []
