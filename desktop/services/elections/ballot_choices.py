"""What is chosen for the ballots of one round beside the office's setting: reserve, size, the seal."""

from __future__ import annotations

from typing import Literal

import msgspec
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Round
from desktop.models.office import BallotChoice
from desktop.models.store.session import writing
from desktop.rules.stock import reserve_of
from desktop.rules.vote_state import VoteState
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.office.workplace import Workplace, own_office

Size = Literal["A4", "A5", "A6"]

_LARGEST = 9999
_BEFORE_PRINTING = (VoteState.DRAFT, VoteState.LISTED)
_SEALING = (VoteState.PRINTED, VoteState.MEETING)


def choice_of(session: Session, vote: Round) -> BallotChoice:
    """Return what was chosen for the round that is being held."""
    return own_office(session).settings.ballots.get(_key(vote), BallotChoice())


def reserve_for(session: Session, vote: Round, electorate: int) -> int:
    """Return how many ballots are printed above the electorate: as chosen, else as the office has set."""
    chosen = choice_of(session, vote).reserve
    return office_reserve(session, electorate) if chosen is None else chosen


def office_reserve(session: Session, electorate: int) -> int:
    """Return the office's own reserve for an electorate, in ballots."""
    settings = own_office(session).settings
    if settings.reserve_percent is None:
        return settings.reserve
    return reserve_of(electorate, settings.reserve_percent)


def choose_reserve(workplace: Workplace, code: str, reserve: int | None) -> None:
    """Choose the reserve of one hamlet, in ballots; None goes back to the office's.

    Raises:
        StepRefused: ballots are printed.
        RequestRefused: ``ballots.reserve``.
    """
    if reserve is not None and not 0 <= reserve <= _LARGEST:
        raise RequestRefused("ballots.reserve", where=code)
    _choose(workplace, code, _BEFORE_PRINTING, reserve=reserve)


def choose_size(workplace: Workplace, code: str, size: Size | None) -> None:
    """Choose a size of paper for the ballots of one hamlet; None goes back to the smallest that fits.

    Raises:
        StepRefused: ballots are printed.
    """
    _choose(workplace, code, _BEFORE_PRINTING, size=size)


def record_sealed(workplace: Workplace, code: str, sealed: int | None) -> None:
    """Write down how many ballots bear the seal; None takes the figure away.

    Raises:
        StepRefused: no ballots are printed, or the count has begun.
        RequestRefused: ``ballots.sealed``.
    """
    if sealed is not None and not 0 <= sealed <= _LARGEST:
        raise RequestRefused("ballots.sealed", where=code)
    _choose(workplace, code, _SEALING, sealed=sealed)


def _choose(
    workplace: Workplace, code: str, allowed: tuple[VoteState, ...], **chosen: int | str | None
) -> None:
    with writing(workplace.database) as session:
        vote, office = vote_of(session, code), own_office(session)
        state_of(vote).demand("choose_ballot", *allowed)
        changed = msgspec.structs.replace(choice_of(session, vote), **chosen)
        ballots = {**office.settings.ballots, _key(vote): changed}
        office.settings = msgspec.structs.replace(office.settings, ballots=ballots)
        session.flush()
        workplace.note(session, "ballots.choose", vote, *chosen)


def _key(vote: Round) -> str:
    return f"{vote.election.code}/{vote.number}"
