"""Waves of a campaign: pilots go first, the others learn from them; each has its day and its last day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Campaign, ContestKind, Election, is_on
from desktop.models.exchange import SealedPackage
from desktop.models.store.session import reading, writing
from desktop.models.waves import Wave, WaveElection, WaveKind
from desktop.services.elections.electing import electing_body
from desktop.services.elections.lookup import campaigns_of, election_of
from desktop.services.office.sides import Side, for_party, refuse_other
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy

__all__ = [
    "NewWave",
    "WaveKind",
    "WaveView",
    "change_wave",
    "congress_waves",
    "make_wave",
    "put_in",
    "remove_wave",
    "set_results_by",
    "waves_of",
]


@dataclass(frozen=True, slots=True)
class NewWave:
    """What is decided of a wave.

    Attributes:
        name: as the page and the report to dictate call it, such as ``Đại hội điểm``.
        kind: a pilot, or the main wave.
        day: its common day; a unit may have its own.
        finish_by: the last day that the plan leaves for it; None where it names none.
        lessons: what the others learn from it.
    """

    name: str
    kind: WaveKind
    day: date
    finish_by: date | None = None
    lessons: str = ""


@dataclass(frozen=True, slots=True)
class WaveView:
    """A wave of a campaign, with the codes of its elections that are on.

    ``lessons`` is empty while nothing is written.
    """

    key: int
    campaign: str
    name: str
    kind: WaveKind
    day: date
    finish_by: date | None
    lessons: str
    elections: tuple[str, ...]


def waves_of(workplace: Workplace, campaign: str) -> tuple[WaveView, ...]:
    """Return the waves of a campaign in their order.

    Raises:
        RequestRefused: ``unknown.campaign``; ``side.party``, ``side.elections`` for one of the other side.
    """
    with reading(workplace.database) as session:
        found = _campaign(workplace, session, campaign)
        return tuple(_view(session, wave) for wave in waves_in(session, [found.id]))


@for_party
def congress_waves(workplace: Workplace) -> tuple[WaveView, ...]:
    """Return the waves that a congress can be planned in, those of the latest campaign first."""
    with reading(workplace.database) as session:
        campaigns = campaigns_of(session, ContestKind.BRANCH_CONGRESS)
        return tuple(_view(session, wave) for each in campaigns for wave in waves_in(session, [each.id]))


def make_wave(workplace: Workplace, campaign: str, new: NewWave, elections: Sequence[str] = ()) -> int:
    """Make the next wave of a campaign, put elections into it, and return its key.

    Raises:
        RequestRefused: ``unknown.campaign``; ``wave.name`` without a name; ``wave.finish_by`` for a last day
            before its day; as ``put_in``.
    """
    with writing(workplace.database) as session:
        found = _campaign(workplace, session, campaign)
        _demand(new)
        last = session.scalar(select(func.max(Wave.position)).where(Wave.campaign_id == found.id)) or 0
        wave = Wave(
            campaign=found,
            name=tidy(new.name),
            kind=new.kind,
            day=new.day,
            position=last + 1,
            finish_by=new.finish_by,
            lessons=new.lessons.strip() or None,
        )
        session.add(wave)
        session.flush()
        _note(
            workplace, session, ("campaign.wave", "congress.wave"), wave, "name", "kind", "day", "finish_by"
        )
        _put(workplace, session, wave, elections)
        return wave.id


def change_wave(workplace: Workplace, key: int, new: NewWave) -> None:
    """Change what was decided of a wave, or write down what was learned from it.

    Raises:
        RequestRefused: ``unknown.wave``; ``wave.name``; ``wave.finish_by``.
    """
    with writing(workplace.database) as session:
        wave = _wave(workplace, session, key)
        _demand(new)
        values = {
            "name": tidy(new.name),
            "kind": new.kind,
            "day": new.day,
            "finish_by": new.finish_by,
            "lessons": new.lessons.strip() or None,
        }
        changed = [field for field, value in values.items() if getattr(wave, field) != value]
        for field in changed:
            setattr(wave, field, values[field])
        session.flush()
        if changed:
            _note(workplace, session, ("campaign.wave", "congress.wave"), wave, *changed)


def put_in(workplace: Workplace, key: int, elections: Sequence[str]) -> None:
    """Make elections the whole of a wave: those named are in it, whatever else was in it is in none.

    A congress that was planned under another year's campaign comes into that of the wave.

    Raises:
        RequestRefused: ``unknown.wave``; ``unknown.election``; ``wave.other_campaign`` for an election of
            another kind, of a hamlet in another campaign, or of a campaign of which a package was sealed.
    """
    with writing(workplace.database) as session:
        _put(workplace, session, _wave(workplace, session, key), elections)


def remove_wave(workplace: Workplace, key: int) -> None:
    """Take away a wave that nothing is in.

    Raises:
        RequestRefused: ``unknown.wave``; ``wave.not_empty``.
    """
    with writing(workplace.database) as session:
        wave = _wave(workplace, session, key)
        inside = select(WaveElection.id).where(WaveElection.wave_id == wave.id).limit(1)
        if session.scalar(inside) is not None:
            raise RequestRefused("wave.not_empty", where=wave.name)
        _note(workplace, session, ("campaign.wave_removed", "congress.wave_removed"), wave, "name")
        session.delete(wave)


def set_results_by(workplace: Workplace, campaign: str, hour: time | None) -> None:
    """Set by which hour of the day results of a campaign are wanted above; None for no hour.

    Raises:
        RequestRefused: ``unknown.campaign``.
    """
    with writing(workplace.database) as session:
        found = _campaign(workplace, session, campaign)
        found.results_by = hour
        session.flush()
        _note(workplace, session, ("campaign.hour", "congress.hour"), found, "results_by")


def waves_in(session: Session, campaigns: Sequence[int]) -> Sequence[Wave]:
    """Return the waves of campaigns, by their keys, in the order of campaign and place."""
    found = select(Wave).where(Wave.campaign_id.in_(campaigns))
    return session.scalars(found.order_by(Wave.campaign_id, Wave.position)).all()


def wave_for_plan(workplace: Workplace, session: Session, key: int, kind: ContestKind) -> Wave:
    """Return the wave that an election of a kind is planned in.

    Raises:
        RequestRefused: ``unknown.wave``, of another kind too.
    """
    wave = _wave(workplace, session, key)
    if wave.campaign.contest_kind is not kind:
        raise RequestRefused("unknown.wave", where=wave.name)
    return wave


def forget_waves(session: Session, campaign: Campaign) -> None:
    """Delete the waves of a campaign that is taken back, inside the caller's transaction."""
    session.execute(delete(Wave).where(Wave.campaign_id == campaign.id))


