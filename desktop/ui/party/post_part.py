"""The posts of hamlets, branches, units and the commune: who holds which, since when, by which paper."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.party import posts
from desktop.services.party.organisations import OrganisationLine, organisation_lines
from desktop.services.party.posts import PostLine, Way
from desktop.services.places.hamlets import HamletLine, hamlet_lines
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, DayQuestion
from desktop.ui.party.post_questions import PostQuestion
from desktop.ui.party.structure_part import Empty, StructurePart
from desktop.ui.party.structure_words import post_title, tenure_word, way_word
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column

Loaded = tuple[tuple[PostLine, ...], tuple[HamletLine, ...], tuple[OrganisationLine, ...]]


class PostPart(StructurePart):
    """The list of posts."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        empty = Empty(
            "user-circle-fill",
            _tr("Chưa ghi chức vụ nào"),
            _tr(
                "Trưởng thôn có từ danh sách thôn và kết quả bầu cử; bí thư, cấp ủy, chức vụ khác ghi ở đây."
            ),
            _tr("Ghi người giữ chức vụ…"),
        )
        super().__init__(context, _columns(), _tr("Chức vụ"), empty, parent, key=lambda line: line.id)
        self._hamlets: list[tuple[str, str]] = []
        self._organisations: list[tuple[str, str]] = []
        self.button(self.tr("Thôi giữ chức…"), self.end)
        self.button(self.tr("Bỏ dòng ghi nhầm…"), self.withdraw)

    def load(self) -> None:
        """Read the posts of today."""
        place = self.context.workplace
        self.context.ask(
            lambda: (posts.post_lines(place), hamlet_lines(place), organisation_lines(place)), self._show
        )

    def primary_word(self) -> str:
        """Return what the primary button does."""
        return self.tr("Ghi người giữ chức vụ…")

    def primary(self) -> None:
        """Ask who takes which post."""
        question = PostQuestion(
            self.window(), self.context, self._hamlets, self._organisations, self.submit(posts.begin_post)
        )
        line: PostLine | None = self.table.current()
        if line is not None:
            question.offer(line.kind, line.code)
        question.open()

    def help_text(self) -> str:
        """Explain the list."""
        return self.tr(
            "Mỗi dòng là một người giữ một chức vụ ở một nơi; một người giữ nhiều chức vụ thì có nhiều dòng. "
            "Trưởng thôn bắt đầu giữ chức từ quyết định công nhận, người trước tự thôi. Mới hay tái cử tính "
            "theo người trước; không biết người trước thì ghi chưa rõ, không đoán."
        )

    def show_row(self, line: PostLine) -> None:
        """Show one post."""
        self.card.set_title(line.holder)
        said = [(post_title(line), line.where)]
        if line.way is not None:
            said.append((self.tr("Do"), way_word(line.way)))
        said.append((self.tr("Mới hay tái cử"), tenure_word(line.tenure)))
        said.append(
            (self.tr("Từ ngày"), f"{line.starts_on:%d/%m/%Y}" if line.starts_on else self.tr("chưa rõ"))
        )
        if line.until is not None:
            said.append((self.tr("Đến hết ngày"), f"{line.until:%d/%m/%Y}"))
        if line.number:
            day = f", {line.paper_on:%d/%m/%Y}" if line.paper_on else ""
            said.append((self.tr("Văn bản"), f"{line.number}{day}"))
        if line.local is not None:
            said.append((self.tr("Quê quán"), self.tr("địa phương") if line.local else self.tr("nơi khác")))
        known = {True: self.tr("có"), False: self.tr("không"), None: self.tr("chưa rõ")}
        said.append((self.tr("Đảng viên"), known[line.is_member]))
        if line.person is None:
            said.append((self.tr("Trong sổ"), self.tr("chưa có người này")))
        others = [
            post_title(one)
            for one in self.table.rows()
            if line.person is not None and one.person == line.person and one.id != line.id
        ]
        if others:
            said.append((self.tr("Cùng giữ"), ", ".join(others)))
        self.facts.set_facts(said)

    def end(self) -> None:
        """Ask for the last day of the current one."""
        line: PostLine | None = self.table.current()
        if line is None:
            return
        asked = Asked(
            self.tr("{0} thôi giữ chức {1}").format(line.holder, post_title(line)),
            self.tr("Từ ngày sau đó không còn trong danh sách; các danh sách của những ngày trước vẫn giữ."),
            self.tr("Ghi thôi giữ chức"),
        )
        write = self.submit(lambda place, day: posts.end_post_on(place, line.id, day))
        today = self.context.workplace.today()
        DayQuestion(self.window(), asked, self.tr("Ngày cuối giữ chức"), today, write).open()

    def withdraw(self) -> None:
        """Ask whether the current one was written by mistake."""
        line: PostLine | None = self.table.current()
        if line is None:
            return
        place = self.context.workplace
        question = Question(
            self.window(),
            self.tr("Bỏ dòng ghi nhầm?"),
            self.tr("{0}, {1}: coi như chưa từng giữ. Người đã giữ rồi thôi thì dùng Thôi giữ chức.").format(
                line.holder, post_title(line)
            ),
            self.tr("Bỏ dòng này"),
        )
        question.accepted.connect(lambda: self.context.do(lambda _: posts.withdraw_post(place, line.id)))
        question.open()

    def _show(self, loaded: Loaded) -> None:
        lines, hamlets, organisations = loaded
        self._hamlets = [(one.code, one.full_name) for one in hamlets]
        self._organisations = [(one.code, one.name) for one in organisations]
        people = len({one.person or one.holder for one in lines})
        self.said = self.tr("{0} chức vụ, {1} người").format(len(lines), people)
        self.set_rows(lines)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_tr("Họ và tên"), lambda line: line.holder, sub=post_title, weight="medium"),
        Column(_tr("Ở đâu"), lambda line: line.where, width=232),
        Column(
            _tr("Từ ngày"), lambda line: f"{line.starts_on:%d/%m/%Y}" if line.starts_on else "", width=104
        ),
        Column(
            _tr("Mới, tái cử"),
            lambda line: tenure_word(line.tenure),
            sub=lambda line: way_word(line.way),
            state=_state,
            width=128,
            ground=False,
        ),
    )


def _state(line: PostLine) -> State | None:
    if line.is_over:
        return State("attention")
    return State("doing") if line.way is Way.PROVISIONAL else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
