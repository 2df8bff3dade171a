"""A hamlet's way from the plan of personnel to the superior's approval, step by step as a test wants it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

from desktop.models.party import OrganisationKind
from desktop.models.store.session import reading, writing
from desktop.services.chain.plans import NewPlanStep, PlanStepKind, record_plan
from desktop.services.congress import approval, bodies, closing, hands, lists, planning, roll, votes
from desktop.services.congress.lookup import congress_vote
from desktop.services.counting import counts, entries
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.party import members, organisations
from desktop.services.results import decisions, received, scans
from desktop.services.training.organisations import admitted
from tests.offices import commune
from tests.offices.commune import ANH, BINH, PINS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.services.training.clock import TrainingClock

HEAD = "Lò Thị Ơn"
PLANNED, RECOGNISED, CONGRESS = date(2024, 12, 2), date(2024, 12, 13), date(2025, 1, 5)
SENT, APPROVED = date(2025, 1, 7), date(2025, 1, 10)
TERM = (CONGRESS, date(2027, 7, 5))
OTHERS = ("Vàng Xuân Long", "Lò Thu Liễu", "Phùn Văn Tiến", "Hoàng Minh Đức", "Bùi Ngọc Anh")


@dataclass(frozen=True, slots=True)
class Branch:
    """A hamlet's branch: its code, and its members' keys by name, the elected head first."""

    code: str
    people: Mapping[str, int]


def approve_plan(
    place: Workplace, chain: int, *hamlets: str, on: date = PLANNED, number: str = "12-TB/ĐU"
) -> None:
    """Let the committee of the Party approve the plan of hamlets by one paper."""
    record_plan(place, chain, hamlets, NewPlanStep(PlanStepKind.APPROVED, on, number))


def keep_scan(place: Workplace, code: str) -> None:
    """Keep a photograph of the signed minutes."""
    page = BytesIO()
    Image.new("1", (32, 32), 1).save(page, "PNG")
    scans.attach_signed_minutes(place, code, "bien-ban.png", page.getvalue())


def recognise(place: Workplace, clock: TrainingClock, code: str, number: str = "214/QĐ-UBND") -> None:
    """Let the commune receive the result and recognise the head."""
    clock.put(RECOGNISED, 9, 0)
    received.receive_result(place, code, date(2024, 12, 9))
    decisions.recognise(place, code, number, RECOGNISED)


def make_branch(place: Workplace, hamlet: str, names: Sequence[str], *, identity: str = "") -> Branch:
    """Make the branch of a hamlet; the first member is known by the number of who stands for head."""
    made = organisations.NewOrganisation(OrganisationKind.RESIDENTIAL, f"Chi bộ {hamlet}", (hamlet,))
    branch = organisations.add_organisation(place, made)
    people = {}
    for at, name in enumerate(names):
        people[name] = members.add_member(place, branch, name, "" if at else identity)
        admitted(place, people[name], at % 6)
    return Branch(branch, people)


def plan_congress(place: Workplace, branch: Branch, on: date = CONGRESS, opening: time = time(8)) -> str:
    """Plan the congress of a branch that elects its secretary alone."""
    plan = planning.CongressPlan(branch.code, on, TERM[0], TERM[1], "Nhà văn hóa", opening, number=1)
    return planning.plan_congress(place, plan)


def open_congress(
    place: Workplace, clock: TrainingClock, code: str, on: date = CONGRESS, hour: int = 8
) -> None:
    """Call the roll and read the report; everybody is there."""
    clock.put(on, hour, 0)
    roll.all_present(place, code)
    roll.read_report(place, code, place.clock())


def elect_secretary(
    place: Workplace, branch: Branch, code: str, name: str = HEAD, there: int | None = None
) -> None:
    """Elect the one who stands for secretary, by all but one vote."""
    there = len(branch.people) if there is None else there
    bodies.choose(place, code, "counting_head", 1, branch.people[list(branch.people)[-1]])
    lists.close_list(place, code, "secretary", hands.Hands(there))
    vote = f"{code}.1"
    with writing(place.database) as session:
        votes.ballots_printed(place, session, congress_vote(session, vote), there + 2)
    votes.open_vote(place, vote, place.clock())
    with reading(place.database) as session:
        standing = [each.candidate.printed_name for each in congress_vote(session, vote).candidacies]
    assert standing == [name]
    typed = {"present": there, "issued": there, "unused": 2, "returned": there, "valid": there, "invalid": 0}
    typed |= {"candidates[0].votes": there - 1, "candidates[0].against": 1}
    for operator in (ANH, BINH):
        entries.enter(place, vote, operator, PINS[operator], typed)
    counts.finalise(place, vote)


def close_congress(place: Workplace, clock: TrainingClock, code: str) -> None:
    """Close the congress an hour later."""
    clock.moment = place.clock() + timedelta(hours=1)
    closing.close_congress(place, code, place.clock())


def send_report(place: Workplace, clock: TrainingClock, code: str, *, received_too: bool = True) -> None:
    """Send the report up, and let the superior receive it."""
    clock.put(SENT, 9, 0)
    closing.record_report_sent(place, code, SENT, "01-BC/CB")
    if received_too:
        approval.record_received(place, code, SENT)


def approve(place: Workplace, clock: TrainingClock, code: str, number: str = "61-QĐ/ĐU") -> None:
    """Let the superior approve what the congress elected."""
    clock.put(APPROVED, 9, 0)
    approval.approve(place, code, number, APPROVED)


def elect_head(
    place: Workplace, clock: TrainingClock, code: str, typed: Mapping[str, int] = commune.TYPED
) -> None:
    """Hold the meeting of a hamlet whose ballots are printed, count and finalise; the clock goes with it."""
    clock.moment = commune.OPENS.astimezone(UTC)
    commune.open_meeting(place, code, commune.OPENS)
    commune.agree(place, code, dict(typed))
    counts.finalise(place, code)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """Return a moment in Viet Nam."""
    return datetime.combine(day, time(hour, minute), VIET_NAM)
