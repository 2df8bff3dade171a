"""Thirteen hamlets elect their heads, and their branches elect these secretary, on one PC and on two.

Two hamlets are pilots. One plan is approved after the ballots were printed, with a reason; in one hamlet
nobody is elected; in one the branch elects somebody else.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.bootstrap import shipped_statutes
from desktop.errors import RequestRefused
from desktop.exchange.card import fingerprint
from desktop.models.office import Settings, Side
from desktop.services.chain.gates import Gate, overrides
from desktop.services.chain.plans import NewPlanStep, PlanStepKind, record_plan
from desktop.services.chain.switching import switch_on
from desktop.services.chain.views import ChainRow, ChainView, GateState, NodeState, chain_view
from desktop.services.congress.carry_over import carry_over
from desktop.services.elections.waves import NewWave, WaveKind, make_wave
from desktop.services.exchange import cards, intake
from desktop.services.exchange.sealing import seal
from desktop.services.office import keys
from desktop.services.office.checking import check_office
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import Workplace
from desktop.services.papers.chains import draw_chain_sheet, draw_exceptions
from desktop.services.papers.congress.kinds import MINUTES
from desktop.services.papers.congress.making import print_congress_paper
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.offices import chain_commune as example
from tests.offices import chain_example, commune
from tests.printing.pages import one_line

PARTY = NewOffice(commune.COMMUNE, "Đảng ủy xã Mẫu", "commune", settings=Settings(side=Side.PARTY))


def by_hamlet(view: ChainView) -> dict[str, ChainRow]:
    return {row.chain.code: row for row in view.rows}


@pytest.fixture
def held(tmp_path: Path) -> Iterator[example.ChainCommune]:
    made = example.make(tmp_path / "xa")
    yield made
    made.place.database.close()


def test_on_one_pc_from_the_plan_to_the_approval(held: example.ChainCommune) -> None:
    place = held.place
    pilots = [held.elections[number] for number in example.PILOTS]
    make_wave(place, example.CAMPAIGN, NewWave("Đợt điểm", WaveKind.PILOT, example.DAY), pilots)
    example.come_to_the_day(held)
    view = chain_view(place, held.chain)
    assert (view.recognised, view.held, view.is_head) == (12, 10, 6)
    assert [row.chain.name for row in view.rows[:3]] == ["Mó Túc", "Sú Cáu", "Phiêng Cằm"]
    assert view.rows[-1].chain.name == "Pò Đán", "the pilot that is done stands last"

    for number in (example.THROUGH, 3, 4):
        chain_example.elect_secretary(
            place, held.branches[number], held.congresses[number], example.HEADS[number]
        )
        chain_example.close_congress(place, held.clock, held.congresses[number])
    for number in (5, 6):
        example.hold_congress(held, number)
    for number, code in held.congresses.items():
        if number == example.PILOTS[1]:
            continue
        chain_example.send_report(place, held.clock, code)
        chain_example.approve(place, held.clock, code, f"{70 + number}-QĐ/ĐU")

    view = chain_view(place, held.chain)
    assert (view.recognised, view.held, view.is_head) == (12, 12, 11)
    assert all(row.findings == () for row in view.rows)
    whole = [row for row in view.rows if set(row.nodes.values()) == {NodeState.DONE}]
    assert len(whole) == 11
    states = Counter(state for row in view.rows for state in row.gates.values())
    assert states[GateState.LET_THROUGH] == 1
    assert [(each.reason, each.due_on) for each in view.open_exceptions] == [
        ("no_head", date(2025, 1, 12)),
        ("head_not_member", date(2025, 6, 30)),
    ]
    (through,) = overrides(place, held.chain)
    assert (through.gate, through.name) == (Gate.PLAN_APPROVED, example.WHO)
    assert check_office(place).findings == ()

    # What was let through stands in the Party's papers, and in none of the State's.
    code = held.congresses[example.THROUGH]
    sheet = draw_chain_sheet(place, held.chain, example.hamlet_code(example.THROUGH))
    minutes = print_congress_paper(place, code, MINUTES, "half")
    report = print_congress_paper(place, code, "congress-result-report", "full")
    for paper in (sheet, minutes, report):
        assert example.WHY.split(",")[0] in one_line(paper)
    assert "phương án" not in one_line(print_minutes(place, held.elections[example.THROUGH]).content).lower()
    register = one_line(draw_exceptions(place, held.chain))
    assert "Lý Văn Sinh" in register
    for said in (one_line(sheet), register):
        assert re.search(r"\d+/\d+ hộ = \d+,\d\d%", said), "a share names its base"


def test_on_two_pcs_the_recognised_heads_come_by_a_package(
    held: example.ChainCommune, tmp_path: Path
) -> None:
    office = held.place
    party = _party(tmp_path / "dang")
    _introduce(office, party)
    _introduce(party, office)
    chain = switch_on(party)
    hamlets = [example.hamlet_code(number) for number in range(len(example.HAMLETS))]
    record_plan(party, chain, hamlets, NewPlanStep(PlanStepKind.APPROVED, date(2024, 11, 15), "11-TB/ĐU"))
    branch = chain_example.make_branch(party, example.hamlet_code(3), (example.HEADS[3], *example.MEMBERS))
    congress = chain_example.plan_congress(party, branch)

    example.elect(held)
    sealed = seal(
        office, keys.unlock(office, commune.PASSPHRASE), "government", commune.COMMUNE, outbox=tmp_path
    )
    assert isinstance(party.clock, TrainingClock)
    party.clock.put(example.CONGRESS, 7, 0)
    with pytest.raises(RequestRefused, check=lambda error: error.code == "W603"):
        chain_example.open_congress(party, party.clock, congress)
    intake.take_in(party, keys.unlock(party, commune.PASSPHRASE), sealed.path.read_bytes())

    view = chain_view(party, chain)
    assert (view.recognised, view.held) == (12, 0)
    row = by_hamlet(view)[example.hamlet_code(3)]
    assert row.chain.head.decision == "217/QĐ-UBND"
    assert row.belongs is not None
    assert row.belongs.namesakes == (branch.people[example.HEADS[3]],), "a name alone links nobody"
    carry_over(party, chain, example.hamlet_code(3), branch.people[example.HEADS[3]])
    chain_example.open_congress(party, party.clock, congress)
    after = by_hamlet(chain_view(party, chain))[example.hamlet_code(3)]
    assert after.nodes[list(after.nodes)[3]] is NodeState.CURRENT
    assert after.findings == ()
    party.database.close()


def _party(folder: Path) -> Workplace:
    office = replace(PARTY, name="Đảng ủy xã Húc Động")
    place, _ = make_office(
        folder, office, commune.PASSPHRASE, shipped_statutes(), TrainingClock(commune.BEFORE), seed=b"3" * 32
    )
    add_unit(place, NewUnit(commune.COMMUNE, "commune", "Xã", "Húc Động"))
    for number, name in enumerate(example.HAMLETS):
        kind = "Khu phố" if number == example.OTHER else "Thôn"
        code = example.hamlet_code(number)
        add_unit(place, NewUnit(code, "hamlet", kind, name, parent=commune.COMMUNE))
    return place


def _introduce(teller: Workplace, reader: Workplace) -> None:
    card = cards.own_card(teller, keys.unlock(teller, commune.PASSPHRASE))
    cards.trust(reader, card, " ".join(fingerprint(card)))
