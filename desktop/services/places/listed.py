"""A list of people of hamlets taken in, whatever it lists: for one hamlet, or each part for its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desktop.errors import RequestRefused
from desktop.models.places import Unit
from desktop.models.store.session import reading as reading_session
from desktop.services.lists import taking as list_import
from desktop.services.lists.batches import Import, Progress
from desktop.services.lists.preview import Preview
from desktop.services.lists.sources import Said, read_as_remembered, read_as_said
from desktop.services.lists.taking import ListKind
from desktop.services.office.workplace import Workplace, own_unit
from desktop.services.places.choice import sheets_of, stated_hamlet
from desktop.services.places.parts import is_of_several, parts_of, preview_parts, with_hamlets
from desktop.sheets.lists.reading import Reading, open_list


def preview(workplace: Workplace, kind: ListKind[Unit], hamlet: str, reading: Reading) -> Preview:
    """Set a list beside the register of a hamlet, and write nothing.

    Of a workbook with sheets of several hamlets only those of the hamlet count.

    Raises:
        RequestRefused: ``unknown.unit``; ``import.sheets`` when none of several sheets is the hamlet's.
    """
    own = sheets_of(workplace, reading, hamlet)
    return list_import.preview(workplace, kind, hamlet, own, reading)


def open_file(workplace: Workplace, kind: ListKind[Unit], path: Path, hamlet: str | None) -> Preview:
    """Read a workbook and set it beside the register of the hamlet that it names, else of the given one.

    One that names several, a sheet or a value of a column for each, is set beside all of theirs; of one that
    names none, with none given, a person says it. What a person said before of lists with the same headings
    holds.

    Raises:
        SheetRefused: the workbook cannot be read.
    """
    file = open_list(path)
    reading, said = read_as_remembered(workplace, kind.name, file)
    return replace(_told(workplace, kind, reading, hamlet, said), file=file, said=said)


def _told(
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
    return preview(workplace, kind, code, reading)


def for_the_named(
    workplace: Workplace, kind: ListKind[Unit], reading: Reading, hamlet: str | None
) -> Preview:
    """Set a list beside the register of the hamlet that it names, else of the given one.

    Raises:
        RequestRefused: ``import.hamlet`` when neither tells the hamlet.
    """
    code = stated_hamlet(workplace, reading, hamlet)
    if code is None:
        raise RequestRefused("import.hamlet", where=reading.source.name)
    return preview(workplace, kind, code, reading)


def look_again(
    workplace: Workplace, kind: ListKind[Unit], shown: Preview, hamlet: str, said: Said
) -> Preview:
    """Set a list beside a register anew: another hamlet's, or read in another way.

    Args:
        workplace: the open office.
        kind: of the list.
        shown: what was shown of it.
        hamlet: the hamlet's code; the commune's where each part is for its own.
        said: of its columns and of its parts.

    Raises:
        SheetRefused: so read it is no list.
        RequestRefused: ``unknown.unit``, ``import.sheets``.
    """
    whole = shown.whole
    if shown.file is not None and said.columns != shown.said.columns:
        whole = read_as_said(workplace, kind.name, shown.file, said)
    with reading_session(workplace.database) as session:
        commune = own_unit(session).code
    if shown.is_unnamed:
        # Only now the list says of which hamlets it is.
        again = _told(workplace, kind, whole, None if hamlet == commune else hamlet, said)
    elif hamlet == commune:
        again = preview_parts(workplace, kind, whole, said.hamlets)
    else:
        again = preview(workplace, kind, hamlet, whole)
    return replace(again, file=shown.file, said=said)


def take_in_parts(
    workplace: Workplace, kind: ListKind[Unit], reading: Reading, progress: Progress | None = None
) -> Import:
    """Store a list of several hamlets in one go; doubtful rows wait for a person.

    Raises:
        RequestRefused: ``import.parts`` where a part is no known hamlet's, and the office isn't for training.
    """
    said = with_hamlets(workplace, parts_of(workplace, reading), reading.source.name)
    shown = preview_parts(workplace, kind, reading, said)
    return list_import.store(workplace, kind, shown, progress=progress)
