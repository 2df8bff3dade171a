"""The page of the waves: campaigns of heads and congresses on one calendar, and how far each wave is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Campaign, ContestKind
from desktop.models.store.session import reading
from desktop.models.waves import Wave, WaveElection, WaveKind
from desktop.rules.timeline import WorkingDays
from desktop.rules.waves import days_early, finished_by_hour
from desktop.services.elections.lookup import campaigns_of
from desktop.services.elections.waves import side_of_campaign, waves_in
from desktop.services.office.sides import refuse_other, sees
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.progress.cells import Mark
from desktop.services.today.wave_rows import WaveRow, rows_of
from desktop.services.today.wave_units import Stage, WaveUnit, units_of_congresses, units_of_heads
from desktop.wording import words

__all__ = ["WaveLine", "WavesPage", "waves_page"]

_DAY = timedelta(days=1)
_BAND_FROM = 4  # days off in a row that are more than a weekend
_TET = ((1, 15), (2, 25))


@dataclass(frozen=True, slots=True)
class WaveLine:
    """A wave on the calendar; of a campaign without waves, all of it.

    Attributes:
        key: of the wave; None for what is in none.
        campaign: code of the campaign; ``congress`` whether branches elect in it.
        name: as the page calls it.
        kind: a pilot or the main wave; None for what is in none.
        day: the common day.
        finish_by: the last day that the plan leaves; ``early`` how many days before it the wave was over.
        lessons: what was learned; empty while nothing is written.
        results_by: the hour by which results are wanted; None for none.
        units: by their codes.
        rows: its last days, the earliest first.
        mark: whether it is over, held today, late, or to come.
    """

    key: int | None
    campaign: str
    congress: bool
    name: str
    kind: WaveKind | None
    day: date
    finish_by: date | None
    lessons: str
    results_by: time | None
    units: tuple[WaveUnit, ...]
    rows: tuple[WaveRow, ...]
    mark: Mark

    @property
    def done(self) -> int:
        """How many units have elected."""
        return sum(unit.done_at is not None for unit in self.units)

    @property
    def early(self) -> int | None:
        """How many days before its planned last day it was over; None while that can't be said."""
        held = [unit.done_at.date() for unit in self.units if unit.done_at is not None]
        return days_early(self.finish_by, held, len(self.units))

    @property
    def last_held(self) -> date | None:
        """The last day on which one of its units elected; None before the first."""
        return max((unit.done_at.date() for unit in self.units if unit.done_at is not None), default=None)

    def span(self) -> tuple[date, date]:
        """Return the days from its first to its last, deadlines included."""
        days = [self.day, *(row.day for row in self.rows), *(unit.held_on for unit in self.units)]
        return min(days), max(days)

    def curve(self) -> tuple[tuple[datetime, int], ...]:
        """Return how many had elected by each moment of the common day."""
        moments = [unit.done_at for unit in self.units if unit.done_at and unit.done_at.date() <= self.day]
        return finished_by_hour(moments)


@dataclass(frozen=True, slots=True)
class Band:
    """Days off in a row: from the first to the last, and their word."""

    first: date
    last: date
    word: str


@dataclass(frozen=True, slots=True)
class WavesPage:
    """All lines on one calendar.

    Attributes:
        now: the present moment in Viet Nam.
        lines: campaigns of heads first, each wave in its place.
        bands: days off in a row between the first and the last day of all lines.
        shown: place in ``lines`` of the one whose curve and report are shown; None without any.
        campaigns: code and name of each campaign that can be chosen.
    """

    now: datetime
    lines: tuple[WaveLine, ...]
    bands: tuple[Band, ...]
    shown: int | None
    campaigns: tuple[tuple[str, str], ...]

    def late(self) -> tuple[WaveUnit, ...]:
        """Return the units whose day came and that haven't elected: those to call first, then held again."""
        today = self.now.date()
        found = [
            unit
            for line in self.lines
            for unit in line.units
            if unit.done_at is None and unit.held_on <= today
        ]
        return tuple(sorted(found, key=lambda unit: (unit.stage is Stage.AGAIN, unit.held_on)))

    def figure(self, kind: WaveKind | None) -> tuple[int, int] | None:
        """Return how many units of a kind of wave have elected, of how many, in the campaign shown."""
        if self.shown is None:
            return None
        campaign = self.lines[self.shown].campaign
        found = [line for line in self.lines if line.campaign == campaign and line.kind is kind]
        base = sum(len(line.units) for line in found)
        return (sum(line.done for line in found), base) if base else None

    def secretaries(self) -> tuple[int, int]:
        """Return how many elected secretaries head a hamlet of their branch, of how many elected."""
        elected = [unit for line in self.lines for unit in line.units if unit.secretary]
        return sum(unit.secretary_is_head for unit in elected), len(elected)


