"""What the next package carries, and to whom."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.services.exchange.outbox import Outbox
from desktop.ui.exchange.package_words import hamlet_words, units_words
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip


class TravelsCard(Card):
    """Every finalised count, every minutes, every decision: the whole state, not what changed.

    Args:
        parent: the sending view.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Gói tới"), parent, soft=True)
        self._chip = StateChip(State("not_yet"), self)
        self.head.addWidget(self._chip)
        self._facts = Facts(self)
        self._named = label("", "caption", self)
        self._named.setWordWrap(True)
        self._to = label("", "value", self)
        self._to.setWordWrap(True)
        self._key = label("", "note", self)
        self._key.setWordWrap(True)
        for part in (self._facts, self._named, hairline(self), self._to, self._key):
            self.body.addWidget(part)

    def show_outbox(self, shown: Outbox) -> None:
        """Show what travels now."""
        travels, to = shown.travels, shown.recipient
        if travels is None or not travels.counts:
            self._chip.set_state(State("not_yet", self.tr("chưa có gì")))
            self._facts.set_facts([])
            self._named.setText(self.tr("Chốt ít nhất một kết quả kiểm phiếu thì đóng gói được."))
        else:
            changed = State("doing", self.tr("có số liệu mới"))
            self._chip.set_state(changed if travels.changed else State("same", self.tr("không có gì mới")))
            self._facts.set_facts(
                [
                    (self.tr("Kết quả đã chốt"), units_words(travels.stream, len(travels.counts))),
                    (self.tr("Biên bản đã in"), str(travels.minutes)),
                    (self.tr("Quyết định"), str(travels.decisions)),
                ]
            )
            self._named.setText(hamlet_words(travels.counts))
        if to is None:
            self._to.setText(self.tr("Chưa có thẻ của cơ quan nhận"))
            self._key.setText(self.tr("Nạp thẻ rồi gõ bốn nhóm nghe qua điện thoại."))
            return
        self._to.setText(self.tr("Gửi {0}").format(to.name))
        groups = " ".join(to.fingerprint[start : start + 4].upper() for start in range(0, 16, 4))
        self._key.setText(self.tr("Mã đơn vị {0}, khóa {1} …").format(to.unit, groups))
