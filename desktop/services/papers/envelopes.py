"""One hamlet's envelope for the election day: every paper in one file, each kept as it was printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import PaperRefused, Refusal, RequestRefused, StepRefused
from desktop.models.elections import Ballot, Election, Round, Vote, is_held, is_on
from desktop.models.papers import Paper, PaperRole
from desktop.models.store.session import reading, writing
from desktop.printing.merge import merged
from desktop.printing.setting.sheets import page_count
from desktop.rules.vote_state import VoteState
from desktop.services.elections.lookup import election_of, state_of, vote_of
from desktop.services.elections.rolls.freezing import freeze
from desktop.services.office.files import prepared
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import first_ballots
from desktop.services.papers.fill.hamlet_head.day.cover_items import COPIES, cover_item
from desktop.services.papers.fill.hamlet_head.day.sheets import (
    draw_cover,
    draw_handover,
    draw_sign_in,
    draw_tally,
)
from desktop.services.papers.fill.heads import ballots_word
from desktop.services.papers.kept import BALLOT_FORM, SLIP_FORM, PaperView, Printout, keep, paper_view
from desktop.services.papers.minutes import draw_blank, minutes_form
from desktop.services.papers.prints import note_print

_READY = (VoteState.LISTED, VoteState.PRINTED)

Tell = Callable[[int, int, str], None]


@dataclass(frozen=True, slots=True)
class EnvelopePart:
    """A paper of an envelope: its form, sheets of one copy, and copies."""

    form: str
    sheets: int
    copies: int


@dataclass(frozen=True, slots=True)
class Envelope:
    """A hamlet's envelope: the file that it was written to, its sheets, and what is in it."""

    code: str
    hamlet: str
    path: Path
    sheets: int
    parts: tuple[EnvelopePart, ...]


@dataclass(frozen=True, slots=True)
class EnvelopeRefused:
    """A hamlet whose envelope could not be made, and why; nothing of it was kept."""

    code: str
    hamlet: str
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class EnvelopeLine:
    """A hamlet whose envelope could be made now; ``freezes`` where its ballots are not printed yet."""

    code: str
    hamlet: str
    freezes: bool


def envelopes_ready(workplace: Workplace, code: str) -> tuple[EnvelopeLine, ...]:
    """List the hamlets of an election's campaign whose envelopes can be made, in the order of their codes."""
    with reading(workplace.database) as session:
        campaign = election_of(session, code).campaign_id
        votes = session.scalars(
            select(Round)
            .join(Election, Round.election_id == Election.id)
            .where(Election.campaign_id == campaign, is_on(), is_held(), Round.state.in_(_READY))
            .order_by(Election.code)
        )
        return tuple(
            EnvelopeLine(vote.election.code, _hamlet(vote.election), state_of(vote) is VoteState.LISTED)
            for vote in votes
        )


def write_envelopes(
    workplace: Workplace, codes: Sequence[str], folder: Path, tell: Tell
) -> tuple[Envelope | EnvelopeRefused, ...]:
    """Make the envelopes of hamlets, one PDF each; a hamlet that is refused does not stop the others.

    Ballots that are not printed yet are printed, which freezes roll and statute. Each hamlet is a transaction
    of its own, so that stopping between two leaves nothing half done.

    Args:
        workplace: the open office.
        codes: of the elections.
        folder: where the files go; an envelope made again replaces its file.
        tell: is told before each hamlet how many are done, of how many, and which comes.

    Raises:
        RequestRefused: ``file.…`` or ``disk.…``: the folder takes no file.
        StorageRefused: the database cannot be written.
    """
    made: list[Envelope | EnvelopeRefused] = []
    for done, code in enumerate(codes):
        with reading(workplace.database) as session:
            hamlet = _hamlet(election_of(session, code))
        tell(done, len(codes), hamlet)
        try:
            made.append(write_envelope(workplace, code, folder))
        except (PaperRefused, RequestRefused, StepRefused) as refusal:
            # What the folder refuses to one it refuses to all.
            if refusal.code.startswith(("file.", "disk.")):
                raise
            made.append(EnvelopeRefused(code, hamlet, refusal))
    tell(len(codes), len(codes), "")
    return tuple(made)


