"""A meeting that too few attended, slips, form 04, the recognition: by use cases and by the command line.

Every paper is read back from what was printed.
"""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

import pytest

from desktop.exchange.facts_record import facts_document
from desktop.models.papers import PaperRole
from desktop.models.store.session import reading
from desktop.services.counting import counts, meetings
from desktop.services.counting.count_drafts import InvalidReason, keep_other_opinions
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.counting.meetings import BoxCount
from desktop.services.counting.proceedings import keep_proceedings
from desktop.services.elections import planning
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.meeting_plans import change_plan
from desktop.services.elections.officials import Appointment
from desktop.services.office.workplace import VIET_NAM
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.decisions import print_decision
from desktop.services.papers.kept import printed_papers
from desktop.services.papers.making import make_paper, register_printed
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.results import decisions, next_vote
from tests.offices import commune
from tests.offices.count_office import clock, district, new_districts, office, settled_office
from tests.offices.drafts import draft_officials
from tests.printing.pages import one_line
from tests.services.exchange.test_packages import introduce
from tests.services.results.test_hand_out import ANSWERED, COLLECTED, TEAM, TOO_FEW

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock
    from tests.journeys.conftest import Command

__all__ = ["clock", "district", "new_districts", "office", "settled_office"]

_SECRETARY = Appointment("meeting_secretary", "Bà", "Lý Thị Ử")


def _meet_in_vain(office: Workplace) -> str:
    """Five of twelve households come; what the meeting did is written, and its count finalised."""
    code = commune.meeting(office)
    draft_officials(office, code, commune.appointments(_SECRETARY))
    commune.agree(office, code, TOO_FEW)
    for problem in counts.review(office, code).unexplained:
        counts.explain(office, code, problem, "trời mưa to", "Nông Văn Ếch")
    counts.finalise(office, code)
    keep_proceedings(office, code, closing=time(9, 0), secretary_approval=5)
    return code


