"""Which hamlet a list of households is for, by what a person says or by what the list says itself."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from desktop.errors import RequestRefused
from desktop.models.store.session import reading as reading_session
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.places.hamlets import HamletLine, add_hamlet, hamlet_lines
from desktop.sheets.lists.reading import Reading, only_sheets
from desktop.sheets.lists.stated import names_on
from desktop.vietnamese.hamlet_kinds import USUAL_KIND, kind_of
from desktop.vietnamese.text import fold, tidy

_MOST_NEAR = 3
_NEAR = 0.5


def hamlet_for(workplace: Workplace, reading: Reading, name: str | None) -> str:
    """Return the code of the hamlet that a list of households is for.

    It is the one that is named, else the one that the lines above the list or its column of hamlets name,
    else the only one there is. A training office, whose people are invented, makes the hamlet that it lacks,
    unless the name could be a slip of the pen for one that it has.

    Args:
        workplace: the open office.
        reading: the list.
        name: a hamlet's name with or without its kind and marks, or its code; None where nobody said.

    Raises:
        RequestRefused: ``unknown.hamlet``, with the nearest names where some are near; ``import.hamlet``
            when nothing tells which hamlet is meant.
    """
    lines = hamlet_lines(workplace)
    if name is None and len(_told(lines, reading)) > 1:
        raise RequestRefused("import.hamlet", where=reading.source.name, reason="several")
    found = _first_named(lines, stated_names(reading) if name is None else (name,))
    if found is None and name is None and len(lines) == 1:
        found = lines[0]
    if found is not None:
        return found.code
    wanted = wanted_hamlet(reading, name)
    near = _nearest(lines, wanted)
    if near:
        raise RequestRefused("unknown.hamlet", where=wanted, reason="near", near=", ".join(near))
    with reading_session(workplace.database) as session:
        if not is_training(session):
            raise RequestRefused("unknown.hamlet", where=wanted)
    return add_hamlet(workplace, *kind_and_name(wanted))


def wanted_hamlet(reading: Reading, name: str | None) -> str:
    """Return the name that a person or the list itself gives the hamlet.

    Raises:
        RequestRefused: ``import.hamlet``: neither does.
    """
    wanted = name or next(iter(stated_names(reading)), None)
    if wanted is None:
        raise RequestRefused("import.hamlet", where=reading.source.name, reason="option")
    return wanted


def stated_hamlet(workplace: Workplace, reading: Reading, shown: str | None) -> str | None:
    """Return the code of the hamlet that a list names, else of the one on show.

    Of several hamlets that its sheets name, the one on show goes first.
    """
    lines = hamlet_lines(workplace)
    told = _told(lines, reading)
    if len(told) > 1 and shown in told:
        return shown
    found = _first_named(lines, stated_names(reading))
    return found.code if found else shown


def sheets_of(workplace: Workplace, reading: Reading, hamlet: str) -> Reading:
    """Return the part of a list that is a hamlet's: of sheets that name several hamlets, those that name it.

    Raises:
        RequestRefused: ``import.sheets`` when none of them does.
    """
    told = _told(hamlet_lines(workplace), reading)
    if len(told) < 2:
        return reading
    if hamlet not in told:
        sheets = ", ".join(reading.source.names)
        raise RequestRefused("import.sheets", where=reading.source.name, sheets=sheets)
    return only_sheets(reading, told[hamlet])


def named(lines: Sequence[HamletLine], said: str) -> HamletLine | None:
    """Return the hamlet that somebody means: exactly by its name, else the only one without marks."""
    for exact in (True, False):
        found = [line for line in lines if _is_named(line, said, exact=exact)]
        if len(found) == 1:
            return found[0]
    return None


def stated_names(reading: Reading) -> tuple[str, ...]:
    """Return what a list says of its hamlet.

    Titles and names of sheets that begin with a kind, and the one value of its column.
    """
    column = {tidy(row["hamlet"]) for row in reading.rows if row.get("hamlet")}
    of_sheets = (name for sheet in reading.source.sheets for name in names_on(sheet))
    return (*of_sheets, *(column if len(column) == 1 else ()))


def _told(lines: Sequence[HamletLine], reading: Reading) -> dict[str, set[str]]:
    """Return the names of each named hamlet's sheets, by its code, or by the name it goes by."""
    found: dict[str, set[str]] = {}
    for sheet in reading.source.sheets:
        names = names_on(sheet)
        known = _first_named(lines, (*names, sheet.name))
        if known is not None or names:
            found.setdefault(known.code if known is not None else fold(names[0]), set()).add(sheet.name)
    return found


def _first_named(lines: Sequence[HamletLine], names: Sequence[str]) -> HamletLine | None:
    return next((found for said in names if (found := named(lines, said)) is not None), None)


def _is_named(line: HamletLine, said: str, *, exact: bool) -> bool:
    key = _casefolded if exact else fold
    return key(said) in (key(line.name), key(line.full_name), key(line.code))


def _casefolded(text: str) -> str:
    return tidy(text).casefold()


def kind_and_name(said: str) -> tuple[str, str]:
    """Return the kind and the name of a hamlet that somebody named; without a kind it has the usual one."""
    kind = kind_of(tidy(said))
    name = tidy(said)[len(kind) :].strip() if kind else tidy(said)
    return kind or USUAL_KIND, name.title() if name.isupper() else name


def _nearest(lines: Sequence[HamletLine], said: str) -> list[str]:
    kind = kind_of(tidy(said))
    wanted = fold(tidy(said)[len(kind) :] if kind else said)
    names = {fold(line.name): line.full_name for line in lines}
    return [names[key] for key in get_close_matches(wanted, names, _MOST_NEAR, _NEAR)]