def waves_page(workplace: Workplace, campaign: str | None = None) -> WavesPage:
    """Return the waves of a campaign, with those of the nearest campaign of the other kind.

    Who works on one side alone sees the campaigns of that side.

    Args:
        workplace: the open office.
        campaign: code of the one to show; None for those nearest to today.

    Raises:
        RequestRefused: ``unknown.campaign``; ``side.party``, ``side.elections`` for one of the other side.
    """
    now = workplace.clock().astimezone(VIET_NAM)
    with reading(workplace.database) as session:
        known = [
            each
            for kind in ContestKind
            for each in campaigns_of(session, kind)
            if sees(workplace.side, side_of_campaign(each))
        ]
        chosen = _chosen(workplace, session, campaign)
        working = working_days(session, chosen.election_day if chosen else now.date())
        lines = tuple(
            line
            for each in _on_show(known, chosen, now.date())
            for line in _lines(workplace, session, each, working, now)
        )
        return WavesPage(
            now=now,
            lines=lines,
            bands=tuple(_bands(lines, working)),
            shown=_shown(lines, now.date(), campaign),
            campaigns=tuple((each.code, each.name) for each in known),
        )


def _chosen(workplace: Workplace, session: Session, code: str | None) -> Campaign | None:
    if code is None:
        return None
    found = session.scalars(select(Campaign).where(Campaign.code == code)).one_or_none()
    if found is None:
        raise RequestRefused("unknown.campaign", where=code)
    refuse_other(workplace.side, side_of_campaign(found))
    return found


def _on_show(known: Sequence[Campaign], chosen: Campaign | None, today: date) -> Iterator[Campaign]:
    """Yield one campaign of each kind: the chosen one, and else that whose day is nearest."""
    anchor = chosen.election_day if chosen else today
    for kind in ContestKind:
        of_kind = [each for each in known if each.contest_kind is kind]
        if chosen is not None and chosen.contest_kind is kind:
            yield chosen
        elif of_kind:
            yield min(of_kind, key=lambda each: abs((each.election_day - anchor).days))


def _lines(
    workplace: Workplace, session: Session, campaign: Campaign, working: WorkingDays, now: datetime
) -> Iterator[WaveLine]:
    congress = campaign.contest_kind is ContestKind.BRANCH_CONGRESS
    read = units_of_congresses if congress else units_of_heads
    units = read(workplace, session, campaign, working, now)
    waves = waves_in(session, [campaign.id])
    members = select(WaveElection.election_id, WaveElection.wave_id).where(
        WaveElection.wave_id.in_([wave.id for wave in waves])
    )
    inside: dict[int, int] = dict(iter(session.execute(members)))
    for wave in waves:
        of_wave = tuple(unit for unit in units if inside.get(unit.key) == wave.id)
        yield _line(campaign, of_wave, now, wave.name, wave.day, wave=wave)
    rest = tuple(unit for unit in units if unit.key not in inside)
    if rest or not waves:
        name = words("waves.rest") if waves else campaign.name
        days = sorted(unit.held_on for unit in rest)
        # Of congresses the campaign's day is only that of the first that was planned.
        day = max(days, key=days.count) if congress and days else campaign.election_day
        yield _line(campaign, rest, now, name, day)


def _line(
    campaign: Campaign,
    units: tuple[WaveUnit, ...],
    now: datetime,
    name: str,
    day: date,
    *,
    wave: Wave | None = None,
) -> WaveLine:
    return WaveLine(
        key=wave.id if wave else None,
        campaign=campaign.code,
        congress=campaign.contest_kind is ContestKind.BRANCH_CONGRESS,
        name=name,
        kind=wave.kind if wave else None,
        day=day,
        finish_by=wave.finish_by if wave else None,
        lessons=(wave.lessons or "") if wave else "",
        results_by=campaign.results_by,
        units=units,
        rows=rows_of(units, now),
        mark=_mark(units, day, now.date()),
    )


def _mark(units: Sequence[WaveUnit], day: date, today: date) -> Mark:
    if units and all(unit.done_at is not None for unit in units):
        return Mark.DONE
    if day > today and not any(unit.held_on <= today for unit in units):
        return Mark.NOT_YET
    return Mark.DOING


def _shown(lines: Sequence[WaveLine], today: date, campaign: str | None) -> int | None:
    """Return the line of today, else the last that came and isn't over, else the next, else the last."""
    wanted = [number for number, line in enumerate(lines) if campaign in (None, line.campaign)]
    if not wanted:
        return None

    def rank(number: int) -> tuple[int, int]:
        line = lines[number]
        away = abs((line.day - today).days)
        if line.day == today:
            return 0, 0
        if line.mark is Mark.DOING:
            return 1, away
        return (2, away) if line.day > today else (3, away)

    return min(wanted, key=rank)


def _bands(lines: Sequence[WaveLine], working: WorkingDays) -> Iterator[Band]:
    if not lines:
        return
    spans = [line.span() for line in lines]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    days = [first + _DAY * number for number in range((last - first).days + 1)]
    for off, run in groupby(days, key=lambda day: not working.is_working(day)):
        held = list(run)
        if off and len(held) >= _BAND_FROM:
            tet = _TET[0] <= (held[0].month, held[0].day) <= _TET[1]
            yield Band(held[0], held[-1], words("waves.off.tet" if tet else "waves.off"))
