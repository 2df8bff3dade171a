"""What is decided of one new hamlet: written or left out, which hamlet a name means, who serves in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.places.hamlets import HamletLine
from desktop.services.places.mergers import Merger, Old, Trouble
from desktop.ui.places.merger_decisions import MergerDecisions
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label
from desktop.wording import words


class MergerChoices(Card):
    """The card of the row in hand.

    Signals:
        written: whether the row is written, or left out.
        meant: a name in the file, and the code of the hamlet that it means.
        headed: the code of the old hamlet whose head serves, or None.
        opened: the code of an election that is under way.
        excepted: the full name of a new hamlet, and why it has fewer households than the law asks for.

    Args:
        parent: the view.
    """

    written = Signal(object)
    meant = Signal(str, object)
    headed = Signal(object)
    opened = Signal(str)
    excepted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._old: Old | None = None
        self._elections: tuple[str, ...] = ()
        self._name = ""
        self.said = label("", "sentence", self)
        self.said.setWordWrap(True)
        self.named = ChoiceField(self.tr("Tên trong tệp là thôn nào"), (), self)
        self.named.committed.connect(self._mean)
        self.reason = TextField(
            self.tr("Lý do ngoại lệ"),
            self,
            explain=self.tr(
                "Vì sao thôn, khu phố mới được ít hộ hơn mức luật định, như trong nghị quyết của Hội đồng "
                "nhân dân xã. In ở bảng xem trước và danh sách sáp nhập, ghi ở ô của thôn. Nghị định "
                "185/2026/NĐ-CP."
            ),
        )
        self.reason.committed.connect(lambda said: self.excepted.emit(self._name, said))
        self.election = secondary(self.tr("Mở cuộc bầu"), "arrow-right", self)
        self.election.clicked.connect(lambda _=False: self._open())
        self.take = ChoiceField(
            self.tr("Thôn mới này"),
            [(True, self.tr("Ghi vào sổ")), (False, self.tr("Bỏ qua lần này"))],
            self,
        )
        self.take.committed.connect(self.written)
        self.serving = ChoiceField(
            self.tr("Trưởng thôn lâm thời"),
            [(None, self.tr("Chưa chỉ định"))],
            self,
            explain=self.tr(
                "Người giữ nhiệm vụ ở thôn mới cho đến khi bầu được Trưởng thôn: một trong các trưởng thôn "
                "cũ. Hạn phải bầu xong được tính từ ngày thôn mới có hiệu lực; số và ngày quyết định chỉ "
                "định ghi sau, ở ô của thôn đó. Nghị định 59/2023/NĐ-CP, khoản 3 Điều 9; Nghị định "
                "185/2026/NĐ-CP, khoản 2 Điều 4."
            ),
        )
        self.serving.committed.connect(self.headed)
        for part in (self.said, self.reason, self.named, self.election, self.take, self.serving):
            self.body.addWidget(part)

    def show_merger(self, one: Merger | None, living: Sequence[HamletLine], decided: MergerDecisions) -> None:
        """Show what is to be decided of a new hamlet; nothing where there is nothing.

        Args:
            one: the row in hand.
            living: the commune's hamlets, of which a name may mean one.
            decided: what a person decided so far.
        """
        self._take_reason(one.full_name if one is not None else "")
        if one is None or not (one.troubles or one.headed):
            self.hide()
            return
        self.set_title(one.full_name)
        # What is one thing for several hamlets is said here of each; the rest stands in the list above.
        is_written = decided.is_written(one)
        self.said.setText(words(f"merger.{Trouble.SMALL}", where=one.small) if one.small else "")
        self.said.setVisible(bool(one.small))
        self.reason.setVisible(bool(one.small) and is_written)
        self.reason.set_value(decided.exceptions.get(one.full_name, ""))
        self._old = next((old for old in one.olds if old.code is None), None)
        self.named.setVisible(self._old is not None)
        if self._old is not None:
            self.named.set_choices(
                [(None, self.tr("Chưa chọn")), *((line.code, line.full_name) for line in living)]
            )
            self.named.set_value(None)
        self._elections = tuple(code for old in one.olds for code in old.elections)
        self.election.setVisible(bool(self._elections))
        self.take.setVisible(one.is_possible and bool(one.troubles))
        self.take.set_value(is_written)
        self.serving.setVisible(bool(one.headed) and is_written)
        choices: list[tuple[object, str]] = [(None, self.tr("Chưa chỉ định"))]
        choices += [(old.code, f"{old.head}, {old.name}") for old in one.headed]
        self.serving.set_choices(choices)
        self.serving.set_value(decided.provisional.get(one.full_name))
        self.setVisible(bool(one.troubles) or not self.serving.isHidden())

    def begin(self) -> None:
        """Go to the first thing that is to be decided, where there is any."""
        boxes = (self.reason.box(), self.named.box(), self.election, self.take.box(), self.serving.box())
        first = next((box for box in boxes if box.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _take_reason(self, name: str) -> None:
        """Take what was typed for the hamlet before, where another one comes."""
        if name != self._name:
            self.reason.commit()
            self.reason.forget()
            self._name = name

    def _open(self) -> None:
        for code in self._elections[:1]:
            self.opened.emit(code)

    def _mean(self, code: object) -> None:
        if self._old is not None and isinstance(code, str):
            self.meant.emit(self._old.name, code)
