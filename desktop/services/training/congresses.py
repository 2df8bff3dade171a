"""The example's congresses: four weeks after the election, newly elected heads become secretaries.

One branch of fewer than nine elects its secretary directly; one of nine elects a committee first, while a
member is away for an accepted reason; in one of thirteen two have as many votes for the last seat.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any

from desktop.errors import StorageRefused
from desktop.exchange.outcome_record import Outcome
from desktop.models.congress import PlanStepKind, Subject, TextKind
from desktop.models.elections import Ballot, Contest
from desktop.models.store.session import reading
from desktop.rules.attendance import Presence
from desktop.services.congress import (
    approval,
    bodies,
    closing,
    hands,
    lists,
    planning,
    preparing,
    roll,
    votes,
)
from desktop.services.congress.course import Course
from desktop.services.congress.lists import elected_in
from desktop.services.congress.lookup import congress_vote, contests_of, found_congress, latest_vote
from desktop.services.counting import counts, entries
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.office.files import write_file
from desktop.services.office.workplace import local
from desktop.services.papers.congress.ballots import print_congress_ballots
from desktop.services.papers.congress.kinds import COUNTING, MINUTES
from desktop.services.papers.congress.making import print_congress_paper
from desktop.services.party import members, organisations, posts
from desktop.services.party.organisations import NewOrganisation, OrganisationKind
from desktop.services.training.hamlet import Hamlet, Typed
from desktop.services.training.offices import RESERVE, TrainingDay
from desktop.services.training.organisations import admitted, make_committee
from desktop.services.training.register import Rows
from desktop.services.training.scene import CongressDays
from desktop.wording import words

_VENUE = "Nhà văn hóa {0}"
_EXCUSE, _ACCEPTED_BY = "điều trị tại bệnh viện tỉnh", "Chi ủy"
_TEXTS = {
    TextKind.GUESTS: "đồng chí Phó bí thư Thường trực Đảng ủy xã\nđồng chí Trưởng Ban công tác Mặt trận thôn",
    TextKind.POLITICAL_REPORT: (
        "1. Kết quả nhiệm kỳ qua\nChi bộ lãnh đạo nhân dân hoàn thành các chỉ tiêu được giao.\n"
        "2. Phương hướng nhiệm kỳ tới\nTiếp tục trồng quế, làm đường thôn, kết nạp đảng viên."
    ),
    TextKind.REVIEW_REPORT: "Chi ủy họp đều, kiểm tra từng việc đã giao; còn chậm việc kết nạp đảng viên.",
    TextKind.PROGRAMME: "07:30 Chào cờ, khai mạc\n08:00 Báo cáo, thảo luận\n09:00 Bầu cử\nBế mạc",
    TextKind.DISCUSSION: "việc trồng quế và làm đường thôn",
    TextKind.SPEECH: "Đại diện Đảng ủy xã phát biểu chỉ đạo; Đại hội tiếp thu.",
    TextKind.TASKS: "- Hằng năm kết nạp ít nhất 01 đảng viên;\n- Trồng mới 05 ha quế.",
}
_ORDER = ("secretary", "deputy", "committee")
_ROLL, _REPORTS, _BALLOTS, _SEALING = 10, 30, 12, 10  # minutes that they take
_FEW = 9  # members there, with whom one person counts
_POSTS_WITH_COMMITTEE = {"committee": 3, "secretary": 1, "deputy": 1}


@dataclass(frozen=True, slots=True)
class _Story:
    """What happens at a congress.

    Attributes:
        opening: the hour.
        members: official members; the new head is the first.
        seats: by post, in the order of voting.
        marks: by post, the votes of each put up, who are the first of the members.
        run_off: votes of those tied for the last seat of the committee.
        sick: whether the last member is away for an accepted reason.
        speakers: how many speak on the reports.
    """

    opening: time
    members: int
    seats: Mapping[str, int]
    marks: Mapping[str, Sequence[int]]
    run_off: Sequence[int] = ()
    sick: bool = False
    speakers: int = 3


_STORIES = (
    _Story(time(7, 30), 7, {"secretary": 1}, {"secretary": (6,)}),
    _Story(
        time(9, 30),
        9,
        _POSTS_WITH_COMMITTEE,
        {"committee": (8, 7, 6, 3), "secretary": (8,), "deputy": (7,)},
        sick=True,
    ),
    _Story(
        time(13, 30),
        13,
        _POSTS_WITH_COMMITTEE | {"committee": 5},
        {"committee": (13, 12, 11, 10, 7, 7), "secretary": (13,), "deputy": (12,)},
        run_off=(7, 6),
    ),
)


@dataclass(frozen=True, slots=True)
class _Congress:
    """A branch that holds its congress: code and name, the congress's code, members' keys by name."""

    branch: str
    name: str
    code: str
    people: Mapping[str, int]
    story: _Story
    hamlet: Hamlet

    def put_up(self, post: str) -> tuple[str, ...]:
        """Name those whom the convening committee puts up; the deputy isn't the head."""
        first = 1 if post == "deputy" else 0
        return tuple(self.people)[first : first + len(self.story.marks[post])]


