"""The people of a household in its panel: who belongs to it, who left, and who votes for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.office.workplace import Workplace
from desktop.services.people.members import (
    MemberLine,
    MemberSaid,
    end_head,
    head_is_back,
    household_members,
    member_said,
    write_member,
)
from desktop.services.people.representatives import (
    RepresentativeView,
    authorise,
    represent,
    representative,
)
from desktop.ui.page.page import Context
from desktop.ui.page.ways import Way
from desktop.ui.people.member_questions import (
    Chosen,
    HeadQuestion,
    HeadSaid,
    MemberQuestion,
    RepresentativeQuestion,
    end_word,
)
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_ROWS = 6


@dataclass(frozen=True, slots=True)
class _People:
    members: tuple[MemberLine, ...]
    speaker: RepresentativeView


class MembersPart(QWidget):
    """The people; Enter on a member opens the question about them.

    Args:
        context: the open office and the runner.
        parent: the panel.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._household = 0
        self._people: _People | None = None
        self.speaker = label("", "caption", self)
        self.speaker.setWordWrap(True)
        self.choose = quiet(self.tr("Người đại diện…"), self)
        self.choose.clicked.connect(lambda _=False: self._choose())
        self.head = quiet(self.tr("Chủ hộ mất, đi…"), self)
        self.head.clicked.connect(lambda _=False: self._end_head())
        self.add = quiet(self.tr("Thêm người…"), self)
        self.add.clicked.connect(lambda _=False: self._write(None))
        self.table = Table(
            [
                Column(self.tr("Họ và tên"), lambda row: row.name, weight="medium"),
                Column(self.tr("Quan hệ"), _said, width=92),
            ],
            self,
            row_height=style.size("row_entry"),
        )
        self.table.setAccessibleName(self.tr("Người trong hộ"))
        self.table.setMinimumWidth(1)  # the panel is narrow, and says how wide
        self.table.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("inner"))
        column.addWidget(label(self.tr("Người trong hộ"), "field", self))
        column.addWidget(self.speaker)
        column.addWidget(self.table)
        for button in (self.add, self.choose, self.head):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def load(self, household: int) -> None:
        """Show the people of a household."""
        self._household = household
        place = self._context.workplace
        self._context.ask(
            lambda: _People(household_members(place, household), representative(place, household)),
            partial(self._show, household),
            lambda _: None,
        )

    def _show(self, household: int, people: _People) -> None:
        if household != self._household:
            return
        self._people = people
        by = people.speaker.authority
        how = {
            "head": self.tr("Đại diện hộ: chủ hộ."),
            "member": self.tr("Đại diện hộ: {0}, người trong hộ.").format(people.speaker.name),
            "authorised": self.tr("Đại diện hộ: {0}, được ủy nhiệm{1}.").format(
                people.speaker.name, self._paper(people.speaker)
            ),
        }[by]
        head = people.members[0]
        if head.end_reason is not None:
            how = f"{self.tr('Chủ hộ {0}; chưa chọn chủ hộ mới.').format(end_word(head.end_reason))} {how}"
        self.speaker.setText(how)
        others = people.members[1:]
        self.table.set_rows(others)
        rows = min(len(others), _ROWS)
        self.table.setVisible(bool(others))
        self.table.setFixedHeight(rows * style.size("row_entry") + style.size("header") + 2)

    def _paper(self, speaker: RepresentativeView) -> str:
        said = ""
        if speaker.paper.number:
            said = self.tr(", giấy số {0}").format(speaker.paper.number)
        if speaker.paper.on:
            said += self.tr(" ngày {0:%d/%m/%Y}").format(speaker.paper.on)
        return said

    def _open(self, line: MemberLine) -> None:
        place, member = self._context.workplace, line.member
        if member is None:
            return
        self._context.ask(lambda: member_said(place, member), partial(self._write, member=member))

    def _write(self, said: MemberSaid | None, member: int | None = None) -> None:
        place, household = self._context.workplace, self._household
        MemberQuestion(
            self.window(),
            said,
            lambda answer, done, failed: self._do(
                lambda _: write_member(place, household, answer, member), done, failed
            ),
        ).open()

    def _end_head(self) -> None:
        if self._people is None:
            return
        place, household, head = self._context.workplace, self._household, self._people.members[0]

        def submit(said: HeadSaid, done: Any, failed: Any) -> None:
            def written(result: object) -> None:
                done(result)
                if said.reason is not None:
                    self._tell_ended(household, head, said.reason)

            self._do(partial(_head, place, household, said), written, failed)

        HeadQuestion(self.window(), self._people.members, submit).open()

    def _tell_ended(self, household: int, head: MemberLine, reason: str) -> None:
        """Say what was written down of a head, and offer to take it back."""
        context = self._context
        said = self.tr("Đã ghi: chủ hộ {0} {1}.").format(head.name, end_word(reason))
        back = self.tr("{0} vẫn là chủ hộ như trước.").format(head.name)

        def take_back() -> None:
            context.do(
                lambda _: head_is_back(context.workplace, household, head.person),
                done=lambda _: context.told.emit(back, "done"),
            )

        context.offered.emit(said, "done", Way(self.tr("Hoàn tác"), take_back))

    def _choose(self) -> None:
        if self._people is None:
            return
        place, household = self._context.workplace, self._household
        RepresentativeQuestion(
            self.window(),
            self._people.members,
            self._people.speaker,
            lambda answer, done, failed: self._do(partial(_speaker, place, household, answer), done, failed),
        ).open()

    def _do(self, work: Any, done: Any, failed: Any) -> None:
        self._context.do(work, done=done, failed=failed)


def _head(place: Workplace, household: int, said: HeadSaid, _: object) -> None:
    if said.reason is None:
        head_is_back(place, household)
    else:
        end_head(place, household, said.reason, said.on, said.successor)


def _speaker(place: Workplace, household: int, chosen: Chosen, _: object) -> None:
    if chosen.person is None:
        authorise(place, household, chosen.name, chosen.birth, chosen.paper)
    else:
        represent(place, household, chosen.person)


def _said(line: MemberLine) -> str:
    # Whoever left is told apart by why; birth and last day stand in the question about them.
    return end_word(line.end_reason) if line.end_reason is not None else line.relation
