"""The organisations of the commune: the list, one beside it, and what becomes of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.office.workplace import Workplace
from desktop.services.party import organisation_views, organisations
from desktop.services.party.gathering import gather_hamlets, hamlets_gathered
from desktop.services.party.organisation_views import OrganisationLine
from desktop.services.party.organisations import OrganisationKind
from desktop.services.party.terms import add_term, lengthen_term
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked
from desktop.ui.party.organisation_questions import (
    Changed,
    ChangeQuestion,
    Gathered,
    GatherQuestion,
    LengthenQuestion,
    OrganisationQuestion,
    TermQuestion,
)
from desktop.ui.party.structure_filter import ALL
from desktop.ui.party.structure_part import Empty, StructurePart
from desktop.ui.party.structure_words import organisation_kind_word, term_words
from desktop.ui.widgets.buttons import Button, quiet
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column

Loaded = tuple[
    tuple[OrganisationLine, ...], tuple[tuple[str, str], ...], tuple[tuple[str, tuple[str, ...]], ...]
]


class OrganisationPart(StructurePart):
    """The list of organisations."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        empty = Empty(
            "tree-structure-fill",
            _tr("Chưa có đảng bộ, chi bộ nào"),
            _tr("Thêm đảng bộ xã trước, rồi từng chi bộ: thôn, cơ quan, trường học, đơn vị, doanh nghiệp."),
            _tr("Thêm đảng bộ, chi bộ…"),
        )
        name, key = _tr("Đảng bộ, chi bộ"), lambda line: line.code
        super().__init__(context, _columns(), name, empty, parent, key=key, choices=_choices())
        self._free: dict[str, str] = {}
        self.undo: Button = quiet(self.tr("Hoàn tác sáp nhập"), self)
        self.undo.clicked.connect(lambda _=False: self._undo())
        self.card.body.addWidget(self.undo)
        self.findings = Findings(self.tr("Cần xem"), self)
        self.findings.opened.connect(self._open)
        self.panel.add(self.findings)
        self.gathers = self.row_button(self.tr("Ghép thôn…"), self.gather)
        self.of_living = [
            self.row_button(self.tr("Đổi tên…"), self.rename),
            self.row_button(self.tr("Nhiệm kỳ…"), self.term),
            self.row_button(self.tr("Kéo dài…"), self.lengthen),
            self.row_button(self.tr("Kết thúc…"), self.end),
        ]
        self.button(self.tr("Sáp nhập…"), self.merge)

    def load(self) -> None:
        """Read the organisations."""
        place = self.context.workplace

        def read() -> Loaded:
            return (
                organisation_views.organisation_lines(place, ended=True),
                organisation_views.hamlets_without_branch(place),
                organisation_views.branches_to_merge(place),
            )

        self.context.ask(read, self._show)

    def primary_word(self) -> str:
        """Return what the primary button does."""
        return self.tr("Thêm chi bộ…")

    def primary(self) -> None:
        """Ask for a new organisation."""
        add = self.submit(organisations.add_organisation)
        OrganisationQuestion(self.window(), self._free, add).open()

    def help_text(self) -> str:
        """Explain the list."""
        return self.tr(
            "Đảng bộ xã và các chi bộ thuộc mọi loại. Nhiệm kỳ là dữ liệu của từng chi bộ: ngày đại hội, "
            "ngày cuối, kéo dài đến ngày nào theo quyết định nào. Chi bộ sáp nhập: đảng viên và thôn theo "
            "sang, đại hội tính lại từ lần thứ nhất; hoàn tác được khi chưa có gì dựa vào chi bộ mới."
        )

    def next_problem(self, step: int) -> bool:
        """Walk through what wants a person."""
        return self.panel.walk(self.findings, step) is not None

    def words_of(self, line: OrganisationLine) -> str:
        """Return the words by which an organisation is found: name, kind, hamlets, what it was made of."""
        return " ".join((line.name, organisation_kind_word(line.kind), *line.hamlets, *line.predecessors))

    def fits(self, line: OrganisationLine, chosen: str) -> bool:
        """Tell whether an organisation is one of those that were chosen."""
        if chosen == "joint":
            return len(line.hamlets) > 1
        if chosen == "ended":
            return line.is_ended
        if chosen == "over":
            return not line.is_ended and (line.term is None or line.term.is_over)
        if chosen == "lengthened":
            return line.term is not None and line.term.lengthened_until is not None
        return not chosen or line.kind.value == chosen

    def show_row(self, line: OrganisationLine) -> None:
        """Show one organisation."""
        self.card.set_title(line.name)
        said = [(self.tr("Loại"), organisation_kind_word(line.kind))]
        if line.hamlets:
            joint = len(line.hamlets) > 1
            said.append((self.tr("Chi bộ ghép") if joint else self.tr("Thôn"), ", ".join(line.hamlets)))
        said.append((self.tr("Đảng viên"), str(line.members)))
        said.append((self.tr("Nhiệm kỳ"), term_words(line.term)))
        if line.term is not None and line.term.lengthened_until is not None:
            by = " ".join(filter(None, (line.term.lengthened_by, line.term.lengthened_number)))
            said.append((self.tr("Kéo dài"), f"{line.term.lengthened_until:%d/%m/%Y}, {by}"))
        elif line.term is not None and line.term.ends_on is not None:
            said.append((self.tr("Đến hết ngày"), f"{line.term.ends_on:%d/%m/%Y}"))
        if line.starts_on is not None:
            said.append((self.tr("Từ ngày"), f"{line.starts_on:%d/%m/%Y}"))
        if line.predecessors:
            said.append((self.tr("Lập từ"), ", ".join(line.predecessors)))
        if line.decision.is_known():
            decision = line.decision
            parts = (decision.number, decision.issuer)
            said.append((self.tr("Theo văn bản"), ", ".join(part for part in parts if part)))
        self.facts.set_facts(said)
        if line.ends_on is not None:
            said.append((self.tr("Ngày cuối"), f"{line.ends_on:%d/%m/%Y}"))
            self.facts.set_facts(said)
        self.undo.setText(self.tr("Hoàn tác kết thúc") if line.is_ended else self.tr("Hoàn tác sáp nhập"))
        self.undo.setVisible(line.change is not None)
        for button in self.of_living:
            button.setVisible(not line.is_ended)
        self.gathers.setVisible(bool(line.hamlets) and not line.is_ended)

    def gather(self) -> None:
        """Ask which hamlets the current one gathers."""
        line = self._current()
        if line is None:
            return
        place, free, today = self.context.workplace, self._free, self.context.workplace.today()

        def ask(held: dict[str, str]) -> None:
            def does(place: Workplace, said: Gathered) -> None:
                gather_hamlets(place, line.code, said.codes, said.day or today)

            write = self.submit(does)
            GatherQuestion(self.window(), line.name, {**held, **free}, tuple(held), today, write).open()

        self.context.ask(lambda: hamlets_gathered(place, line.code), ask)

    def rename(self) -> None:
        """Ask for another name of the current one."""
        line = self._current()
        if line is None:
            return
        asked = Asked(
            self.tr("Đổi tên {0}").format(line.name),
            self.tr("Bỏ trống ngày nếu chỉ sửa chữ viết sai; có ngày thì giấy tờ trước đó giữ tên cũ."),
            self.tr("Đổi tên"),
        )

        def write(place: Workplace, answer: Changed) -> None:
            organisations.rename_organisation(place, line.code, answer.name, answer.day, answer.decision)

        day = (self.tr("Từ ngày, nếu đổi thật"), None)
        ChangeQuestion(self.window(), asked, self.submit(write), name=line.name, day=day).open()

    def term(self) -> None:
        """Ask for a term of the current one."""
        line = self._current()
        if line is not None:
            write = self.submit(lambda place, new: add_term(place, line.code, new))
            TermQuestion(self.window(), line.name, write).open()

    def lengthen(self) -> None:
        """Ask until when the term of the current one is lengthened."""
        line = self._current()
        if line is None:
            return
        if line.term is None:
            self.context.told.emit(
                self.tr("{0} chưa ghi nhiệm kỳ; ghi nhiệm kỳ trước.").format(line.name), "attention"
            )
            return
        term = line.term.id
        write = self.submit(lambda place, how: lengthen_term(place, term, how))
        LengthenQuestion(self.window(), line.name, write).open()

    def merge(self, ticked: tuple[str, ...] = ()) -> None:
        """Ask which branches become one."""
        line = self._current()
        if line is None:
            return
        kinds = (OrganisationKind.COMMITTEE,)
        living = (one for one in self.every if not one.is_ended)
        offered = {one.code: one.name for one in living if one.kind not in kinds}
        asked = Asked(
            self.tr("Sáp nhập chi bộ"),
            self.tr("Đảng viên và thôn theo sang; cấp ủy cũ thôi giữ chức, cấp trên chỉ định cấp ủy mới."),
            self.tr("Sáp nhập"),
        )

        def write(place: Workplace, answer: Changed) -> None:
            day = answer.day or place.today()
            organisations.merge_branches(place, answer.codes, answer.name, day, answer.decision)

        ChangeQuestion(
            self.window(),
            asked,
            self.submit(write),
            name="",
            day=(self.tr("Từ ngày"), self.context.workplace.today()),
            branches=offered,
            ticked=ticked or (line.code,),
        ).open()

    def end(self) -> None:
        """Ask for the last day of the current one."""
        line = self._current()
        if line is None:
            return
        asked = Asked(
            self.tr("Kết thúc {0}").format(line.name),
            self.tr("Chỉ khi không còn đảng viên; danh sách của những ngày trước vẫn giữ, hoàn tác được."),
            self.tr("Kết thúc"),
        )

        def write(place: Workplace, answer: Changed) -> None:
            organisations.end_organisation(place, line.code, answer.day or place.today(), answer.decision)

        day = (self.tr("Ngày cuối"), self.context.workplace.today())
        ChangeQuestion(self.window(), asked, self.submit(write), name=None, day=day).open()

    def _undo(self) -> None:
        line = self._current()
        if line is not None and line.change is not None:
            place, batch = self.context.workplace, line.change
            said = (
                self.tr("Đã hoàn tác; {0} như trước khi kết thúc.").format(line.name)
                if line.is_ended
                else self.tr("Đã hoàn tác; các chi bộ như trước khi sáp nhập.")
            )
            self.context.do(
                lambda _: organisations.undo_change(place, batch),
                done=lambda _: self.context.told.emit(said, "done"),
            )

    def _open(self, target: Any) -> None:
        if isinstance(target, tuple):
            self.merge(target)
        else:
            self.primary()

    def _current(self) -> OrganisationLine | None:
        line: OrganisationLine | None = self.table.current()
        return line

    def _show(self, loaded: Loaded) -> None:
        lines, free, several = loaded
        self._free = dict(free)
        living = [line for line in lines if not line.is_ended]
        branches = sum(line.kind is not OrganisationKind.COMMITTEE for line in living)
        over = sum(line.term is not None and line.term.is_over for line in living)
        said = self.tr("{0} chi bộ").format(branches)
        self.said = said + (self.tr("; {0} hết nhiệm kỳ").format(over) if over else "")
        self.set_rows(lines)
        self.findings.set_findings(
            [
                *(
                    Finding(
                        "attention",
                        self.tr("{0} ở nhiều chi bộ").format(hamlet),
                        self.tr("Sau sáp nhập thôn, các chi bộ chờ sáp nhập theo quyết định của Đảng ủy."),
                        target=codes,
                    )
                    for hamlet, codes in several
                ),
                *(
                    Finding(
                        "attention",
                        self.tr("{0} chưa có chi bộ").format(name),
                        self.tr(
                            "Chưa có đảng viên hoặc sinh hoạt ghép: thêm chi bộ, hoặc chọn vào chi bộ ghép."
                        ),
                        target=code,
                    )
                    for code, name in free
                ),
            ]
        )
        self.findings.setVisible(bool(free or several))


