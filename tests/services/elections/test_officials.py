"""The election team, the counting committee and the witnesses: how many there must be, who is lacking."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from desktop.services.elections import officials, planning
from desktop.services.elections.candidate_views import candidates_view
from desktop.services.elections.officials import Appointment, Lack
from desktop.services.office.workplace import Workplace
from tests.offices import commune, drafts

USUAL = Counter(role for role, _, _ in commune.OFFICIALS)


def lacks(office: Workplace, roles: Counter[str], **changes: object) -> list[Lack]:
    code = planning.plan_election(office, commune.plan(**changes)).code
    named = (Appointment(role, "Ông", f"Lò Văn {n}") for n, role in enumerate(roles.elements()))
    drafts.draft_officials(office, code, list(named))
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


def test_a_line_is_written_by_itself_and_says_what_stood_there(office: Workplace) -> None:
    code = planning.plan_election(office, commune.plan()).code
    nobody = {"title": "", "name": "", "phone": None, "post": ""}
    assert officials.record_official(office, code, "witness", 2, name=" Lò  Thị Ơn ", title="Bà") == nobody
    officials.record_official(office, code, "witness", 1, name="Vi Văn Sự")
    officials.record_official(office, code, "witness", 2, phone="0912 000 318", post=" Chi hội  trưởng ")
    assert officials.record_official(office, code, "team_head", 1, title="Ông") == nobody

    def lines() -> list[tuple[int, str, str]]:
        return [(line.place, line.title, line.name) for line in candidates_view(office, code).officials]

    assert lines() == [(1, "", "Vi Văn Sự"), (2, "Bà", "Lò Thị Ơn")], "a title alone makes no official"
    before = officials.record_official(office, code, "witness", 2, name="Lò Văn Tư")
    known = {"phone": "0912 000 318", "post": "Chi hội trưởng"}
    assert before == {"title": "Bà", "name": "Lò Thị Ơn", **known}
    other = officials.record_official(office, code, "witness", 2, **before)
    assert (other["phone"], other["post"]) == (None, ""), "what somebody is doesn't go over to another"
    assert lines() == [(1, "", "Vi Văn Sự"), (2, "Bà", "Lò Thị Ơn")]
    officials.record_official(office, code, "witness", 1, name="")
    assert lines() == [(2, "Bà", "Lò Thị Ơn")], "the line below stays where it stood"
