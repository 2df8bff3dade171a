"""A card's number is the citizen number: it stands whole in no log, no crash report, no list, no package."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.services.office.log import LogFilter, log_part
from desktop.services.office.workplace import Workplace
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.dues import dues
from desktop.services.party.member_views import member, member_lines
from desktop.services.party.members import add_member, edit_member
from desktop.services.party.moves import Ending, Leaving, leave
from desktop.services.party.reconciliations import reconcile

CARD, IDENTITY = "022079001417", "022079001418"


@pytest.fixture
def key(place: Workplace) -> int:
    add_hamlet_branches(place)
    made = add_member(place, branch_lines(place)[0].code, "Vàng Xuân Long", IDENTITY)
    for field, value in (("card", CARD), ("admitted", "03/02/2006"), ("official", "03/02/2007")):
        edit_member(place, made, field, value)
    return made


def test_no_value_says_a_whole_number_where_it_is_put_into_a_report(place: Workplace, key: int) -> None:
    branch = branch_lines(place)[0].code
    reconcile(place, branch, place.today(), "Lương Thị Hạnh", 1)
    shown = (
        member(place, key),
        member_lines(place, branch),
        branch_lines(place),
        dues(place, date(2030, 1, 1)),
        log_part(place, LogFilter(subject="party")),
    )
    said = repr(shown)
    assert CARD not in said
    assert IDENTITY not in said
    assert "Vàng Xuân Long" not in repr(shown[-1]), "the log names no person"


def test_a_refusal_says_no_number(place: Workplace, key: int) -> None:
    branch = branch_lines(place)[0].code
    for refused in (
        lambda: add_member(place, branch, "Vàng Xuân Long", IDENTITY),
        lambda: add_member(place, branch, "Người Khác", IDENTITY),
        lambda: leave(place, key, Leaving(Ending.WITHIN, place.today(), branch=branch)),
    ):
        with pytest.raises(RequestRefused) as told:
            refused()
        assert IDENTITY not in repr((told.value, told.value.context))
