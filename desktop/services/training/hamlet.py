"""One hamlet of the example: what happens to it, from its list to its minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from desktop.errors import RequestRefused, StorageRefused
from desktop.models.papers import PaperRole
from desktop.services.counting import counts, entries, meetings
from desktop.services.counting.count_drafts import InvalidReason
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import Appointment, appoint
from desktop.services.elections.rolls.check import explain_difference, roll_check
from desktop.services.elections.rolls.objections import Objection, Settlement, write_objection
from desktop.services.elections.rolls.posting import Posting, post_roll
from desktop.services.office.files import write_file
from desktop.services.papers.envelopes import write_envelope
from desktop.services.papers.kept import printed_papers
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.places.units import UnitView
from desktop.services.training.offices import RESERVE, TrainingDay
from desktop.services.training.register import Register, Rows
from desktop.wording import words

_ROLES = (
    "team_head",
    "team_member",
    "counting_head",
    "counting_member",
    "counting_member",
    "witness",
    "witness",
)
_INVALID = 2
_MOBILE = 3  # ballots in the mobile box

Typed = dict[str, int | None]

_EXPLAINED = "Đã rà soát tại nhà văn hóa cùng Trưởng Ban công tác Mặt trận, đúng thực tế"
_EXPLAINED_BY, _OBJECTED_BY = "Lỷ Thị Sen", "Chìu Thị Ảo"


@dataclass(frozen=True, slots=True)
class Story:
    """What is particular about a hamlet's election.

    Attributes:
        ballot: ``strike`` with two candidates, or ``agree`` with one.
        elects: somebody passes the threshold.
        misread: the second operator misreads a figure at first.
        faulty: both type figures that cannot be, and correct them before the minutes.
        alone: one person enters the count.
        reopened: why the finalised count is reopened.
    """

    ballot: str = "strike"
    elects: bool = True
    misread: bool = False
    faulty: bool = False
    alone: bool = False
    reopened: str | None = None


@dataclass(frozen=True, slots=True)
class Hamlet:
    """A hamlet whose election is planned: unit, story, election code, electorate, operators and PINs.

    ``candidates`` are the rows of the households whose heads stand.
    """

    unit: UnitView
    story: Story
    code: str
    electorate: int
    operators: tuple[tuple[int, str], tuple[int, str]]
    candidates: Rows


def prepare(
    day: TrainingDay,
    register: Register,
    story: Story,
    operators: tuple[tuple[int, str], tuple[int, str]],
    *,
    held_on: date | None = None,
    officials: bool = True,
) -> Hamlet:
    """Plan the election on the scene's day or another, list its candidates and name who runs it."""
    place, chance, scene = day.commune, day.chance, day.scene
    campaign, name = scene.campaign
    unit, rows = register.unit, register.rows
    plan = planning.Plan(
        campaign=campaign,
        campaign_name=name,
        hamlet=unit.code,
        held_on=held_on or scene.day,
        term_from=scene.day,
        term_to=scene.term_to,
        opening=time(7, 30),
        venue=f"Nhà văn hóa {unit.kind.lower()} {unit.name}",
        ballot=story.ballot,
    )
    code = planning.plan_election(place, plan).code
    grown = [row for row in rows if row["birth"] and 1960 <= int(row["birth"][:4]) <= 1990]
    progress = [chance.choice([row for row in grown if row["sex"] == sex]) for sex in ("Nam", "Nữ")]
    if story.ballot == "agree":
        progress = progress[:1]
    list_candidates(place, code, [Nomination(row["name"], row["birth"]) for row in progress])
    names = {row["name"] for row in progress}
    others = chance.sample([row for row in grown if row["name"] not in names], len(_ROLES))
    if officials:
        appoint(
            place,
            code,
            [
                Appointment(role, "Bà" if row["sex"] == "Nữ" else "Ông", row["name"])
                for role, row in zip(_ROLES, others, strict=True)
            ],
        )
    return Hamlet(unit, story, code, len(rows), operators, progress)


def post(day: TrainingDay, hamlet: Hamlet, *, objected: bool = False) -> None:
    """Compare the hamlet's register with its roll, explain what differs, and put the roll up.

    Args:
        day: the clock shows when it is put up.
        hamlet: its election is planned.
        objected: somebody objects to the roll that day, and is answered.
    """
    place, code, today = day.commune, hamlet.code, day.commune.today()
    for one in roll_check(place, code).differences:
        explain_difference(place, code, one.key, _EXPLAINED, _EXPLAINED_BY)
    unit = hamlet.unit
    places = f"Nhà văn hóa {unit.kind.lower()} {unit.name}; trụ sở Ủy ban nhân dân xã"
    post_roll(place, code, Posting(today, day.scene.day, places))
    if objected:
        said = Objection(_OBJECTED_BY, today, "Con trai tôi đã ở riêng, chưa thấy có hộ trong danh sách")
        made = Settlement(False, "Chưa tách hộ tại Công an xã, vẫn là người trong hộ của bố mẹ", today)
        write_objection(place, code, said, made)


