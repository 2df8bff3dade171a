"""A campaign: hamlets of a commune that elect together, on a common day or each on its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Campaign, ContestKind, Election, Occasion, Round, is_held, is_on
from desktop.models.store.session import reading, writing
from desktop.rules.terms import TermFault, term_change, term_fault, terms_of
from desktop.rules.timeline import deadlines_before, months_after
from desktop.rules.vote_state import VoteState
from desktop.services.elections.clauses import ClauseView, clause_view
from desktop.services.elections.lookup import campaign_of
from desktop.services.elections.planning import Plan, write_plan
from desktop.services.elections.terms import months_of
from desktop.services.elections.time_left import DueTask, TimeLeft, day_left
from desktop.services.elections.waves import join_wave, wave_for_plan
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import Workplace
from desktop.services.places.lookup import hamlets_of
from desktop.vietnamese.text import tidy
from desktop.wording import words

Step = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class PlannedHamlet:
    """A hamlet that takes part; ``held_on`` only where it elects on another day than the campaign's."""

    code: str
    held_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewCampaign:
    """What is decided for all hamlets at once.

    Attributes:
        name: as reports and papers name the campaign.
        election_day: the day of every hamlet that has none of its own.
        term_months: how long heads are elected for, one of the statute's terms; a hamlet on whose own day
            the law has another term alone is elected for that.
        hamlets: which take part.
        term_change: by how many months the term is longer, or shorter below 0.
        term_reason: why it is, a word of the statute's ``term_change_reasons``.
        opening: the hour for which their meetings are planned; None while it is not known.
        past: a day that is over is meant; the elections are then marked as written down later.
        campaign: code of a campaign that more hamlets join; None for a new one.
        occasion: whether they elect as usual, or replace a head who left early.
        wave: key of the wave of the campaign that they are in; None for none.
    """

    name: str
    election_day: date
    term_months: int
    hamlets: tuple[PlannedHamlet, ...]
    campaign: str | None = None
    opening: time | None = None
    past: bool = False
    term_change: int = 0
    term_reason: str | None = None
    occasion: Occasion = Occasion.REGULAR
    wave: int | None = None


@dataclass(frozen=True, slots=True)
class CampaignView:
    """A campaign as it was planned: its code and the codes of its elections."""

    code: str
    elections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HamletChoice:
    """A hamlet that may take part.

    Attributes:
        planned: it has an election in the campaign.
        elsewhere: it has an election in another campaign, of which nobody is recognised yet.
    """

    code: str
    name: str
    planned: bool
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class DayView:
    """What a day would mean: the statute, its terms in months, and the last days before it.

    ``term_change`` is the clause by which a term may differ, ``term_change_max`` by how many months; None and
    0 where it may not.
    """

    statute: str
    term_months: tuple[int, ...]
    term_change: ClauseView | None
    term_change_max: int
    deadlines: tuple[tuple[date, DueTask, TimeLeft, bool], ...]


@dataclass(frozen=True, slots=True)
class CampaignChoices:
    """What a campaign is chosen from: the hamlets, and the campaign that more may join.

    ``election_day`` of a new campaign is the first Sunday on which no deadline is past yet; ``others`` names
    the campaigns that are not finished.
    """

    campaign: str | None
    name: str
    election_day: date
    term_months: int | None
    hamlets: tuple[HamletChoice, ...]
    others: tuple[str, ...] = ()


def campaign_choices(workplace: Workplace, *, joining: str | None = None) -> CampaignChoices:
    """Return the hamlets that a campaign can be planned for.

    Args:
        workplace: the open office.
        joining: code of the campaign that more hamlets join; None for a new one.

    Raises:
        RequestRefused: ``unknown.campaign``.
    """
    with reading(workplace.database) as session:
        campaign = campaign_of(session, joining) if joining is not None else None
        day = campaign.election_day if campaign else workplace.today()
        elections = _elections(session, campaign) if campaign else []
        planned = {election.unit.code for election in elections}
        elsewhere = _unfinished(session, campaign)
        suggested = campaign.election_day if campaign else _first_sunday(workplace, session)
        return CampaignChoices(
            campaign=campaign.code if campaign else None,
            name=campaign.name if campaign else words("suggested.campaign", year=suggested.year),
            election_day=suggested,
            term_months=_common_term(workplace, elections),
            hamlets=tuple(
                HamletChoice(
                    unit.code,
                    f"{unit.kind} {unit.name}",
                    unit.code in planned,
                    any(unit.code == election.unit.code for election in elsewhere),
                )
                for unit in hamlets_of(session, day)
            ),
            others=tuple(dict.fromkeys(election.campaign.name for election in elsewhere)),
        )


def preview_day(workplace: Workplace, day: date) -> DayView:
    """Say what an election day would mean: its statute, the terms it allows, and the days counted back.

    Each deadline is its day, what has to be done, how long is left, and whether the day is past.

    Raises:
        StatuteRefused: no statute is in force on the day.
    """
    statute = workplace.statutes.in_force("hamlet_head", day).as_of(day)
    today, change = workplace.today(), term_change(statute)
    with reading(workplace.database) as session:
        working = working_days(session, day)
    return DayView(
        statute=statute.number,
        term_months=terms_of(statute),
        term_change=clause_view(change) if change else None,
        term_change_max=change.whole() if change else 0,
        deadlines=tuple(
            (due.day, DueTask(due.clause.key), day_left(due.day, due, today), due.day < today)
            for due in deadlines_before(statute, day, working)
        ),
    )


