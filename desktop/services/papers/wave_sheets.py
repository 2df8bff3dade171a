"""The wall sheet of a wave: the last days of its common day, issued by the commune or its Party committee."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from desktop.models.elections import ContestKind, Election
from desktop.models.store.session import reading
from desktop.printing.catalogue import FORMS
from desktop.services.congress.lookup import found_congress
from desktop.services.elections.lookup import election_of, held_vote, statute_for
from desktop.services.office.sides import for_its_side
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.congress.reading import facts_of
from desktop.services.papers.fill.congress.wall_sheet import wall_sheet
from desktop.services.papers.fill.hamlet_head.before.wall_sheet import wall_sheet_of


@for_its_side
def draw_wave_sheet(workplace: Workplace, code: str, wave: str) -> bytes:
    """Draw the sheet of a wave by one of its elections, without what concerns that one alone.

    Args:
        workplace: the open office.
        code: of an election or congress on the wave's common day.
        wave: its name and its day, as the sheet says them.

    Raises:
        RequestRefused: ``unknown.election``.
        PaperRefused: it cannot be drawn.
    """
    with reading(workplace.database) as session:
        election = election_of(session, code)
        training = is_training(session)
        if election.contest_kind is ContestKind.HAMLET_HEAD:
            return _of_heads(workplace, session, election, training=training)
        return _of_congresses(workplace, session, election, wave, training=training)


def _of_heads(workplace: Workplace, session: Session, election: Election, *, training: bool) -> bytes:
    sheet = wall_sheet_of(session, held_vote(election), statute_for(workplace, election))
    return FORMS["wall-sheet"].draw(replace(sheet, issuer_lines=sheet.issuer_lines[:1]), training=training)


def _of_congresses(
    workplace: Workplace, session: Session, election: Election, wave: str, *, training: bool
) -> bytes:
    facts = facts_of(workplace, session, found_congress(session, election.code))
    sheet = wall_sheet(replace(facts, opening=None, venue=None, announced_on=None))
    whole = replace(sheet, wave=wave, commune_lines=facts.commune_lines)
    return FORMS["congress-wall-sheet"].draw(whole, training=training)
