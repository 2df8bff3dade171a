"""One voter without a household beside the list: fields that save when left, and a household made of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.lists.columns import column_words
from desktop.services.people.joining import join_household, undo_joining
from desktop.services.people.voters import VoterDetail, edit_voter, house_voter, voter
from desktop.ui.page.page import Context
from desktop.ui.page.record_panel import RecordPanel
from desktop.ui.page.submitted_question import submitting
from desktop.ui.page.ways import Way
from desktop.ui.people.joining_question import JoiningQuestion
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.wrapping import Wrapping
from desktop.ui.widgets.buttons import quiet
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.field import Field, width_of
from desktop.ui.widgets.fields.text import TextField
from desktop.ui.widgets.labels import label

_WORDS = column_words("voters")

_PLACES = (
    ("name",),
    ("birth", "sex"),
    ("identity",),
    ("ethnic", "without_capacity"),
    ("starts_on",),
    ("end_reason",),
    ("ends_on",),
)


class VoterPanel(RecordPanel):
    """The panel; ``housed`` carries the key of the household that was made of the voter.

    Args:
        context: the open office and the runner.
        parent: the view.
    """

    housed = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._wanted = 0
        self.house = quiet(self.tr("Lập hộ"), self)
        self.house.clicked.connect(lambda _=False: self._house())
        self.join = quiet(self.tr("Vào hộ…"), self)
        self.join.clicked.connect(lambda _=False: self._join())
        # In a narrow panel the buttons stand beneath the hamlet, whose name may be long.
        row = Wrapping(self)
        row.add(self._title, elastic=True)
        buttons = QWidget(row)
        side_by_side = QHBoxLayout(buttons)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.addWidget(self.join)
        side_by_side.addWidget(self.house)
        row.add(buttons)
        self.head.insertWidget(0, row, 1000)
        said = QVBoxLayout()
        note = label(
            self.tr(
                "Có tên trong danh sách cử tri mà không ở hộ nào của sổ. Toàn thể cử tri bầu thì được bầu; "
                "đại diện hộ bầu thì không."
            ),
            "caption",
            self,
        )
        note.setWordWrap(True)
        said.addWidget(note)
        fields = self._fields()
        self.set_fields(fields, _laid(fields), said)

    def load(self, key: int) -> None:
        """Show a voter."""
        self._wanted = key
        workplace = self.context.workplace
        self.context.ask(lambda: voter(workplace, key), self._show, lambda _: None)

    def writing(self, record: VoterDetail, name: str, value: Any) -> Callable[[], VoterDetail]:
        """Return what writes a field of the voter."""
        return partial(edit_voter, self.context.workplace, record.id, name, value)

    def written(self, result: VoterDetail) -> None:
        """Show the voter as it is now."""
        self._show(result)

    def _show(self, detail: VoterDetail) -> None:
        if detail.id == self._wanted:
            self.set_record(detail)
            self.set_title(detail.hamlet)
            for button in (self.join, self.house):
                button.setEnabled(not detail.end_reason and detail.ends_on is None)

    def _join(self) -> None:
        """Ask which household the voter joins; the message that says so offers to take it back."""
        detail: VoterDetail | None = self._record
        if detail is None:
            return
        context, workplace = self.context, self.context.workplace
        said = self.tr("{0} đã vào hộ, thôi trong danh sách cử tri không có hộ.").format(detail.name)
        back = self.tr("{0} lại có tên trong danh sách cử tri không có hộ.").format(detail.name)

        def take_back(member: int) -> None:
            context.do(
                lambda _: undo_joining(workplace, member), done=lambda _: context.told.emit(back, "done")
            )

        def joined(member: int) -> None:
            context.offered.emit(said, "done", Way(self.tr("Hoàn tác"), lambda: take_back(member)))

        submit = submitting(context, partial(join_household, workplace, detail.id), joined)
        JoiningQuestion(self.window(), context, detail, submit).open()

    def _house(self) -> None:
        detail: VoterDetail | None = self._record
        if detail is not None:
            workplace = self.context.workplace
            self.context.do(lambda _: house_voter(workplace, detail.id), done=self.housed.emit)

    def _fields(self) -> dict[str, Field]:
        return {
            "name": TextField(
                self.tr("Họ và tên cử tri"), self, explain=self.tr("Ghi đủ dấu, như trên thẻ.")
            ),
            "birth": TextField(
                _WORDS["birth"],
                self,
                explain=self.tr(
                    "Ngày/tháng/năm, hoặc tháng/năm, hoặc chỉ năm; phần chưa biết thì để trống. Chưa đủ tuổi "
                    "vào ngày bầu thì không có tên trong danh sách; chưa rõ ngày sinh thì có."
                ),
            ),
            "sex": ChoiceField(
                _WORDS["sex"],
                [("", self.tr("Trống")), ("Nam", self.tr("Nam")), ("Nữ", self.tr("Nữ"))],
                self,
                explain=self.tr("Dùng để ghi Ông hay Bà trên giấy tờ."),
            ),
            "identity": TextField(
                _WORDS["identity"],
                self,
                explain=self.tr(
                    "12 số của thẻ căn cước, hoặc 9 số của chứng minh cũ; mọi danh sách đều che bớt."
                ),
            ),
            "ethnic": TextField(_WORDS["ethnic"], self, explain=self.tr("Chỉ ghi khi một biểu mẫu cần tới.")),
            "without_capacity": ChoiceField(
                self.tr("Năng lực hành vi"),
                [(False, self.tr("Đầy đủ")), (True, self.tr("Mất, hạn chế"))],
                self,
                explain=self.tr("Theo quyết định của tòa án; mất hoặc hạn chế thì không bầu."),
            ),
            "starts_on": DateField(
                self.tr("Ở đây từ ngày"), self, explain=self.tr("Để trống là ở từ trước.")
            ),
            "end_reason": ChoiceField(
                self.tr("Còn ở đây"),
                [
                    ("", self.tr("Còn ở")),
                    ("died", self.tr("Đã chết")),
                    ("moved", self.tr("Chuyển đi")),
                    ("away", self.tr("Đi vắng lâu")),
                ],
                self,
                explain=self.tr("Ai đã thôi thì không vào danh sách mới; danh sách đã chốt vẫn giữ nguyên."),
            ),
            "ends_on": DateField(self.tr("Ngày cuối ở đây"), self, explain=self.tr("Chọn lý do thôi trước.")),
        }


def _laid(fields: dict[str, Field]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(style.size("inner"))
    grid.setVerticalSpacing(style.size("grid"))
    for column, share in enumerate((9, 7)):
        grid.setColumnStretch(column, share)
    for row, names in enumerate(_PLACES):
        for column, name in enumerate(names):
            if name == "birth":
                fields[name].box().setMinimumWidth(width_of("28/08/2008"))
            grid.addWidget(fields[name], row, column, 1, 3 - len(names))
    return grid
