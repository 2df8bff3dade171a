"""The example in the middle of its election day: every step has a hamlet at it, and something to do."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from desktop.rules.library import Library
from desktop.services.counting import entries, meetings
from desktop.services.office.files import write_file
from desktop.services.office.operators import register_operator
from desktop.services.today.telephone_grid import report_attendance
from desktop.services.training.hamlet import (
    Hamlet,
    Story,
    count,
    enter_twice,
    figures,
    post,
    prepare,
    print_eve,
    record_boxes,
)
from desktop.services.training.offices import (
    Progress,
    TrainingDay,
    close_training_offices,
    open_training_offices,
)
from desktop.services.training.organisations import organise
from desktop.services.training.register import take_in_commune
from desktop.services.training.scene import BINH_LIEU

_OPERATORS = (("Người nhập thứ nhất", "1357"), ("Người nhập thứ hai", "2468"))
_STORIES = {
    0: Story(misread=True),
    2: Story(elects=False),
    6: Story(alone=True),
    7: Story(ballot="agree"),
}
# How far each hamlet is at a quarter to eleven, by its place in the list; the others are counted.
_DIFFERENT, _FAULTY, _ONCE, _AT_IT, _CLOSED, _LATE = 0, 3, 4, (8, 11), 10, 9
_OBJECTED = 1  # somebody objected to its roll
_POSTED_BEFORE = 9  # days before the election on which rolls are put up
_LATER = 12  # has a day of its own a week later, and nobody to run it yet


def hold_half_a_day(
    out: Path, seed: int, passphrase: str, statutes: Library, samples: Path, tell: Progress
) -> None:
    """Hold the example's day until a quarter to eleven, and leave its offices and files in a folder.

    Args:
        out: an empty folder.
        seed: the same seed gives the same people and votes.
        passphrase: of both offices.
        statutes: the law that is applied.
        samples: folder of the sample workbooks.
        tell: is told each step in a Vietnamese sentence.

    Raises:
        Refusal: a step is refused, such as a disk that is full.
    """
    (out / "backup").mkdir(parents=True, exist_ok=True)
    day = open_training_offices(out, seed, passphrase, statutes, tell, scene=BINH_LIEU)
    try:
        _morning(day, _before(day, samples))
    finally:
        close_training_offices(day)
    # What tells that the day was not cut short.
    write_file(out / "summary.json", b"{}\n")


def _before(day: TrainingDay, samples: Path) -> list[Hamlet]:
    place, scene = day.commune, day.scene
    registers = take_in_commune(day, samples)
    organise(day, registers)
    first, second = ((register_operator(place, name, pin), pin) for name, pin in _OPERATORS)
    day.clock.put(scene.planned, 9, 0)
    planned = []
    for index, register in enumerate(registers):
        later = index == _LATER
        planned.append(
            prepare(
                day,
                register,
                _STORIES.get(index, Story()),
                (first, second),
                held_on=scene.day + timedelta(days=7) if later else scene.day,
                officials=not later,
            )
        )
    day.clock.put(scene.day - timedelta(days=_POSTED_BEFORE), 8, 0)
    for index, hamlet in enumerate(planned):
        if index != _LATER:
            post(day, hamlet, objected=index == _OBJECTED)
    day.clock.put(scene.eve, 14, 0)
    for index, hamlet in enumerate(planned):
        if index != _LATER:
            print_eve(day, hamlet)
    return planned


def _morning(day: TrainingDay, planned: list[Hamlet]) -> None:
    place, today, chance = day.commune, day.scene.day, day.chance
    meeting = {
        index: (hamlet, chance.randint(hamlet.electorate * 5 // 6, hamlet.electorate - 5))
        for index, hamlet in enumerate(planned)
        if index not in (_LATE, _LATER)
    }
    opened = day.clock.put(today, 7, 30)
    for hamlet, _ in meeting.values():
        meetings.open_meeting(place, hamlet.code, opened)
    for hour, fifths in ((8, 2), (9, 4), (10, 5)):
        day.clock.put(today, hour, 5)
        for index, (hamlet, present) in meeting.items():
            # One of those that are still at it has to be called again.
            if hour < 10 or index != _AT_IT[-1]:
                report_attendance(place, hamlet.code, today, hour, present * fifths // 5)
    for index, (hamlet, present) in meeting.items():
        day.clock.put(today, 10, 10 + 2 * index)
        if index not in _AT_IT:
            _counted(day, index, hamlet, present)
    day.clock.put(today, 10, 45)


def _counted(day: TrainingDay, index: int, hamlet: Hamlet, present: int) -> None:
    """Count as far as the hamlet is."""
    place, code, (first, second) = day.commune, hamlet.code, hamlet.operators
    typed = figures(day, hamlet, present)
    record_boxes(day, hamlet, typed)
    if index in (_DIFFERENT, _ONCE):
        entries.enter(place, code, *first, typed)
    if index == _DIFFERENT:
        votes = typed["candidates[0].votes"] or 0
        entries.enter(place, code, *second, typed | {"candidates[0].votes": votes + 1})
    elif index == _FAULTY:
        enter_twice(day, hamlet, typed | {"valid": (typed["valid"] or 0) - 5})
    elif index not in (_ONCE, _CLOSED):
        count(day, hamlet, typed)