def print_eve(day: TrainingDay, hamlet: Hamlet) -> None:
    """Make the hamlet's envelope, which prints its ballots and freezes its roll."""
    write_envelope(day.commune, hamlet.code, day.out / "envelopes")
    printed = {paper.role: paper for paper in printed_papers(day.commune, hamlet.code)}
    ballots = printed[PaperRole.BALLOT]
    write_file(day.out / "ballots" / f"phieu-{hamlet.code}.pdf", ballots.content)
    day.tell(words("training.printed", hamlet=hamlet.unit.full_name, ballots=ballots.copies))


def record_boxes(day: TrainingDay, hamlet: Hamlet, typed: Typed) -> None:
    """Take the stock of ballots in both boxes."""
    issued, unused = typed["issued"] or 0, typed["unused"] or 0
    boxes = [
        meetings.BoxCount("main", issued - _MOBILE, unused - 1, 1, issued - _MOBILE),
        meetings.BoxCount("mobile", _MOBILE, 0, 0, _MOBILE),
    ]
    meetings.record_stock(day.commune, hamlet.code, boxes)


def count(day: TrainingDay, hamlet: Hamlet, typed: Typed) -> counts.CountView:
    """Enter both counts of figures whose ballots were taken stock of, finalise, and print the minutes."""
    place, code, story = day.commune, hamlet.code, hamlet.story
    if story.alone:
        entries.enter_alone(place, code, *hamlet.operators[0], typed)
    else:
        enter_twice(day, hamlet, typed)
    finalised = _finalise(day, hamlet)
    _print_minutes(day, hamlet, finalised)
    told = "training.elected" if finalised.elected else "training.nobody"
    day.tell(words(told, hamlet=hamlet.unit.full_name, elected=", ".join(finalised.elected)))
    return finalised


def reopen(day: TrainingDay, hamlet: Hamlet, reason: str, present: int) -> counts.CountView:
    """Reopen the finalised count, enter it anew as counted again, and print the minutes that replace it."""
    place, code = day.commune, hamlet.code
    counts.reopen(place, code, reason)
    enter_twice(day, hamlet, figures(day, hamlet, present))
    finalised = _finalise(day, hamlet)
    _print_minutes(day, hamlet, finalised)
    day.tell(words("training.reopened", hamlet=hamlet.unit.full_name, revision=finalised.revision))
    return finalised


def figures(day: TrainingDay, hamlet: Hamlet, present: int) -> Typed:
    """Return what was counted of so many people who came; chance decides the votes."""
    valid, half = present - _INVALID, hamlet.electorate // 2
    if hamlet.story.elects:
        votes = day.chance.randint(half + 2, max(half + 2, valid - valid // 8))
    else:
        votes = day.chance.randint(valid // 2, half)
    other = {"candidates[0].against": valid - votes}
    if hamlet.story.ballot == "strike":
        other = {"candidates[1].votes": valid - votes}
    return {
        "present": present,
        "issued": present,
        "unused": hamlet.electorate + RESERVE - present,
        "returned": present,
        "valid": valid,
        "invalid": _INVALID,
        "candidates[0].votes": votes,
        **other,
    }


def enter_twice(day: TrainingDay, hamlet: Hamlet, typed: Typed) -> None:
    """Let both operators type figures, and each make the mistakes of the hamlet's story."""
    place, code, story = day.commune, hamlet.code, hamlet.story
    first, second = hamlet.operators
    wrong = typed | {"valid": (typed["valid"] or 0) - 5} if story.faulty else typed
    entries.enter(place, code, *first, wrong)
    if story.misread:
        # The second operator misreads one figure, reads the signed sheet again and corrects it.
        entries.enter(
            place, code, *second, wrong | {"candidates[0].votes": (typed["candidates[0].votes"] or 0) + 1}
        )
    entries.enter(place, code, *second, wrong)
    if story.faulty:
        try:
            counts.finalise(place, code)
        except RequestRefused as refusal:
            day.tell(words("training.mended", hamlet=hamlet.unit.full_name, problems=refusal.where))
        entries.enter(place, code, *first, typed)
        entries.enter(place, code, *second, typed)


def _finalise(day: TrainingDay, hamlet: Hamlet) -> counts.CountView:
    words = ("để lại cả hai người", "gạch cả hai người")
    if hamlet.story.ballot == "agree":
        words = ("đánh dấu cả hai ô", "không đánh dấu ô nào")
    finalised = counts.finalise(
        day.commune, hamlet.code, invalid_reasons=[InvalidReason(word, 1) for word in words]
    )
    if isinstance(finalised.backup, StorageRefused):
        raise finalised.backup
    return finalised


def _print_minutes(day: TrainingDay, hamlet: Hamlet, finalised: counts.CountView) -> None:
    minutes = print_minutes(day.commune, hamlet.code)
    write_file(day.out / minutes_path(hamlet, finalised.revision), minutes.content)


def minutes_path(hamlet: Hamlet, revision: int) -> str:
    """Say where a hamlet's minutes lie: the first as they are, later ones with their number."""
    return f"minutes/bien-ban-{hamlet.code}{f'-lan-{revision}' if revision > 1 else ''}.pdf"
