"""The tables of an import: rows of households or of hamlets, each cell as it was and as it will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.services.lists.preview import Cell, PreviewRow, RowChoice, RowState
from desktop.ui.lists.words import short_word, state_of, wrong_words
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column

_WIDTHS = {
    "birth": 104,
    "sex": 60,
    "identity": 118,
    "ethnic": 92,
    "members": 76,
    "kind": 84,
    "households": 76,
    "head": 160,
    "household_head": 160,
    "relation": 112,
    "especially_difficult": 84,
    "head_is_member": 84,
}
# What a narrow table leaves to the panel beside it.
_GIVE_WAY = (
    *("ethnic", "sex", "relation", "members", "head", "head_is_member", "especially_difficult"),
    *("religion", "schooling", "theory", "qualification", "languages", "occupation", "occupation_before"),
    *("curriculum", "badge", "service", "list_number", "birth_name"),
)
FIRST_FIELD = 2


@dataclass(frozen=True, slots=True)
class Shown:
    """A row of the preview with what was decided about it."""

    row: PreviewRow
    choice: RowChoice | None = None


def columns(kind: str, fields: Sequence[str], number_word: str, state_word: str) -> tuple[Column, ...]:
    """Return the columns: number of the row, state, then each field.

    Args:
        kind: of the list, by its name.
        fields: keys of the fields in their order.
        number_word: heading of the first column.
        state_word: heading of the second.
    """
    return (
        Column(
            number_word,
            lambda shown: str(shown.row.row),
            sub=lambda shown: "" if shown.row.place else shown.row.sheet,
            width=60,
            align="right",
        ),
        Column(
            state_word,
            lambda shown: state_of(shown.row, shown.choice).word,
            state=lambda shown: state_of(shown.row, shown.choice),
            width=110,
            ground=False,
        ),
        *(_column(field, short_word(field, kind)) for field in fields),
    )


def kind_of(row: PreviewRow) -> tuple[RowState, str]:
    """Return by what rows are decided together: their state, and why they wait."""
    return row.state, row.doubt.reason if row.doubt is not None else ""


def is_changed(cell: Cell) -> bool:
    """Tell whether a cell differs from the file or from the register."""
    return cell.before is not None or cell.written is not None


def _column(field: str, heading: str) -> Column:
    def text(shown: Shown) -> str:
        return shown.row.cell(field).value

    def state(shown: Shown) -> State | None:
        cell = shown.row.cell(field)
        if cell.wrong:
            return State("wrong", "" if cell.value else wrong_words(shown.row.refusal or "", field))
        return State("same") if shown.row.state is RowState.SAME and cell.value else None

    def sub(shown: Shown) -> str:
        if shown.row.cell(field).wrong:
            return wrong_words(shown.row.refusal or "", field)
        if field == "name" and shown.row.doubt is not None:
            return shown.row.waits_for
        return shown.row.place if field == "name" else ""

    def was(shown: Shown) -> str | None:
        cell = shown.row.cell(field)
        if shown.row.state is RowState.SAME or (field == "name" and shown.row.doubt is not None):
            return None
        # An empty cell of the register that is filled now has nothing to strike through.
        return cell.before or cell.written or None

    return Column(
        heading,
        text,
        state=state,
        sub=sub,
        was=was,
        width=_WIDTHS.get(field),
        align="right" if field in ("members", "households") else "left",
        weight="medium" if field == "name" else "regular",
        gives_way=field in _GIVE_WAY,
    )