def write_envelope(workplace: Workplace, code: str, folder: Path) -> Envelope:
    """Make one hamlet's envelope: cover, ballots, hand-over record, roll to sign, tally, blank minutes.

    The file gets its name once its papers are kept.

    Raises:
        StepRefused: nobody is listed as a candidate yet, or the meeting has opened.
        RequestRefused: ``roll.empty``; ``file.…`` or ``disk.…``: nothing is kept and nothing frozen.
        PaperRefused: a paper cannot be drawn; nothing is kept and nothing frozen then.

    Source: rules.md §1 (the first real ballot freezes the roll).
    """
    path = folder / f"phong-bi-{code}.pdf"
    with ExitStack() as file, writing(workplace.database) as session:
        vote = vote_of(session, code)
        state_of(vote).demand("envelope", *_READY)
        hands = vote.ballot is Ballot.HANDS
        papers = _meeting_papers(workplace, session, vote) if hands else _all(workplace, session, vote)
        contents = tuple(
            cover_item(part.form, part.sheets, part.copies, ballots_word(vote)) for part, _ in papers
        )
        cover = keep_once(workplace, session, vote, "cover-checklist", draw_cover(session, vote, contents))
        files = [cover.content]
        for part, paper in papers:
            # A printing of ballots is one file with all copies in it.
            files += [paper.content] * (1 if part.form in (BALLOT_FORM, SLIP_FORM) else part.copies)
        # A folder that takes no file freezes no roll; and no file is there before the roll is frozen.
        file.enter_context(prepared(path, merged(files)))
        first = EnvelopePart("cover-checklist", cover.pages, 1)
        sheets = sum(map(page_count, files))
        parts = (first, *(part for part, _ in papers))
        return Envelope(code, _hamlet(vote.election), path, sheets, parts)


def sign_in_roll(workplace: Workplace, code: str) -> bytes:
    """Draw the roll with a column to sign in; of the households of today before it is frozen.

    Raises:
        RequestRefused: ``roll.empty``.
        PaperRefused: it cannot be drawn.
    """
    with reading(workplace.database) as session:
        return draw_sign_in(session, vote_of(session, code))


def print_sign_in_roll(workplace: Workplace, code: str) -> bytes:
    """Draw the roll as ``sign_in_roll`` does, and write down that it is printed: its numbers are read then.

    Raises:
        RequestRefused: ``roll.empty``.
        PaperRefused: it cannot be drawn.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        content = draw_sign_in(session, vote)
        note_print(workplace, session, vote, "sign-in-roll")
        return content


def keep_once(
    workplace: Workplace, session: Session, vote: Round, form: str, content: bytes, copies: int = 1
) -> PaperView:
    """Keep a paper, or find the one that was kept with the very same bytes."""
    before = session.scalars(
        select(Paper).where(Paper.round_id == vote.id, Paper.form == form).order_by(Paper.id.desc())
    ).first()
    if before is not None and before.content == content:
        return paper_view(before)
    return keep(workplace, session, vote, content, Printout(form, copies=copies))


_Papers = list[tuple[EnvelopePart, PaperView]]


def _all(workplace: Workplace, session: Session, vote: Round) -> _Papers:
    if state_of(vote) is VoteState.LISTED:
        printings = [first_ballots(workplace, session, vote)]
    else:
        kept = select(Paper).where(Paper.round_id == vote.id, Paper.role == PaperRole.BALLOT)
        printings = [paper_view(paper) for paper in session.scalars(kept.order_by(Paper.id))]
    # What was printed again stands in for spoiled ballots: the number in the envelope stays the first.
    ballots = printings[0]
    handover = draw_handover(session, vote, ballots.copies)
    return [
        (_part(ballots, ballots.copies), ballots),
        _kept(workplace, session, vote, "ballot-handover", handover),
        *_meeting_papers(workplace, session, vote),
        _kept(workplace, session, vote, "tally-sheet", draw_tally(session, vote)),
    ]


def _meeting_papers(workplace: Workplace, session: Session, vote: Round) -> _Papers:
    if state_of(vote) is VoteState.LISTED:
        vote.state = state_of(vote).print_ballots()
        freeze(workplace, session, vote)
    blank = draw_blank(workplace, session, vote)
    if vote.vote is Vote.HAND_OUT:
        # Nobody comes to sign a roll.
        return [_kept(workplace, session, vote, "handed-out-minutes-blank", blank)]
    roll = draw_sign_in(session, vote)
    return [
        _kept(workplace, session, vote, "sign-in-roll", roll),
        _kept(workplace, session, vote, f"{minutes_form(workplace, vote)}-blank", blank),
    ]


def _kept(
    workplace: Workplace, session: Session, vote: Round, form: str, content: bytes
) -> tuple[EnvelopePart, PaperView]:
    copies = COPIES.get(form, 1)
    paper = keep_once(workplace, session, vote, form, content, copies)
    return _part(paper, copies), paper


def _part(paper: PaperView, copies: int) -> EnvelopePart:
    return EnvelopePart(paper.form, paper.pages, copies)


def _hamlet(election: Election) -> str:
    return f"{election.unit.kind} {election.unit.name}"
