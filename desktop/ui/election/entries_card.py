"""Who makes which entry, before two entries stand beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.rules.election_state import ElectionState as S
from desktop.services.counting_views import CountingView
from desktop.services.paper_heads import local
from desktop.ui import style
from desktop.ui.election.entry_desk import EntryDesk
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.labels import label
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
                "Mỗi lượt một người, gõ từ trên xuống theo tờ giấy đã ký. Người nhập lượt hai không nhìn "
                "thấy lượt một. Kết quả chỉ hiện khi hai lượt khớp nhau."
            ),
            "caption",
            self,
        )
        self._says.setWordWrap(True)
        for chip in self._chips:
            self.body.addWidget(chip)
        self.body.addSpacing(style.size("inner"))
        self.body.addWidget(self._says)

    def show_entries(self, view: CountingView, desk: EntryDesk | None) -> None:
        """Show who made and who makes an entry; hidden once two entries are made."""
        self.setVisible(view.state in (S.MEETING, S.COUNTED_ONCE))
        for number, chip in enumerate(self._chips, 1):
            made = next((entry for entry in view.entries if entry.number == number), None)
            if made is not None:
                words = self.tr("Lượt {0}: {1}, {2}").format(
                    number, made.operator.name, f"{local(made.made_at):%H:%M}"
                )
                chip.set_state(State("done", words))
            elif desk is not None and number == len(view.entries) + 1:
                words = self.tr("Lượt {0}: {1} đang nhập").format(number, desk.desk.operator.name)
                chip.set_state(State("doing", words))
            else:
                chip.set_state(State("not_yet", self.tr("Lượt {0}: chưa nhập").format(number)))
        self._chips[1].setVisible(desk is None or not desk.alone)
