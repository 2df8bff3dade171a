"""What a list would do to the register, row by row, before anything is written."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any

from desktop.models.audit import Head
from desktop.services.lists.sources import NOTHING, Said
from desktop.sheets.lists.cells.beside import CODES as BESIDE
from desktop.sheets.lists.cells.note import Note
from desktop.sheets.lists.cells.refusal import RefusedRow
from desktop.sheets.lists.reading import ListFile, Reading
from desktop.sheets.lists.source import Source
from desktop.sheets.lists.unnamed import is_unnamed
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.partial_date import parse_iso
from desktop.vietnamese.readable import is_name, is_spoilt
from desktop.vietnamese.repair import put_right
from desktop.vietnamese.text import tidy
from desktop.wording import reason_sentence, words

_WRONG_FIELDS = {
    "no_name": ("name",),
    "bare_name": ("name",),
    "two_people": ("name",),
    "bad_date": ("birth",),
    "future": ("birth",),
    "bad_identity": ("identity",),
}
# Some lists state the sex by a mark in one of two columns, or births in a column for each sex or part.
_COLUMNS = {"sex": ("sex", "male", "female"), "birth": ("birth", "birth_year", "male", "female")}
# A member's card bears the citizen number since 2025.
_NUMBERS = ("identity", "card")
_DAYS = ("birth", "admitted", "official")
_ROW = re.compile("[0-9]+$")
_DUPLICATE = "duplicate"


class RowState(StrEnum):
    """What a row is to the register."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class RowChoice(StrEnum):
    """What a person decides about a doubtful row: keep it as new, same as the existing one, leave it out."""

    NEW = "new"
    SAME = "same"
    OMIT = "omit"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a row waits for a person.

    Attributes:
        reason: ``twice``, ``elsewhere``, ``other_name``, ``namesake``, ``similar``, ``several`` or
            ``other_hamlet``.
        choices: the choices that are possible.
        row: the row of the list that says the same.
        record: key of the household or unit that it may be.
        like: who or what that is, in words.
    """

    reason: str
    choices: tuple[RowChoice, ...]
    row: int | None = None
    record: int | None = None
    like: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of a row, in words; identity numbers are masked.

    Attributes:
        field: its key, as the reader names it.
        address: the cell in the file (``B7``); None where the list lacks the column.
        value: what would be stored.
        before: what the register holds, where that is something else.
        written: what the file says, where it was read differently.
        notes: codes of the repairs.
        wrong: this is what the row is refused for.
    """

    field: str
    address: str | None
    value: str
    before: str | None = None
    written: str | None = None
    notes: tuple[str, ...] = ()
    wrong: bool = False


class CellsInTime(Sequence[Cell]):
    """The cells of a row, made when somebody looks at them: of a long list few rows ever are.

    Args:
        made: makes them.
    """

    __slots__ = ("_cells", "_made")

    def __init__(self, made: Callable[[], tuple[Cell, ...]]) -> None:
        self._made = made
        self._cells: tuple[Cell, ...] | None = None

    def __getitem__(self, index: Any) -> Any:
        return self._all()[index]

    def __len__(self) -> int:
        return len(self._all())

    def _all(self) -> tuple[Cell, ...]:
        if self._cells is None:
            self._cells = self._made()
        return self._cells


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a matcher found about a row.

    Attributes:
        record: key of the record that it is.
        before: what the register holds in the fields that would change.
        doubt: why it waits for a person.
        owner: key of the record that it belongs to, where such a row needs one.
    """

    state: RowState
    record: int | None = None
    before: Mapping[str, Any] | None = None
    doubt: Doubt | None = None
    owner: int | None = None


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the list.

    Attributes:
        number: its number, as the reading gives it.
        state: what it is to the register.
        cells: one for each field.
        verdict: what was found about it.
        refusal: code of why it was not taken.
        row: its number in its sheet.
        sheet: the name of its sheet, where the list has several.
        waits_for: why it waits for a person, in words.
        beside: what the file says beside it: hidden, struck out, remarked on.
        place: the hamlet that it is for, in words, where the list is of several.
    """

    number: int
    state: RowState
    cells: Sequence[Cell]
    verdict: Verdict
    refusal: str | None
    row: int
    sheet: str
    waits_for: str
    beside: tuple[Note, ...] = ()
    place: str = ""

    @property
    def words(self) -> str:
        """The row's number, with its sheet where the list has several."""
        return _row_words(self.sheet, self.row)

    @property
    def doubt(self) -> Doubt | None:
        """Why the row waits for a person."""
        return self.verdict.doubt

    def cell(self, field: str) -> Cell:
        """Return the cell of a field; an empty one where the list has no such column."""
        return next((cell for cell in self.cells if cell.field == field), Cell(field, None, ""))


