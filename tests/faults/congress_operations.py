"""What an office does with its disk for a branch's congress, from the roll to the superior's approval.

The branch is a small one; each step opens the office at a moment of the congress and closes it again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select

from desktop.bootstrap import open_office
from desktop.models.congress import Subject
from desktop.models.elections import Election
from desktop.models.party import Ending, Member, Organisation, StandingKind
from desktop.models.store.session import reading
from desktop.rules.attendance import Presence
from desktop.services.congress import approval, bodies, closing, hands, lists, roll
from desktop.services.congress.planning import choose_posts
from desktop.services.office.workplace import VIET_NAM
from desktop.services.papers.congress.ballots import kept_congress_ballots, print_congress_ballots
from desktop.services.papers.congress.making import print_congress_paper
from desktop.services.papers.delivery import Destination, deliver
from desktop.services.party import members, moves
from desktop.services.training.clock import TrainingClock
from tests.faults.operation import Act, Operation, staged
from tests.offices import commune
from tests.offices import congress_example as congress

_PEOPLE = congress.NAMES[:9]
_STAND, _COUNTERS = _PEOPLE[:4], _PEOPLE[4:6]
_ELSEWHERE, _SICK = _PEOPLE[6], _PEOPLE[7]
_THERE = 7
_ALL = hands.Hands(_THERE)
_MOVING = datetime(2024, 12, 2, 8, 0, tzinfo=VIET_NAM)
_LATER = datetime(2025, 1, 20, 8, 0, tzinfo=VIET_NAM)

Does = Callable[[congress.Branch, str, Path], object]


@contextmanager
def _held(place: Path, at: datetime) -> Iterator[tuple[congress.Branch, str]]:
    """Open the office of a branch at a moment, and give the branch with the code of its congress."""
    clock = TrainingClock(at)
    office = open_office(place / "commune", commune.PASSPHRASE, clock)
    try:
        with reading(office.database) as session:
            keys = {each.person.name: each.id for each in session.scalars(select(Member))}
            branch, code = (
                session.scalars(select(Organisation.code)).one(),
                session.scalars(select(Election.code)).one(),
            )
        yield congress.Branch(office, clock, branch, keys), code
    finally:
        office.database.close()


def _act(does: Does, at: datetime = congress.OPENS) -> Act:
    def act(place: Path) -> None:
        with _held(place, at) as (branch, code):
            does(branch, code, place)

    return act


def _excuse(branch: congress.Branch, code: str, _: Path) -> None:
    excuse = {"reason": "ốm nằm viện", "accepted_by": "Chi ủy"}
    told = (branch.place, code, branch.members[_SICK], Presence.EXCUSED)
    roll.record_presence(*told, **excuse, accepted_on=congress.DAY)


def _miss(branch: congress.Branch, code: str, _: Path) -> None:
    roll.record_presence(branch.place, code, branch.members[_ELSEWHERE], Presence.ABSENT)


def _all_there(branch: congress.Branch, code: str, _: Path) -> None:
    roll.all_present(branch.place, code)


def _report(branch: congress.Branch, code: str, _: Path) -> None:
    roll.read_report(branch.place, code, branch.at(0.2))


def _choose(branch: congress.Branch, code: str, _: Path) -> None:
    roles = (("presidium_head", 1), ("meeting_secretary", 1), ("counting_head", 1), ("counting_member", 1))
    named = zip(roles, (_PEOPLE[0], _PEOPLE[1], *_COUNTERS), strict=True)
    bodies.choose_all(branch.place, code, {role: branch.members[name] for role, name in named})


def _raise(branch: congress.Branch, code: str, _: Path) -> None:
    hands.raise_hands(branch.place, code, Subject.PRESIDIUM, _ALL)


def _put_up(name: str) -> Act:
    return _act(lambda branch, code, _: lists.put_up(branch.place, code, "committee", branch.members[name]))


def _close_list(branch: congress.Branch, code: str, _: Path) -> None:
    lists.close_list(branch.place, code, "committee", _ALL)


def _ballots(branch: congress.Branch, code: str, _: Path) -> None:
    print_congress_ballots(branch.place, f"{code}.1", _THERE)


def _hand_over(branch: congress.Branch, code: str, place: Path) -> None:
    kept = kept_congress_ballots(branch.place, f"{code}.1")
    deliver(kept.content, Destination(path=place / "stick" / "phieu-bau.pdf"))


def _minutes(branch: congress.Branch, code: str, place: Path) -> None:
    paper = print_congress_paper(branch.place, code, "congress-counting-minutes", "full", "committee")
    deliver(paper, Destination(path=place / "stick" / "bien-ban.pdf"))


def _close(branch: congress.Branch, code: str, _: Path) -> None:
    closing.close_congress(branch.place, code, branch.at(4))


def _approve(branch: congress.Branch, code: str, _: Path) -> None:
    approval.approve(branch.place, code, "31-QĐ/ĐU", _LATER.date())


def _enter(branch: congress.Branch, _code: str, _: Path) -> None:
    entering = members.Entering(date(2024, 12, 1), "Đảng bộ phường Hạ Long", "12-GT/ĐU")
    members.add_member(branch.place, branch.code, "Phạm Minh Tuấn", "022090000777", entering)


def _leave(branch: congress.Branch, _code: str, _: Path) -> None:
    moves.leave(
        branch.place,
        branch.members[_SICK],
        moves.Leaving(Ending.MOVED, date(2024, 12, 1), destination="Đảng bộ phường Hạ Long"),
    )


_ROLL = (_act(_excuse), _act(_miss), _act(_all_there), _act(_report))
_BODIES = (_act(_choose), _act(_raise))
_BALLOTS = (*map(_put_up, _STAND), _act(_close_list), _act(_ballots), _act(_hand_over))


def _planned(place: Path) -> None:
    """A congress of a small branch is planned, one of whose members is elsewhere."""
    standings = {_ELSEWHERE: (StandingKind.ELSEWHERE, "12-GT/ĐU")}
    branch = congress.make_branch(place / "commune", len(_PEOPLE), standings)
    choose_posts(branch.place, congress.planned(branch), {"committee": 3, "secretary": 1, "deputy": 1})
    branch.place.database.close()
    (place / "stick").mkdir()


@staged
def _called(place: Path) -> None:
    _planned(place)
    for step in _ROLL:
        step(place)


@staged
def _chosen(place: Path) -> None:
    _called(place)
    for step in _BODIES:
        step(place)


@staged
def _counted(place: Path) -> None:
    _chosen(place)
    for step in _BALLOTS:
        step(place)
    with _held(place, congress.OPENS) as (branch, code):
        congress.counted(branch, f"{code}.1", _THERE, dict(zip(_STAND, (7, 7, 6, 1), strict=True)), unused=0)


def _elected(place: Path) -> None:
    """It has elected all whom it elects; nobody has closed it."""
    _counted(place)
    with _held(place, congress.OPENS) as (branch, code):
        for number, (post, name) in enumerate((("secretary", _PEOPLE[0]), ("deputy", _PEOPLE[1])), 2):
            congress.listed(branch, code, post, name)
            congress.printed(branch, f"{code}.{number}", _THERE)
            congress.counted(branch, f"{code}.{number}", _THERE, {name: _THERE}, unused=0)


OF_A_CONGRESS = (
    Operation("calling a congress's roll", _planned, _ROLL),
    Operation("choosing a congress's bodies", _called, _BODIES),
    Operation("printing a congress's ballots", _chosen, _BALLOTS),
    Operation("printing a congress's minutes", _counted, (_act(_minutes),)),
    Operation("closing and approving a congress", _elected, (_act(_close), _act(_approve, _LATER))),
    Operation("members coming and leaving", _planned, (_act(_enter, _MOVING), _act(_leave, _MOVING))),
)
