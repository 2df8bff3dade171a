"""The branches, each with who votes and who is counted beside them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.party.branches import BranchLine
from desktop.services.party.organisations import OrganisationKind
from desktop.ui.widgets import style
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.vietnamese.collation import sort_key
from desktop.vietnamese.hamlet_kinds import kind_of


def branch_table(parent: QWidget) -> Table:
    """Return the table."""
    say = QCoreApplication.translate
    made = Table(
        [
            Column(
                say("Party", "Chi bộ, bí thư"),
                short_name,
                sub=_led,
                sub_mark=_head_mark,
                weight="medium",
            ),
            Column(
                say("Party", "Chi ủy"),
                lambda line: str(line.committee) if line.committee else "–",
                width=58,
                align="right",
            ),
            Column(
                say("Party", "Đảng viên"),
                lambda line: str(line.official) if line.official or line.others else "–",
                state=lambda line: State("attention", "") if line.troubles else None,
                width=80,
                align="right",
                ground=False,
            ),
            Column("", lambda line: f"+{line.others}" if line.others else "", width=40),
        ],
        parent,
        row_height=style.size("row_narrow"),
        key=lambda line: line.code,
    )
    made.setAccessibleName(say("Party", "Các chi bộ"))
    made.ask_for_few()
    made.setFixedWidth(style.grown(336))
    return made


def _head_mark(line: BranchLine) -> tuple[str, str] | None:
    """Return the mark before the secretary: whether the head of a hamlet here, as far as that is known."""
    if line.secretary_is_head is None:
        return None
    return ("user-circle-fill", "accent") if line.secretary_is_head else ("warning-fill", "amber")


def _led(line: BranchLine) -> str:
    """Return who leads a branch; where nobody is written down what it gathers."""
    return line.secretary or _gathers(line)


def _gathers(line: BranchLine) -> str:
    """Return the hamlets of a branch that doesn't bear its one hamlet's name."""
    own = [name for name in line.hamlets if name.casefold() not in line.name.casefold()]
    return ", ".join(line.hamlets) if own or len(line.hamlets) > 1 else ""


def in_order(lines: Iterable[BranchLine]) -> tuple[BranchLine, ...]:
    """Return the branches as the table lists them: those of hamlets first, by the names that it shows."""
    return tuple(
        sorted(
            lines,
            key=lambda line: (line.kind is not OrganisationKind.RESIDENTIAL, sort_key(short_name(line))),
        )
    )


def short_name(line: BranchLine) -> str:
    """Return the name without the word that heads the column, and that of its one hamlet without its kind."""
    word = QCoreApplication.translate("Party", "Chi bộ ")
    rest = line.name.removeprefix(word)
    kind = kind_of(rest)
    own = kind is not None and [name.casefold() for name in line.hamlets] == [rest.casefold()]
    bare = rest[len(kind) + 1 :] if kind is not None and own else rest
    # Of "Tổ dân phố 3" a number alone would be left.
    return bare[:1].upper() + bare[1:] if bare[:1].isalpha() else rest[:1].upper() + rest[1:]
