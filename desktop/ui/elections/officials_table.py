"""Who runs the election, as a table that is typed in: a line for each role, names as papers say them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.elections.candidate_views import OfficialLine, PersonLine
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table import Column, Table

_TEAM = ("team_head", "team_member")
_COUNTING = ("counting_head", "counting_member")
_HAND_OUT = ("hand_out_head", "hand_out_member")
# How many lines stand ready; one more comes where all of a role are filled.
_READY = {"team_member": 2, "counting_member": 2, "hand_out_member": 2, "witness": 2}
_SINGLE = ("team_head", "counting_head", "hand_out_head")
_TITLES = {"ông": "Ông", "ong": "Ông", "bà": "Bà", "ba": "Bà"}
_TITLE, _NAME = 1, 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a role, and who fills it; no name where nobody does."""

    role: str
    title: str = ""
    name: str = ""
    stands: bool = False


class OfficialsTable(Table):
    """Lines by role; a name may be typed with ``Ông`` or ``Bà`` before it.

    ``changed`` carries the named lines whenever one of them was changed.

    Args:
        parent: the step.
    """

    changed = Signal(object)  # tuple[OfficialLine, ...]

    def __init__(self, parent: QWidget | None = None) -> None:
        self._may_edit = False
        self._unseen: tuple[OfficialLine, ...] = ()
        super().__init__(
            [
                Column(
                    QCoreApplication.translate("OfficialsTable", "Vai trò"),
                    lambda line: role_word(line.role),
                    width=196,
                ),
                Column(
                    QCoreApplication.translate("OfficialsTable", "Ông, bà"),
                    lambda line: line.title,
                    width=76,
                    editable=lambda _: self._may_edit,
                ),
                Column(
                    QCoreApplication.translate("OfficialsTable", "Họ và tên"),
                    lambda line: line.name,
                    state=lambda line: State("wrong") if line.stands else None,
                    weight="medium",
                    editable=lambda _: self._may_edit,
                ),
            ],
            parent,
            row_height=34,
        )
        self.setAccessibleName(self.tr("Tổ bầu cử, ban kiểm phiếu và người chứng kiến"))
        self.edited.connect(self._edit)

    def set_officials(
        self, officials: Sequence[OfficialLine], listed: Sequence[str], *, vote: str, editable: bool
    ) -> None:
        """Show who is named, and who of them is a candidate.

        Slips for households are counted by the team that hands them out; who counted at the meeting before it
        stays named, out of sight.
        """
        self._may_edit = editable
        roles = (*_TEAM, *(_HAND_OUT if vote == "hand_out" else _COUNTING), "witness")
        self._unseen = tuple(line for line in officials if line.role not in roles)
        names = {name.casefold() for name in listed}
        lines = []
        for role in roles:
            named = [line for line in officials if line.role == role]
            lines += [
                Line(
                    role,
                    line.title,
                    line.name,
                    stands=role != "witness" and line.name.casefold() in names,
                )
                for line in named
            ]
            spare = max(_READY.get(role, 1) - len(named), 0 if role in _SINGLE else 1) if editable else 0
            lines += [Line(role)] * spare
        self.set_rows(lines)

    def put(self, person: PersonLine) -> None:
        """Write somebody into the current line if it is empty, else into the next empty one."""
        lines = self.rows()
        at = max(self.currentIndex().row(), 0)
        empty = [index for index in (*range(at, len(lines)), *range(at)) if not lines[index].name]
        if empty and self._may_edit:
            index = empty[0]
            changed = list(lines)
            changed[index] = replace(lines[index], title=person.title, name=person.name)
            self._hand_on(changed)
            self.selectRow(min(index + 1, len(lines) - 1))

    def clear_current(self) -> None:
        """Take the name out of the current line."""
        at = self.currentIndex().row()
        lines = list(self.rows())
        if self._may_edit and 0 <= at < len(lines) and lines[at].name:
            lines[at] = Line(lines[at].role)
            self._hand_on(lines)

    def go_to_role(self, role: str) -> None:
        """Go to the first line of a role that wants somebody, or to its first line."""
        if not self.select(lambda line: line.role == role and not line.name, _NAME):
            self.select(lambda line: line.role == role, _NAME)
        self.setFocus()

    def _edit(self, line: Line, column: int, typed: str) -> None:
        at = self.currentIndex().row()
        lines = list(self.rows())
        if not (0 <= at < len(lines)) or lines[at] is not line:
            at = next((i for i, other in enumerate(lines) if other is line), -1)
        if at < 0:
            return
        words = typed.split()
        if column == _TITLE:
            title = _TITLES.get(typed.strip().casefold(), line.title)
            lines[at] = replace(line, title=title)
        else:
            title = _TITLES.get(words[0].casefold(), "") if len(words) > 2 else ""
            name = " ".join(words[1:] if title else words)
            lines[at] = replace(line, title=title or line.title, name=name)
        self._hand_on(lines)

    def _hand_on(self, lines: Sequence[Line]) -> None:
        named = tuple(OfficialLine(line.role, line.title, line.name) for line in lines if line.name)
        self.changed.emit((*named, *self._unseen))


def role_word(role: str) -> str:
    """Return the word of a role as the table shows it."""
    translate = QCoreApplication.translate
    return {
        "team_head": translate("OfficialsTable", "Tổ trưởng tổ bầu cử"),
        "team_member": translate("OfficialsTable", "Thành viên tổ bầu cử"),
        "counting_head": translate("OfficialsTable", "Tổ trưởng kiểm phiếu"),
        "counting_member": translate("OfficialsTable", "Thành viên kiểm phiếu"),
        "hand_out_head": translate("OfficialsTable", "Tổ trưởng tổ phát phiếu"),
        "hand_out_member": translate("OfficialsTable", "Thành viên tổ phát phiếu"),
        "witness": translate("OfficialsTable", "Hộ chứng kiến"),
    }[role]
