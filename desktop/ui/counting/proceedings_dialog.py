"""The proceedings of a meeting, in the hands of the clerk: each field is kept on leaving it."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.errors import Refusal
from desktop.services.counting.proceedings import (
    APPROVALS,
    Proceeded,
    ProceedingsView,
    keep_proceedings,
    proceedings_view,
)
from desktop.ui.counting.proceedings_words import approved_word
from desktop.ui.page.keeping import accept_when_kept
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.dialogs.fitted import fit_height
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.day import TimeField
from desktop.ui.widgets.fields.field import TypedField
from desktop.ui.widgets.fields.text import NumberField, TextField
from desktop.ui.widgets.labels import label
from desktop.wording import refusal_sentence


class ProceedingsDialog(Question):
    """Hour of closing, what was approved by how many, who stood at the meeting, and what was said.

    Args:
        context: the open office and the runner.
        code: the election's.
        view: the proceedings as they are written.
        parent: the window.
    """

    def __init__(
        self, context: Context, code: str, view: ProceedingsView, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent,
            self.tr("Diễn biến cuộc họp {0}").format(view.hamlet),
            self.tr("Ghi theo biên bản viết tay; in vào biên bản cuộc họp (Mẫu số 03). Mỗi ô ghi khi rời ô."),
            self.tr("Xong"),
        )
        self._context, self._code, self._view = context, code, view
        self.setFixedWidth(style.size("dialog_width") * 4 // 3)
        self.no.hide()
        self.fields: dict[str, TypedField] = {
            "closing": TimeField(self.tr("Giờ bế mạc"), self),
            "secretary_post": TextField(self.tr("Chức vụ của thư ký {0}").format(view.secretary or ""), self),
            **{name: NumberField(approved_word(name, by_hands=view.by_hands), self) for name in APPROVALS},
            "put_up": TextField(
                self.tr("Người tự ứng cử, được giới thiệu thêm tại cuộc họp"),
                self,
                hint=self.tr("Để trống nếu không có ai."),
            ),
            "opinions": TextField(self.tr("Ý kiến của cuộc họp"), self),
        }
        for name, field in self.fields.items():
            field.committed.connect(partial(self._keep, name))
        post = self.fields["secretary_post"]
        post.setEnabled(view.secretary is not None)
        if view.secretary is None:
            post.line.setPlaceholderText(self.tr("chưa có thư ký: ghi tên ở bước Ứng cử"))
        self.all = quiet(self.tr("Cả {0} người dự họp").format(view.present), self)
        self.all.setAutoDefault(False)
        self.all.setVisible(view.present is not None)
        self.all.clicked.connect(self._all_approved)
        self._lay_out()
        self._show(view)
        self.fields["closing"].setFocus()

    def _lay_out(self) -> None:
        approved = QHBoxLayout()
        approved.addWidget(label(self.tr("Số người tán thành"), "name", self))
        approved.addStretch(1)
        approved.addWidget(self.all)
        self.body.addLayout(self._row(("closing", 0), ("secretary_post", 1)))
        self.body.addLayout(approved)
        self.body.addLayout(self._row(*((name, 1) for name in APPROVALS)))
        for name in ("put_up", "opinions"):
            self.body.addWidget(self.fields[name])

    def _row(self, *names: tuple[str, int]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        for name, stretch in names:
            row.addWidget(self.fields[name], stretch, Qt.AlignmentFlag.AlignTop)
        return row

    def _show(self, view: ProceedingsView | None) -> None:
        if view is None:
            return
        for name, field in self.fields.items():
            field.set_value(getattr(view, name))
        if view.closes is not None:
            self.fields["closing"].line.setPlaceholderText(f"{view.closes:%H:%M}")

    def _all_approved(self) -> None:
        present = self._view.present
        self._write(cast("Proceeded", dict.fromkeys(APPROVALS, present)), "secretary_approval")

    def _keep(self, name: str, value: object) -> None:
        self._write(cast("Proceeded", {name: value}), name)

    def _write(self, changed: Proceeded, at: str) -> None:
        place, code = self._context.workplace, self._code

        def kept(_: object) -> None:
            if self.isVisible():
                self._context.ask(lambda: proceedings_view(place, code), self._show)

        def refused(refusal: Refusal) -> None:
            if not self.isVisible():
                self._context.runner.failed.emit(refusal)
                return
            self.fields[at].set_problem(refusal_sentence(refusal))
            self.fields[at].setFocus()
            fit_height(self)

        self._context.do(lambda _: keep_proceedings(place, code, **changed), done=kept, failed=refused)

    def _agree(self) -> None:
        accept_when_kept(self._context, self, tuple(self.fields.values()))
