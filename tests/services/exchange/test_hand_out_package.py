"""A failed meeting, slips, their minutes, the recognition, and the package that another office takes in."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from desktop.models.papers import PaperRole
from desktop.services.counting import counts, meetings
from desktop.services.counting.count_drafts import keep_other_opinions
from desktop.services.elections import planning
from desktop.services.exchange import intake
from desktop.services.office import keys
from desktop.services.office.workplace import VIET_NAM
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.decisions import print_decision
from desktop.services.papers.kept import printed_papers
from desktop.services.papers.making import make_paper
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.results import decisions, next_vote
from tests.offices.commune import DAY, PASSPHRASE, agree, appointments
from tests.offices.count_office import district, new_districts
from tests.offices.drafts import draft_officials
from tests.printing.pages import one_line
from tests.services.exchange.test_packages import inside, introduce, send
from tests.services.results.test_hand_out import ANSWERED, COLLECTED, TEAM, failed

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.office.workplace import Workplace
    from desktop.services.training.clock import TrainingClock

__all__ = ["district", "new_districts"]


def test_a_failed_meeting_ends_as_a_recognised_head_whose_package_is_taken_in(
    office: Workplace, district: Workplace, clock: TrainingClock, tmp_path: Path
) -> None:
    introduce(office, district)
    introduce(district, office)
    # The meeting: five of twelve households came; its minutes are kept and sent like any other.
    code = failed(office)
    assert "không đủ điều kiện để bầu cử" in one_line(print_minutes(office, code).content)

    # The slips: handed out by a team of their own, collected a week later.
    next_vote.begin_hand_out(office, code, COLLECTED, time(16, 0))
    draft_officials(office, code, appointments(*TEAM))
    assert print_ballots(office, code).form == "hand-out-slip"
    clock.put(DAY.replace(day=13), 8, 0)
    meetings.open_meeting(office, code, datetime(2024, 12, 13, 8, 0, tzinfo=VIET_NAM))
    clock.put(COLLECTED, 17, 0)
    agree(office, code, ANSWERED)
    keep_other_opinions(office, code, "01 phiếu, đề nghị làm cầu")
    view = counts.finalise(office, code)
    assert (view.outcome, view.elected) == ("elected", ("Lò Thị Ơn",))
    minutes = print_minutes(office, code)

    # The commune: both minutes are submitted, and the decision rests on both.
    submitted = one_line(make_paper(office, code, "submission", "full").content)
    assert submitted.index("(Mẫu số 03)") < submitted.index("(Mẫu số 04)")
    decisions.recognise(office, code, "20/QĐ-UBND", date(2024, 12, 18))
    assert "Biên bản kiểm phiếu phát đến hộ gia đình ngày 15/12/2024" in one_line(
        print_decision(office, code).content
    )
    assert planning.election(office, code).state == "recognised"
    kept = [(paper.form, paper.role) for paper in printed_papers(office, code)]
    assert ("handed-out-minutes", PaperRole.MINUTES) in kept

    # The package: the form 04 that was printed, and what the receiving office counts again.
    sealed = send(office, tmp_path)
    files = inside(district, sealed)
    assert files[f"data/papers/handed-out-minutes-{code}-2-1.pdf"] == minutes.content
    assert json.loads(files[f"data/counts/{code}-2-1.json"])["other_opinions"] == "01 phiếu, đề nghị làm cầu"
    taken = intake.take_in(district, keys.unlock(district, PASSPHRASE), sealed.path.read_bytes())
    assert (taken.outcome, taken.code) == ("accepted", None)