def plan_campaign(workplace: Workplace, new: NewCampaign, step: Step = lambda *_: None) -> CampaignView:
    """Open an election for each hamlet of a campaign, all of them or none.

    Args:
        workplace: the open office.
        new: what is decided.
        step: is told how many of how many hamlets are done, and which.

    Raises:
        RequestRefused: ``campaign.name``, ``campaign.hamlets`` when none is chosen, ``unknown.campaign``,
            ``campaign.planned`` for a hamlet that has an election in it; ``election.past`` for a day that is
            over, unless it is meant; ``campaign.term_fixed``, ``campaign.term_too_far`` or
            ``campaign.term_no_reason`` for a term that may not differ so; ``unknown.wave``,
            ``wave.other_campaign`` for a wave of another campaign; or as ``plan_election``.
        StatuteRefused: no statute is in force on a day.

    Source: field-practice.md P04 (one common day, allowed exceptions); rules.md §7 (since 2026 each its own).
    """
    if not tidy(new.name):
        raise RequestRefused("campaign.name")
    if not new.hamlets:
        raise RequestRefused("campaign.hamlets")
    with writing(workplace.database) as session:
        campaign = _campaign(workplace, session, new)
        planned = {election.unit.code for election in _elections(session, campaign)}
        first = Plan(
            campaign=campaign.code,
            campaign_name=campaign.name,
            hamlet="",
            held_on=new.election_day,
            term_from=new.election_day,
            term_to=new.election_day,
            venue="",
            opening=new.opening,
            occasion=new.occasion,
        )
        days = {hamlet.held_on or new.election_day for hamlet in new.hamlets}
        names = {day: {unit.code: unit for unit in hamlets_of(session, day)} for day in days}
        codes = []
        for number, hamlet in enumerate(new.hamlets, 1):
            day = hamlet.held_on or new.election_day
            unit = names[day].get(hamlet.code)
            if day < workplace.today() and not new.past:
                raise RequestRefused("election.past", where=f"{day:%d/%m/%Y}")
            if hamlet.code in planned:
                raise RequestRefused(
                    "campaign.planned",
                    where=hamlet.code,
                    hamlet=f"{unit.kind} {unit.name}" if unit else hamlet.code,
                )
            step(number, len(new.hamlets), unit.name if unit else hamlet.code)
            plan = replace(
                first,
                hamlet=hamlet.code,
                held_on=day,
                term_from=day,
                term_to=months_after(day, _term_on(workplace, day, new)),
                term_reason=new.term_reason if new.term_change else None,
                venue=words("suggested.venue", kind=unit.kind.lower(), name=unit.name) if unit else "",
            )
            election = write_plan(workplace, session, plan)
            codes.append(election.code)
            if new.wave is not None:
                wave = wave_for_plan(workplace, session, new.wave, election.contest_kind)
                join_wave(workplace, session, wave, election)
        return CampaignView(campaign.code, tuple(codes))


def _term_on(workplace: Workplace, day: date, new: NewCampaign) -> int:
    """Return for how many months a head is elected who is elected on a day."""
    statute = workplace.statutes.in_force("hamlet_head", day).as_of(day)
    allowed = terms_of(statute)
    fault = term_fault(statute, new.term_change, new.term_reason)
    if fault is not None:
        most = term_change(statute)
        where = str(most.whole()) if fault is TermFault.TOO_FAR and most else f"{day:%d/%m/%Y}"
        raise RequestRefused(f"campaign.term_{fault}", where=where)
    return (allowed[0] if len(allowed) == 1 else new.term_months) + new.term_change


def _common_term(workplace: Workplace, elections: Sequence[Election]) -> int | None:
    """Return the term of elections that were planned, but for what one differs by; None where none is."""
    for election in elections:
        months = months_of(election)
        if months is not None:
            statute = workplace.statutes.in_force("hamlet_head", election.held_on).as_of(election.held_on)
            return min(terms_of(statute), key=lambda term: abs(term - months))
    return None


def _first_sunday(workplace: Workplace, session: Session) -> date:
    today = workplace.today()
    day = today + timedelta(days=6 - today.weekday())
    while True:
        statute = workplace.statutes.in_force("hamlet_head", day).as_of(day)
        deadlines = deadlines_before(statute, day, working_days(session, day))
        if all(due.day > today for due in deadlines):
            return day
        day += timedelta(days=7)


def _campaign(workplace: Workplace, session: Session, new: NewCampaign) -> Campaign:
    if new.campaign is not None:
        return campaign_of(session, new.campaign)
    code, number = f"truong-thon-{new.election_day:%Y%m%d}", 1
    taken = set(session.scalars(select(Campaign.code)))
    while code in taken:
        number += 1
        code = f"truong-thon-{new.election_day:%Y%m%d}-{number}"
    campaign = Campaign(code=code, name=tidy(new.name), election_day=new.election_day)
    session.add(campaign)
    session.flush()
    workplace.note(session, "campaign.plan", campaign, "name", "election_day")
    return campaign


def _elections(session: Session, campaign: Campaign) -> Sequence[Election]:
    return session.scalars(select(Election).where(Election.campaign_id == campaign.id, is_on())).all()


def _unfinished(session: Session, beside: Campaign | None) -> Sequence[Election]:
    """Return the elections of other campaigns of which nobody is recognised yet."""
    found = (
        select(Election)
        .join(Round, Round.election_id == Election.id)
        .where(is_on(), is_held(), Election.contest_kind == ContestKind.HAMLET_HEAD)
        .where(Round.state != VoteState.RECOGNISED)
        .order_by(Election.held_on.desc(), Election.id)
    )
    return [each for each in session.scalars(found) if each.campaign is not beside]