def _choices() -> list[tuple[str, str]]:
    kinds = [kind for kind in OrganisationKind if kind is not OrganisationKind.COMMITTEE]
    return [
        (ALL, _tr("Tất cả")),
        *((kind.value, organisation_kind_word(kind)) for kind in kinds),
        ("joint", _tr("Chi bộ ghép")),
        ("over", _tr("Hết, chưa rõ nhiệm kỳ")),
        ("lengthened", _tr("Nhiệm kỳ kéo dài")),
        ("ended", _tr("Đã kết thúc")),
    ]


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            _tr("Đảng bộ, chi bộ"),
            lambda line: line.name,
            sub=_beneath,
            weight="medium",
        ),
        Column(
            _tr("Đảng viên"),
            _members,
            width=88,
            align="right",
        ),
        Column(
            _tr("Nhiệm kỳ"), lambda line: term_words(line.term), state=_term_state, width=176, ground=False
        ),
        Column(
            _tr("Đến hết ngày"),
            lambda line: f"{line.term.last_day:%d/%m/%Y}" if line.term and line.term.last_day else "",
            sub=lambda line: _tr("kéo dài") if line.term and line.term.lengthened_until else "",
            width=112,
        ),
    )


def _members(line: OrganisationLine) -> str:
    return "" if line.kind is OrganisationKind.COMMITTEE or line.is_ended else str(line.members)


def _beneath(line: OrganisationLine) -> str:
    if line.is_ended:
        return _tr("đã kết thúc {0:%d/%m/%Y}").format(line.ends_on)
    return ", ".join(line.hamlets) if len(line.hamlets) > 1 else organisation_kind_word(line.kind)


def _term_state(line: OrganisationLine) -> State | None:
    if line.is_ended:
        return None
    return State("attention") if line.term is None or line.term.is_over else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
