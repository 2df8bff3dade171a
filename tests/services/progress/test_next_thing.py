"""What a clerk is asked to do next, out of the cells of a hamlet."""

from __future__ import annotations

import re

import pytest

from desktop.models.store.session import reading
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.planning import plan_election
from desktop.services.office.workplace import Workplace
from desktop.services.progress.cells import Cell, Mark, Reason
from desktop.services.progress.next_thing import next_thing
from desktop.services.progress.progress import ElectionProgress, election_progress
from desktop.services.progress.steps import Step, steps_of
from desktop.wording import cell_word, next_words
from tests.checkout import ROOT
from tests.offices import commune


@pytest.fixture
def planned(office: Workplace) -> ElectionProgress:
    code = plan_election(office, commune.plan()).code
    with reading(office.database) as session:
        return election_progress(office, session, vote_of(session, code))


def asked(planned: ElectionProgress, **kinds: str) -> str:
    """Return the step that is asked for where the cells are of these kinds, and the others done."""
    cells = [Cell(step, Mark(kinds.get(step, "done"))) for step in steps_of()]
    return next_thing(planned, commune.HAMLET, cells, {}).step or ""


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


def test_what_another_page_does_is_never_asked_for_here(planned: ElectionProgress) -> None:
    assert asked(planned, congress="wrong", sending="not_yet") == "sending"


@pytest.mark.parametrize("reason", [reason for reason in Reason if reason])
def test_every_reason_has_a_word_in_its_cell(reason: Reason) -> None:
    assert cell_word(reason, 2).strip()
    assert "…" not in cell_word(reason, 2)


def given(function: str) -> set[str]:
    """Return the reasons that the source gives for a step."""
    body = (ROOT / "desktop/services/progress/cells.py").read_text(encoding="utf-8")
    (part,) = re.findall(rf"^def {function}\(.*?(?=^def |\Z)", body, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"Reason\.([A-Z_]+)", part))


@pytest.mark.parametrize(
    ("step", "functions"),
    [
        (Step.ROLL, ["_roll"]),
        (Step.CANDIDATES, ["_candidates"]),
        (Step.BALLOTS, ["_ballots"]),
        (Step.MEETING, ["_meeting", "_attendance"]),
        (Step.COUNTING, ["_counting", "_typing"]),
        (Step.MINUTES, ["_minutes"]),
        (Step.RECOGNITION, ["_recognition", "_submitted"]),
        (Step.SENDING, ["_sending"]),
    ],
)
def test_every_step_and_reason_has_its_words(
    planned: ElectionProgress, step: Step, functions: list[str]
) -> None:
    reasons = set().union(*(given(function) for function in functions))
    assert reasons
    for name in reasons:
        cells = [Cell(step, Mark.ATTENTION, Reason[name])]
        thing = next_thing(planned, commune.HAMLET, cells, {})
        words = next_words(thing.code, thing.facts)
        assert all(words), name
        assert not re.search(r"[{}]|None", " ".join(words)), name
