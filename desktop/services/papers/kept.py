"""Papers: drawn from what is kept, and kept as the bytes that were printed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.elections import Round
from desktop.models.papers import Paper
from desktop.models.store.session import reading
from desktop.printing.setting.sheets import page_count
from desktop.services.elections.lookup import election_of
from desktop.services.office.workplace import Workplace

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


def printed_papers(workplace: Workplace, code: str) -> tuple[PaperView, ...]:
    """Return every paper of an election as it was printed, in the order of printing."""
    with reading(workplace.database) as session:
        election = election_of(session, code)
        papers = select(Paper).where(Paper.election_id == election.id).order_by(Paper.id)
        return tuple(paper_view(paper) for paper in session.scalars(papers))


def keep(
    workplace: Workplace,
    session: Session,
    vote: Round,
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
        election=vote.election,
        round=vote,
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