def _hand_out(office: Workplace, clock: TrainingClock, code: str) -> None:
    """Plan the slips, tell the commune, print and hand them out, and take the stock of what came back."""
    next_vote.begin_hand_out(office, code, COLLECTED, time(16, 0))
    draft_officials(office, code, commune.appointments(_SECRETARY, *TEAM))
    clock.put(commune.DAY.replace(day=10), 8, 0)
    change_plan(office, code, slips_planned_on=date(2024, 12, 9), slips_plan_sent_on=date(2024, 12, 10))
    change_plan(office, code, slips_from=date(2024, 12, 13))
    print_ballots(office, code)
    clock.put(commune.DAY.replace(day=13), 8, 0)
    meetings.open_meeting(office, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
    box = BoxCount("main", issued=11, unused=4, replaced=0, collected=11)
    meetings.record_stock(office, code, [box])
    clock.put(COLLECTED, 17, 0)


def _facts(office: Workplace, code: str) -> dict[str, Any]:
    with reading(office.database) as session:
        return facts_document(record_of(latest_count(session, vote_of(session, code))).facts)


def _decided(hom_phieu: Command, facts: dict[str, Any], folder: Path, on: date) -> dict[str, Any]:
    path = folder / "facts.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    told = hom_phieu("decide", path, "--on", f"{on:%Y-%m-%d}")
    assert (told.code, told.err) == (0, "")
    said: dict[str, Any] = json.loads(told.out)
    return said


def _said(office: Workplace, code: str, form: str) -> str:
    return one_line(make_paper(office, code, form, "full").content)


def test_a_failed_meeting_ends_with_a_recognised_head(
    office: Workplace,
    district: Workplace,
    clock: TrainingClock,
    hom_phieu: Command,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    introduce(office, district)
    introduce(district, office)

    # The meeting: its minutes say that too few came; the rules alone say what the law allows then.
    code = _meet_in_vain(office)
    register_printed(office, make_paper(office, code, "counting-minutes", "full"))
    meeting = _said(office, code, "meeting-minutes")
    assert "có người đại diện tham dự: 05 hộ, bằng 41,67% của 12 hộ." in meeting
    assert "cuộc họp không đủ điều kiện để bầu cử, phải tổ chức lại theo quy định." in meeting
    failed = _decided(hom_phieu, _facts(office, code), tmp_path, commune.DAY)
    assert (failed["outcome"], failed["next"], failed["also"]) == ("no_quorum", "hold_again", ["hand_out"])
    assert (failed["quorum"], failed["base"]["value"]) == (False, 12)

    # The slips: plan and notice, the slip itself, and what the team counts.
    _hand_out(office, clock, code)
    plan = _said(office, code, "hand-out-plan")
    assert "ngày 09 tháng 12 năm 2024" in plan
    assert "có 05 đại diện trên 12 hộ tham dự" in plan
    [slips] = [paper for paper in printed_papers(office, code) if paper.form == "hand-out-slip"]
    assert (slips.role, slips.copies) == (PaperRole.BALLOT, 15)
    assert one_line(slips.content).count("Ý kiến khác") == 15
    commune.agree(office, code, ANSWERED)
    keep_other_opinions(office, code, "01 phiếu, đề nghị làm cầu")
    view = counts.finalise(office, code, invalid_reasons=[InvalidReason("không đánh dấu ô nào", 1)])
    assert (view.outcome, view.elected) == ("elected", ("Lò Thị Ơn",))

    # Form 04, read back as it was printed.
    minutes = print_minutes(office, code)
    said = one_line(minutes.content)
    for part in (
        "Mẫu số 04",
        "Về việc phát phiếu lấy ý kiến của hộ gia đình về bầu Trưởng thôn Lục Ngù",
        "Cuộc họp ngày 08 tháng 12 năm 2024 có 05 đại diện trên 12 hộ tham dự, bằng 41,67%",
        "2. Bà Hoàng Thị Ỷ, Chi hội trưởng Chi hội Phụ nữ - Thành viên",
        "đã nhận phiếu: 11 hộ, bằng 91,67% của 12 hộ gia đình; 01 hộ không phát được.",
        "thu về: 11 phiếu, bằng 100,00% của 11 phiếu phát ra.",
        "01 phiếu, bằng 9,09% của 11 phiếu thu về; lý do: không đánh dấu ô nào (01 phiếu).",
        "Ý kiến khác: 01 phiếu, đề nghị làm cầu.",
        "Lò Thị Ơn được 07 phiếu đồng ý, bằng 58,33% của 12 hộ gia đình, là người trúng cử",
        "TM. TỔ PHÁT PHIẾU",
    ):
        assert part in said
    elected = _decided(hom_phieu, _facts(office, code), tmp_path, COLLECTED)
    assert (elected["outcome"], elected["elected"]) == ("elected", ["Lò Thị Ơn"])
    assert (elected["next"], elected["quorum"]) == ("recognition", None)
    assert [clause["key"] for clause in elected["clauses"]] == ["elected"]
    assert elected["shares"][1] == {
        "name": "Lò Thị Ơn",
        "numerator": 7,
        "denominator": 12,
        "percent": "58,33",
    }

    # The submission encloses both minutes, of which the meeting's can still be printed.
    assert _said(office, code, "meeting-minutes") == meeting
    submitted = _said(office, code, "submission")
    assert submitted.index("(Mẫu số 03), lập ngày 08/12/2024") < submitted.index(
        "(Mẫu số 04), lập ngày 15/12/2024"
    )
    assert "Người trúng cử: bà Lò Thị Ơn, sinh năm 1975, được 07 phiếu, bằng 58,33%" in submitted
    decisions.recognise(office, code, "20/QĐ-UBND", date(2024, 12, 18))
    recognised = one_line(print_decision(office, code).content)
    assert "Căn cứ Biên bản cuộc họp của cộng đồng dân cư ngày 08/12/2024" in recognised
    assert "Căn cứ Biên bản kiểm phiếu phát đến hộ gia đình ngày 15/12/2024" in recognised
    assert "với 07 phiếu, bằng 58,33% của 12 hộ gia đình của thôn." in recognised
    assert planning.election(office, code).state == "recognised"

    # On the command line the office is sound, and what it seals is checked step by step where it goes.
    office.database.close()
    district.database.close()
    monkeypatch.setenv("HOM_PHIEU_PASSPHRASE", commune.PASSPHRASE)
    _send(hom_phieu, office.database.folder, district.database.folder)
    assert [minutes.form, minutes.role] == ["handed-out-minutes", PaperRole.MINUTES]


def _send(hom_phieu: Command, folder: Path, receiving: Path) -> None:
    assert json.loads(hom_phieu("check", "--data", folder, "--json").out)["ok"] is True
    told = hom_phieu("seal", "--stream", "government", "--to", "198", "--data", folder, "--json")
    assert told.code == 0, told.err
    package = json.loads(told.out)["path"]
    verified = hom_phieu("verify", package, "--data", receiving, "--json")
    assert verified.code == 0, verified.err
    assert all(step["ok"] for step in json.loads(verified.out)["steps"])
