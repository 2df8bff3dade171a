"""Papers: drawn from what is kept, and kept as the bytes that were printed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.elections import Round
from desktop.models.papers import Paper, PaperRole
from desktop.models.store.session import reading
from desktop.printing.setting.sheets import page_count
from desktop.services.elections.lookup import election_of
from desktop.services.office.workplace import Workplace
from desktop.services.papers.prints import note_print

BALLOT_FORM, SLIP_FORM = "hamlet-ballot", "hand-out-slip"
"""The forms of ballots and of slips for households in the catalogue, and of their trial sheets."""


@dataclass(frozen=True, slots=True)
class PaperView:
    """A printed paper: form and role, PDF bytes, their SHA-256 in hex, pages, how many copies it holds."""

    form: str
    role: PaperRole
    content: bytes
    sha256: str
    pages: int
    copies: int


@dataclass(frozen=True, slots=True)
class Printout:
    """What is written down of a paper that is printed.

    Attributes:
        form: its name in the catalogue of forms; ``role`` what it is for.
        copies: that it holds, or that were printed.
        revision: of the count that it tells; None for a paper that tells none.
        reason: why it was printed anew.
        whole: it belongs to the election, and to none of its votes.
    """

    form: str
    role: PaperRole = PaperRole.OTHER
    copies: int = 1
    revision: int | None = None
    reason: str | None = None
    whole: bool = False


def printed_papers(workplace: Workplace, code: str) -> tuple[PaperView, ...]:
    """Return every paper of an election as it was printed, in the order of printing."""
    with reading(workplace.database) as session:
        election = election_of(session, code)
        papers = select(Paper).where(Paper.election_id == election.id).order_by(Paper.id)
        return tuple(paper_view(paper) for paper in session.scalars(papers))


def kept_content(session: Session, vote: Round, form: str) -> bytes | None:
    """Return the newest paper of a form that was printed of a vote and kept; None where there is none."""
    papers = select(Paper.content).where(Paper.round_id == vote.id, Paper.form == form)
    return session.scalars(papers.order_by(Paper.id.desc()).limit(1)).first()


def keep(
    workplace: Workplace, session: Session, vote: Round, content: bytes, printout: Printout
) -> PaperView:
    """Keep a paper as the bytes that are printed."""
    paper = Paper(
        form=printout.form,
        role=printout.role,
        election=vote.election,
        round=None if printout.whole else vote,
        revision=printout.revision,
        content=content,
        pages=page_count(content),
        copies=printout.copies,
        printed_at=workplace.clock(),
        reason=printout.reason,
    )
    session.add(paper)
    session.flush()
    if printout.role is not PaperRole.TRIAL:
        note_print(workplace, session, vote, printout.form)
    workplace.note(session, "paper.print", paper, "content", "copies")
    return paper_view(paper)


def paper_view(paper: Paper) -> PaperView:
    """Return a kept paper as a value."""
    return PaperView(paper.form, paper.role, paper.content, paper.sha256, paper.pages, paper.copies)
