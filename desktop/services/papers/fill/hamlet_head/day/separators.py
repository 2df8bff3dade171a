"""The sheet that parts a hamlet's ballots from the next one's."""

from __future__ import annotations

from desktop.models.elections import Ballot, Vote
from desktop.printing.hamlet_head.day.separator_sheet import SeparatorSheets, Stack
from desktop.services.elections.lookup import day_of
from desktop.services.papers.fill.hamlet_head.day.ballot_drawing import composed_ballot
from desktop.services.papers.fill.hamlet_head.facts import planned_ballots
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.fill.heads import hamlet_of


def separator_sheet(source: PaperSource) -> SeparatorSheets:
    """Fill the sheet that parts this hamlet's ballots from the next one's."""
    election = source.election
    post, copies = source.vote.contest.post, planned_ballots(source.session, source.vote)
    stack = Stack(
        hamlet=hamlet_of(election),
        paper=f"Phiếu lấy ý kiến về bầu {post}"
        if source.vote.vote is Vote.HAND_OUT
        else f"Phiếu bầu cử {post}",
        copies=copies,
        sheets=None if copies is None else _sheets_of(source, copies),
    )
    return SeparatorSheets(
        office=f"UBND {source.commune}" if source.commune else None,
        occasion=f"Bầu cử {post}, ngày {day_of(source.vote):%d/%m/%Y}",
        stacks=(stack,),
    )


def _sheets_of(source: PaperSource, ballots: int) -> int | None:
    if not source.vote.candidacies or source.vote.ballot is Ballot.HANDS:
        return None
    return -(-ballots // composed_ballot(source.session, source.vote).paper.per_sheet)
