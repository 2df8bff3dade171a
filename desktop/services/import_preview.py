"""What a list would do to the register, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from desktop.sheets.reading import Reading, Source
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.partial_date import parse_iso
from desktop.wording import reason_sentence

_WRONG_FIELDS = {"no_name": ("name",), "bad_date": ("birth",), "bad_identity": ("identity",)}
# Some lists state the sex by a mark in one of two columns, or births in a column for each sex or part.
_PLACES = {"sex": ("sex", "male", "female"), "birth": ("birth", "birth_year", "male", "female")}
_FLAGS = {True: "Có", False: "Không"}


class RowState(StrEnum):
    """What a row is to the register."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    DOUBTFUL = "doubtful"
    REFUSED = "refused"


class Decision(StrEnum):
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
        choices: the decisions that are possible.
        row: the row of the list that says the same.
        record: key of the household or unit that it may be.
        like: who or what that is, in words.
    """

    reason: str
    choices: tuple[Decision, ...]
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a matcher found about a row: its state, the record it is, and the fields that would change."""

    state: RowState
    record: int | None = None
    before: Mapping[str, Any] | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the list: its number in the sheet, what it is, its cells, why it waits or is refused."""

    number: int
    state: RowState
    cells: tuple[Cell, ...]
    verdict: Verdict
    refusal: str | None = None

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
        reading: what the workbook holds, for storing.
    """

    kind: str
    unit: str
    unit_name: str
    source: Source
    fields: tuple[str, ...]
    rows: tuple[PreviewRow, ...]
    reading: Reading

    def count(self, state: RowState) -> int:
        """Count the rows of a state."""
        return sum(row.state is state for row in self.rows)

    def written_rows(self, decisions: Mapping[int, Decision]) -> int:
        """Count the rows that storing would write: new, changed, and doubtful ones decided so."""
        kept = (Decision.NEW, Decision.SAME)
        return sum(
            row.state in (RowState.NEW, RowState.CHANGED)
            or (row.state is RowState.DOUBTFUL and decisions.get(row.number) in kept)
            for row in self.rows
        )

    def verdicts(self) -> tuple[Verdict, ...]:
        """Return what was found about each row that the reader took."""
        return tuple(row.verdict for row in self.rows if row.state is not RowState.REFUSED)


def preview_rows(
    reading: Reading, verdicts: Sequence[Verdict], fields: Sequence[str]
) -> tuple[PreviewRow, ...]:
    """Put what was read and what was found together, in the order of the sheet."""
    rows = [
        PreviewRow(number, verdict.state, _cells(reading, number, row, verdict, fields), verdict)
        for number, row, verdict in zip(reading.numbers, reading.rows, verdicts, strict=True)
    ]
    refused = Verdict(RowState.REFUSED)
    for row in reading.refused:
        places = reading.places.get(row.row, {})
        cells = tuple(
            Cell(
                field,
                _place(places, field),
                _shown_raw(field, row.cells.get(_place(places, field) or "", "")),
                wrong=field in _WRONG_FIELDS.get(row.code, ()),
            )
            for field in fields
        )
        rows.append(PreviewRow(row.row, RowState.REFUSED, cells, refused, row.code))
    return tuple(sorted(rows, key=lambda row: row.number))


def shown(field: str, value: Any) -> str:
    """Return a value of the register or of a row in words; an identity number is masked."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _FLAGS[value]
    if field == "identity":
        return mask(value)
    if field == "birth":
        return parse_iso(value).text()
    return str(value)


def doubt_sentence(doubt: Doubt) -> str:
    """Say why a row waits for a person."""
    place = f"dòng {doubt.row}" if doubt.row is not None else doubt.like
    return reason_sentence(f"import.doubt.{doubt.reason}", [place]).rstrip(".")


def _cells(
    reading: Reading, number: int, row: Mapping[str, Any], verdict: Verdict, fields: Sequence[str]
) -> tuple[Cell, ...]:
    places = reading.places.get(number, {})
    before = verdict.before or {}
    cells = []
    for field in fields:
        address = _place(places, field)
        notes = [note for note in reading.notes if note.cell == address] if address else []
        repairs = [note for note in notes if note.code != "duplicate"]
        value = shown(field, row.get(field))
        written = _shown_raw(field, repairs[0].was) if repairs else None
        cells.append(
            Cell(
                field,
                address,
                value,
                before=shown(field, before[field]) if field in before else None,
                written=written if written != value else None,
                notes=tuple(note.code for note in notes),
            )
        )
    return tuple(cells)


def _shown_raw(field: str, text: str) -> str:
    return mask(text.strip()) if field == "identity" else text


def _place(places: Mapping[str, str], field: str) -> str | None:
    return next((places[key] for key in _PLACES.get(field, (field,)) if key in places), None)
