"""Lists of people of hamlets, whatever they list: for one hamlet, or each part for its own."""

from __future__ import annotations

from desktop.models.places import Unit
from desktop.models.store.session import reading as reading_session
from desktop.services.lists import taking
from desktop.services.lists.batches import Import, Progress
from desktop.services.lists.list_kind import ListKind, Reach, Wanted
from desktop.services.lists.preview import Preview
from desktop.services.lists.sources import Said
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.choice import hamlet_for, sheets_of, stated_hamlet
from desktop.services.places.parts import (
    accounts_of,
    is_of_several,
    parts_of,
    preview_parts,
    with_hamlets,
)
from desktop.sheets.lists.reading import Reading


def beside_one(workplace: Workplace, kind: ListKind[Unit], hamlet: str, reading: Reading) -> Preview:
    """Set a list beside the register of a hamlet, and write nothing.

    Of a workbook with sheets of several hamlets only those of the hamlet count.

    Raises:
        RequestRefused: ``unknown.unit``; ``import.sheets`` when none of several sheets is the hamlet's.
    """
    own = sheets_of(workplace, reading, hamlet)
    return taking.preview(workplace, kind, hamlet, own, reading)


def _beside(
    workplace: Workplace, kind: ListKind[Unit], reading: Reading, hamlet: str | None, said: Said
) -> Preview:
    """Set a list beside the registers of all hamlets that it names, else of the one hamlet that it is for.

    Where nothing tells which one that is, the whole list is a part of which a person says it.
    """
    several = is_of_several(reading) and any(
        part.place for part in parts_of(workplace, reading, said.hamlets)
    )
    code = None if several else stated_hamlet(workplace, reading, hamlet)
    if code is None:
        return preview_parts(workplace, kind, reading, said.hamlets)
    return beside_one(workplace, kind, code, reading)


def _again(
    workplace: Workplace, kind: ListKind[Unit], shown: Preview, whole: Reading, hamlet: str, said: Said
) -> Preview:
    with reading_session(workplace.database) as session:
        commune = own_unit(session).code
    if shown.is_unnamed:
        # Only now the list says of which hamlets it is.
        return _beside(workplace, kind, whole, None if hamlet == commune else hamlet, said)
    if hamlet == commune:
        return preview_parts(workplace, kind, whole, said.hamlets)
    return beside_one(workplace, kind, hamlet, whole)


def _take_in(
    workplace: Workplace, kind: ListKind[Unit], reading: Reading, wanted: Wanted, progress: Progress | None
) -> tuple[Import, Reading]:
    """Store a list of several hamlets in one go, or of the one that is meant.

    Raises:
        RequestRefused: ``import.parts`` where a part is no known hamlet's, and the office isn't for training;
            ``unknown.hamlet``, ``import.hamlet``.
    """
    if wanted.hamlet is None and is_of_several(reading):
        said = with_hamlets(workplace, parts_of(workplace, reading), reading.source.name)
        shown = preview_parts(workplace, kind, reading, said)
    else:
        shown = beside_one(workplace, kind, hamlet_for(workplace, reading, wanted.hamlet), reading)
    return taking.store(workplace, kind, shown, progress=progress), shown.reading


OF_HAMLETS: Reach[Unit] = Reach(
    of="hamlets", beside=_beside, again=_again, accounts=accounts_of, take_in=_take_in
)
"""A list of which each part may be of another hamlet."""
