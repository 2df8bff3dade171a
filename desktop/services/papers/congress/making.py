"""Papers of a congress as PDF or Word, full, half or blank; those of its record kept as they are printed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.congress import Congress
from desktop.models.elections import Round
from desktop.models.papers import Paper, PaperRole
from desktop.models.store.session import reading, writing
from desktop.printing.catalogue import FORMS
from desktop.printing.form import Filled
from desktop.rules.vote_state import VoteState
from desktop.services.congress.lookup import contest_named, found_congress, latest_vote
from desktop.services.congress.numbers import Numbered
from desktop.services.counting.finalised import latest_count
from desktop.services.elections.lookup import state_of
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.congress.kinds import (
    APPROVAL,
    CONGRESS_PAPERS,
    COUNTING,
    MINUTES,
    RESOLUTION,
    CongressPaper,
    Group,
    is_wanted,
    lacking,
)
from desktop.services.papers.fill.congress.facts import CongressFacts, PostFacts
from desktop.services.papers.fill.congress.reading import facts_of
from desktop.services.papers.kept import Printout, keep
from desktop.services.papers.lines import Filling
from desktop.services.papers.prints import note_print

_RECORD = {
    COUNTING: PaperRole.MINUTES,
    MINUTES: PaperRole.MINUTES,
    RESOLUTION: PaperRole.OTHER,
    APPROVAL: PaperRole.DECISION,
}
"""The papers that are kept as they were printed; others tell of members, no longer than they are needed."""

_COUNTED = (VoteState.FINALISED, VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)
_FILLINGS: tuple[Filling, ...] = ("full", "half", "blank")


@dataclass(frozen=True, slots=True)
class CongressPaperLine:
    """A paper of the list.

    Attributes:
        form: its name in the catalogue of forms; ``title`` for the clerk.
        group: the time at which it is wanted.
        post: code of what is voted on, and ``post_word``; empty of what the whole congress has once.
        state: the most that can be filled.
        fillings: that can be printed.
        lacks: codes of what is missing for a full one.
        by_hand: it has places for a pen whatever is known.
        is_text: whether it can be saved as Word.
        printed_at: it is printed at the step of ballots.
        numbered: number and day that it bears; None of a paper whose number isn't written down for itself.
    """

    form: str
    title: str
    group: Group
    post: str
    post_word: str
    state: Filling
    fillings: tuple[Filling, ...]
    lacks: tuple[str, ...]
    by_hand: bool
    is_text: bool
    printed_at: bool
    numbered: Numbered | None


@for_party
def congress_papers(workplace: Workplace, code: str) -> tuple[CongressPaperLine, ...]:
    """List the papers of a congress in its order, one for each post where votes have their own.

    Raises:
        RequestRefused: ``unknown.congress``.
    """
    with reading(workplace.database) as session:
        facts = facts_of(workplace, session, found_congress(session, code))
    return tuple(
        _line(paper, facts, post)
        for paper in CONGRESS_PAPERS.values()
        if is_wanted(paper, facts)
        for post in (facts.posts if paper.of_a_vote else (None,))
    )


@for_party
def make_congress_paper(
    workplace: Workplace, code: str, form: str, filling: Filling, post: str | None = None
) -> bytes:
    """Make one paper of a congress as PDF; nothing is kept.

    Args:
        workplace: the open office.
        code: the congress's.
        form: name of the paper's form.
        filling: ``full`` with everything, ``half`` with what is known, ``blank`` without anything.
        post: code of what is voted on, of a paper that each vote has.

    Raises:
        RequestRefused: ``unknown.congress``, ``congress.contest``; ``paper.filling``: it cannot be filled so.
        PaperRefused: it cannot be drawn.
    """
    with reading(workplace.database) as session:
        filled = filled_paper(
            facts_of(workplace, session, found_congress(session, code)), form, filling, post
        )
        return FORMS[form].pdf(filled, training=is_training(session))


@for_party
def make_congress_word(
    workplace: Workplace, code: str, form: str, filling: Filling, post: str | None = None
) -> bytes:
    """Make one paper of a congress as Word; as :func:`make_congress_paper` is told.

    Raises:
        RequestRefused: as ``make_congress_paper``.
        PaperRefused: ``paper.no_word``: it is drawn to measure; or it cannot be set.
    """
    with reading(workplace.database) as session:
        filled = filled_paper(
            facts_of(workplace, session, found_congress(session, code)), form, filling, post
        )
        return FORMS[form].word(filled, training=is_training(session))


@for_party
def print_congress_paper(
    workplace: Workplace, code: str, form: str, filling: Filling, post: str | None = None
) -> bytes:
    """Make a paper that is printed, and write down that it is; a full one of the record is kept.

    Minutes of a count are kept once for the votes that they tell, as they were first printed.

    Raises:
        RequestRefused: as ``make_congress_paper``.
        PaperRefused: it cannot be drawn.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        filled = filled_paper(facts_of(workplace, session, congress), form, filling, post)
        if filling != "full" or form not in _RECORD:
            if filling != "blank":
                note_print(workplace, session, _vote(congress, post), form)
            return FORMS[form].pdf(filled, training=is_training(session))
        if form == COUNTING and post is not None:
            return _minutes_kept(workplace, session, congress, filled, post)
        content = FORMS[form].pdf(filled, training=is_training(session))
        printout = Printout(form, _RECORD[form], whole=True)
        keep(workplace, session, _vote(congress, post), content, printout)
        return content


