"""What an agreed count decides: headline, shares with their base and threshold, clause, next step."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.counting.counting_views import CountingView, OutcomeView
from desktop.ui.counting.outcome_words import headline, next_words, threshold_words, unit_word
from desktop.ui.widgets import style
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.drawn.seat_line import SeatLine
from desktop.ui.widgets.drawn.share_bar import ShareBar
from desktop.ui.widgets.icon_line import IconLine
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip
from desktop.wording import checked_sentence


class OutcomeCard(Card):
    """Shown only once two entries agree.

    Args:
        parent: the counting step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Kết quả"), parent)
        self._chip = StateChip(State("not_yet", self.tr("chưa chốt")), self)
        self.head.addWidget(self._chip)
        self._inside: QWidget | None = None

    def show_outcome(self, view: CountingView, outcome: OutcomeView) -> None:
        """Show another outcome."""
        if view.made is None:
            self._chip.set_state(State("not_yet", self.tr("chưa chốt")))
        else:
            self._chip.set_state(State("done", self.tr("đã chốt, lần {0}").format(view.made.revision)))
        several = view.base is not None and len(outcome.shares) > 1
        self.set_title(self.tr("Kết quả, {0} ghế").format(view.seats) if several else self.tr("Kết quả"))
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addWidget(self._wrapped(headline(view, outcome), "headline"))
        self._add_shares(column, view, outcome)
        column.addWidget(self._wrapped(threshold_words(view, outcome), "caption"))
        column.addWidget(hairline(self._inside))
        clause = outcome.clause
        column.addWidget(IconLine("scales", f"{clause.explanation} {clause.article}.", self._inside))
        column.addWidget(IconLine("arrow-right", next_words(view, outcome), self._inside))
        read = clause.checked == "read"
        column.addWidget(
            IconLine(
                "check-circle" if read else "warning-fill",
                checked_sentence(clause.checked),
                self._inside,
                attention=not read,
            )
        )
        self.body.addWidget(self._inside)

    def _add_shares(self, column: QVBoxLayout, view: CountingView, outcome: OutcomeView) -> None:
        """Add a bar for each: as on the ballot, and of a congress, which elects several, most votes first."""
        tick = outcome.needed if outcome.clause.key == "elected" else None
        several = view.base is not None and len(outcome.shares) > 1
        shares = sorted(outcome.shares, key=lambda one: -(one.votes or 0)) if several else outcome.shares
        for share in shares:
            figure = f"{share.votes}/{share.base} = {share.percent} %"
            whole = f"{share.votes}/{share.base} {unit_word(outcome)} = {share.percent} %"
            text = (figure if several else whole) if share.percent else self.tr("chưa ghi")
            tied = several and share.name in outcome.tied
            if tied and share.name == next(one.name for one in shares if one.name in outcome.tied):
                left = view.seats - len(outcome.elected)
                words = self.tr("còn {0} ghế cho {1} người").format(left, len(outcome.tied))
                column.addWidget(SeatLine(words, self._inside))
            state = "attention" if tied else "done" if share.elected else ""
            bar = ShareBar(
                share.name,
                text,
                share.votes or 0,
                share.base,
                tick,
                self._inside,
                state=state if several else "",
            )
            column.addWidget(bar)

    def _wrapped(self, text: str, part: str) -> QWidget:
        made = label(text, part, self._inside)
        made.setWordWrap(True)
        return made
