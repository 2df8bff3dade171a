"""A commune's election day at 14:20: thirteen hamlets, each somewhere else. Everybody is invented."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time
from itertools import product
from typing import TYPE_CHECKING

from desktop.bootstrap import shipped_statutes
from desktop.models.office import Settings
from desktop.services.counting import counts, meetings
from desktop.services.elections import meeting_plans, planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.office import keys
from desktop.services.office.offices import make_office
from desktop.services.office.workplace import VIET_NAM
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.kept import open_copy

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.exchange.keys import OfficeKeys
    from desktop.services.office.workplace import Workplace

DAY = commune.DAY
# Kind, name, households, and how far the day has come.
HAMLETS = (
    ("Thôn", "Lục Ngù", 84, "printed"),
    ("Khu phố", "Chợ", 96, "different"),
    ("Thôn", "Nà Ếch", 125, "lacking"),
    ("Thôn", "Phiêng Cằm", 61, "unsigned"),
    ("Thôn", "Nà Lọn", 70, "meeting"),
    ("Khu phố", "Nà Sản", 52, "once"),
    ("Thôn", "Bản Mường", 48, "stocked"),
    ("Thôn", "Mó Túc", 66, "finalised"),
    ("Khu phố", "Co Muông", 58, "nobody"),
    ("Thôn", "Thông Châu", 44, "finalised"),
    ("Thôn", "Ngàn Phe", 39, "unsigned"),
    ("Khu phố", "Pò Đán", 73, "team"),
    ("Thôn", "Sú Cáu", 0, "empty"),
)
_SURNAMES = ("Lò", "Giàng", "Tằng", "Chìu", "Phùn", "Triệu", "Đặng", "Nông", "Hoàng", "Lương")
_MIDDLES = ("Thị", "Văn", "A", "Quý", "Hồng")
_GIVEN = ("Ơn", "Mỹ", "Ếch", "Ỷ", "Ức", "Yên", "Phóng")


@dataclass(frozen=True, slots=True)
class CommuneDay:
    """The open office, its keys and its clock."""

    workplace: Workplace
    keys: OfficeKeys
    clock: TrainingClock


def open_commune(folder: Path) -> CommuneDay:
    """Open an office with its hamlets and households, and no campaign yet."""
    return _copy(_make, folder)


def open_day(folder: Path) -> CommuneDay:
    """Open the same office at 14:20 of its campaign's day."""
    return _copy(_make_day, folder)


def _copy(make: Callable[[Path], Workplace], folder: Path) -> CommuneDay:
    place = open_copy(make, folder, commune.PASSPHRASE)
    assert isinstance(place.clock, TrainingClock)
    return CommuneDay(place, keys.unlock(place, commune.PASSPHRASE), place.clock)


def _make_day(folder: Path) -> Workplace:
    day = open_commune(folder)
    hold_day(day)
    return day.workplace


def _make(folder: Path) -> Workplace:
    clock = TrainingClock(commune.BEFORE)
    office = replace(commune.OFFICE, settings=Settings(reserve=3, place="Húc Động"))
    workplace, _ = make_office(folder, office, commune.PASSPHRASE, shipped_statutes(), clock, seed=bytes(32))
    commune.settle(workplace)
    for number, (kind, name, _, _) in enumerate(HAMLETS, 1):
        if number > 2:
            new = NewUnit(code_of(number), "hamlet", kind, name, parent=commune.COMMUNE)
            add_unit(workplace, new)
    for number, (_, _, households, _) in enumerate(HAMLETS, 1):
        commune.store(workplace, _people(number, households), code_of(number))
    return workplace


def code_of(number: int) -> str:
    return f"{commune.COMMUNE}-T{number:02d}"


