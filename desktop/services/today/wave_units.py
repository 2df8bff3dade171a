"""The units of campaigns, hamlets and branches alike: how far each is, when it finished, whom to call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.elections import Campaign, Election, Official
from desktop.models.waves import ToldHour
from desktop.rules.timeline import WorkingDays
from desktop.rules.vote_state import VoteState
from desktop.rules.waves import finished_at
from desktop.services.congress.progress import CongressProgress, congresses_progress
from desktop.services.elections.phases import BEFORE_MEETING
from desktop.services.office.workplace import Workplace, local
from desktop.services.progress.progress import ElectionProgress, campaign_progress
from desktop.services.today.wave_dues import UnitDue, dues_of_congress, dues_of_head
from desktop.wording import words


class Stage(StrEnum):
    """How far a unit is on its day, as far as anybody here knows."""

    PLANNED = "planned"
    SILENT = "silent"
    MEETING = "meeting"
    VOTING = "voting"
    COUNTING = "counting"
    AGAIN = "again"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class WaveUnit:
    """A hamlet or branch of a campaign.

    Attributes:
        election: code of its election or congress; ``key`` of the same.
        name: kind word and name of the hamlet, or the branch's without its word.
        congress: whether it is a branch.
        held_on: its day; ``meets_on`` that of the vote that is being held, None where it has none yet.
        opening: the hour for which its meeting is planned.
        done_at: when it elected, in Viet Nam; None while it hasn't. ``told`` whether that was told alone.
        stage: how far it is; ``post`` the word of what is being voted on.
        phone: number to call; None where none is known.
        secretary, secretary_is_head: whether a branch elected one, and whether that one heads its hamlet.
        dues: its last days.
    """

    key: int
    election: str
    name: str
    congress: bool
    held_on: date
    meets_on: date | None
    opening: time | None
    done_at: datetime | None
    told: bool
    stage: Stage
    post: str
    phone: str | None
    secretary: bool
    secretary_is_head: bool
    dues: tuple[UnitDue, ...]


def units_of_heads(
    workplace: Workplace, session: Session, campaign: Campaign, working: WorkingDays, now: datetime
) -> tuple[WaveUnit, ...]:
    """Return the hamlets of a campaign, by the codes of their elections."""
    told = _told(session, [campaign.id])
    keys = _keys(session, campaign)
    found = sorted(campaign_progress(workplace, session, campaign), key=lambda each: each.code)
    return tuple(_head(each, keys[each.code], told.get(keys[each.code]), working, now) for each in found)


def units_of_congresses(
    workplace: Workplace, session: Session, campaign: Campaign, working: WorkingDays, now: datetime
) -> tuple[WaveUnit, ...]:
    """Return the branches of a campaign, by the codes of their congresses."""
    told = _told(session, [campaign.id])
    found = congresses_progress(workplace, session, [campaign.id])
    phones = _phones_of_hamlets(session, {unit for each in found for unit in each.hamlets})
    return tuple(_branch(each, campaign, told.get(each.election), phones, working, now) for each in found)


def short_branch(name: str) -> str:
    """Return the name of a branch without its word: ``Bản Mường`` for ``Chi bộ Bản Mường``."""
    word = f"{words('waves.branch')} "
    rest = name[len(word) :]
    if not name.casefold().startswith(word.casefold()) or not rest:
        return name
    return rest[0].upper() + rest[1:]


def _head(
    progress: ElectionProgress, key: int, told: datetime | None, working: WorkingDays, now: datetime
) -> WaveUnit:
    recorded = progress.finalised_at if progress.outcome == "elected" else None
    done_at = finished_at(told, recorded)
    finished = done_at is not None
    return WaveUnit(
        key=key,
        election=progress.code,
        name=progress.hamlet,
        congress=False,
        held_on=progress.held_on,
        meets_on=progress.meets_on,
        opening=progress.opening,
        done_at=local(done_at) if done_at else None,
        told=recorded is None and told is not None,
        stage=Stage.DONE if finished else _stage_of_head(progress, now.date()),
        post="",
        phone=progress.team_phone,
        secretary=False,
        secretary_is_head=False,
        dues=tuple(dues_of_head(progress, working, finished=finished)),
    )


def _stage_of_head(progress: ElectionProgress, today: date) -> Stage:
    state = progress.state
    if state is VoteState.MEETING:
        return Stage.MEETING
    if state in (VoteState.COUNTED_ONCE, VoteState.DIFFERENT, VoteState.AGREED):
        return Stage.COUNTING
    if progress.round > 1 or state not in BEFORE_MEETING:
        return Stage.AGAIN
    return Stage.PLANNED if progress.held_on > today else Stage.SILENT


def _branch(
    progress: CongressProgress,
    campaign: Campaign,
    told: datetime | None,
    phones: Mapping[int, str],
    working: WorkingDays,
    now: datetime,
) -> WaveUnit:
    done_at, today = finished_at(told, progress.elected_at), now.date()
    finished = done_at is not None
    stage = Stage.PLANNED if progress.held_on > today else Stage.SILENT
    if progress.begun:
        stage = Stage.VOTING
    dues = dues_of_congress(progress, working, today, campaign.results_by, finished=finished)
    called = next((phones[unit] for unit in progress.hamlets if unit in phones), None)
    return WaveUnit(
        key=progress.election,
        election=progress.code,
        name=short_branch(progress.branch),
        congress=True,
        held_on=progress.held_on,
        meets_on=progress.held_on,
        opening=progress.opening,
        done_at=local(done_at) if done_at else None,
        told=progress.elected_at is None and told is not None,
        stage=Stage.DONE if finished else stage,
        post=progress.post,
        phone=progress.phone or called,
        secretary=progress.secretary,
        secretary_is_head=progress.secretary_is_head,
        dues=tuple(dues),
    )


def _told(session: Session, campaigns: Sequence[int]) -> dict[int, datetime]:
    told = (
        select(ToldHour.election_id, ToldHour.at)
        .join(Election, ToldHour.election_id == Election.id)
        .where(Election.campaign_id.in_(campaigns))
    )
    return dict(iter(session.execute(told)))


def _keys(session: Session, campaign: Campaign) -> dict[str, int]:
    keys = select(Election.code, Election.id).where(Election.campaign_id == campaign.id)
    return dict(iter(session.execute(keys)))


def _phones_of_hamlets(session: Session, units: set[int]) -> dict[int, str]:
    """Return the newest number under which somebody of a hamlet's election was called, by the hamlet."""
    numbers = (
        select(Election.unit_id, Official.phone)
        .join(Official, Official.election_id == Election.id)
        .where(Election.unit_id.in_(units), Official.phone.is_not(None))
        .order_by(Election.held_on, Official.position.desc())
    )
    return {unit: phone for unit, phone in session.execute(numbers) if phone is not None}
