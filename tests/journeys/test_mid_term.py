"""Heads leave before their term is over, each in another way, and the hamlet gets a new one.

By request, by the Front board's proposal, by petition; one meeting doesn't agree and the commune decides, one
request is refused; then somebody serves until the replacement is elected and recognised.
"""

from __future__ import annotations

from datetime import date

import pytest

from desktop.models.posts import Post, Way
from desktop.models.store.session import reading
from desktop.rules.dismissal import AskedBy, DismissalState, DismissalStep
from desktop.services.counting import counts, meetings
from desktop.services.dismissals.replacement import plan_replacement
from desktop.services.dismissals.views import dismissal_view
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.lookup import election_of
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import appoint
from desktop.services.elections.time_left import DueTask
from desktop.services.office.checking import check_office
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.dismissals import dismissal_papers, draw_dismissal_paper
from desktop.services.places.hamlets import hamlet_lines, state_facts
from desktop.services.places.provisional import state_provisional
from desktop.services.results import decisions, received
from desktop.services.today.board import board
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import HAMLET
from tests.offices.opening import open_meeting
from tests.services.conftest import clock, office, settled_office
from tests.services.dismissals.conftest import HEAD, TODAY
from tests.services.dismissals.told import ask, hands, meet, recognised, take

__all__ = ["clock", "office", "settled_office"]

NEW_HEAD = "Giàng A Chớ"
VOTE_DAY = date(2026, 9, 6)


@pytest.fixture(autouse=True)
def headed(office: Workplace, clock: TrainingClock) -> None:
    clock.put(TODAY, 8, 0)
    state_facts(office, HAMLET, head=HEAD)


def heads(office: Workplace) -> tuple[str | None, str | None]:
    line = next(line for line in hamlet_lines(office) if line.code == HAMLET)
    return line.head, line.provisional_head


def papers(office: Workplace, key: int) -> dict[str, bytes]:
    return {
        paper.form: draw_dismissal_paper(office, key, paper.form) for paper in dismissal_papers(office, key)
    }


def replaced(office: Workplace, clock: TrainingClock, key: int) -> str:
    """Let somebody serve, elect the new head and recognise the election."""
    state_provisional(
        office,
        HAMLET,
        provisional_head="Nông Văn Ếch",
        provisional_why="vacant",
        provisional_number="133/QĐ-UBND",
        provisional_from=TODAY,
    )
    assert heads(office) == (None, "Nông Văn Ếch")
    assert dismissal_view(office, key).provisional_until == date(2027, 2, 3)
    code = plan_replacement(office, key, VOTE_DAY)
    list_candidates(office, code, [Nomination(NEW_HEAD)])
    appoint(office, code, commune.appointments())
    print_ballots(office, code)
    opens = commune.OPENS.replace(year=2026, month=9, day=6)
    clock.moment = opens
    open_meeting(office, code, opens)
    meetings.record_attendance(office, code, opens, 10)
    typed = {
        "present": 10,
        "issued": 10,
        "unused": 5,
        "returned": 10,
        "valid": 9,
        "invalid": 1,
        "candidates[0].votes": 9,
    }
    commune.agree(office, code, typed)
    counts.finalise(office, code)
    clock.put(date(2026, 9, 8), 8, 0)
    received.receive_result(office, code, date(2026, 9, 8))
    decisions.recognise(office, code, "150/QĐ-UBND", date(2026, 9, 8))
    return code


@pytest.mark.parametrize("by", AskedBy)
def test_a_head_is_dismissed_and_replaced_and_the_old_papers_stay(
    office: Workplace, clock: TrainingClock, by: AskedBy
) -> None:
    key = recognised(office, by, signed=6 if by is AskedBy.PETITION else None)
    before = papers(office, key)
    assert heads(office) == (None, None)
    code = replaced(office, clock, key)
    view = dismissal_view(office, key)
    assert (view.state, view.replacement, view.head) == (DismissalState.RECOGNISED, code, NEW_HEAD)
    assert heads(office) == (NEW_HEAD, None)
    assert papers(office, key) == before
    with reading(office.database) as session:
        election = election_of(session, code)
        assert election.occasion == "replacement"
        assert election.campaign.name == "Bầu thay Trưởng thôn, Thôn Lục Ngù, năm 2026"
        served = [post for post in session.query(Post) if post.way is Way.PROVISIONAL]
        assert [post.ends_on for post in served] == [date(2026, 9, 7)]
    assert check_office(office).findings == ()


def test_the_commune_decides_where_the_meeting_did_not_agree(office: Workplace, clock: TrainingClock) -> None:
    key = ask(office)
    take(office, key, DismissalStep.ACCEPT)
    meet(office, key, hands(10, 6, 4))
    take(office, key, DismissalStep.DECIDE, number="132/QĐ-UBND")
    assert heads(office) == (None, None)
    replaced(office, clock, key)
    assert heads(office) == (NEW_HEAD, None)
    assert dismissal_view(office, key).state is DismissalState.DECIDED


def test_a_refused_request_changes_nothing_but_the_record(office: Workplace) -> None:
    key = ask(office, AskedBy.HEAD)
    take(office, key, DismissalStep.REFUSE, number="45/UBND-VX", reason="đang có việc dở dang")
    assert heads(office) == (HEAD, None)
    assert [paper.form for paper in dismissal_papers(office, key)] == [
        *("dismissal-request", "dismissal-answer")
    ]
    assert check_office(office).findings == ()


def test_sixty_days_and_six_months_are_watched_until_somebody_is_elected(
    office: Workplace, clock: TrainingClock
) -> None:
    key = recognised(office)
    state_provisional(office, HAMLET, provisional_head="Nông Văn Ếch", provisional_from=TODAY)
    watched = (DueTask.REPLACEMENT, DueTask.PROVISIONAL)

    def due(day: date) -> list[tuple[DueTask, str]]:
        clock.put(day, 8, 0)
        return [(each.task, each.kind) for each in board(office).deadlines if each.task in watched]

    commune.printed(office, held_on=date(2026, 8, 30))
    assert due(date(2026, 9, 20)) == [(DueTask.REPLACEMENT, "not_yet")]
    assert due(date(2026, 10, 4)) == [(DueTask.REPLACEMENT, "wrong")]
    clock.put(date(2026, 10, 4), 9, 0)
    plan_replacement(office, key, date(2026, 11, 1))
    assert due(date(2026, 10, 5)) == []
    assert due(date(2027, 1, 20)) == [(DueTask.PROVISIONAL, "attention")]
