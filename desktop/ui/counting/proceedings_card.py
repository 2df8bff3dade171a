"""The proceedings of a meeting in facts: when it closed, who approved what, and the way to write them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.services.counting.proceedings import ProceedingsView
from desktop.ui.counting.proceedings_words import approval_word
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.facts import Facts
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip
from desktop.wording import checked_sentence


class ProceedingsCard(Card):
    """What the minutes of the meeting say beside its count; ``asked`` is emitted to write it.

    Args:
        parent: the step of the meeting.
    """

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.set_title(self.tr("Biên bản cuộc họp"))
        self.chip = StateChip(State("not_yet"), self)
        self.facts = Facts(self)
        self.short = label("", "attention", self)
        self.short.setWordWrap(True)
        self.write = quiet(self.tr("Ghi diễn biến"), self)
        self.write.clicked.connect(self.asked)
        self.head.addWidget(self.chip)
        for part in (self.facts, self.short, self.write):
            self.body.addWidget(part)

    def show_view(self, view: ProceedingsView | None) -> None:
        """Show what is written; nothing where nobody meets or the meeting isn't open."""
        self.setVisible(view is not None and view.opened_at is not None)
        if view is None:
            return
        facts = [
            (approval_word(name, by_hands=view.by_hands), str(votes)) for name, votes in view.approvals()
        ]
        if view.closing is not None:
            facts.append((self.tr("Bế mạc"), f"{view.closing:%H:%M}"))
        self.facts.set_facts(facts)
        self.facts.setVisible(bool(facts))
        self.short.setText("\n".join(self._short(view)))
        self.short.setVisible(bool(view.too_few))
        done = view.closing is not None
        self.chip.set_state(
            State("done" if done else "not_yet", self.tr("đã ghi") if done else self.tr("chưa ghi xong"))
        )
        self.write.setVisible(view.editable)

    def _short(self, view: ProceedingsView) -> list[str]:
        said = self.tr("{0}: cần ít nhất {1} trên {2} người dự họp. {3} ({4}) {5}")
        return [
            said.format(
                approval_word(one.field, by_hands=view.by_hands),
                one.needed,
                view.present,
                one.clause.explanation,
                one.clause.article,
                checked_sentence(one.clause.checked),
            ).strip()
            for one in view.too_few
        ]
