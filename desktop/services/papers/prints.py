"""For which day papers were printed: what was printed before the day was moved is outdated."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.elections import Round
from desktop.models.papers import Print
from desktop.services.elections.lookup import day_of
from desktop.services.office.workplace import Workplace

_FOR_A_PEN = "-blank"


def note_print(workplace: Workplace, session: Session, vote: Round, form: str) -> None:
    """Write down that a paper is printed, for the day on which its vote is planned now."""
    session.add(Print(round=vote, form=form, printed_at=workplace.clock(), held_on=day_of(vote)))
    session.flush()


def outdated_prints(session: Session, vote: Round) -> dict[str, date]:
    """Return the papers of a vote that bear another day than its own, each with the day that it bears.

    What was printed again since is not among them; a form for a pen goes by the name of the filled one.
    """
    printed = select(Print.form, Print.held_on).where(Print.round_id == vote.id).order_by(Print.id)
    newest = {form.removesuffix(_FOR_A_PEN): day for form, day in session.execute(printed)}
    return {form: day for form, day in newest.items() if day != day_of(vote)}
