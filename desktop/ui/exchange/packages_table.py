"""The table of packages, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.exchange.outbox import PackageLine
from desktop.ui.exchange.package_words import content_words, hamlet_words, made_at, spoken, state_of, waited
from desktop.ui.widgets import style
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

MADE_AT = 2
"""The column that a narrow window leaves out; the panel beside the table says the hour too."""


@dataclass(frozen=True, slots=True)
class PackageRow:
    """A package, and the moment from which its waiting is counted back."""

    line: PackageLine
    now: datetime


def packages_table(parent: QWidget) -> Table:
    """Return the table; Enter writes the current package to a stick."""
    say = QCoreApplication.translate
    made = Table(
        [
            Column(say("Sending", "Số"), lambda row: str(row.line.sequence), width=56, align="right"),
            Column(
                say("Sending", "Nội dung"),
                lambda row: content_words(row.line),
                sub=lambda row: hamlet_words(row.line.units),
                weight="medium",
            ),
            Column(say("Sending", "Đóng lúc"), lambda row: made_at(row.line, row.now), width=76),
            Column(
                say("Sending", "Trạng thái"),
                lambda _: "",
                state=lambda row: state_of(row.line),
                width=136,
                ground=False,
            ),
            Column(
                say("Sending", "Đã chờ"),
                lambda row: waited(row.line, row.now),
                state=_calls,
                width=84,
                align="right",
                ground=False,
            ),
            Column(say("Sending", "Mã đọc"), lambda row: spoken(row.line.code), width=112),
        ],
        parent,
        row_height=style.size("row_two_lines"),
    )
    made.setAccessibleName(say("Sending", "Các gói đã đóng"))
    return made


def _calls(row: PackageRow) -> State | None:
    if row.line.outcome == "accepted":
        return None
    return State("wrong" if row.line.outcome == "refused" else "attention")
