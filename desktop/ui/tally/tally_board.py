"""What is seen of a count ballot by ballot: how many were read, the lanes, and the cards beside them."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.rules.tally import OTHER, KeyKind, Tally, TallyKey, TallyTotals
from desktop.services.counting.tallies import OpenTally
from desktop.ui.tally.tally_head import TallyProgress
from desktop.ui.tally.tally_keys import KeysCard, SaidCard
from desktop.ui.tally.tally_lane import LaneState
from desktop.ui.tally.tally_lanes import TallyLanes
from desktop.ui.tally.tally_reader import TallyReader
from desktop.ui.tally.tally_reasons import TallyReasons
from desktop.ui.tally.tally_words import (
    beside_lane,
    key_words,
    lane_marks,
    lane_titles,
    marked_lane,
    reason_rows,
    sum_words,
    usual_words,
)
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.scrolling import Scrolling

_CAPS = 16  # keys that are remembered to be shown


class TallyBoard(QWidget):
    """The count as it stands, painted at once after each key.

    Attributes:
        keys: the card of the last keys, with the button that prints all of them.
        card: says what holds, or what is wrong with a key.

    Args:
        opened: the count, with what was stored of it before.
        reader: what it has heard of a ballot that isn't whole yet.
        parent: the screen.
    """

    def __init__(self, opened: OpenTally, reader: TallyReader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened, self._reader = opened, reader
        self._caps = [key_words(reader, opened.form, key) for key in opened.keys[-_CAPS:]]
        self._newest: int | None = None
        self._newest_invalid = False
        titles = lane_titles(opened)
        several_rows = opened.form.ballot == "agree" and not opened.form.one_key
        keys = ["" if several_rows else reader.name_key(place) for place in range(len(titles))]
        self._lanes = TallyLanes(list(zip(keys, titles, strict=True)))
        self._progress = TallyProgress(opened.in_box, self)
        self._reasons = TallyReasons(reader.invalid_key, reason_rows(opened.form), self)
        self.keys = KeysCard(self)
        self.card = SaidCard(usual_words(opened, len(opened.keys)), self)
        lanes, side = Scrolling(self), Scrolling(self)
        lanes.setWidget(self._lanes)
        panel = QWidget()
        beneath = QVBoxLayout(panel)
        beneath.setContentsMargins(0, 0, 0, 0)
        beneath.setSpacing(style.size("page_top"))
        for part in (self._reasons, self.keys, self.card):
            beneath.addWidget(part)
        beneath.addStretch(1)
        side.setWidget(panel)
        side.setFixedWidth(style.size("side_panel_narrow") + style.grown(56))
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        row.addWidget(lanes, 1)
        row.addWidget(side)
        body = QVBoxLayout(self)
        edge = style.size("page_side")
        body.setContentsMargins(edge, style.size("grid"), edge, style.size("page_top"))
        body.setSpacing(style.size("grid"))
        body.addWidget(self._progress)
        body.addLayout(row, 1)

    def take(self, key: TallyKey, row: int) -> None:
        """Remember a key that was taken, and where its mark is the newest.

        Args:
            key: the key.
            row: how many keys of the same ballot came before it.
        """
        self._newest = marked_lane(self._opened.form, key, row)
        self._newest_invalid = key.kind is KeyKind.INVALID
        self._caps = [*self._caps[1 - _CAPS :], key_words(self._reader, self._opened.form, key)]

    def states(self, tally: Tally, totals: TallyTotals) -> list[LaneState]:
        """Return what each lane shows of a count, ``totals`` being its own."""
        form = self._opened.form
        marks = lane_marks(form, totals, tally.open)
        begun = {key.candidate for key in tally.open if key.kind is KeyKind.MARK}
        rows = form.ballot == "agree" and not form.one_key
        return [
            LaneState(
                marks=count,
                newest=place == self._newest,
                chosen=place in begun or (rows and place == len(tally.open)),
                beside=beside_lane(form, totals, place),
            )
            for place, count in enumerate(marks)
        ]

    def show_tally(self, tally: Tally, totals: TallyTotals) -> None:
        """Show how far a count is, ``totals`` being its own."""
        form, reader = self._opened.form, self._reader
        self._lanes.show_states(self.states(tally, totals))
        self._progress.show_read(totals.read, sum_words(form, totals))
        counts = {reason: totals.by_reason(reason) for reason in (*form.reasons, OTHER)}
        self._reasons.show_counts(counts, newest=self._newest_invalid, waits=reader.in_reason)
        begun = [reader.begun] if reader.begun else []
        waits = [reader.invalid_key] if reader.in_reason else []
        self.keys.last.show_keys([*self._caps, *begun, *waits])
        self.card.set_usual(usual_words(self._opened, totals.read))
