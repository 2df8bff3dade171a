"""The posts of hamlets, branches, units and the commune: who holds which, since when, by which paper."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.party import post_views, posts
from desktop.services.party.organisation_views import OrganisationLine, organisation_lines
from desktop.services.party.post_views import PostLine
from desktop.services.party.posts import PostKind, Tenure, Way
from desktop.services.party.standards import (
    Criterion,
    Fits,
    PostStandard,
    StandardMet,
    set_standard,
    standards,
    who_meets,
)
from desktop.services.places.hamlets import HamletLine, hamlet_lines
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, DayQuestion
from desktop.ui.party.post_questions import PostQuestion
from desktop.ui.party.standard_question import StandardQuestion
from desktop.ui.party.structure_filter import ALL
from desktop.ui.party.structure_part import Empty, StructurePart
from desktop.ui.party.structure_words import post_title, tenure_word, way_word
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column

Standards = tuple[dict[PostKind, PostStandard], dict[int, StandardMet]]
Loaded = tuple[tuple[PostLine, ...], tuple[HamletLine, ...], tuple[OrganisationLine, ...], Standards]


class PostPart(StructurePart):
    """The list of posts; ``wanted`` is the key of one that is gone to once they are read."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        empty = Empty(
            "user-circle-fill",
            _tr("Chưa ghi chức vụ nào"),
            _tr(
                "Trưởng thôn có từ danh sách thôn và kết quả bầu cử; bí thư, cấp ủy, chức vụ khác ghi ở đây."
            ),
            _tr("Ghi người giữ chức vụ…"),
        )
        name, key = _tr("Chức vụ"), lambda line: line.id
        super().__init__(context, _columns(), name, empty, parent, key=key, choices=_choices())
        self.wanted: int | None = None
        self._hamlets: list[tuple[str, str]] = []
        self._organisations: list[tuple[str, str]] = []
        self._standards: dict[PostKind, PostStandard] = {}
        self._met: dict[int, StandardMet] = {}
        self.row_button(self.tr("Tiêu chuẩn…"), self.standard)
        self.row_button(self.tr("Thôi giữ chức…"), self.end)
        self.row_button(self.tr("Bỏ dòng ghi nhầm…"), self.withdraw)

    def load(self) -> None:
        """Read the posts of today."""
        place = self.context.workplace

        def read() -> Loaded:
            lines = post_views.post_lines(place)
            met = who_meets(place, {line.id: line.kind for line in lines})
            return lines, hamlet_lines(place), organisation_lines(place), (standards(place), met)

        self.context.ask(read, self._show)

    def primary_word(self) -> str:
        """Return what the primary button does."""
        return self.tr("Ghi chức vụ…")

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

    def words_of(self, line: PostLine) -> str:
        """Return the words by which a post is found: who holds it, what it is, where."""
        return f"{line.holder} {post_title(line)} {line.where}"

    def fits(self, line: PostLine, chosen: str) -> bool:
        """Tell whether a post is one of those that were chosen."""
        if chosen in _GROUPS:
            return line.kind in _GROUPS[chosen]
        met = self._met.get(line.id)
        return {
            "not_local": line.local is False,
            "provisional": line.way is Way.PROVISIONAL,
            "new": line.tenure is Tenure.NEW,
            "not_member": line.is_member is not True,
            "below": met is not None and met.fits is not Fits.YES,
        }.get(chosen, True)

    def show_row(self, line: PostLine) -> None:
        """Show one post."""
        self.card.set_title(line.holder)
        said = [(self.tr("Chức vụ"), post_title(line)), (self.tr("Ở đâu"), line.where)]
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
            for one in self.every
            if line.person is not None and one.person == line.person and one.id != line.id
        ]
        met = self._met.get(line.id)
        if met is not None:
            said.append((self.tr("Tiêu chuẩn"), _met_words(met)))
        if others:
            said.append((self.tr("Cùng giữ"), ", ".join(others)))
        self.facts.set_facts(said)

    def standard(self) -> None:
        """Ask what is asked of whoever holds the kind of post on show."""
        line: PostLine | None = self.table.current()
        if line is not None:
            kind = line.kind
            write = self.submit(lambda place, said: set_standard(place, kind, said))
            StandardQuestion(self.window(), kind, self._standards.get(kind), write).open()

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
        lines, hamlets, organisations, (self._standards, self._met) = loaded
        self._hamlets = [(one.code, one.full_name) for one in hamlets]
        self._organisations = [(one.code, one.name) for one in organisations]
        people = len({one.person or one.holder for one in lines})
        self.said = self.tr("{0} chức vụ, {1} người").format(len(lines), people)
        if self._met:
            fits = sum(met.fits is Fits.YES for met in self._met.values())
            self.said += self.tr("; {0}/{1} đạt tiêu chuẩn").format(fits, len(self._met))
        self.set_rows(lines)
        wanted, self.wanted = self.wanted, None
        if wanted is not None:
            self.select(lambda line: line.id == wanted)


_GROUPS = {
    "hamlets": posts.OF_HAMLETS,
    "organisations": (PostKind.SECRETARY, PostKind.DEPUTY_SECRETARY, PostKind.COMMITTEE_MEMBER),
    "units": (PostKind.UNIT_HEAD,),
    "commune": posts.OF_THE_COMMUNE,
}


def _choices() -> list[tuple[str, str]]:
    return [
        (ALL, _tr("Tất cả")),
        ("organisations", _tr("Bí thư, cấp ủy")),
        ("hamlets", _tr("Của thôn, khu phố")),
        ("units", _tr("Thủ trưởng cơ quan, đơn vị")),
        ("commune", _tr("Của xã")),
        ("not_local", _tr("Không phải người địa phương")),
        ("provisional", _tr("Lâm thời")),
        ("new", _tr("Mới giữ chức")),
        ("not_member", _tr("Không phải, chưa rõ là đảng viên")),
        ("below", _tr("Chưa đạt, chưa rõ tiêu chuẩn")),
    ]


def _met_words(met: StandardMet) -> str:
    """Say whether a holder meets the standard, and by what not or what is missing."""
    words = {
        Criterion.YOUNGEST: _tr("tuổi tối thiểu"),
        Criterion.OLDEST: _tr("tuổi tối đa"),
        Criterion.SCHOOLING: _tr("học vấn"),
        Criterion.QUALIFICATION: _tr("chuyên môn"),
        Criterion.THEORY: _tr("lý luận"),
    }
    for fits, said in ((Fits.NO, _tr("chưa đạt: {0}")), (Fits.UNKNOWN, _tr("thiếu số liệu: {0}"))):
        named = [words[criterion] for criterion, each in met.criteria.items() if each is fits]
        if named:
            return said.format(", ".join(named))
    return _tr("đạt")


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
