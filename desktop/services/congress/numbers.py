"""Numbers and days that the papers of a congress bear, each written down once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.congress import Congress, PaperNumber
from desktop.models.store.session import reading, writing
from desktop.services.congress.lookup import found_congress
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy


@dataclass(frozen=True, slots=True)
class Numbered:
    """Number and day of a paper; what isn't known is left out."""

    number: str = ""
    dated_on: date | None = None


@for_party
def record_number(workplace: Workplace, code: str, form: str, numbered: Numbered) -> None:
    """Write down number and day of a paper; without either it is forgotten.

    Args:
        workplace: the open office.
        code: the congress's.
        form: name of the paper's form.
        numbered: number and day.

    Raises:
        RequestRefused: ``unknown.congress``.
    """
    with writing(workplace.database) as session:
        congress = found_congress(session, code)
        held = select(PaperNumber).where(PaperNumber.congress_id == congress.id, PaperNumber.form == form)
        found = session.scalars(held).one_or_none()
        number = tidy(numbered.number) or None
        if number is None and numbered.dated_on is None:
            if found is not None:
                workplace.note(session, "congress.number", found, "number", "dated_on")
                session.delete(found)
            return
        if found is None:
            found = PaperNumber(congress=congress, form=form)
            session.add(found)
        found.number, found.dated_on = number, numbered.dated_on
        session.flush()
        workplace.note(session, "congress.number", found, "number", "dated_on")


@for_party
def numbers(workplace: Workplace, code: str) -> dict[str, Numbered]:
    """Return numbers and days of the papers of a congress, by the names of their forms.

    Raises:
        RequestRefused: ``unknown.congress``.
    """
    with reading(workplace.database) as session:
        return numbers_of(session, found_congress(session, code))


def numbers_of(session: Session, congress: Congress) -> dict[str, Numbered]:
    """Return numbers and days of the papers of a congress, by the names of their forms."""
    held = session.scalars(select(PaperNumber).where(PaperNumber.congress_id == congress.id))
    return {each.form: Numbered(each.number or "", each.dated_on) for each in held}