def hold_congresses(day: TrainingDay, elected: Sequence[tuple[Hamlet, str, Rows]]) -> list[dict[str, Any]]:
    """Hold the congresses of some branches, from planning to the superior's approval.

    Args:
        day: offices and scene, which says when.
        elected: hamlets in which a head was elected, with the head's name and a row for each household.

    Returns:
        A line of the summary for each. Source: commands.md (``demo``).

    Raises:
        Refusal: a step is refused.
    """
    when = day.scene.congress
    if when is None:
        return []
    day.clock.put(when.planned, 9, 0)
    make_committee(day)
    planned = [_prepare(day, when, story, *one) for story, one in zip(_STORIES, elected, strict=False)]
    for congress in planned:
        opening = congress.story.opening
        day.clock.put(when.day, opening.hour, opening.minute)
        _hold(day, congress)
    day.clock.put(when.reported, 8, 0)
    for number, congress in enumerate(planned, 1):
        closing.record_report_sent(day.commune, congress.code, when.reported, f"{number:02d}-BC/CB")
        approval.record_received(day.commune, congress.code, when.reported)
    day.clock.put(when.approved, 9, 0)
    for number, congress in enumerate(planned, 61):
        approval.approve(day.commune, congress.code, f"{number}-QĐ/ĐU", when.approved)
    day.tell(words("training.approved", branches=len(planned)))
    return [_line(day, congress) for congress in planned]


def _prepare(
    day: TrainingDay, when: CongressDays, story: _Story, hamlet: Hamlet, head: str, rows: Rows
) -> _Congress:
    """Make a hamlet's branch with the new head among its members, and plan its congress."""
    place, unit = day.commune, hamlet.unit
    where = f"{unit.kind.lower()} {unit.name}"
    name = words("party.branch_of", hamlet=where)
    branch = organisations.add_organisation(
        place, NewOrganisation(OrganisationKind.RESIDENTIAL, name, (unit.code,))
    )
    people = {}
    for at, row in enumerate(_members(hamlet, head, rows, story.members)):
        key = members.add_member(place, branch, str(row["name"]), str(row.get("identity") or ""))
        admitted(place, key, at % 6)
        people[str(row["name"])] = key
    sitting = tuple(people)[1]
    posts.begin_post(
        place, posts.NewPost(posts.PostKind.SECRETARY, branch, sitting, people[sitting], posts.Way.APPOINTED)
    )
    plan = planning.CongressPlan(
        branch=branch,
        held_on=when.day,
        term_from=when.day,
        term_to=when.term_to,
        venue=_VENUE.format(where),
        opening=story.opening,
        number=1,
        announced_on=when.announced,
    )
    code = planning.plan_congress(place, plan)
    planning.choose_posts(place, code, story.seats)
    congress = _Congress(branch, name, code, people, story, hamlet)
    for post in story.seats:
        for one in congress.put_up(post):
            lists.put_up(place, code, post, people[one])
    for kind, text in _TEXTS.items():
        preparing.write_text(place, code, kind, text)
    preparing.record_plan_step(place, code, PlanStepKind.SUBMITTED, when.planned, "02-TTr/CB")
    return congress


def _members(hamlet: Hamlet, head: str, rows: Rows, number: int) -> Rows:
    """Choose members from the households, the new head first, none of whom bear the same name."""
    found = {head: next(row for row in hamlet.candidates if row["name"] == head)}
    for row in rows:
        if len(found) == number:
            break
        if row["birth"] and 1950 <= int(row["birth"][:4]) <= 1995:
            found.setdefault(str(row["name"]), row)
    return list(found.values())


