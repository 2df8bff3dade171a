"""An open training office with a branch of invented members that is to hold its congress, and its votes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from desktop.bootstrap import shipped_statutes
from desktop.models.party import Member, Membership, Organisation, Standing, StandingKind
from desktop.models.people import Person, Sex
from desktop.models.store.session import reading, writing
from desktop.rules.attendance import Presence
from desktop.services.congress import bodies, hands, lists, planning, roll, votes
from desktop.services.congress.lookup import congress_vote
from desktop.services.counting import counts, entries
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.operators import register_operator
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.party.branches import make_hamlet_branch
from desktop.services.places.lookup import unit_on
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from desktop.vietnamese.partial_date import PartialDate
from tests.offices.commune import ANH, BINH, PASSPHRASE, PINS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from sqlalchemy.orm import Session

COMMUNE, HAMLET = "06859", "06859-T01"
DAY = date(2025, 1, 5)
OPENS = datetime(2025, 1, 5, 7, 30, tzinfo=VIET_NAM)
TERM = (date(2025, 1, 5), date(2027, 7, 5))
OFFICE = NewOffice(COMMUNE, "Đảng ủy xã Mẫu", "commune")

NAMES = (
    *("Vàng Xuân Long", "Lò Thu Liễu", "Phùn Văn Tiến", "Hoàng Minh Đức", "Bùi Ngọc Anh", "Dương Thị Lượng"),
    *("Đặng Quốc Hưởng", "Phạm Thị Linh", "Chìu A Dũng", "Tằng Văn Bình", "Giàng A Chớ", "Lý Ngọc Sơn"),
    *("Nình Thị Hoa", "Bàn Văn Sơn", "Trần Đức Mạnh", "Nguyễn Thị Hương", "Lương Văn Ức", "Vi Văn Áng"),
    *("Bế Thị Yên", "Nông Văn Ếch", "Hoàng Thị Ỷ", "Triệu Quý Đôn", "Đặng Hồng Điệp", "Phùn Thị Mỹ"),
    *("Cà Văn Hải", "Lò Thị Ơn", "Sú Văn Thắng", "Chìu Thị Ánh", "Tằng Thị Múi", "Dương Văn Khánh"),
    *("Trần Thu Hà", "Lương Thị Hạnh", "Nông Thị Nga", "Vi Đức Cường", "Bế Văn Quang", "Phạm Minh Tuấn"),
)
"""More names than any branch here has members; the first official ones come first."""

COMMITTEE = NAMES[:6]
FIRST_VOTE = dict(zip(COMMITTEE, (28, 27, 24, 22, 16, 16), strict=True))
"""Who stands for a committee of five, and the votes of a first vote that leaves a tie for the last seat."""

AWAY, EXEMPT = "Đặng Quốc Hưởng", "Phạm Thị Linh"
COUNTERS = ("Chìu A Dũng", "Tằng Văn Bình", "Giàng A Chớ")


@dataclass(slots=True)
class Branch:
    """A branch that holds a congress: the open office, the branch's code, and its members' keys by name."""

    place: Workplace
    clock: TrainingClock
    code: str
    members: dict[str, int]
    opens: datetime = OPENS

    def at(self, hours: float) -> datetime:
        """Move the clock to so many hours after the opening, and return the moment."""
        moment = self.opens + timedelta(hours=hours)
        self.clock.moment = moment.astimezone(UTC)
        return moment


def make_branch(
    folder: Path,
    official: int,
    standings: Mapping[str, tuple[StandingKind, str]] | None = None,
    probationary: int = 0,
) -> Branch:
    """Make an office whose one branch has so many official members and others on probation.

    Args:
        folder: of the office.
        official: how many, the first of ``NAMES``.
        standings: of those who are exempt, elsewhere, suspended or charged besides, with the paper's number.
        probationary: how many more.
    """
    clock = TrainingClock(datetime(2024, 11, 1, 1, 0, tzinfo=UTC))
    place, _ = make_office(folder, OFFICE, PASSPHRASE, shipped_statutes(), clock, seed=bytes(32))
    add_unit(place, NewUnit(COMMUNE, "commune", "Xã", "Mẫu"))
    add_unit(place, NewUnit(HAMLET, "hamlet", "Thôn", "Nà Ếch", parent=COMMUNE))
    with writing(place.database) as session:
        branch = make_hamlet_branch(place, session, unit_on(session, HAMLET, DAY))
        made = [
            new_member(session, branch, name, probationary=number >= official, number=number + 1)
            for number, name in enumerate(NAMES[: official + probationary])
        ]
        for member in made:
            kind, paper = (standings or {}).get(member.person.name, (None, ""))
            if kind is not None:
                session.add(
                    Standing(
                        member=member,
                        kind=kind,
                        starts_on=date(2023, 3, 1),
                        place="Đảng bộ phường Hạ Long" if kind is StandingKind.ELSEWHERE else None,
                        paper_number=paper,
                        paper_on=date(2023, 3, 1),
                    )
                )
        session.flush()
        people = Branch(place, clock, branch.code, {each.person.name: each.id for each in made})
    for operator, name in ((ANH, "Nguyễn Thị Ánh"), (BINH, "Trần Quốc Bình")):
        assert register_operator(place, name, PINS[operator]) == operator
    return people


def new_member(
    session: Session, branch: Organisation, name: str, *, probationary: bool, number: int
) -> Member:
    """Make somebody a member of a branch, who stands in its list under a number."""
    sex = Sex.FEMALE if " Thị " in name or " Thu " in name else Sex.MALE
    person = Person(name=name, sex=sex, birth=PartialDate(1960 + number))
    admitted = PartialDate(2024, 6, 1) if probationary else PartialDate(1990 + number % 20, 2, 3)
    member = Member(
        person=person,
        admitted=admitted,
        official=None if probationary else PartialDate(1991 + number % 20, 2, 3),
        list_number=number,
    )
    session.add_all([person, member, Membership(member=member, branch=branch, starts_on=None)])
    return member


def planned(branch: Branch, **changes: Any) -> str:
    """Plan the congress, and return its code."""
    told: dict[str, Any] = {
        "branch": branch.code,
        "held_on": DAY,
        "term_from": TERM[0],
        "term_to": TERM[1],
        "venue": "Nhà văn hóa thôn",
        "opening": time(7, 30),
        "number": 11,
        "announced_on": date(2024, 11, 15),
    }
    return planning.plan_congress(branch.place, planning.CongressPlan(**(told | changes)))


def called(branch: Branch, code: str, away: Mapping[str, Presence] | None = None) -> None:
    """Call the roll: everybody is there but those named; then read the report."""
    branch.at(0)
    for name, presence in (away or {}).items():
        excuse = {"reason": "ốm nằm viện", "accepted_by": "Chi ủy", "accepted_on": DAY}
        roll.record_presence(
            branch.place,
            code,
            branch.members[name],
            presence,
            **(excuse if presence is Presence.EXCUSED else {}),
        )
    roll.all_present(branch.place, code)
    roll.read_report(branch.place, code, branch.at(0.2))


def bodies_chosen(branch: Branch, code: str, counters: Sequence[str]) -> None:
    """Choose who counts, head first."""
    for place, name in enumerate(counters):
        role = "counting_member" if place else "counting_head"
        bodies.choose(branch.place, code, role, max(place, 1), branch.members[name])


def listed(branch: Branch, code: str, post: str, *names: str) -> None:
    """Put people up for a post as the convening committee does, and close the list."""
    for name in names:
        lists.put_up(branch.place, code, post, branch.members[name])
    lists.close_list(branch.place, code, post)


def printed(branch: Branch, vote: str, copies: int = 31) -> None:
    """Print the ballots of a vote as far as the count knows of it."""
    with writing(branch.place.database) as session:
        votes.ballots_printed(branch.place, session, congress_vote(session, vote), copies)


def counted(
    branch: Branch, vote: str, issued: int, marks: Mapping[str, int], *, explained: bool = False, **typed: int
) -> counts.CountView:
    """Give the ballots out, enter the count twice and finalise it.

    Args:
        branch: that votes.
        vote: its code.
        issued: ballots given out, each to a member who is there.
        marks: votes for each on the list.
        explained: what doesn't fit is explained in a line.
        typed: other figures than those of a count without faults.
    """
    place = branch.place
    with reading(place.database) as session:
        found = congress_vote(session, vote)
        order = [each.candidate.printed_name for each in found.candidacies]
        ballot = found.ballot.value
    votes.open_vote(place, vote, branch.at(1))
    figures = {"present": issued, "issued": issued, "unused": 31 - issued, "returned": issued}
    figures |= {"valid": issued, "invalid": 0} | typed
    for index, name in enumerate(order):
        figures[f"candidates[{index}].votes"] = marks[name]
        if ballot == "agree":
            figures[f"candidates[{index}].against"] = figures["valid"] - marks[name]
    for operator in (ANH, BINH):
        entries.enter(place, vote, operator, PINS[operator], figures)
    for problem in counts.review(place, vote).unexplained if explained else ():
        counts.explain(place, vote, problem, "đã hỏi Đảng ủy", NAMES[0])
    return counts.finalise(place, vote)


def going_on(branch: Branch, vote: str, in_favour: int) -> bool:
    """Let the congress decide by hands whether it votes again."""
    return hands.decide_going_on(branch.place, vote, hands.Hands(in_favour))
