"""What was printed for another day than the one on which an election is held is outdated."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.services.elections import planning
from desktop.services.elections.changes import Because, move_election
from desktop.services.elections.election_list import elections
from desktop.services.elections.unplanning import take_back_plan
from desktop.services.papers.ballot_trials import trial_ballots
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.envelopes import write_envelope
from desktop.services.papers.lines import paper_lines
from desktop.services.papers.making import make_paper, register_printed
from tests.offices import commune

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.office.workplace import Workplace
    from desktop.services.papers.lines import Filling

_LATER = date(2024, 12, 22)
_FLOOD = Because("mưa lũ", "45/QĐ-UBND", date(2024, 12, 5))


def _outdated(office: Workplace, *codes: str) -> dict[str, date | None]:
    return {line.form: line.printed_for for line in paper_lines(office, codes) if line.outdated}


def _print(office: Workplace, code: str, form: str, filling: Filling = "half") -> None:
    register_printed(office, make_paper(office, code, form, filling))


def test_a_paper_printed_before_the_day_was_moved_is_outdated_until_it_is_printed_again(
    office: Workplace,
) -> None:
    code = commune.listed(office)
    _print(office, code, "candidate-list")
    assert _outdated(office, code) == {}
    move_election(office, code, _LATER)
    assert _outdated(office, code) == {"candidate-list": commune.DAY}
    _print(office, code, "candidate-list")
    assert _outdated(office, code) == {}
    move_election(office, code, commune.DAY)
    assert _outdated(office, code) == {"candidate-list": _LATER}


@pytest.mark.parametrize(
    ("form", "filling"), [("team-decision", "full"), ("nomination-minutes", "half"), ("wall-sheet", "blank")]
)
def test_a_paper_that_bears_no_day_stays_good(office: Workplace, form: str, filling: Filling) -> None:
    code = commune.listed(office)
    _print(office, code, form, filling)
    move_election(office, code, _LATER)
    assert _outdated(office, code) == {}


def test_the_envelope_with_its_forms_for_a_pen_is_outdated_as_its_ballots_are(
    office: Workplace, tmp_path: Path
) -> None:
    code = commune.listed(office)
    write_envelope(office, code, tmp_path)
    move_election(office, code, _LATER, _FLOOD)
    found = _outdated(office, code)
    assert {"hamlet-ballot", "sign-in-roll", "counting-minutes", "cover-checklist"} <= found.keys()
    assert set(found.values()) == {commune.DAY}


def test_of_several_hamlets_the_list_says_how_many(office: Workplace) -> None:
    moved = commune.listed(office)
    other = planning.plan_election(office, commune.plan(hamlet=commune.OTHER_HAMLET)).code
    for code in (moved, other):
        _print(office, code, "call-decision")
    move_election(office, moved, _LATER)
    [line] = [one for one in paper_lines(office, [moved, other]) if one.form == "call-decision"]
    assert (line.outdated, line.printed_for) == (1, None)


def test_a_plan_is_taken_back_with_what_was_printed_of_it(office: Workplace) -> None:
    code = planning.plan_election(office, commune.plan()).code
    _print(office, code, "call-decision")
    take_back_plan(office, [code])
    assert elections(office) == ()


def test_a_trial_sheet_is_no_print(office: Workplace) -> None:
    code = commune.listed(office)
    trial_ballots(office, code)
    move_election(office, code, _LATER)
    assert _outdated(office, code) == {}
    print_ballots(office, code)
    assert _outdated(office, code) == {}
