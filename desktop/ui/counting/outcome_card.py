"""What an agreed count decides: headline, shares with their base and threshold, clause, next step."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.services.counting.counting_views import CountingView, OutcomeView
from desktop.services.elections.clauses import ClauseView
from desktop.ui.widgets import style
from desktop.ui.widgets.card import Card, hairline
from desktop.ui.widgets.drawn.share_bar import ShareBar
from desktop.ui.widgets.icon_view import IconView
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip
from desktop.vietnamese.numerals import level
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
        if self._inside is not None:
            self.body.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget(self)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.size("grid"))
        column.addWidget(self._wrapped(self.headline(outcome), "headline"))
        for share in outcome.shares:
            text = (
                f"{share.votes}/{share.base} {self._unit(outcome)} = {share.percent} %"
                if share.percent
                else self.tr("chưa ghi")
            )
            tick = outcome.needed if outcome.clause.key == "elected" else None
            column.addWidget(ShareBar(share.name, text, share.votes or 0, share.base, tick, self._inside))
        column.addWidget(self._wrapped(self._threshold(outcome), "caption"))
        column.addWidget(hairline(self._inside))
        column.addLayout(self._line("scales", f"{outcome.clause.explanation} {outcome.clause.article}."))
        column.addLayout(self._line("arrow-right", self._next(outcome)))
        column.addLayout(self._checked(outcome.clause))
        self.body.addWidget(self._inside)

    def headline(self, outcome: OutcomeView) -> str:
        """Say in a line what was decided."""
        if outcome.outcome == "elected":
            names = [share.name for share in outcome.shares if share.elected]
            return self.tr("Trúng cử: {0}").format(", ".join(names))
        if outcome.outcome == "no_quorum":
            return self.tr("Chưa đủ người dự: cuộc họp không có giá trị")
        if outcome.outcome == "run_off":
            return self.tr("Bằng phiếu: bầu tiếp giữa {0}").format(self.tr(" và ").join(outcome.tied))
        if outcome.tied:
            return self.tr("{0} bằng phiếu: tổ chức bầu lại").format(self.tr(" và ").join(outcome.tied))
        return self.tr("Chưa đủ {0} số {1}: tổ chức bầu lại").format(_level(outcome), self._unit(outcome))

    def _threshold(self, outcome: OutcomeView) -> str:
        unit = self._unit(outcome)
        if outcome.clause.key == "quorum":
            return self.tr("Dự họp {0}/{1} {2}; cần ít nhất {3} {2} trong danh sách.").format(
                outcome.present, outcome.base, unit, outcome.needed
            )
        if outcome.needed is None:
            return self.tr("Bầu tiếp giữa những người bằng phiếu: ai được nhiều phiếu hơn thì trúng cử.")
        return self.tr("Vạch đen: {0} {2}, {3} của {1} {2} trong danh sách").format(
            outcome.needed, outcome.base, unit, _level(outcome)
        )

    def _next(self, outcome: OutcomeView) -> str:
        if outcome.hold_again_by is not None:
            return self.tr("Bước tiếp: bầu lại chậm nhất ngày {0}.").format(
                f"{outcome.hold_again_by:%d/%m/%Y}"
            )
        if outcome.next == "recognition":
            return self.tr("Bước tiếp: lập biên bản, trình Ủy ban nhân dân xã công nhận.")
        if outcome.next == "run_off":
            return self.tr("Bước tiếp: lập biên bản; Ủy ban nhân dân xã quyết định bầu tiếp.")
        return self.tr("Bước tiếp: lập biên bản; Ủy ban nhân dân xã quyết định bầu lại.")

    def _unit(self, outcome: OutcomeView) -> str:
        words = {"households": self.tr("hộ"), "voters": self.tr("cử tri"), "present": self.tr("người dự")}
        return words.get(outcome.base_kind, self.tr("đảng viên"))

    def _checked(self, clause: ClauseView) -> QLayout:
        words = checked_sentence(clause.checked)
        if clause.checked == "read":
            return self._line("check-circle", words)
        return self._line("warning-fill", words, "amber")

    def _line(self, icon: str, text: str, colour: str = "ink_2") -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(style.size("grid"))
        row.addWidget(IconView(icon, colour, "icon_small", self._inside), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._wrapped(text, "attention" if colour == "amber" else "caption"), 1)
        return row

    def _wrapped(self, text: str, part: str) -> QWidget:
        made = label(text, part, self._inside)
        made.setWordWrap(True)
        return made


def _level(outcome: OutcomeView) -> str:
    return level(outcome.share, at_least=outcome.at_least) if outcome.share is not None else ""
