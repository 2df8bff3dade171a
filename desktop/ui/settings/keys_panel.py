"""The office's own card, and the offices whose cards it trusts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.services.exchange.cards import PeerView
from desktop.services.exchange.own_card import OwnCard, card_of_own, save_card, trusted_offices
from desktop.ui.exchange.card_dialog import ask_for_card
from desktop.ui.page.page import Context
from desktop.ui.page.ways import tell_saved
from desktop.ui.settings.panel import Panel
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dialogs.file_choosing import ask_save_file
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.table.columns import Column
from desktop.ui.widgets.table.table import Table

_COLUMNS = 4
_DOES = {
    ("commune", "government"): "Gửi kết quả bầu cử",
    ("commune", "party"): "Gửi kết quả đại hội",
    ("receiving", "government"): "Nhận kết quả bầu cử",
    ("receiving", "party"): "Nhận kết quả đại hội",
}
"""What an office does, by its role and the one stream that its card names."""
_BOTH = {"commune": "Gửi bầu cử và đại hội", "receiving": "Nhận bầu cử và đại hội"}


class KeysPanel(Panel):
    """16 groups to be read out, the card as a file, and the cards of others."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._card: OwnCard | None = None
        self._groups = QGridLayout()
        self._groups.setHorizontalSpacing(style.size("column_gap"))
        self._groups.setVerticalSpacing(style.size("inner"))
        own = Card(self.tr("Thẻ của cơ quan này"), self)
        self.save = secondary(self.tr("Lưu thẻ (.the)"), "download-simple", self)
        self.save.clicked.connect(self.save_card)
        own.head.addWidget(self.save)
        said = label(
            self.tr("Đưa tệp thẻ cho cơ quan kia, rồi đọc 16 nhóm này qua điện thoại khi họ gọi tới."),
            "sentence",
            self,
        )
        said.setWordWrap(True)
        own.body.addWidget(said)
        own.body.addLayout(self._groups)
        self.table = Table(
            [
                Column(self.tr("Thẻ đã tin"), lambda peer: peer.name, weight="medium"),
                Column(self.tr("Mã"), lambda peer: peer.unit, width=90),
                Column(self.tr("Việc"), _does, width=190),
            ],
            self,
            row_height=style.size("row_entry"),
        )
        self.table.hug()
        self._none = label(
            self.tr("Chưa tin thẻ nào. Cần thẻ của cơ quan nhận trước khi đóng gói gửi."), "sentence", self
        )
        self._none.setWordWrap(True)
        for part in (own, self._none, self.table):
            part.setMaximumWidth(self.narrow())
        self.body.addWidget(own)
        self.body.addWidget(self._none)
        self.body.addWidget(self.table, 10)
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Load the card and whom the office trusts."""
        session = self.context.session
        self.context.ask(
            lambda: (card_of_own(session.workplace, session.keys), trusted_offices(session.workplace)),
            lambda found: self._show(*found),
        )

    def primary_word(self) -> str:
        """Name the trusting."""
        return self.tr("Nạp thẻ của cơ quan khác")

    def primary(self) -> None:
        """Choose a card file, then ask for its blanked groups."""
        ask_for_card(self.context, self)

    def save_card(self) -> None:
        """Ask where the card goes, and write it."""
        card = self._card
        if card is None:
            return

        def save(path: Path) -> None:
            self.context.do(
                lambda _: save_card(card, path),
                done=lambda saved: tell_saved(
                    self.context, self.tr("Đã lưu {0}.").format(saved), saved, whole=False
                ),
            )

        words = self.tr("Lưu thẻ của cơ quan"), card.file_name, self.tr("Thẻ cơ quan")
        ask_save_file(self, "cards", *words, save)

    def help_text(self) -> str:
        """Explain the fingerprint."""
        return self.tr(
            "16 nhóm là dấu vân tay của tệp thẻ. Cơ quan kia gõ bốn nhóm bị che theo lời đọc của người ở "
            "đây; sai ba lần thì thẻ bị bỏ. Gọi theo số đã biết từ trước, không lấy số trên thẻ."
        )

    def first(self) -> QWidget | None:
        """Return the button that saves."""
        return self.save

    def _show(self, card: OwnCard, peers: tuple[PeerView, ...]) -> None:
        self._card = card
        clear(self._groups)
        for number, group in enumerate(card.groups):
            cell = QWidget(self)
            row = QHBoxLayout(cell)
            row.setContentsMargins(0, 0, 0, 0)
            place = label(str(number + 1), "note", cell)
            place.setFixedWidth(style.size("key"))
            place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row.addWidget(place)
            row.addWidget(label(group.upper(), "name", cell), 1)
            self._groups.addWidget(cell, number // _COLUMNS, number % _COLUMNS)
        self.table.set_rows(peers)
        self.table.setVisible(bool(peers))
        self._none.setVisible(not peers)


def _does(peer: PeerView) -> str:
    one = peer.streams[0] if len(peer.streams) == 1 else ""
    return _DOES.get((peer.role, one), _BOTH.get(peer.role, ""))
