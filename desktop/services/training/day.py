"""The example commune's election day, from the workbooks to the receipt: invented people, training for ever.

Thirteen hamlets elect under the law of the scene's day. One list of people is from the sample workbooks, the
others are made by a seed. Everything that chance decides follows from the seed: keys, clock, people,
candidates and votes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.rules.library import Library
from desktop.services.counting import meetings
from desktop.services.counting.counts import CountView
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.exchange.report import print_report
from desktop.services.office.files import write_file
from desktop.services.office.operators import register_operator
from desktop.services.papers.decisions import print_decision
from desktop.services.papers.minutes_views import blank_minutes
from desktop.services.results import decisions, next_vote, received
from desktop.services.today.telephone_grid import report_attendance
from desktop.services.training.congresses import hold_congresses
from desktop.services.training.hamlet import (
    Hamlet,
    Story,
    count,
    figures,
    minutes_path,
    prepare,
    print_eve,
    record_boxes,
    reopen,
)
from desktop.services.training.offices import (
    Progress,
    TrainingDay,
    close_training_offices,
    open_training_offices,
    send,
)
from desktop.services.training.register import Register, Rows, take_in_commune
from desktop.services.training.scene import Scene
from desktop.wording import words

_OPERATORS = (("Người nhập thứ nhất", "1357"), ("Người nhập thứ hai", "2468"))
_IMPOSSIBLE_BIRTH = 4  # the hamlet whose list has a row that is refused

_STORIES = {
    0: Story(misread=True),
    2: Story(elects=False),
    3: Story(faulty=True),
    5: Story(reopened="Đọc nhầm hai tờ phiếu khi kiểm, tổ bầu cử đếm lại"),
    6: Story(alone=True),
    7: Story(ballot="agree"),
    10: Story(misread=True),
}


@dataclass(frozen=True, slots=True)
class _Result:
    hamlet: Hamlet
    present: int
    count: CountView


def hold_training_day(
    out: Path, seed: int, passphrase: str, statutes: Library, samples: Path, tell: Progress, *, scene: Scene
) -> dict[str, Any]:
    """Hold the example's whole election day, and leave its offices and files in a folder.

    Args:
        out: an empty folder.
        seed: the same seed gives the same summary.
        passphrase: of both offices.
        statutes: the law that is applied.
        samples: folder of the sample workbooks.
        tell: is told each step in a Vietnamese sentence.
        scene: where and when the example is set.

    Returns:
        The summary, as ``summary.json`` holds it. Source: commands.md (``demo``).

    Raises:
        Refusal: a step is refused, such as a disk that is full.
    """
    (out / "backup").mkdir(parents=True, exist_ok=True)
    day = open_training_offices(out, seed, passphrase, statutes, tell, scene=scene)
    try:
        registers = take_in_commune(day, samples, _IMPOSSIBLE_BIRTH)
        planned = _before(day, registers)
        results = _election_day(day, planned)
        packages = [send(day)]
        _afterwards(day, results)
        packages.append(send(day))
        congresses = hold_congresses(day, _heads(results, registers))
        if congresses:
            packages.append(send(day, "party"))
    finally:
        close_training_offices(day)
    summary = {"hamlets": [_line(result) for result in results], "packages": packages}
    if congresses:
        summary["congresses"] = congresses
    write_file(out / "summary.json", json.dumps(summary, ensure_ascii=False, indent=1).encode() + b"\n")
    return summary


def _line(result: _Result) -> dict[str, Any]:
    return {
        "name": result.hamlet.unit.full_name,
        "statute": "nd59-2023",
        "outcome": result.count.outcome,
        "elected": list(result.count.elected),
        "minutes": minutes_path(result.hamlet, result.count.revision),
    }


def _heads(results: list[_Result], registers: list[Register]) -> list[tuple[Hamlet, str, Rows]]:
    """Return the hamlets that have a new head, with the head's name and a row for each household."""
    rows = {register.unit.code: register.rows for register in registers}
    return [
        (result.hamlet, result.count.elected[0], rows[result.hamlet.unit.code])
        for result in results
        if result.count.elected
    ]


def _before(day: TrainingDay, registers: list[Register]) -> list[Hamlet]:
    first, second = ((register_operator(day.commune, name, pin), pin) for name, pin in _OPERATORS)
    day.clock.put(day.scene.planned, 9, 0)
    planned = [
        prepare(day, register, _STORIES.get(index, Story()), (first, second))
        for index, register in enumerate(registers)
    ]
    day.clock.put(day.scene.eve, 14, 0)
    for hamlet in planned:
        print_eve(day, hamlet)
    return planned


def _election_day(day: TrainingDay, planned: list[Hamlet]) -> list[_Result]:
    for hamlet in planned:
        blank = blank_minutes(day.commune, hamlet.code)
        write_file(day.out / "minutes" / f"bien-ban-{hamlet.code}-de-trong.pdf", blank)
    opened = day.clock.put(day.scene.day, 7, 30)
    for hamlet in planned:
        meetings.open_meeting(day.commune, hamlet.code, opened)
    present = {
        hamlet.code: day.chance.randint(hamlet.electorate * 5 // 6, hamlet.electorate - 5)
        for hamlet in planned
    }
    for hour, fifths in ((8, 2), (9, 4), (10, 5)):
        day.clock.put(day.scene.day, hour, 0)
        for hamlet in planned:
            report_attendance(
                day.commune, hamlet.code, day.scene.day, hour, present[hamlet.code] * fifths // 5
            )
    results = []
    for index, hamlet in enumerate(planned):
        day.clock.put(day.scene.day, 10 + (30 + 4 * index) // 60, (30 + 4 * index) % 60)
        typed = figures(day, hamlet, present[hamlet.code])
        record_boxes(day, hamlet, typed)
        results.append(_Result(hamlet, present[hamlet.code], count(day, hamlet, typed)))
    day.clock.put(day.scene.day, 14, 0)
    for index, result in enumerate(results):
        reason = result.hamlet.story.reopened
        if reason:
            again = reopen(day, result.hamlet, reason, result.present)
            results[index] = _Result(result.hamlet, result.present, again)
    write_file(day.out / "report.xlsx", print_report(day.commune, day.scene.campaign[0]))
    return results


def _afterwards(day: TrainingDay, results: list[_Result]) -> None:
    received_on, decided_on = day.scene.received, day.scene.decided
    day.clock.put(received_on, 8, 0)
    for result in results:
        received.receive_result(day.commune, result.hamlet.code, received_on)
    day.clock.put(decided_on, 9, 0)
    for number, result in enumerate(results, 112):
        place, code = day.commune, result.hamlet.code
        if result.count.elected:
            decisions.recognise(place, code, f"{number}/QĐ-UBND", decided_on)
        else:
            reason = "không có người ứng cử nào được quá nửa tổng số đại diện hộ gia đình bầu"
            decisions.order_again(place, code, f"{number}/QĐ-UBND", decided_on, reason)
        decision = print_decision(place, code)
        write_file(day.out / "decisions" / f"quyet-dinh-{code}.pdf", decision.content)
        if not result.count.elected:
            _second_round(day, result.hamlet)
    day.tell(words("training.decided"))


def _second_round(day: TrainingDay, hamlet: Hamlet) -> None:
    """Begin the vote that is held again: the same people are nominated anew."""
    place = day.commune
    names = planning.election(place, hamlet.code).candidates
    next_vote.begin_round(place, hamlet.code)
    list_candidates(place, hamlet.code, [Nomination(name) for name in names])
