"""Thirteen hamlets on the day of their congresses at 16:10: a pilot is over, nine of twelve have elected."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from sqlalchemy import select

from desktop.models.elections import Official, OfficialRole
from desktop.models.party import BranchHamlet, Organisation
from desktop.models.places import Unit
from desktop.models.store.session import writing
from desktop.services.congress.planning import CongressPlan, plan_congresses
from desktop.services.elections.lookup import election_of
from desktop.services.elections.told_hours import write_told_hour
from desktop.services.elections.waves import NewWave, WaveKind, make_wave, put_in, set_results_by
from desktop.services.office.workplace import VIET_NAM
from desktop.services.party.branches import add_hamlet_branches
from tests.offices import commune_day
from tests.offices.congress_example import new_member

if TYPE_CHECKING:
    from pathlib import Path

    from tests.offices.commune_day import CommuneDay

PILOT, MAIN = date(2024, 12, 22), date(2025, 1, 5)
CAMPAIGN = "dai-hoi-chi-bo-2024"
_PILOT_HAMLET = 12
# Hamlet and hour of each that told it; the rest is awaited.
_TOLD = {1: 9, 3: 10, 4: 10, 5: 11, 6: 11, 8: 12, 10: 12, 11: 13, 13: 15}


def open_wave_day(folder: Path) -> CommuneDay:
    """Open the commune's office on the day of the main wave."""
    day = commune_day.open_day(folder)
    place = day.workplace
    for number in range(1, 14):
        if number not in (4, 8, 9, 10, 11):
            day.clock.put(commune_day.DAY, 18, 0)
            at = datetime(2024, 12, 8, 10 + number % 5, 5 * number % 60, tzinfo=VIET_NAM)
            write_told_hour(place, f"{commune_day.code_of(number)}-{commune_day.DAY:%Y%m%d}", at)
    day.clock.put(date(2024, 12, 14), 9, 0)
    add_hamlet_branches(place)
    branches = _branches(day)
    pilot = plan_congresses(place, [_plan(branches[_PILOT_HAMLET], PILOT)])
    rest = {number: code for number, code in branches.items() if number != _PILOT_HAMLET}
    codes = plan_congresses(place, [_plan(code, MAIN) for code in rest.values()])
    by_number = dict(zip(rest, codes, strict=True))
    lessons = "Phát phiếu theo tổ đảng, mất 10 phút; đọc lại quy chế bầu trước khi phát."
    make_wave(place, CAMPAIGN, NewWave("Đại hội điểm", WaveKind.PILOT, PILOT, PILOT, lessons), pilot)
    main = NewWave("Đại hội đợt chính", WaveKind.MAIN, MAIN, date(2025, 2, 4))
    put_in(place, make_wave(place, CAMPAIGN, main), codes)
    set_results_by(place, CAMPAIGN, time(17))
    day.clock.put(PILOT, 17, 0)
    write_told_hour(place, pilot[0], datetime(2024, 12, 22, 11, 20, tzinfo=VIET_NAM))
    day.clock.put(MAIN, 16, 10)
    for number, hour in _TOLD.items():
        at = datetime(2025, 1, 5, hour, 7 * number % 60, tzinfo=VIET_NAM)
        write_told_hour(place, by_number[number], at)
    with writing(place.database) as session:
        for number in (2, 7, 9):
            session.add(
                Official(
                    election=election_of(session, by_number[number]),
                    role=OfficialRole.PRESIDIUM_HEAD,
                    position=1,
                    name="Lò Thị Ảo",
                    phone=f"0912000{320 + number}",
                )
            )
    return day


def _branches(day: CommuneDay) -> dict[int, str]:
    """Give each branch three members, and return the branches' codes by the number of their hamlet."""
    found = {}
    with writing(day.workplace.database) as session:
        held = select(Unit, Organisation).join(BranchHamlet, BranchHamlet.hamlet_id == Unit.id)
        pairs = session.execute(held.join(Organisation, BranchHamlet.branch_id == Organisation.id)).all()
        for unit, branch in pairs:
            number = int(unit.code[-2:])
            found[number] = branch.code
            for place in range(1, 4):
                new_member(session, branch, f"Đảng viên {number}.{place}", probationary=False, number=place)
    return dict(sorted(found.items()))


def _plan(branch: str, held_on: date) -> CongressPlan:
    return CongressPlan(
        branch, held_on, held_on, date(2027, 7, 5), opening=time(14), announced_on=date(2024, 11, 20)
    )
