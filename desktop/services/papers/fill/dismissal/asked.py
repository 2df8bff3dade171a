"""Papers by which a dismissal is asked for: the head's letter, the Front board's proposal, a petition."""

from __future__ import annotations

from desktop.printing.hamlet_head.dismissal.petition import DismissalPetition, PetitionLine
from desktop.printing.hamlet_head.dismissal.proposal import DismissalProposal
from desktop.printing.hamlet_head.dismissal.request import DismissalRequest
from desktop.services.elections.drawn_up import represented_on
from desktop.services.papers.fill.dismissal.source import DismissalSource
from desktop.services.papers.fill.heads import SAMPLE


def request(source: DismissalSource) -> DismissalRequest:
    """Fill the letter by which the head asks."""
    return DismissalRequest(
        form_label=SAMPLE,
        dated=source.dated(source.dismissal.asked_on),
        addressee=f"Chủ tịch {source.committee}",
        head=source.head(),
        article=source.cited("dismissal_asked_by"),
    )


def proposal(source: DismissalSource) -> DismissalProposal:
    """Fill the proposal of the head of the Front board."""
    return DismissalProposal(
        form_label=SAMPLE,
        issuer_lines=(source.front.upper(), source.board.upper()),
        dated=source.dated(source.dismissal.asked_on),
        addressee=f"Chủ tịch {source.committee}",
        board=source.board,
        head=source.head(),
        article=source.cited("dismissal_asked_by"),
        signer=source.board_head(),
    )


def petition(source: DismissalSource) -> DismissalPetition:
    """Fill the petition with a line for each household of the hamlet."""
    asked = source.dismissal
    drawn = represented_on(source.session, source.unit.id, asked.asked_on)
    clause = source.statute.find("dismissal_petition")
    return DismissalPetition(
        form_label=SAMPLE,
        dated=source.dated(asked.asked_on),
        addressee=f"Chủ tịch {source.committee}",
        head=source.head(),
        lines=tuple(PetitionLine(number=number, name=one.person.name) for number, one in enumerate(drawn, 1)),
        households=asked.households,
        signed=asked.signed,
        needed=None if clause is None or not asked.households else clause.needed_of(asked.households),
        article=source.cited("dismissal_petition"),
        speaker=asked.proposer,
    )
