"""The branches, each with who votes and who is counted beside them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.party.branches import BranchLine
from desktop.ui.widgets import style
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table


def branch_table(parent: QWidget) -> Table:
    """Return the table."""
    say = QCoreApplication.translate
    made = Table(
        [
            Column(
                say("Party", "Chi bộ, bí thư"),
                _short,
                sub=_led,
                # Amber where the secretary isn't the head of its hamlet.
                state=lambda line: State("attention") if line.secretary_is_head is False else None,
                ground=False,
                weight="medium",
            ),
            Column(
                say("Party", "Đảng viên"),
                lambda line: str(line.official) if line.official or line.others else "–",
                state=lambda line: State("attention", "") if line.troubles else None,
                width=88,
                align="right",
                ground=False,
            ),
            Column("", lambda line: f"+{line.others}" if line.others else "", width=40),
        ],
        parent,
        row_height=style.size("row_two_lines"),
        key=lambda line: line.code,
    )
    made.setAccessibleName(say("Party", "Các chi bộ"))
    made.ask_for_few()
    made.setFixedWidth(style.size("side_panel_narrow"))
    return made


def _led(line: BranchLine) -> str:
    """Return who leads a branch; where nobody is written down what it gathers."""
    return line.secretary or _gathers(line)


def _gathers(line: BranchLine) -> str:
    """Return the hamlets of a branch that doesn't bear its one hamlet's name."""
    own = [name for name in line.hamlets if name.casefold() not in line.name.casefold()]
    return ", ".join(line.hamlets) if own or len(line.hamlets) > 1 else ""


def _short(line: BranchLine) -> str:
    """Return the name without the word that heads the column."""
    word = QCoreApplication.translate("Party", "Chi bộ ")
    rest = line.name.removeprefix(word)
    return rest[:1].upper() + rest[1:]
