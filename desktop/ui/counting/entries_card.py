"""Who makes which entry, before two entries stand beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.rules.vote_state import VoteState as S
from desktop.services.counting.counting_views import CountingView
from desktop.services.office.workplace import local
from desktop.ui.counting.entry_editor import EntryEditor
from desktop.ui.widgets import style
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import ElidedLabel, label
from desktop.ui.widgets.state import State, StateChip

_COUNT = 2


class EntriesCard(Card):
    """Two entries by two people, and what holds for them.

    Args:
        parent: the counting step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Hai lượt nhập"), parent)
        self._chips = [StateChip(State("not_yet"), self) for _ in range(_COUNT)]
        self._says = label(
            self.tr(
                "Mỗi lượt một người, gõ từ trên xuống theo tờ giấy đã ký. Người nhập lượt 2 không nhìn "
                "thấy lượt 1. Kết quả chỉ hiện khi hai lượt khớp nhau."
            ),
            "caption",
            self,
        )
        self._says.setWordWrap(True)
        self._names = [ElidedLabel("", "caption", self) for _ in range(_COUNT)]
        for chip, name in zip(self._chips, self._names, strict=True):
            row = QHBoxLayout()
            row.setSpacing(style.size("grid"))
            row.addWidget(chip)
            row.addWidget(name, 1)
            self.body.addLayout(row)
        self.body.addSpacing(style.size("inner"))
        self.body.addWidget(self._says)

    def show_entries(self, view: CountingView, editor: EntryEditor | None) -> None:
        """Show who made and who makes an entry; hidden once two entries are made."""
        self.setVisible(view.state in (S.MEETING, S.COUNTED_ONCE))
        for number, chip in enumerate(self._chips, 1):
            made = next((entry for entry in view.entries if entry.number == number), None)
            name = self._names[number - 1]
            if made is not None:
                chip.set_state(State("done", self.tr("Lượt {0}: xong").format(number)))
                name.setText(f"{made.operator.name}, {local(made.made_at):%H:%M}")
            elif editor is not None and number == len(view.entries) + 1:
                chip.set_state(State("doing", self.tr("Lượt {0}: đang nhập").format(number)))
                name.setText(editor.entry.operator.name)
            else:
                chip.set_state(State("not_yet", self.tr("Lượt {0}: chưa nhập").format(number)))
                name.setText("")
        for part in (self._chips[1], self._names[1]):
            part.setVisible(editor is None or not editor.alone)