def _hold(day: TrainingDay, congress: _Congress) -> None:
    """Hold a congress, from its roll to its end."""
    place, code, story = day.commune, congress.code, congress.story
    there = list(congress.people)
    preparing.record_plan_step(place, code, PlanStepKind.APPROVED, place.today(), "15-CV/ĐU")
    if story.sick:
        away = congress.people[there.pop()]
        excuse = {"reason": _EXCUSE, "accepted_by": _ACCEPTED_BY}
        roll.record_presence(place, code, away, Presence.EXCUSED, accepted_on=place.today(), **excuse)
    roll.all_present(place, code)
    roll.read_report(place, code, day.clock.let_pass(_ROLL))
    _choose_bodies(day, congress, there)
    day.clock.let_pass(_REPORTS)
    everybody = hands.Hands(len(there))
    for number, post in enumerate(story.seats, 1):
        hands.raise_hands(place, code, Subject.SEATS, everybody, post)
        lists.close_list(place, code, post, everybody)
        marks = dict(zip(congress.put_up(post), story.marks[post], strict=True))
        vote = f"{code}.{number}"
        if _vote(day, congress, vote, len(there), marks).run_off:
            again = votes.next_vote(place, vote)
            tied = dict(zip(_ballot(day, again)[0], story.run_off, strict=True))
            _vote(day, congress, again, len(there), tied)
    hands.raise_hands(place, code, Subject.RESOLUTION, everybody)
    sealed = day.clock.let_pass(_SEALING)
    course = Course(sealed=local(sealed).time(), speakers=story.speakers)
    closing.close_congress(place, code, day.clock.let_pass(_SEALING), course)
    for post in story.seats:
        minutes = print_congress_paper(place, code, COUNTING, "full", post)
        write_file(day.out / "minutes" / f"bien-ban-kiem-phieu-{code}-{post}.pdf", minutes)
    write_file(day.out / minutes_path(code), print_congress_paper(place, code, MINUTES, "full"))
    day.tell(words("training.congress", branch=congress.name, secretary=there[0]))


def _choose_bodies(day: TrainingDay, congress: _Congress, there: Sequence[str]) -> None:
    """Choose who chairs, writes and counts; nobody who stands counts."""
    place, code = day.commune, congress.code
    counters = there[-3:] if len(there) > _FEW else there[-1:]
    chosen = [
        ("presidium_head", 1, there[0]),
        ("meeting_secretary", 1, there[-4]),
        ("counting_head", 1, counters[0]),
        *(("counting_member", number, name) for number, name in enumerate(counters[1:], 1)),
    ]
    for role, number, name in chosen:
        bodies.choose(place, code, role, number, congress.people[name])
    for subject in (Subject.PRESIDIUM, Subject.SECRETARY, Subject.COUNTING, Subject.PROGRAMME, Subject.RULES):
        hands.raise_hands(place, code, subject, hands.Hands(len(there)))


def _vote(day: TrainingDay, congress: _Congress, vote: str, voting: int, marks: Mapping[str, int]) -> Outcome:
    """Print the ballots of a vote, give them out, enter the count twice and finalise it."""
    place, copies = day.commune, voting + RESERVE
    ballots = print_congress_ballots(place, vote, copies)
    write_file(day.out / "ballots" / f"phieu-{vote}.pdf", ballots.content)
    votes.open_vote(place, vote, day.clock())
    figures = {"present": voting, "issued": voting, "unused": copies - voting, "returned": voting}
    typed: Typed = {**figures, "valid": voting, "invalid": 0}
    names, ballot = _ballot(day, vote)
    for index, name in enumerate(names):
        typed[f"candidates[{index}].votes"] = marks[name]
        if ballot is Ballot.AGREE:
            typed[f"candidates[{index}].against"] = voting - marks[name]
    day.clock.let_pass(_BALLOTS)
    for operator, pin in congress.hamlet.operators:
        entries.enter(place, vote, operator, pin, typed)
    finalised = counts.finalise(place, vote)
    if isinstance(finalised.backup, StorageRefused):
        raise finalised.backup
    with reading(place.database) as session:
        return record_of(latest_count(session, congress_vote(session, vote))).outcome


def _ballot(day: TrainingDay, vote: str) -> tuple[list[str], Ballot]:
    """Return the names on the ballot of a vote, and how it is marked."""
    with reading(day.commune.database) as session:
        found = congress_vote(session, vote)
        return [each.candidate.printed_name for each in found.candidacies], found.ballot


def _line(day: TrainingDay, congress: _Congress) -> dict[str, Any]:
    with reading(day.commune.database) as session:
        contests = contests_of(found_congress(session, congress.code).election)
        elected = [one.printed_name for each in _led(contests) for one in elected_in(session, each)]
        last = record_of(latest_count(session, latest_vote(contests[-1])))
    return {
        "branch": congress.name,
        "statute": last.facts.statute,
        "outcome": last.outcome.outcome,
        "elected": list(dict.fromkeys(elected)),
        "minutes": minutes_path(congress.code),
    }


def minutes_path(code: str) -> str:
    """Say where the minutes of a congress lie."""
    return f"minutes/bien-ban-{code}.pdf"


def _led(contests: Sequence[Contest]) -> list[Contest]:
    """Return what was voted on, the secretary first."""
    return sorted(contests, key=lambda contest: _ORDER.index(contest.code.value))
