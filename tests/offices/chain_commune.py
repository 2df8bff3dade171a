"""A commune's thirteen hamlets on their way from the plan of personnel to the secretary's approval.

Everybody is invented. Two hamlets are pilots; one gate is let through; in one hamlet nobody is elected, in
another the branch elects somebody else.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, time
from typing import TYPE_CHECKING

from desktop.bootstrap import shipped_statutes
from desktop.models.office import Settings
from desktop.services.chain import exceptions
from desktop.services.chain.gates import let_through
from desktop.services.chain.plans import NewPlanStep, PlanStepKind, record_plan
from desktop.services.chain.switching import switch_on
from desktop.services.congress.carry_over import carry_over
from desktop.services.congress.lists import put_up
from desktop.services.counting import counts, meetings
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.meeting_plans import change_plan
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import appoint
from desktop.services.elections.planning import plan_election
from desktop.services.office.offices import make_office
from desktop.services.office.operators import register_operator
from desktop.services.papers.ballots import print_ballots
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.offices import chain_example as example
from tests.offices import commune
from tests.offices.commune import ANH, BINH, PINS

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.services.office.workplace import Workplace

HAMLETS = (
    *("Phiêng Cằm", "Mó Túc", "Sú Cáu", "Nà Ếch", "Nà Lọn", "Co Muông", "Bản Mường"),
    *("Lục Ngù", "Cò Nòi", "Thông Châu", "Nà Sản", "Ngàn Phe", "Pò Đán"),
)
HEADS = (
    *("Bàn A Cường", "Hoàng Thị Dần", "Tằng Thị Quyên", "Vàng Xuân Long", "Chìu Minh Bình"),
    *("Tằng Đức Hùng", "Trần Thị Hạnh", "Nguyễn Quang Dũng", "Chìu Văn An", "Nình Quang Đạt"),
    *("Nguyễn Quang Cường", "Đặng Thị Hoa", "Nình Hữu Long"),
)
MEMBERS = ("Lý Văn Sinh", "Lò Thu Liễu", "Phùn Văn Tiến", "Hoàng Minh Đức", "Bùi Ngọc Anh")
THROUGH, NOBODY, OTHER = 0, 1, 2
PILOTS = (11, 12)
DAY, RECOGNISED, CONGRESS = date(2024, 12, 8), date(2024, 12, 13), date(2025, 1, 5)
PILOT_CONGRESS = date(2024, 12, 22)
CAMPAIGN = "2024"
WHY, WHO = "Đảng ủy nhất trí ngày 03/12, văn bản về ngày 06/12", "Lương Thị Hạnh"
TYPED = {
    "present": 11,
    "issued": 11,
    "unused": 4,
    "returned": 11,
    "valid": 11,
    "invalid": 0,
    "candidates[0].votes": 8,
    "candidates[0].against": 3,
}
SHORT = TYPED | {"candidates[0].votes": 5, "candidates[0].against": 6}


@dataclass(slots=True)
class ChainCommune:
    """The open office, its clock, the chain, and codes by the hamlet's place in ``HAMLETS``."""

    place: Workplace
    clock: TrainingClock
    chain: int = 0
    elections: dict[int, str] = field(default_factory=dict)
    branches: dict[int, example.Branch] = field(default_factory=dict)
    congresses: dict[int, str] = field(default_factory=dict)


def hamlet_code(number: int) -> str:
    """Return the code of a hamlet by its place."""
    return f"{commune.COMMUNE}-T{number + 1:02d}"


def make(folder: Path) -> ChainCommune:
    """Make the office with its hamlets, households and planned elections; the chain is switched on."""
    clock = TrainingClock(commune.BEFORE)
    office = replace(commune.OFFICE, settings=Settings(reserve=3, place="Húc Động"))
    place, _ = make_office(folder, office, commune.PASSPHRASE, shipped_statutes(), clock, seed=bytes(32))
    add_unit(place, NewUnit(commune.COMMUNE, "commune", "Xã", "Húc Động"))
    made = ChainCommune(place, clock)
    for number, name in enumerate(HAMLETS):
        kind = "Khu phố" if number == OTHER else "Thôn"
        add_unit(place, NewUnit(hamlet_code(number), "hamlet", kind, name, parent=commune.COMMUNE))
        names = (HEADS[number], *(each[0] for each in commune.HEADS[1:]))
        rows = [
            commune.row(one, "Nam", f"{1960 + at}", f"0220{number:02d}0000{at:02d}")
            for at, one in enumerate(names)
        ]
        commune.store(place, rows, hamlet_code(number))
    for name, key in (("Người nhập Anh", ANH), ("Người nhập Bình", BINH)):
        assert register_operator(place, name, PINS[key]) == key
    for number in range(len(HAMLETS)):
        plan = commune.plan(hamlet=hamlet_code(number), campaign_name="Bầu Trưởng thôn 2024", ballot="agree")
        code = plan_election(place, plan).code
        list_candidates(place, code, [Nomination(HEADS[number])])
        appoint(place, code, commune.appointments())
        made.elections[number] = code
    change_plan(place, made.elections[THROUGH], phone="0912000327")
    made.chain = switch_on(place, CAMPAIGN)
    return made


