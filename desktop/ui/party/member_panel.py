"""One member beside the list: fields saved as each is left, what was stored with a paper, where they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from desktop.services.lists.columns import column_words
from desktop.services.party.member_views import MemberDetail, StandingLine, TimeInBranch, member
from desktop.services.party.members import edit_member
from desktop.services.party.moves import Beginning, arrived, end_standing
from desktop.services.party.post_views import PostLine, posts_of_person
from desktop.services.party.withdrawing import withdraw_leaving, withdraw_standing
from desktop.ui.page.page import Context
from desktop.ui.page.record_panel import RecordPanel
from desktop.ui.page.submitted_question import Asked, DayQuestion
from desktop.ui.party.member_times import times_of
from desktop.ui.party.party_words import standing_detail, standing_state, standing_word
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.buttons import Button, quiet, secondary
from desktop.ui.widgets.card import hairline
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.drawn.history import History
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.fields.text import NumberField, TextField
from desktop.ui.widgets.labels import label
from desktop.ui.widgets.state import State, StateChip
from desktop.vietnamese.theory_levels import THEORY_WORDS

_WORDS = column_words("members")

_MORE_TEXTS = (
    "schooling",
    "qualification",
    "languages",
    "occupation",
    "occupation_before",
    "badge",
    "service",
    "birth_name",
)


class MemberPanel(RecordPanel):
    """The panel.

    Args:
        context: the open office and the runner.
        parent: the page.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted: tuple[int, date | None] = (0, None)
        self._posts: tuple[PostLine, ...] = ()
        self.chip = StateChip(State("not_yet", ""), self)
        self._summary = self._said("")
        self.history = History(self)
        self._going = QVBoxLayout()
        self._going.setSpacing(style.size("inner"))
        self.leave: Button = secondary(self.tr("Chuyển đi, rời…"), None, self)
        self.standing: Button = secondary(self.tr("Đổi tình trạng…"), None, self)
        secret = self._said(
            self.tr(
                "Máy này chỉ giữ danh sách. Không lưu hồ sơ đảng viên: hồ sơ và thẻ là tài liệu mật, giữ "
                "bằng giấy tại Đảng ủy xã."
            )
        )
        fields = self._fields()
        laid = QVBoxLayout()
        laid.setSpacing(style.size("grid"))
        laid.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        laid.addWidget(self._summary)
        laid.addWidget(label(self.tr("Quá trình"), "field", self))
        laid.addWidget(self.history)
        laid.addLayout(self._going)
        laid.addWidget(self.standing)
        laid.addWidget(self.leave)
        laid.addWidget(hairline(self))
        laid.addLayout(_laid(fields))
        past = QVBoxLayout()
        past.addWidget(secret)
        self.set_fields(fields, laid, past)

    def load(self, key: int, on: date | None) -> None:
        """Show a member as of a day."""
        self._wanted = key, on
        workplace = self.context.workplace

        def read() -> tuple[MemberDetail, tuple[PostLine, ...]]:
            found = member(workplace, key, on)
            return found, posts_of_person(workplace, found.person)

        self.context.ask(read, self._show_with_posts, lambda _: None)

    def writing(self, record: MemberDetail, name: str, value: Any) -> Callable[[], MemberDetail]:
        """Return what writes a field of the member."""
        return partial(edit_member, self.context.workplace, record.id, name, value)

    def written(self, result: MemberDetail) -> None:
        """Show the member as now."""
        self._show(result)

    def detail(self) -> MemberDetail | None:
        """Return the member on show."""
        found: MemberDetail | None = self._record
        return found

    def _show_with_posts(self, read: tuple[MemberDetail, tuple[PostLine, ...]]) -> None:
        detail, posts = read
        if detail.id == self._wanted[0]:
            self._posts = posts
        self._show(detail)

    def _show(self, detail: MemberDetail) -> None:
        if detail.id != self._wanted[0]:
            return
        self.set_record(detail)
        self.set_title(detail.name)
        line = detail.line
        mark = standing_state(line) or State("done", "")
        self.chip.set_state(State(mark.kind, standing_word(line.standing)))
        told = (detail.sex, detail.birth[-4:], detail.ethnic, detail.post, standing_detail(line))
        self._summary.setText(", ".join(part for part in told if part))
        self.history.set_times(times_of(detail, self._posts, self.context.workplace.today()))
        self._tell_going(detail)
        here = any(each.ends_on is None for each in detail.branches)
        self.leave.setEnabled(here)
        self.standing.setEnabled(here)

    def _tell_going(self, detail: MemberDetail) -> None:
        """Offer to end what goes on: a standing, or a move that the other branch hasn't answered."""
        clear(self._going)
        for held in detail.standings:
            if held.ends_on is None:
                self._offer(
                    self.tr("Ghi ngày hết {0}…").format(standing_word(held.kind).lower()),
                    partial(self._end, detail, held),
                )
        for left in detail.branches:
            if left.moved_by is not None:
                self._offer(self.tr("Ghi ngày nơi đến đã nhận…"), partial(self._arrived, detail, left))

        # What was written last may have been written of somebody else.
        if detail.standings:
            last = max(detail.standings, key=lambda each: each.id)
            self._offer(
                self.tr("Bỏ ghi nhầm: {0}…").format(standing_word(last.kind).lower()),
                partial(self._withdraw, detail, last),
            )
        if _left(detail) is not None:
            self._offer(self.tr("Bỏ ghi nhầm lần rời chi bộ…"), partial(self._withdraw, detail, None))

    def _withdraw(self, detail: MemberDetail, standing: StandingLine | None) -> None:
        """Ask whether a standing, or the last leaving, was written by mistake."""
        place = self.context.workplace
        if standing is not None:
            said = self.tr("{0}, {1} từ {2:%d/%m/%Y}: coi như chưa từng có. Đã có rồi hết thì ghi ngày hết.")
            asked = said.format(detail.name, standing_word(standing.kind).lower(), standing.starts_on)
        else:
            left = _left(detail)
            asked = self.tr(
                "{0} lại ở {1} như chưa rời; chức vụ thôi giữ vì rời chi bộ được giữ lại nếu chưa có người "
                "khác."
            ).format(detail.name, left.branch if left is not None else "")
        question = Question(self.window(), self.tr("Bỏ điều ghi nhầm?"), asked, self.tr("Bỏ điều này"))

        def write(_: object) -> MemberDetail:
            if standing is not None:
                return withdraw_standing(place, detail.id, standing.id)
            return withdraw_leaving(place, detail.id)

        question.accepted.connect(lambda: self.context.do(write))
        question.open()

    def _offer(self, words: str, asks: Callable[[], None]) -> None:
        button = quiet(words, self)
        button.clicked.connect(lambda _=False: asks())
        self._going.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _said(self, text: str) -> QLabel:
        said = label(text, "caption", self)
        said.setWordWrap(True)
        return said

    def _end(self, detail: MemberDetail, held: StandingLine) -> None:
        workplace = self.context.workplace
        asked = Asked(
            self.tr("{0} thôi {1}").format(detail.name, standing_word(held.kind).lower()),
            self.tr("Từ ngày sau đó tình trạng lại tính theo ngày vào Đảng và ngày chính thức."),
            self.tr("Ghi ngày"),
        )
        DayQuestion(
            self.window(),
            asked,
            self.tr("Ngày cuối"),
            workplace.today(),
            lambda day, done, failed: self.context.do(
                lambda _: end_standing(workplace, detail.id, held.id, day), done=done, failed=failed
            ),
        ).open()

    def _arrived(self, detail: MemberDetail, left: TimeInBranch) -> None:
        workplace = self.context.workplace
        asked = Asked(
            self.tr("Nơi đến đã nhận {0}").format(detail.name),
            self.tr("Ghi ngày nơi đến báo đã tiếp nhận; từ đó thôi nhắc hạn chuyển."),
            self.tr("Ghi ngày"),
        )
        DayQuestion(
            self.window(),
            asked,
            self.tr("Ngày nhận"),
            workplace.today(),
            lambda day, done, failed: self.context.do(
                lambda _: arrived(workplace, detail.id, left.id, day), done=done, failed=failed
            ),
        ).open()

    def _fields(self) -> dict[str, Field]:
        day = self.tr("Ngày/tháng/năm, tháng/năm hoặc chỉ năm; phần chưa biết thì để trống, không đặt 01/01.")
        return {
            "name": TextField(_WORDS["name"], self, explain=self.tr("Ghi đủ dấu, như trên thẻ.")),
            "birth": TextField(_WORDS["birth"], self, explain=day),
            "sex": ChoiceField(
                _WORDS["sex"],
                [("", self.tr("Chưa rõ")), ("Nam", self.tr("Nam")), ("Nữ", self.tr("Nữ"))],
                self,
                explain=self.tr("Như trên thẻ căn cước."),
            ),
            "admitted": TextField(
                _WORDS["admitted"],
                self,
                explain=self.tr("Ngày tổ chức lễ kết nạp; dự bị tính từ ngày này. {0}").format(day),
            ),
            "official": TextField(
                _WORDS["official"],
                self,
                explain=self.tr("Ngày được công nhận chính thức; từ ngày này có quyền biểu quyết."),
            ),
            "post": TextField(_WORDS["post"], self, explain=self.tr("Như danh sách của chi bộ ghi.")),
            "identity": TextField(
                _WORDS["identity"],
                self,
                explain=self.tr("12 số của thẻ căn cước. Mọi danh sách đều che bớt số này."),
            ),
            "card": TextField(
                _WORDS["card"],
                self,
                explain=self.tr("Từ 02/9/2025 số thẻ là số định danh, nên cũng được che trong danh sách."),
            ),
            "ethnic": TextField(_WORDS["ethnic"], self, explain=self.tr("Chỉ ghi khi biểu mẫu cần tới.")),
            "home": TextField(_WORDS["home"], self, explain=self.tr("Xã, tỉnh như danh sách ghi.")),
            "note": TextField(_WORDS["note"], self, explain=self.tr("Điều cần nhớ về dòng này.")),
            "proposed_on": DateField(
                self.tr("Chi bộ đề nghị chính thức"),
                self,
                explain=self.tr(
                    "Ngày chi bộ biểu quyết đề nghị công nhận chính thức. Quá 45 ngày làm việc chưa có quyết "
                    "định thì chi bộ biểu quyết lại; chương trình nhắc ngày ấy."
                ),
            ),
            "card_on": DateField(self.tr("Ngày cấp thẻ"), self, explain=self.tr("Dùng cho sổ phát thẻ.")),
            "list_number": NumberField(
                _WORDS["list_number"],
                self,
                explain=self.tr("Số thứ tự trong danh sách của đảng bộ."),
            ),
            "theory": ChoiceField(
                _WORDS["theory"],
                [("", self.tr("Chưa rõ")), *((word, word) for word in THEORY_WORDS)],
                self,
                explain=self.tr("Trình độ lý luận chính trị cao nhất đã học xong."),
            ),
            "curriculum": TextField(
                _WORDS["curriculum"],
                self,
                explain=self.tr("6 số và chữ của tỉnh, ví dụ 012345 QN; chỉ giữ số, không giữ lý lịch."),
            ),
            "religion": TextField(
                _WORDS["religion"],
                self,
                explain=self.tr("Mẫu 7-HSĐV có cột này; chỉ ghi khi in mẫu ấy."),
            ),
            **{
                name: TextField(_WORDS[name], self, explain=self.tr("Một cột của Mẫu 7-HSĐV."))
                for name in _MORE_TEXTS
            },
        }


def _left(detail: MemberDetail) -> TimeInBranch | None:
    """Return the time in a branch that was left last, where nothing but that move has followed it."""
    times = detail.branches
    moved = len(times) > 1 and times[0].ending is None and times[0].beginning is Beginning.WITHIN
    left = times[1] if moved else times[0] if times else None
    return left if left is not None and left.ending is not None else None


def _laid(fields: Mapping[str, Field]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(style.size("grid"))
    grid.setVerticalSpacing(style.size("grid"))
    rows = (
        ("name",),
        ("birth", "sex"),
        ("admitted",),
        ("official",),
        ("post",),
        ("identity",),
        ("card",),
        ("card_on",),
        ("ethnic",),
        ("religion",),
        ("home",),
        ("schooling",),
        ("theory",),
        ("qualification",),
        ("languages",),
        ("list_number",),
        ("occupation",),
        ("occupation_before",),
        ("curriculum",),
        ("badge",),
        ("service",),
        ("birth_name",),
        ("proposed_on",),
        ("note",),
    )
    for row, names in enumerate(rows):
        for column, name in enumerate(names):
            grid.addWidget(fields[name], row, column, 1, 3 - len(names), Qt.AlignmentFlag.AlignTop)
    return grid