@dataclass(frozen=True, slots=True)
class Preview:
    """A list beside the register.

    Attributes:
        kind: ``households`` or ``hamlets``.
        unit: code of the hamlet or commune that it is for.
        unit_name: that unit in words.
        source: the file.
        fields: keys of the cells in each row, in the order of the table.
        rows: in the order of the sheet.
        reading: what the workbook holds for the unit, for storing.
        whole: all that the workbook holds, also for other units.
        seen: the end of the log as the register was when the list was set beside it.
        places: by the number of a row the code of the hamlet that it is for; None where all are for the unit.
        file: what was opened, to be read anew; None for a block of cells, and for a file that was read.
        said: what a person said of how it is read.
        rather: the other list whose header it bears; empty for none.
    """

    kind: str
    unit: str
    unit_name: str
    source: Source
    fields: tuple[str, ...]
    rows: tuple[PreviewRow, ...]
    reading: Reading
    whole: Reading
    seen: Head
    places: Mapping[int, str] | None = None
    file: ListFile | None = None
    said: Said = NOTHING
    rather: str = ""

    @property
    def is_unnamed(self) -> bool:
        """Whether nobody knows yet which column holds the names, so that no row is read."""
        return is_unnamed(self.whole)

    def count(self, state: RowState) -> int:
        """Count the rows of a state."""
        return sum(row.state is state for row in self.rows)

    def written_rows(self, choices: Mapping[int, RowChoice]) -> int:
        """Count the rows that storing would write: new, changed, and doubtful ones decided so."""
        kept = (RowChoice.NEW, RowChoice.SAME)
        return sum(
            (row.state in (RowState.NEW, RowState.CHANGED) and choices.get(row.number) is not RowChoice.OMIT)
            or (row.state is RowState.DOUBTFUL and choices.get(row.number) in kept)
            for row in self.rows
        )

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return what was found about each row that the reader took."""
        return tuple(row.verdict for row in self.rows if row.state is not RowState.REFUSED)


def preview_rows(
    reading: Reading,
    verdicts: Sequence[Verdict],
    fields: Sequence[str],
    places: Mapping[int, str] | None = None,
) -> tuple[PreviewRow, ...]:
    """Put what was read and what was found together, in the order of the sheets.

    Args:
        reading: what was read.
        verdicts: what was found of each row taken.
        fields: keys of the cells of a row.
        places: by the number of a row what it is for, in words, where that is told of each.
    """
    notes: defaultdict[str, list[Note]] = defaultdict(list)
    beside: defaultdict[tuple[str, int], list[Note]] = defaultdict(list)
    for note in reading.notes:
        if note.code in BESIDE:
            sheet, _, cell = note.cell.rpartition("!")
            beside[sheet, int(_ROW.search(cell)[0])].append(note)  # type: ignore[index] # every address has one
        else:
            notes[note.cell].append(note)
    rows, places = [], places or {}
    for number, told, verdict in zip(reading.numbers, reading.rows, verdicts, strict=True):
        cells = CellsInTime(partial(_cells, reading.addresses, number, notes, told, verdict, fields))
        said = tuple(beside.get(reading.place(number), ())) if beside else ()
        rows.append(_preview_row(reading, number, cells, verdict, place=places.get(number, ""), beside=said))
    for row in reading.refused:
        cells = CellsInTime(partial(_refused_cells, reading.addresses, row, fields))
        place = places.get(row.row, "")
        rows.append(_preview_row(reading, row.row, cells, Verdict(RowState.REFUSED), row.code, place=place))
    return tuple(sorted(rows, key=lambda row: row.number))


def row_words(reading: Reading, number: int) -> str:
    """Name a row of a list: "7", or "7 trang “Thôn A”" where it has several sheets."""
    return _row_words(*reading.place(number))


def shown(field: str, value: Any) -> str:
    """Return a value of the register or of a row in words; an identity number is masked."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return words("list.yes" if value else "list.no")
    if field in _NUMBERS:
        return mask(value)
    if field in _DAYS:
        return parse_iso(value).text()
    return str(value)


