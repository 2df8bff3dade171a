"""Lists of the whole commune: set beside the register of all of it, whatever a row says."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.models.places import Unit
from desktop.services.lists import taking
from desktop.services.lists.batches import Import, Progress
from desktop.services.lists.list_kind import ListKind, Reach, Wanted
from desktop.services.lists.preview import Preview
from desktop.services.lists.sources import Said
from desktop.services.office.workplace import Workplace, own_unit
from desktop.sheets.lists.reading import Reading


def commune_on(session: Session, _: str, __: date) -> Unit:
    """Return the commune, which such a list is for."""
    return own_unit(session)


def _beside(workplace: Workplace, kind: ListKind[Unit], reading: Reading, _: str | None, __: Said) -> Preview:
    return taking.preview(workplace, kind, "", reading)


def _again(
    workplace: Workplace, kind: ListKind[Unit], _: Preview, whole: Reading, __: str, ___: Said
) -> Preview:
    return taking.preview(workplace, kind, "", whole)


def _take_in(
    workplace: Workplace, kind: ListKind[Unit], reading: Reading, _: Wanted, progress: Progress | None
) -> tuple[Import, Reading]:
    shown = taking.preview(workplace, kind, "", reading)
    return taking.store(workplace, kind, shown, progress=progress), reading


OF_COMMUNE: Reach[Unit] = Reach(
    of="commune", beside=_beside, again=_again, accounts=lambda *_: (), take_in=_take_in
)
"""A list of the commune, that knows no parts."""
