"""The election team, the counting committee and the witnesses: how many there must be, who is lacking."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from desktop.services.elections import officials, planning
from desktop.services.elections.candidate_views import candidates_view
from desktop.services.elections.officials import Appointment, Lack
from desktop.services.office.workplace import Workplace
from tests.offices import commune

USUAL = Counter(role for role, _, _ in commune.OFFICIALS)


def lacks(office: Workplace, roles: Counter[str], **changes: object) -> list[Lack]:
    code = planning.plan_election(office, commune.plan(**changes)).code
    named = (Appointment(role, "Ông", f"Lò Văn {n}") for n, role in enumerate(roles.elements()))
    officials.draft_officials(office, code, list(named))
    return list(candidates_view(office, code).lacks)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"counting_member": 4}, []),
        ({"counting_member": 5}, [("counting", 6, 3, 5)]),
        ({"counting_member": 1}, [("counting", 2, 3, 5)]),
        ({"counting_head": 0}, [("counting_head", 0, 1, 1), ("counting", 2, 3, 5)]),
        ({"counting_head": 2}, [("counting_head", 2, 1, 1)]),
        ({"team_head": 0}, [("team_head", 0, 1, 1)]),
        ({"team_head": 2}, [("team_head", 2, 1, 1)]),
        ({"team_member": 7}, []),
        ({"witness": 1}, [("witness", 1, 2, 2)]),
        ({"witness": 3}, [("witness", 3, 2, 2)]),
    ],
)
def test_the_decree_asks_for_one_head_a_committee_of_three_to_five_and_two_witnesses(
    office: Workplace, changes: dict[str, int], expected: list[tuple[str, int, int, int]]
) -> None:
    found = lacks(office, Counter({**USUAL, **changes}))
    assert [(lack.part, lack.have, lack.least, lack.most) for lack in found] == expected
    for lack in found:
        assert bool(lack.article) == (lack.part in ("counting", "witness")), "what a clause sets is cited"


def test_the_joint_resolution_sets_neither_a_committee_nor_witnesses(office: Workplace) -> None:
    day = date(2022, 6, 5)
    heads = Counter({"team_head": 1, "counting_head": 1})
    assert lacks(office, heads, held_on=day, term_from=day, term_to=date(2024, 12, 5)) == []