def filled_paper(facts: CongressFacts, form: str, filling: Filling, code: str | None) -> Filled:
    """Fill one paper as far as it is asked for with what is known of its congress.

    Raises:
        RequestRefused: ``congress.contest``; ``paper.filling``: it cannot be filled so.
    """
    paper, post = CONGRESS_PAPERS.get(form), post_of(facts, code)
    if (
        paper is None
        or paper.of_a_vote is (post is None)
        or filling not in _line(paper, facts, post).fillings
    ):
        title = FORMS[form].title if form in FORMS else form
        raise RequestRefused("paper.filling", where=title, hamlet=facts.congress.branch or "")
    value = paper.filled(facts, post)
    return FORMS[form].blank(value) if filling == "blank" else Filled(value)


def _minutes_kept(
    workplace: Workplace, session: Session, congress: Congress, filled: Filled, post: str
) -> bytes:
    """Keep the minutes of a post with each counted vote on it; a run-off is told in the same ones."""
    votes = [vote for vote in contest_named(congress, post).rounds if state_of(vote) in _COUNTED]
    revisions = {vote: latest_count(session, vote).revision for vote in votes}
    last = max(votes, key=lambda vote: vote.number)
    kept = _kept(session, COUNTING, last, revisions[last])
    if kept is not None:
        return kept.content
    content = FORMS[COUNTING].pdf(filled, training=is_training(session))
    for vote in votes:
        printout = Printout(COUNTING, _RECORD[COUNTING], revision=revisions[vote])
        keep(workplace, session, vote, content, printout)
    return content


def post_of(facts: CongressFacts, code: str | None) -> PostFacts | None:
    """Return what is voted on by its code; None for no code.

    Raises:
        RequestRefused: ``congress.contest``.
    """
    if code is None:
        return None
    found = facts.post(code)
    if found is None:
        raise RequestRefused("congress.contest", where=facts.congress.branch or "")
    return found


def _line(paper: CongressPaper, facts: CongressFacts, post: PostFacts | None) -> CongressPaperLine:
    form, lacks = FORMS[paper.form], lacking(paper, facts, post)
    state: Filling = "half" if lacks or paper.by_hand else "full"
    fillings = _FILLINGS[_FILLINGS.index(state) :]
    if not form.has_blank:
        state = "blank" if lacks else "full"
        fillings = () if lacks else ("full",)
    return CongressPaperLine(
        form=paper.form,
        title=form.title.partition(" (")[0],
        group=paper.group,
        post=post.code if post else "",
        post_word=post.word if post else "",
        state=state,
        fillings=fillings,
        lacks=lacks,
        by_hand=paper.by_hand,
        is_text=form.is_text,
        printed_at=paper.printed_at,
        numbered=facts.numbers.get(paper.form, Numbered()) if paper.is_numbered else None,
    )


def _vote(congress: Congress, post: str | None) -> Round:
    """Return the vote that a paper is kept with: the latest on its post, else the congress's first."""
    election = congress.election
    contest = next((one for one in election.contests if one.code.value == post), None)
    return latest_vote(contest) if contest is not None else election.rounds[0]


def _kept(session: Session, form: str, vote: Round, revision: int) -> Paper | None:
    papers = select(Paper).where(Paper.round_id == vote.id, Paper.form == form, Paper.revision == revision)
    return session.scalars(papers.order_by(Paper.id.desc()).limit(1)).first()
