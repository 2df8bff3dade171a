"""The two grids of the counting step: a blank form to type, and two entries beside each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.ui.counting.count_lines import Line, read_figure
from desktop.ui.widgets import style
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column, Weight
from desktop.ui.widgets.table.table import Table

TYPED_IN_FORM, TYPED_IN_COMPARISON = 2, 4
"""The column that is typed in."""

# Pixels by column, in a wide window and in a narrow one; the words take what is left.
_FORM = ({0: 44, 2: 124, 3: 232}, {0: 38, 2: 88, 3: 168})
_COMPARISON = ({0: 44, 2: 78, 3: 78, 4: 112, 5: 104}, {0: 38, 2: 60, 3: 60, 4: 84, 5: 88})


def form_grid(parent: QWidget) -> Table:
    """Return the blank form: number, words, one figure; Enter goes down."""
    say = QCoreApplication.translate
    return _grid(
        [
            _on_paper(_own, _FORM[0][2], "medium"),
            Column("", lambda _: "", state=_own_state, width=_FORM[0][3], ground=False),
        ],
        say("Count", "Biên bản kiểm phiếu: gõ từ trên xuống"),
        parent,
    )


def comparison_grid(parent: QWidget) -> Table:
    """Return the form with both entries, what the paper says, and whether they agree."""
    say = QCoreApplication.translate
    compared = Column(
        say("Count", "So sánh"), lambda _: "", state=_compared, width=_COMPARISON[0][5], ground=False
    )
    return _grid(
        [
            _entry(say("Count", "Lượt 1"), 1, lambda line: line.first),
            _entry(say("Count", "Lượt 2"), 2, lambda line: line.second),
            _on_paper(_read, _COMPARISON[0][4], "semibold"),
            compared,
        ],
        say("Count", "Hai lượt nhập cạnh nhau"),
        parent,
    )


def fit_columns(form: Table, comparison: Table, *, narrow: bool) -> None:
    """Give the columns of figures the width that the window has for them."""
    for table, widths in ((form, _FORM), (comparison, _COMPARISON)):
        for column, width in widths[narrow].items():
            table.set_width(column, width)


def _grid(columns: Sequence[Column], name: str, parent: QWidget) -> Table:
    words = QCoreApplication.translate("Count", "Mục trên biên bản")
    made = Table(
        [_number(), Column(words, lambda line: line.words, weight=_weight), *columns],
        parent,
        row_height=style.size("row_entry"),
    )
    made.setAccessibleName(name)
    return made


def _number() -> Column:
    return Column(
        "", lambda line: str(line.number), width=_FORM[0][0], align="right", state=lambda _: State("same")
    )


def _entry(head: str, entry: int, figure: Callable[[Line], int | None]) -> Column:
    return Column(
        head,
        lambda line: _shown(line, figure(line)),
        width=_COMPARISON[0][2],
        align="right",
        state=lambda line: _entry_state(line, entry, figure(line)),
    )


def _on_paper(shown: Callable[[Line], str], width: int, weight: Weight) -> Column:
    return Column(
        QCoreApplication.translate("Count", "Theo giấy"),
        shown,
        state=_typed_state,
        width=width,
        align="right",
        weight=weight,
        editable=lambda line: line.to_type,
    )


def _weight(line: Line) -> Weight:
    return "semibold" if line.differs or line.fault else "regular"


def _shown(line: Line, figure: int | None) -> str:
    if line.known is not None:
        return str(line.known)
    return "" if figure is None else str(figure)


def _own(line: Line) -> str:
    if line.known is not None:
        return str(line.known)
    return line.typed if line.to_type else _shown(line, line.first)


def _read(line: Line) -> str:
    if line.to_type or line.differs:
        return line.typed
    return _shown(line, line.first)


def _typed_state(line: Line) -> State | None:
    if line.to_type and not read_figure(line.typed)[1]:
        return State("wrong")
    return None


def _entry_state(line: Line, entry: int, figure: int | None) -> State | None:
    if not line.differs:
        return State("same") if _shown(line, figure) else None
    word = "" if figure is not None else QCoreApplication.translate("Count", "trống")
    if line.wrong_in == entry:
        return State("wrong", word)
    # Where neither entry shows a fault by itself, the second one is marked.
    return State("attention", word) if entry == 2 and not line.wrong_in else None


def _own_state(line: Line) -> State | None:
    say = QCoreApplication.translate
    if line.known is not None:
        source = (
            say("Count", "theo danh sách") if line.field == "electorate" else say("Count", "theo sổ phiếu")
        )
        return State("same", source)
    if line.to_type and not read_figure(line.typed)[1]:
        return State("wrong", say("Count", "chỉ nhận số, hãy gõ lại"))
    if line.fault:
        return State("attention", say("Count", "đọc lại trên giấy")) if line.to_type else _fault(line)
    return None


def _compared(line: Line) -> State | None:
    say = QCoreApplication.translate
    if line.to_type and not read_figure(line.typed)[1]:
        return State("wrong", say("Count", "Chỉ số"))
    if line.differs:
        return State("wrong" if line.wrong_in else "attention", say("Count", "Lệch"))
    if line.fault:
        return _fault(line)
    if line.known is not None:
        return State("same", say("Count", "Có sẵn"))
    return State("done", say("Count", "Khớp"))


def _fault(line: Line) -> State:
    return State("wrong" if line.fault == "wrong" else "attention", line.code)
