"""A plan is taken back: elections that were just planned, and of which nothing else is written."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Campaign, ContestKind, Election
from desktop.models.papers import Paper, Print
from desktop.models.places import Unit
from desktop.models.store.session import writing
from desktop.models.waves import ToldHour, WaveElection
from desktop.rules.vote_state import VoteState
from desktop.services.elections.lookup import election_of, state_of
from desktop.services.elections.waves import forget_waves, noted_as
from desktop.services.office.workplace import Workplace


def take_back_plan(workplace: Workplace, codes: Sequence[str]) -> None:
    """Take back the plan of elections, and of their campaign where it has no other; all of them or none.

    Raises:
        RequestRefused: ``unknown.election``, for a congress too; ``campaign.begun`` naming a hamlet for whose
            election something is written already: it can be cancelled.
    """
    with writing(workplace.database) as session:
        elections = [election_of(session, code) for code in codes]
        for election in elections:
            # What a congress has beside its votes is taken back with it.
            if election.contest_kind is not ContestKind.HAMLET_HEAD:
                raise RequestRefused("unknown.election", where=election.code)
        forget_plans(workplace, session, elections)


def forget_plans(workplace: Workplace, session: Session, elections: Sequence[Election]) -> None:
    """Take back the plan of elections inside the caller's transaction; raises as ``take_back_plan``."""
    campaigns = {election.campaign for election in elections}
    for election in elections:
        if is_begun(session, election):
            raise RequestRefused("campaign.begun", where=f"{election.unit.kind} {election.unit.name}")
        workplace.note(session, "election.take_back", election, "campaign")
        for vote in list(election.rounds):
            session.execute(delete(Print).where(Print.round_id == vote.id))
            session.delete(vote)
        session.flush()
        for contest in list(election.contests):
            session.delete(contest)
        session.flush()
        session.execute(delete(WaveElection).where(WaveElection.election_id == election.id))
        session.delete(election)
        session.flush()
    for campaign in campaigns:
        if session.scalar(select(Election.id).where(Election.campaign_id == campaign.id).limit(1)) is None:
            action = noted_as(campaign.contest_kind, "campaign.take_back", "congress.take_back")
            workplace.note(session, action, campaign, "name")
            forget_waves(session, campaign)
            _switch_off(workplace, session, campaign)
            session.delete(campaign)


def is_begun(session: Session, election: Election) -> bool:
    """Tell whether anything but its plan is written of an election."""
    drafts = all(state_of(vote) is VoteState.DRAFT for vote in election.rounds)
    candidates = any(contest.candidates for contest in election.contests)
    papers = session.scalar(select(Paper.id).where(Paper.election_id == election.id).limit(1))
    told = session.scalar(select(ToldHour.id).where(ToldHour.election_id == election.id))
    written = election.officials or election.changes or election.clusters
    known = papers is not None or told is not None or _is_in_order(session, election)
    return not drafts or candidates or bool(written) or known


def _is_in_order(session: Session, election: Election) -> bool:
    """Tell whether its campaign's chain holds anything of the hamlet: a plan, an override, an exception."""
    # A start takes plans back without any chain.
    from desktop.models.chain import (  # noqa: PLC0415
        Chain,
        ChainException,
        ChainOverride,
        ChainPlanStep,
        HeadMember,
    )

    of_it = select(Chain.id).where(Chain.campaign_id == election.campaign_id)
    here = select(Unit.id).where(Unit.code == election.unit.code)
    return any(
        session.scalar(select(kind.id).where(kind.chain_id.in_(of_it), kind.unit_id.in_(here)).limit(1))
        is not None
        for kind in (ChainPlanStep, ChainOverride, ChainException, HeadMember)
    )


def _switch_off(workplace: Workplace, session: Session, campaign: Campaign) -> None:
    """Switch the chain off with the campaign that it is of: nothing rests on either."""
    from desktop.models.chain import Chain  # noqa: PLC0415 - as above

    chain = session.scalars(select(Chain).where(Chain.campaign_id == campaign.id)).one_or_none()
    if chain is not None:
        workplace.note(session, "chain.switch_off", chain, "campaign")
        session.delete(chain)
        session.flush()
