"""Who runs the election, as a table that is typed in: a line for each role, names as papers say them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Unpack

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.elections.candidate_views import OfficialLine, PersonLine
from desktop.services.elections.officials import MAY_STAND, Named
from desktop.ui.widgets import style
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table
from desktop.vietnamese.text import fold

_TEAM = ("team_head", "team_member")
_OF_MEETING = ("counting_head", "counting_member", "witness", "front_board_head", "meeting_secretary")
_OF_SLIPS = ("hand_out_head", "hand_out_member", "witness", "front_board_head")
# How many lines stand ready; one more comes where all of a role are filled.
_READY = {"team_member": 2, "counting_member": 2, "hand_out_member": 2, "witness": 2}
_SINGLE = ("team_head", "counting_head", "hand_out_head", "front_board_head", "meeting_secretary")
_TITLES = {"ông": "Ông", "ong": "Ông", "bà": "Bà", "ba": "Bà"}
_HEADINGS = ("ho va ten", "ho ten", "vai tro")  # folded; a block copied with its head line
_TITLE, _NAME, _POST = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table: a place of a role, and who fills it; no name where nobody does."""

    role: str
    place: int
    title: str = ""
    name: str = ""
    post: str = ""
    stands: bool = False


class OfficialsTable(Table):
    """Lines by role; a name may be typed with ``Ông`` or ``Bà`` before it.

    A block of names goes down the lines from the current one, each into the role that its line has; a row
    that names a role itself goes into that role; what stands behind a name is the post. ``changed`` carries
    role and place of a line, and which of its fields are written; ``left_out`` how many names of a block
    found no line.

    Args:
        parent: the step.
    """

    changed = Signal(str, int, object)  # Named
    left_out = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._may_edit = False
        # Lines that stood here stay where they are, in whatever order they are typed; each with its title
        # where no name is written yet, which makes no official.
        self._offered: dict[tuple[str, int], str] = {}
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
                Column(
                    QCoreApplication.translate("OfficialsTable", "Chức vụ"),
                    lambda line: line.post,
                    width=180,
                    editable=lambda line: self._may_edit and bool(line.name),
                    gives_way=True,
                ),
            ],
            parent,
            row_height=style.size("row_entry"),
            key=_key,
        )
        self.setAccessibleName(self.tr("Tổ bầu cử, ban kiểm phiếu, người chứng kiến và người ký biên bản"))
        self.edited.connect(self._edit)
        self.pasted.connect(self._put_block)

    def forget(self) -> None:
        """Let go of the empty lines: another election is shown from now on."""
        self._offered.clear()

    def set_officials(
        self,
        officials: Sequence[OfficialLine],
        listed: Sequence[str],
        *,
        vote: str,
        editable: bool,
        counted_in_meeting: bool = False,
    ) -> None:
        """Show who is named, and who of them is a candidate.

        Slips for households are counted by the team that hands them out; who counted at the meeting before it
        stays named, out of sight; so does a counting committee where the meeting counts raised hands itself.
        """
        self._may_edit = editable
        names = {name.casefold() for name in listed}
        lines = []
        of_vote: tuple[str, ...] = _OF_SLIPS if vote == "hand_out" else _OF_MEETING
        if counted_in_meeting:
            of_vote = tuple(role for role in of_vote if role not in ("counting_head", "counting_member"))
        for role in (*_TEAM, *of_vote):
            stands = names if role not in MAY_STAND else set()
            named = [
                Line(
                    role, line.place, line.title, line.name, line.post, stands=line.name.casefold() in stands
                )
                for line in officials
                if line.role == role
            ]
            empty = self._empty(role, [line.place for line in named]) if editable else []
            lines += sorted([*named, *empty], key=lambda line: line.place)
        self._offered |= {_key(line): "" if line.name else line.title for line in lines}
        self.set_rows(lines)

    def put(self, person: PersonLine) -> None:
        """Write somebody into the current line if it is empty, else into the next empty one."""
        lines = self.rows()
        at = max(self.currentIndex().row(), 0)
        empty = [index for index in (*range(at, len(lines)), *range(at)) if not lines[index].name]
        if empty and self._may_edit:
            index = empty[0]
            self._write(lines[index], title=person.title, name=person.name)
            self.selectRow(min(index + 1, len(lines) - 1))

    def clear_current(self) -> None:
        """Take the name out of the current line."""
        line = self.current()
        if self._may_edit and line is not None and line.name:
            self._write(line, title="", name="")

    def go_to_role(self, role: str) -> None:
        """Go to the first line of a role that wants somebody, or to its first line."""
        if not self.select(lambda line: line.role == role and not line.name, _NAME):
            self.select(lambda line: line.role == role, _NAME)
        self.setFocus()

    def _edit(self, line: Line, column: int, typed: str) -> None:
        words = typed.split()
        if column == _POST:
            self._write(line, post=" ".join(words))
            return
        if column == _TITLE:
            title = _TITLES.get(typed.strip().casefold())
            if title is not None or not words:
                self._write(line, title=title or "")
            return
        title = _TITLES.get(words[0].casefold()) if len(words) > 2 else None
        if title is not None:
            self._write(line, title=title, name=" ".join(words[1:]))
        elif self._offered.get(_key(line)):
            # The title was typed before the name, and no official was there to keep it.
            self._write(line, title=self._offered[_key(line)], name=" ".join(words))
        else:
            self._write(line, name=" ".join(words))

    def _put_block(self, block: list[list[str]]) -> None:
        if not self._may_edit:
            return
        lines, at, left_out = self.rows(), max(self.currentIndex().row(), 0), 0
        roles = {fold(role_word(line.role)): line.role for line in lines}
        filled: set[int] = set()
        for row in block:
            cells = [" ".join(cell.split()) for cell in row]
            if any(fold(cell) in _HEADINGS for cell in cells):
                continue
            role = next((roles[fold(cell)] for cell in cells if fold(cell) in roles), None)
            name = next((cell for cell in cells if fold(cell) not in roles and _is_name(cell)), "")
            title = next((cell for cell in cells if cell.casefold() in _TITLES), "")
            if role is not None and name:
                places = (n for n, line in enumerate(lines) if line.role == role and n not in filled)
                at = next(places, len(lines))
            if name and at < len(lines):
                filled.add(at)
                self._edit(lines[at], _NAME, f"{title} {name}".strip())
                beside = cells[cells.index(name) + 1 :]
                post = next((cell for cell in beside if fold(cell) not in roles and _is_name(cell)), "")
                if post:
                    self._write(lines[at], post=post)
            elif name:
                left_out += 1
            at += 1  # an empty row leaves its line as it is
        if left_out:
            self.left_out.emit(left_out)

    def _write(self, line: Line, **written: Unpack[Named]) -> None:
        if "title" in written:
            self._offered[_key(line)] = written["title"]
        # The next line of the table is another one until this one is kept and read anew.
        self.changed.emit(line.role, line.place, written)

    def _empty(self, role: str, named: Sequence[int]) -> list[Line]:
        stood = sorted(place for of, place in self._offered if of == role and place not in named)
        wanted = max(_READY.get(role, 1) - len(named), 0 if role in _SINGLE else 1)
        highest = max([0, *named, *stood])
        places = [*stood, *range(highest + 1, highest + 1 + wanted - len(stood))]
        if role in _SINGLE and named:
            places = []
        return [Line(role, place, self._offered.get((role, place), "")) for place in places]


def _is_name(cell: str) -> bool:
    """Tell a name from the number of a line, a title and a day."""
    return len(cell.split()) > 1 and not any(sign.isdigit() for sign in cell)


def _key(line: Line) -> tuple[str, int]:
    return line.role, line.place


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
        "front_board_head": translate("OfficialsTable", "Trưởng ban công tác Mặt trận"),
        "meeting_secretary": translate("OfficialsTable", "Thư ký cuộc họp"),
    }[role]
