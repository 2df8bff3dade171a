"""What is handed out to be marked in a vote, composed and drawn: ballots, or slips for the households."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.models.elections import Round, Vote
from desktop.printing.ballots.papers import Piece
from desktop.printing.hamlet_head.day import ballot as hamlet_ballot
from desktop.printing.hamlet_head.day import hand_out_slip
from desktop.printing.hamlet_head.day.ballot_sizes import SizeFit, layout_on, sizes_for
from desktop.printing.hamlet_head.day.slip_layout import slip_layout
from desktop.services.elections.ballot_choices import choice_of
from desktop.services.office.workplace import is_training
from desktop.services.papers.fill.hamlet_head.day.ballot import ballot_of, slip_of
from desktop.services.papers.kept import BALLOT_FORM, SLIP_FORM


@dataclass(frozen=True, slots=True)
class ComposedBallot:
    """How the ballots or slips of a vote come out.

    Attributes:
        form: its name in the catalogue of forms.
        paper: that a ballot stands on.
        name_size: of every name on it, in points.
        sizes: which sizes of paper hold it; none where nobody chooses, as of a slip.
    """

    form: str
    paper: Piece
    name_size: float
    sizes: tuple[SizeFit, ...]


def ballot_form(vote: Round) -> str:
    """Name the form of what is handed out to be marked."""
    return SLIP_FORM if vote.vote is Vote.HAND_OUT else BALLOT_FORM


def composed_ballot(session: Session, vote: Round) -> ComposedBallot:
    """Compose the ballot or slip of a vote, a ballot on the size that was chosen.

    Raises:
        RequestRefused: ``ballots.hands``.
        PaperRefused: no size of paper holds it.
    """
    if vote.vote is Vote.HAND_OUT:
        slip = slip_layout(slip_of(session, vote))
        return ComposedBallot(SLIP_FORM, slip.paper, slip.names.size, ())
    ballot = ballot_of(session, vote)
    composed = layout_on(ballot, choice_of(session, vote).size)
    return ComposedBallot(BALLOT_FORM, composed.paper, composed.names.size, sizes_for(ballot))


def draw_ballots(session: Session, vote: Round, copies: int, *, trial: bool = False) -> bytes:
    """Draw so many ballots or slips of a vote, or one sheet of them that nobody could cast.

    Raises:
        RequestRefused: ``ballots.hands``.
        PaperRefused: they cannot be drawn.
    """
    training = is_training(session)
    if vote.vote is Vote.HAND_OUT:
        return hand_out_slip.draw(slip_of(session, vote), copies, training=training, trial=trial)
    size = choice_of(session, vote).size
    return hamlet_ballot.draw(ballot_of(session, vote), copies, training=training, trial=trial, size=size)