def elect(held: ChainCommune) -> None:
    """Approve the plans, let one gate through, hold the day, recognise who was elected."""
    place, clock = held.place, held.clock
    clock.put(date(2024, 12, 2), 9, 0)
    others = [hamlet_code(number) for number in range(len(HAMLETS)) if number != THROUGH]
    approved = NewPlanStep(PlanStepKind.APPROVED, date(2024, 12, 2), "11-TB/ĐU")
    record_plan(place, held.chain, others, approved)
    clock.put(date(2024, 12, 4), 14, 10)
    let_through(place, held.chain, hamlet_code(THROUGH), 1, WHY, WHO)
    for code in held.elections.values():
        print_ballots(place, code)
    clock.put(date(2024, 12, 6), 9, 0)
    late = NewPlanStep(PlanStepKind.APPROVED, date(2024, 12, 6), "12-TB/ĐU")
    record_plan(place, held.chain, [hamlet_code(THROUGH)], late)
    clock.moment = commune.OPENS.astimezone(UTC)
    for number, code in held.elections.items():
        meetings.open_meeting(place, code, commune.OPENS)
        commune.agree(place, code, SHORT if number == NOBODY else TYPED)
        counts.finalise(place, code)
        if number != NOBODY:
            example.keep_scan(place, code)
    for number, code in held.elections.items():
        if number != NOBODY:
            example.recognise(place, clock, code, f"{214 + number}/QĐ-UBND")


def prepare_congresses(held: ChainCommune) -> None:
    """Make the branches, plan their congresses, and carry the recognised heads over."""
    place = held.place
    for number in range(len(HAMLETS)):
        if number == NOBODY:
            continue
        head = () if number == OTHER else (HEADS[number],)
        identity = "" if number == OTHER else f"0220{number:02d}000000"
        code = hamlet_code(number)
        held.branches[number] = example.make_branch(place, code, (*head, *MEMBERS), identity=identity)
        day = PILOT_CONGRESS if number in PILOTS else CONGRESS
        opening = time(14) if number in (5, 6) else time(9)
        held.congresses[number] = example.plan_congress(place, held.branches[number], day, opening)
        if number == OTHER:
            put_up(place, held.congresses[number], "secretary", held.branches[number].people[MEMBERS[0]])
        else:
            carry_over(place, held.chain, code)


def hold_congress(held: ChainCommune, number: int) -> None:
    """Hold the congress of a branch to its end."""
    code, branch = held.congresses[number], held.branches[number]
    day = PILOT_CONGRESS if number in PILOTS else CONGRESS
    example.open_congress(held.place, held.clock, code, day)
    example.elect_secretary(held.place, branch, code, secretary_of(number))
    example.close_congress(held.place, held.clock, code)


def secretary_of(number: int) -> str:
    """Name whom the branch elects."""
    return MEMBERS[0] if number == OTHER else HEADS[number]


def come_to_the_day(held: ChainCommune) -> None:
    """Let the commune come to the morning of the congresses, as the picture of the chain has it."""
    elect(held)
    prepare_congresses(held)
    for number in PILOTS:
        hold_congress(held, number)
    held.clock.put(date(2024, 12, 24), 9, 0)
    pilot = held.congresses[PILOTS[1]]
    example.closing.record_report_sent(held.place, pilot, date(2024, 12, 24), "01-BC/CB")
    example.approval.record_received(held.place, pilot, date(2024, 12, 24))
    held.clock.put(date(2024, 12, 27), 9, 0)
    example.approval.approve(held.place, pilot, "61-QĐ/ĐU", date(2024, 12, 27))
    for number in (OTHER, 7, 8, 9, 10):
        hold_congress(held, number)
    for number in (THROUGH, 3, 4):
        example.open_congress(held.place, held.clock, held.congresses[number], hour=9)
    held.clock.put(CONGRESS, 10, 20)
    nobody = exceptions.NewException(
        exceptions.ExceptionReason.NO_HEAD, "", "Hoàng Văn Sìn, Phó chủ tịch xã", date(2025, 1, 12)
    )
    exceptions.record_exception(held.place, held.chain, hamlet_code(NOBODY), nobody)
    other = exceptions.NewException(
        exceptions.ExceptionReason.HEAD_NOT_MEMBER, "", "Vàng Văn Tiến, Bí thư Đảng ủy", date(2025, 6, 30)
    )
    exceptions.record_exception(held.place, held.chain, hamlet_code(OTHER), other)