def hold_day(day: CommuneDay) -> None:
    """Let the campaign come to 14:20 of its day."""
    place = day.workplace
    for number, (_, _, households, stage) in enumerate(HAMLETS, 1):
        listed = _people(number, households) or [commune.row("Lò Thị Ơn")]
        names = tuple(row["name"] for row in listed[8:10])
        _reach(day, place, code_of(number), names, households + (12 if number == 1 else 0), stage)
    day.clock.put(DAY, 14, 20)
    for number, phone in ((2, "0912000318"), (5, "0912000321")):
        code = f"{code_of(number)}-{DAY:%Y%m%d}"
        meeting_plans.change_plan(place, code, phone=phone, results_by=time(17, 0))


def _reach(
    day: CommuneDay, place: Workplace, hamlet: str, names: tuple[str, ...], households: int, stage: str
) -> None:
    day.clock.put(commune.BEFORE.date(), 9, 0)
    if stage == "empty":
        planning.plan_election(place, commune.plan(hamlet=hamlet, opening=time(15, 0)))
        return
    if stage == "team":
        code = planning.plan_election(place, commune.plan(hamlet=hamlet, opening=time(15, 0))).code
        list_candidates(place, code, [Nomination(name) for name in names])
        return
    code = commune.printed(place, *names, hamlet=hamlet, opening=time(7, 30))
    if stage == "printed":
        return
    day.clock.put(DAY, 7, 30)
    meetings.open_meeting(place, code, day.clock.put(DAY, 7, 30))
    present = households * 9 // 10
    for hour, share in ((8, 4), (9, 7), (10, 10)):
        at = datetime(DAY.year, DAY.month, DAY.day, hour, tzinfo=VIET_NAM)
        meetings.record_attendance(place, code, at, present * share // 10)
        if stage == "meeting" and hour == 9:
            return
    meetings.record_stock(place, code, [meetings.BoxCount("main", present, households + 3 - present)])
    steps: dict[str, Callable[[], None]] = {
        "stocked": lambda: None,
        "once": lambda: _enter(place, code, households, present, once=True),
        "different": lambda: _enter(place, code, households, present, slip=True),
        "lacking": lambda: _enter(place, code, households, present, back=present - 1),
        "nobody": lambda: _finalise(day, code, households, present, votes=present // 2),
        "finalised": lambda: _finalise(day, code, households, present),
        "unsigned": lambda: _finalise(day, code, households, present, print_it=True),
    }
    day.clock.put(DAY, 11, 0)
    steps[stage]()


def _enter(
    place: Workplace,
    code: str,
    households: int,
    present: int,
    *,
    once: bool = False,
    slip: bool = False,
    back: int | None = None,
    votes: int | None = None,
) -> None:
    returned = present if back is None else back
    valid = returned - 2
    first = max(households // 2 + 2, valid // 2 + 3) if votes is None else votes
    typed = {
        "present": present,
        "issued": present,
        "unused": households + 3 - present,
        "returned": returned,
        "valid": valid,
        "invalid": 2,
        "candidates[0].votes": first,
        "candidates[1].votes": valid - first,
    }
    commune.enter(place, code, commune.ANH, typed)
    if not once:
        other = {"valid": valid - 5, "candidates[1].votes": valid - first - 5} if slip else {}
        commune.enter(place, code, commune.BINH, typed | other)


def _finalise(
    day: CommuneDay,
    code: str,
    households: int,
    present: int,
    *,
    votes: int | None = None,
    print_it: bool = False,
) -> None:
    place = day.workplace
    _enter(place, code, households, present, votes=votes)
    for problem in counts.review(place, code).unexplained:
        counts.explain(place, code, problem, "Đã xem lại trên giấy.", "Nông Văn Ếch")
    counts.finalise(place, code)
    if print_it:
        print_minutes(place, code)


def _people(hamlet: int, count: int) -> list[dict[str, object]]:
    found = list(product(_MIDDLES, _GIVEN, _SURNAMES))
    return [
        commune.row(
            f"{surname} {middle} {given}",
            "Nữ" if middle == "Thị" else "Nam",
            f"19{55 + number % 40}-{number % 12 + 1:02d}-{hamlet:02d}",
        )
        for number, (middle, given, surname) in enumerate(found[:count])
    ]
