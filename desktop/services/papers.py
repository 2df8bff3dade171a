"""Papers: drawn from what is kept, and kept as the bytes that were printed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.counting import BallotStock
from desktop.models.elections import Ballot, Election
from desktop.models.papers import Paper
from desktop.models.store.session import reading, writing
from desktop.printing.ballots.facts import BallotCandidate, HamletBallot
from desktop.printing.hamlet_head.count import blank as counting_blank
from desktop.printing.hamlet_head.count import minutes as counting_minutes
from desktop.printing.hamlet_head.day import ballot as hamlet_ballot
from desktop.printing.setting.sheets import page_count
from desktop.rules.ballot_order import shown_births
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.ballot_choices import choice_of, reserve_for
from desktop.services.elections.lookup import contest_of, day_of, election_of, round_of, state_of, term_of
from desktop.services.elections.naming import nominee_of, title_of
from desktop.services.elections.rolls import electorate_of, freeze
from desktop.services.minutes_facts import blank_facts, minutes_facts
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.paper_heads import issuer_lines

TRIAL_FORM = "hamlet-ballot-trial"
"""Kept of a trial sheet, apart from the ballots."""


@dataclass(frozen=True, slots=True)
class PaperView:
    """A printed paper: its form, PDF bytes, their SHA-256 in hex, pages, and how many copies it holds."""

    form: str
    content: bytes
    sha256: str
    pages: int
    copies: int


def print_ballots(workplace: Workplace, code: str) -> PaperView:
    """Print the ballots of the round: one for each elector of the roll and the reserve.

    The first real ballot freezes the roll and the statute. Source: rules.md §1 and §5.

    Args:
        workplace: the open office.
        code: the election's.

    Raises:
        StepRefused: no candidate list, or ballots are printed already.
        RequestRefused: ``ballots.hands`` where the vote is by show of hands, ``candidates.age`` for somebody
            too young, ``roll.empty``.
        PaperRefused: the ballot cannot be drawn; nothing is frozen then.
    """
    with writing(workplace.database) as session:
        return first_ballots(workplace, session, election_of(session, code))


def first_ballots(workplace: Workplace, session: Session, election: Election) -> PaperView:
    """Print the ballots of the round within a transaction; raises as ``print_ballots``."""
    election.state = state_of(election).print_ballots()
    freeze(workplace, session, election)
    electorate = electorate_of(session, election)
    copies = electorate + reserve_for(session, election, electorate)
    content = draw_ballots(session, election, copies)
    session.add(BallotStock(round=round_of(election), box="main", printed=copies))
    return keep(workplace, session, election, "hamlet-ballot", content, copies=copies)


def trial_ballots(workplace: Workplace, code: str) -> bytes:
    """Draw one sheet that is visibly no ballot; it freezes nothing and is not kept.

    Raises:
        PaperRefused: the ballot cannot be drawn.
    """
    with reading(workplace.database) as session:
        election = election_of(session, code)
        ballot = ballot_of(session, election)
        size = choice_of(session, election).size
        return hamlet_ballot.draw(ballot, 1, training=is_training(session), trial=True, size=size)


def draw_ballots(session: Session, election: Election, copies: int) -> bytes:
    """Draw so many ballots of the round, on the size that was chosen.

    Raises:
        RequestRefused: ``ballots.hands``.
        PaperRefused: the ballot cannot be drawn.
    """
    size = choice_of(session, election).size
    return hamlet_ballot.draw(ballot_of(session, election), copies, training=is_training(session), size=size)


def print_minutes(workplace: Workplace, code: str) -> PaperView:
    """Print the counting minutes of the newest finalised count, from its bytes.

    Raises:
        RequestRefused: ``count.none``, ``officials.committee`` or ``officials.witnesses``: nobody is named.
        PaperRefused: the minutes cannot be drawn.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        count = latest_count(session, election)
        minutes = minutes_facts(session, election, record_of(count), count.sha256)
        content = counting_minutes.draw(minutes, training=is_training(session))
        return keep(
            workplace, session, election, "counting-minutes", content, copies=1, revision=count.revision
        )


def blank_minutes(workplace: Workplace, code: str) -> bytes:
    """Draw the counting minutes for a pen, with what is known before the meeting.

    Raises:
        PaperRefused: the minutes cannot be drawn.
    """
    with reading(workplace.database) as session:
        election = election_of(session, code)
        blank = blank_facts(workplace, session, election)
        return counting_blank.draw_blank(blank, training=is_training(session))


def printed_papers(workplace: Workplace, code: str) -> tuple[PaperView, ...]:
    """Return every paper of an election as it was printed, in the order of printing."""
    with reading(workplace.database) as session:
        election = election_of(session, code)
        papers = select(Paper).where(Paper.election_id == election.id).order_by(Paper.id)
        return tuple(paper_view(paper) for paper in session.scalars(papers))


def keep(
    workplace: Workplace,
    session: Session,
    election: Election,
    form: str,
    content: bytes,
    *,
    copies: int,
    revision: int | None = None,
    reason: str | None = None,
) -> PaperView:
    """Keep a paper as the bytes that are printed, and why it was printed anew."""
    paper = Paper(
        form=form,
        election=election,
        round=round_of(election),
        revision=revision,
        content=content,
        pages=page_count(content),
        copies=copies,
        trial=form == TRIAL_FORM,
        printed_at=workplace.clock(),
        reason=reason,
    )
    session.add(paper)
    session.flush()
    workplace.note(session, "paper.print", paper, "content", "copies")
    return paper_view(paper)


def paper_view(paper: Paper) -> PaperView:
    """Return a kept paper as a value."""
    return PaperView(paper.form, paper.content, paper.sha256, paper.pages, paper.copies)


def ballot_of(session: Session, election: Election) -> HamletBallot:
    """Return what the ballots of the round say.

    Raises:
        RequestRefused: ``ballots.hands`` where the vote is by show of hands.
    """
    current = round_of(election)
    if current.ballot is Ballot.HANDS:
        raise RequestRefused("ballots.hands", where=election.code)
    births = shown_births([nominee_of(c.candidate.person) for c in current.candidacies])
    return HamletBallot(
        issuer_lines=issuer_lines(session, election, "Tổ bầu cử", election.unit.kind),
        post=contest_of(election).post.upper(),
        unit=f"{election.unit.kind} {election.unit.name}",
        term=term_of(election),
        date=day_of(election),
        seats=current.seats,
        kind="agree" if current.ballot is Ballot.AGREE else "strike",
        candidates=tuple(
            BallotCandidate(
                title=title_of(c.candidate.person), name=c.candidate.printed_name.upper(), birth=birth
            )
            for c, birth in zip(current.candidacies, births, strict=True)
        ),
    )