def _preview_row(
    reading: Reading,
    number: int,
    cells: Sequence[Cell],
    verdict: Verdict,
    refusal: str | None = None,
    *,
    place: str,
    beside: tuple[Note, ...] = (),
) -> PreviewRow:
    sheet, row = reading.place(number)
    waits_for = _doubt_words(reading, verdict.doubt) if verdict.doubt is not None else ""
    return PreviewRow(number, verdict.state, cells, verdict, refusal, row, sheet, waits_for, beside, place)


def _row_words(sheet: str, row: int) -> str:
    return words("list.row", row=row, sheet=sheet) if sheet else str(row)


def _doubt_words(reading: Reading, doubt: Doubt) -> str:
    place = doubt.like
    if doubt.row is not None:
        place = words("list.line", row=row_words(reading, doubt.row))
    return reason_sentence(f"import.doubt.{doubt.reason}", [place]).rstrip(".")


def _cells(
    of_rows: Mapping[int, Mapping[str, str]],
    number: int,
    notes: Mapping[str, Sequence[Note]],
    row: Mapping[str, Any],
    verdict: Verdict,
    fields: Sequence[str],
) -> tuple[Cell, ...]:
    addresses = of_rows.get(number, {})
    before = verdict.before or {}
    cells = []
    for field in fields:
        address = _address(addresses, field)
        told = notes.get(address or "", ())
        repairs = [note for note in told if note.code != _DUPLICATE]
        value = shown(field, row.get(field))
        written = _shown_raw(field, repairs[0].was) if repairs else None
        cells.append(
            Cell(
                field,
                address,
                value,
                before=shown(field, before[field]) if field in before else None,
                written=written if written != value else None,
                notes=tuple(note.code for note in told),
            )
        )
    return tuple(cells)


def _refused_cells(
    of_rows: Mapping[int, Mapping[str, str]], row: RefusedRow, fields: Sequence[str]
) -> tuple[Cell, ...]:
    addresses, cells = of_rows.get(row.row, {}), []
    for field in fields:
        text = row.cells.get(_address(addresses, field) or "", "")
        wrong = field in _WRONG_FIELDS.get(row.code, ()) or (
            row.code == "unreadable" and not _is_legible(field, text)
        )
        cells.append(Cell(field, _address(addresses, field), _shown_raw(field, text), wrong=wrong))
    return tuple(cells)


def _is_legible(field: str, text: str) -> bool:
    readable = put_right(text).certain and not is_spoilt(text)
    return readable and (field != "name" or is_name(tidy(text)))


def _shown_raw(field: str, text: str) -> str:
    # "#N/A" is no number, and has to be read to be put right.
    return mask(text.strip()) if field in _NUMBERS and any(map(str.isdecimal, text)) else text


def _address(addresses: Mapping[str, str], field: str) -> str | None:
    return next((addresses[key] for key in _COLUMNS.get(field, (field,)) if key in addresses), None)
