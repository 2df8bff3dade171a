"""The register of documents: written down in order, changed, ended, moved, each side its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.errors import RequestRefused
from desktop.models.office import Side
from desktop.rules.bases import BasisScope, PaperSubject
from desktop.services.bases.register import (
    InForce,
    add_basis,
    bases,
    change_basis,
    end_basis,
    move_basis,
    rank_bases,
    remove_basis,
)
from desktop.services.office.log import LogFilter, log_part
from desktop.services.office.workplace import Workplace
from tests.offices import register_example
from tests.offices.bases import DIRECTIVE, GUIDANCE, LAW, PLAN


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    register = register_example.with_households(tmp_path / "office")
    yield register.workplace
    register.workplace.database.close()


def _numbers(place: Workplace) -> list[str]:
    return [view.basis.number for view in bases(place)]


def test_documents_stand_by_issuer_and_day_until_the_clerk_moves_one(place: Workplace) -> None:
    for one in (GUIDANCE, PLAN, LAW, DIRECTIVE):
        add_basis(place, one)
    by_rank = [LAW.number, DIRECTIVE.number, PLAN.number, GUIDANCE.number]
    assert _numbers(place) == by_rank
    keys = {view.basis.number: view.key for view in bases(place)}
    move_basis(place, keys[PLAN.number], -1)
    assert _numbers(place) == [LAW.number, PLAN.number, DIRECTIVE.number, GUIDANCE.number]
    move_basis(place, keys[LAW.number], -1)
    move_basis(place, keys[GUIDANCE.number], 1)
    assert _numbers(place) == [LAW.number, PLAN.number, DIRECTIVE.number, GUIDANCE.number]
    rank_bases(place)
    assert _numbers(place) == by_rank


def test_what_is_written_is_corrected_ended_taken_out_and_put_back(place: Workplace) -> None:
    today = place.today()
    key = add_basis(place, replace(PLAN, about="  bầu  Trưởng thôn. "))
    (view,) = bases(place)
    assert (view.heading, view.basis.about, view.state) == (
        "Kế hoạch số 87/KH-UBND",
        "bầu Trưởng thôn",
        InForce.NOW,
    )
    change_basis(place, key, replace(PLAN, number="88/KH-UBND"))
    end_basis(place, key, today - timedelta(days=1))
    (view,) = bases(place)
    assert (view.heading, view.state) == ("Kế hoạch số 88/KH-UBND", InForce.ENDED)
    end_basis(place, key, None)
    assert bases(place)[0].state is InForce.NOW
    told = remove_basis(place, key)
    assert not bases(place)
    add_basis(place, LAW)
    add_basis(place, told, told.position)
    assert _numbers(place) == ["88/KH-UBND", LAW.number]


def test_what_cannot_be_is_refused_with_its_reason(place: Workplace) -> None:
    add_basis(place, PLAN)
    wrong = {
        "basis.number": replace(LAW, number=" "),
        "basis.issuer": replace(LAW, issuer=""),
        "basis.about": replace(LAW, about=" . "),
        "basis.subjects": replace(LAW, subjects=frozenset()),
        "basis.period": replace(LAW, ends_on=LAW.dated - timedelta(days=1)),
        "basis.partys": replace(DIRECTIVE, scope=BasisScope.BOTH),
        "basis.known": PLAN,
    }
    for code, told in wrong.items():
        with pytest.raises(RequestRefused) as refused:
            add_basis(place, told)
        assert refused.value.code == code
    with pytest.raises(RequestRefused, match=r"unknown\.basis"):
        end_basis(place, 99, None)
    assert _numbers(place) == [PLAN.number]


def test_each_side_sees_and_changes_what_its_papers_name(place: Workplace) -> None:
    for one in (PLAN, DIRECTIVE, LAW):
        add_basis(place, one)
    elections, party = replace(place, side=Side.ELECTIONS), replace(place, side=Side.PARTY)
    assert _numbers(elections) == [LAW.number, PLAN.number]
    assert _numbers(party) == [LAW.number, DIRECTIVE.number]
    keys = {view.basis.number: view.key for view in bases(place)}
    with pytest.raises(RequestRefused, match=r"side\.party"):
        end_basis(elections, keys[DIRECTIVE.number], date(2027, 1, 1))
    with pytest.raises(RequestRefused, match=r"side\.elections"):
        add_basis(party, replace(PLAN, number="90/KH-UBND", subjects=frozenset({PaperSubject.HEADS})))
    with pytest.raises(RequestRefused, match=r"side\.party"):
        rank_bases(elections)
    # What stands between two that are seen stays where it is.
    move_basis(elections, keys[PLAN.number], -1)
    assert _numbers(place) == [PLAN.number, DIRECTIVE.number, LAW.number]


def test_the_log_tells_of_the_partys_documents_to_nobody_of_elections_alone(place: Workplace) -> None:
    for one in (PLAN, DIRECTIVE):
        add_basis(place, one)
    elections = replace(place, side=Side.ELECTIONS)
    seen = {line.about for line in log_part(elections, LogFilter()).lines}
    assert PLAN.number in seen
    assert DIRECTIVE.number not in seen
    assert DIRECTIVE.number in {line.about for line in log_part(place, LogFilter()).lines}
