"""The campaigns of the commune: how much is left in each, and which of them is shown where none is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop.models.elections import Campaign, ContestKind
from desktop.models.store.session import reading
from desktop.services.elections.lookup import campaign_of, campaigns_of
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.progress.cells import Mark, cells, due_days
from desktop.services.progress.next_thing import FINISHED, next_thing
from desktop.services.progress.progress import ElectionProgress, campaign_progress
from desktop.services.progress.steps import own_steps


@dataclass(frozen=True, slots=True)
class CampaignLine:
    """A campaign among others.

    Attributes:
        code: of the campaign; ``name`` and ``day`` (the common one) with it.
        first_day, last_day: between which its hamlets elect.
        kind: which body elects in it.
        open: how many of its elections have something left to do, sending included.
        attention: how many of these are late, wrong or want a person.
    """

    code: str
    name: str
    kind: ContestKind
    day: date
    first_day: date
    last_day: date
    open: int
    attention: int


@dataclass(frozen=True, slots=True)
class CampaignWork:
    """A campaign inside a session: its row, how each of its elections stands, and its line."""

    campaign: Campaign
    elections: tuple[ElectionProgress, ...]
    line: CampaignLine


def campaigns_at(workplace: Workplace, session: Session, now: datetime) -> tuple[CampaignWork, ...]:
    """Return every campaign in which hamlets elect their heads, the latest day first.

    Args:
        workplace: the open office.
        session: the caller's.
        now: the present moment in Viet Nam.
    """
    working = working_days(session, now.date())
    own = own_steps()
    found = []
    for campaign in campaigns_of(session):
        elections = campaign_progress(workplace, session, campaign)
        left, wanted = 0, 0
        for progress in elections:
            due = due_days(progress, working)
            row = cells(progress, due, now)
            if next_thing(progress, progress.hamlet_code, row, due).code == FINISHED:
                continue
            left += 1
            wanted += any(cell.step in own and cell.mark in (Mark.WRONG, Mark.ATTENTION) for cell in row)
        days = [progress.held_on for progress in elections] or [campaign.election_day]
        line = CampaignLine(
            code=campaign.code,
            name=campaign.name,
            kind=campaign.contest_kind,
            day=campaign.election_day,
            first_day=min(days),
            last_day=max(days),
            open=left,
            attention=wanted,
        )
        found.append(CampaignWork(campaign, elections, line))
    return tuple(found)


def first_of(lines: Sequence[CampaignLine], today: date) -> CampaignLine | None:
    """Return the campaign that is shown where none is named; None where there is none.

    Of those with work left it is the one whose first day is nearest, and one whose first day has come goes
    before every day ahead: the days for recognition and for holding again run from it, and are short. Without
    work left anywhere it is the newest.

    Args:
        lines: the latest day first.
        today: in Viet Nam.
    """
    left = [line for line in lines if line.open]
    come = [line for line in left if line.first_day <= today]
    if come:
        return come[0]
    return min(left, key=lambda line: line.first_day, default=next(iter(lines), None))


def campaign_on_show(workplace: Workplace, session: Session, code: str | None) -> Campaign | None:
    """Return the campaign that is named, else the first by the rule; None before one is planned.

    Raises:
        RequestRefused: ``unknown.campaign``.
    """
    if code is not None:
        return campaign_of(session, code)
    now = workplace.clock().astimezone(VIET_NAM)
    found = campaigns_at(workplace, session, now)
    first = first_of([each.line for each in found], now.date())
    return next((each.campaign for each in found if each.line is first), None)


def first_campaign(workplace: Workplace) -> str | None:
    """Return the code of the campaign that is shown where none is named; None before one is planned."""
    with reading(workplace.database) as session:
        campaign = campaign_on_show(workplace, session, None)
        return campaign.code if campaign else None
