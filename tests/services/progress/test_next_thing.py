"""What a clerk is asked to do next, out of the cells of a hamlet."""

from __future__ import annotations

import pytest

from desktop.models.store.session import reading
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.planning import plan_election
from desktop.services.office.workplace import Workplace
from desktop.services.progress.cells import STEPS, Cell
from desktop.services.progress.next_thing import next_thing
from desktop.services.progress.progress import ElectionProgress, election_progress
from tests.offices import commune


@pytest.fixture
def planned(office: Workplace) -> ElectionProgress:
    code = plan_election(office, commune.plan()).code
    with reading(office.database) as session:
        return election_progress(office, session, vote_of(session, code))


def asked(planned: ElectionProgress, **kinds: str) -> str:
    """Return the step that is asked for where the cells are of these kinds, and the others done."""
    cells = [Cell(step, kinds.get(step, "done")) for step in STEPS]
    return next_thing(planned, commune.HAMLET, cells, {}).step


@pytest.mark.parametrize("begun", ["doing", "attention", "wrong"])
def test_begun_work_comes_before_work_that_is_not_begun(planned: ElectionProgress, begun: str) -> None:
    assert asked(planned, candidates="not_yet", ballots=begun, meeting="not_yet") == "ballots"


def test_what_is_wrong_comes_before_what_is_under_way(planned: ElectionProgress) -> None:
    assert asked(planned, candidates="doing", recognition="wrong") == "recognition"


def test_of_equal_work_the_earlier_step_comes_first(planned: ElectionProgress) -> None:
    assert asked(planned, candidates="not_yet", ballots="not_yet") == "candidates"
    assert asked(planned, counting="doing", minutes="attention") == "counting"


def test_a_package_that_waits_keeps_nobody_from_a_step_before_it(planned: ElectionProgress) -> None:
    assert asked(planned, recognition="not_yet", sending="doing") == "recognition"
