"""How long people's data is kept: a rule for each kind, what is due by it, and deleting that for good."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.people.retention import Deleted, Kept, Rule, delete_due, rules, set_rule
from desktop.ui.page.page import Context
from desktop.ui.settings.panel import Panel
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.text import NumberField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip


class RetentionPanel(Panel):
    """A card for each kind."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.cards = {
            Kept.ENDED: _RuleCard(
                self.tr("Hộ đã thôi"),
                self.tr(
                    "Hộ đã chuyển đi hoặc gộp vào hộ khác. Hộ từng đứng trong danh sách bầu cử giữ lại tên "
                    "và số thứ tự, chỉ xóa ngày sinh, giới tính, số định danh, dân tộc; số liệu các cuộc bầu "
                    "không đổi."
                ),
                self,
            ),
            Kept.MEMBERS: _RuleCard(
                self.tr("Đảng viên đã rời, từ trần"),
                self.tr(
                    "Đảng viên đã chuyển ra ngoài xã, ra khỏi Đảng hoặc từ trần, và người thôi giữ liên hệ "
                    "nơi cư trú. In sổ của kỳ trước khi xóa; người còn đứng tên hộ hoặc chức vụ thì vẫn ở "
                    "các sổ ấy."
                ),
                self,
            ),
            Kept.LISTS: _RuleCard(
                self.tr("Thay đổi của các lần nhập"),
                self.tr(
                    "Giá trị cũ mà mỗi lần nhập danh sách đã thay, giữ để hoàn tác. Xóa rồi thì không hoàn "
                    "tác lần nhập ấy được nữa; sổ hộ không đổi."
                ),
                self,
            ),
        }
        self.in_order = tuple(card.years for card in self.cards.values())
        for kept, card in self.cards.items():
            card.setMaximumWidth(self.narrow())
            card.years.committed.connect(partial(self._set, kept))
            card.delete.clicked.connect(partial(self._ask, kept))
            # In a row the card's greatest width counts where its words break.
            row = QHBoxLayout()
            row.addWidget(card, 1000)
            row.addStretch(1)
            self.body.addLayout(row)
        self.body.addStretch(1)
        self._rules: dict[Kept, Rule] = {}

    def refresh(self) -> None:
        """Read the rules, and what is due by them today."""
        self.context.ask(lambda: rules(self.context.workplace), self._show)

    def help_text(self) -> str:
        """Explain rules."""
        return super().help_text() or self.tr(
            "Dữ liệu cá nhân chỉ nên giữ khi còn cần. Đặt số năm giữ cho từng loại; hết hạn chương trình "
            "không tự xóa mà chờ bấm nút Xóa. Giấy đã in, kết quả đã chốt và nhật ký không bị xóa. Bản sao "
            "lưu cũ vẫn còn dữ liệu: sao lưu lại rồi hủy các bản cũ."
        )

    def _set(self, kept: Kept, years: int | None) -> None:
        self.context.do(
            lambda _: set_rule(self.context.workplace, kept, years), done=self._show, failed=self._refused
        )

    def _refused(self, refusal: object) -> None:
        self.context.runner.failed.emit(refusal)
        self.refresh()

    def _show(self, found: tuple[Rule, ...]) -> None:
        self._rules = {rule.kept: rule for rule in found}
        for kept, card in self.cards.items():
            card.setVisible(kept in self._rules)
        for rule in found:
            self.cards[rule.kept].show_rule(rule)

    def _ask(self, kept: Kept) -> None:
        rule = self._rules[kept]
        headlines = {
            Kept.ENDED: self.tr("Xóa hẳn dữ liệu của {0} hộ đã thôi?"),
            Kept.MEMBERS: self.tr("Xóa hẳn dữ liệu của {0} đảng viên đã rời?"),
            Kept.LISTS: self.tr("Xóa hẳn thay đổi của {0} lần nhập?"),
        }
        until = f"{rule.until:%d/%m/%Y}" if rule.until else ""
        question = Question(
            self.window(),
            headlines[kept].format(rule.due),
            self.tr("Những gì trước ngày {0} sẽ bị xóa và không lấy lại được, kể cả bằng hoàn tác.").format(
                until
            ),
            self.tr("Xóa hẳn"),
            grave=True,
        )
        question.accepted.connect(partial(self._delete, kept))
        question.open()

    def _delete(self, kept: Kept) -> None:
        def tell(done: Deleted) -> None:
            said = {
                Kept.ENDED: self.tr("Đã xóa {0} hộ; {1} hộ đứng trong danh sách bầu cử chỉ còn tên."),
                Kept.MEMBERS: self.tr("Đã xóa dữ liệu của {0} đảng viên đã rời."),
                Kept.LISTS: self.tr("Đã xóa thay đổi của {0} lần nhập."),
            }
            self.context.told.emit(said[kept].format(done.deleted, done.emptied), "done")
            self.refresh()

        self.context.do(lambda _: delete_due(self.context.workplace, kept), done=tell)


class _RuleCard(Card):
    """Years, how much is due, and the button."""

    def __init__(self, headline: str, sentence: str, parent: QWidget) -> None:
        super().__init__(headline, parent)
        self.chip = StateChip(State("not_yet", ""), self)
        self.head.addWidget(self.chip)
        said = label(sentence, "sentence", self)
        said.setWordWrap(True)
        self.years = NumberField(
            self.tr("Giữ trong (năm)"), self, explain=self.tr("Để trống là giữ mãi. Đặt số năm chưa xóa gì.")
        )
        self.delete = secondary(self.tr("Xóa phần đến hạn…"), "trash", self)
        row = QHBoxLayout()
        row.setSpacing(style.size("column_gap"))
        row.addWidget(self.years)
        row.addStretch(1)
        row.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addWidget(said)
        self.body.addLayout(row)
        self.delete.setEnabled(False)

    def show_rule(self, rule: Rule) -> None:
        """Show a rule and what is due by it."""
        self.years.set_value(rule.years)
        self.delete.setEnabled(rule.due > 0)
        if rule.years is None:
            self.chip.set_state(State("not_yet", self.tr("giữ mãi")))
        elif rule.due:
            self.chip.set_state(State("attention", self.tr("{0} đến hạn").format(rule.due)))
        else:
            self.chip.set_state(State("done", self.tr("chưa có gì đến hạn")))
