"""The decision on a count, drawn and printed."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.models.elections import Round
from desktop.models.papers import PaperRole
from desktop.models.store.session import reading, writing
from desktop.printing.hamlet_head.after import hold_again_decision, recognition_decision
from desktop.printing.hamlet_head.after.recognition_decision import RecognitionDecision
from desktop.rules.vote_state import VoteState
from desktop.services.counting.finalised import latest_count
from desktop.services.elections.lookup import state_of, vote_of
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.hamlet_head.after.decision import decision_of_count
from desktop.services.papers.fill.hamlet_head.besides import called_now
from desktop.services.papers.kept import PaperView, Printout, keep, kept_content


def draw_decision(workplace: Workplace, code: str, *, again: bool = False) -> bytes:
    """Draw the decision on the newest finalised count: as recorded, before that as far as it is written.

    Args:
        workplace: the open office.
        code: the election's.
        again: the order to hold the election again although the count elected somebody.

    Raises:
        RequestRefused: ``count.none``.
        PaperRefused: the decision cannot be drawn.
    """
    with reading(workplace.database) as session:
        return _drawn(workplace, session, vote_of(session, code), again=again)


def print_decision(workplace: Workplace, code: str) -> PaperView:
    """Print the recorded decision, and keep it as it was printed.

    Raises:
        StepRefused: nothing is decided yet.
        PaperRefused: the decision cannot be drawn.
    """
    with writing(workplace.database) as session:
        vote = vote_of(session, code)
        state = state_of(vote)
        state.demand("print_decision", VoteState.RECOGNISED, VoteState.TO_HOLD_AGAIN)
        form = "recognition-decision" if state is VoteState.RECOGNISED else "hold-again-decision"
        content = _drawn(workplace, session, vote, form=form)
        revision = latest_count(session, vote).revision
        return keep(workplace, session, vote, content, Printout(form, PaperRole.DECISION, revision=revision))


def _drawn(
    workplace: Workplace, session: Session, vote: Round, *, again: bool = False, form: str | None = None
) -> bytes:
    today = workplace.today()
    if form and called_now(session, vote.election.unit, today):
        kept = kept_content(session, vote, form)
        if kept is not None:
            return kept
    decision, training = decision_of_count(session, vote, today, again=again), is_training(session)
    if isinstance(decision, RecognitionDecision):
        return recognition_decision.draw(decision, training=training)
    return hold_again_decision.draw(decision, training=training)