def _put(workplace: Workplace, session: Session, wave: Wave, codes: Sequence[str]) -> None:
    wanted = {election_of(session, code) for code in codes}
    inside = {
        each.election: each
        for each in session.scalars(select(WaveElection).where(WaveElection.wave_id == wave.id))
    }
    for election, each in inside.items():
        if election not in wanted:
            session.delete(each)
            session.flush()
            _note(workplace, session, ("campaign.wave_left", "congress.wave_left"), wave, "elections")
    for election in sorted(wanted - set(inside), key=lambda each: each.code):
        join_wave(workplace, session, wave, election)


def join_wave(workplace: Workplace, session: Session, wave: Wave, election: Election) -> None:
    """Put an election into a wave inside the caller's transaction; raises as ``put_in``."""
    if election.contest_kind is not wave.campaign.contest_kind:
        raise RequestRefused("wave.other_campaign", where=electing_body(session, election).name)
    if election.campaign is not wave.campaign:
        _move(workplace, session, wave, election)
    other = session.scalars(select(WaveElection).where(WaveElection.election_id == election.id)).one_or_none()
    if other is not None:
        session.delete(other)
        session.flush()
    session.add(WaveElection(wave=wave, election=election))
    session.flush()
    _note(workplace, session, ("campaign.wave_joined", "congress.wave_joined"), election, "wave")


def _move(workplace: Workplace, session: Session, wave: Wave, election: Election) -> None:
    """Bring a congress of another year's campaign into that of a wave."""
    before = election.campaign
    sealed = select(SealedPackage.id).where(SealedPackage.campaign == before.code).limit(1)
    if election.contest_kind is ContestKind.HAMLET_HEAD or session.scalar(sealed) is not None:
        raise RequestRefused("wave.other_campaign", where=electing_body(session, election).name)
    election.campaign = wave.campaign
    session.flush()
    rest = (
        select(Election.id).where(Election.campaign_id == before.id),
        select(Wave.id).where(Wave.campaign_id == before.id),
    )
    if all(session.scalar(query.limit(1)) is None for query in rest):
        _note(workplace, session, ("campaign.take_back", "congress.take_back"), before, "name")
        session.delete(before)
        session.flush()


def _demand(new: NewWave) -> None:
    if not tidy(new.name):
        raise RequestRefused("wave.name")
    if new.finish_by is not None and new.finish_by < new.day:
        raise RequestRefused("wave.finish_by", where=f"{new.day:%d/%m/%Y}")


def _campaign(workplace: Workplace, session: Session, code: str) -> Campaign:
    found = session.scalars(select(Campaign).where(Campaign.code == code)).one_or_none()
    if found is None:
        raise RequestRefused("unknown.campaign", where=code)
    refuse_other(workplace.side, side_of_campaign(found))
    return found


def noted_as(kind: ContestKind, of_heads: str, of_congress: str) -> str:
    """Return under which word the log notes something: of heads and of congresses not everybody sees both."""
    return of_congress if kind is ContestKind.BRANCH_CONGRESS else of_heads


def side_of_campaign(campaign: Campaign) -> Side:
    """Return whose work a campaign is: congresses are the Party's."""
    return Side.PARTY if campaign.contest_kind is ContestKind.BRANCH_CONGRESS else Side.ELECTIONS


def _wave(workplace: Workplace, session: Session, key: int) -> Wave:
    wave = session.get(Wave, key)
    if wave is None:
        raise RequestRefused("unknown.wave", where=str(key))
    refuse_other(workplace.side, side_of_campaign(wave.campaign))
    return wave


def _view(session: Session, wave: Wave) -> WaveView:
    inside = (
        select(Election.code)
        .join(WaveElection, WaveElection.election_id == Election.id)
        .where(WaveElection.wave_id == wave.id, is_on())
        .order_by(Election.code)
    )
    return WaveView(
        key=wave.id,
        campaign=wave.campaign.code,
        name=wave.name,
        kind=wave.kind,
        day=wave.day,
        finish_by=wave.finish_by,
        lessons=wave.lessons or "",
        elections=tuple(session.scalars(inside)),
    )


def _note(
    workplace: Workplace,
    session: Session,
    actions: tuple[str, str],
    record: Campaign | Wave | Election,
    *fields: str,
) -> None:
    campaign = record if isinstance(record, Campaign) else record.campaign
    workplace.note(session, noted_as(campaign.contest_kind, *actions), record, *fields)
