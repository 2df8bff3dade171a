"""Who is in charge of which branch or hamlet, and where nobody is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.party import assignments
from desktop.services.party.assignments import AssignmentLine
from desktop.services.party.organisation_views import organisation_lines
from desktop.services.places.hamlets import hamlet_lines
from desktop.ui.page.page import Context
from desktop.ui.page.submitted_question import Asked, DayQuestion
from desktop.ui.party.post_questions import AssignmentQuestion
from desktop.ui.party.structure_part import Empty, StructurePart
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column

Loaded = tuple[tuple[AssignmentLine, ...], dict[str, str]]


class AssignmentPart(StructurePart):
    """The list of assignments, gaps first."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        empty = Empty(
            "handshake-fill",
            _tr("Chưa có chi bộ, thôn nào để phân công"),
            _tr("Nhập danh sách thôn ở Thôn, bản, hoặc thêm chi bộ ở mục Tổ chức."),
        )
        columns = _columns()
        name = _tr("Phân công phụ trách")
        super().__init__(context, columns, name, empty, parent, key=lambda line: (line.code, line.id))
        self._places: dict[str, str] = {}
        self.button(self.tr("Thôi phụ trách…"), self.end)

    def load(self) -> None:
        """Read the assignments of today."""
        place = self.context.workplace

        def read() -> Loaded:
            places = {line.code: line.name for line in organisation_lines(place)}
            places |= {line.code: line.full_name for line in hamlet_lines(place)}
            return assignments.assignment_lines(place), places

        self.context.ask(read, self._show)

    def primary_word(self) -> str:
        """Return what the primary button does."""
        return self.tr("Phân công…") if self._places else ""

    def primary(self) -> None:
        """Ask who is in charge."""
        today = self.context.workplace.today()
        write = self.submit(assignments.assign)
        question = AssignmentQuestion(self.window(), self.context, self._places, today, write)
        line: AssignmentLine | None = self.table.current()
        if line is not None:
            question.place.set_value(line.code)
        question.open()

    def help_text(self) -> str:
        """Explain the list."""
        return self.tr(
            "Chi bộ và thôn chưa có ai phụ trách đứng đầu; F8 đi tới từng chỗ. Người phụ trách chi bộ cũng "
            "phụ trách các thôn của chi bộ ấy."
        )

    def next_problem(self, step: int) -> bool:
        """Go to the next place of which nobody is in charge."""
        gaps = [line for line in self.every if line.is_gap]
        current = self.table.current()
        if not gaps:
            return False
        at = gaps.index(current) if current in gaps else (-1 if step > 0 else 0)
        wanted = gaps[(at + step) % len(gaps)]
        self.select(lambda line: line is wanted)
        return True

    def words_of(self, line: AssignmentLine) -> str:
        """Return the words by which a place is found: its name, who is in charge."""
        return f"{line.where} {line.holder} {line.duty}"

    def show_row(self, line: AssignmentLine) -> None:
        """Show one place."""
        self.card.set_title(line.where)
        if line.is_gap:
            since = f"{line.since:%d/%m/%Y}" if line.since else self.tr("chưa từng có")
            self.facts.set_facts(
                [(self.tr("Phụ trách"), self.tr("chưa có ai")), (self.tr("Lần cuối"), since)]
            )
            return
        said = [(self.tr("Phụ trách"), line.holder)]
        if line.duty:
            said.append((self.tr("Chức vụ"), line.duty))
        if line.starts_on is not None:
            said.append((self.tr("Từ ngày"), f"{line.starts_on:%d/%m/%Y}"))
        if line.number:
            said.append((self.tr("Văn bản"), line.number))
        self.facts.set_facts(said)

    def end(self) -> None:
        """Ask for the last day of the current one."""
        line: AssignmentLine | None = self.table.current()
        if line is None or line.id is None:
            return
        key = line.id
        asked = Asked(
            self.tr("{0} thôi phụ trách {1}").format(line.holder, line.where),
            self.tr("Nơi này sẽ vào danh sách chưa có ai phụ trách, nếu không còn người khác."),
            self.tr("Ghi thôi phụ trách"),
        )
        write = self.submit(lambda place, day: assignments.end_assignment(place, key, day))
        today = self.context.workplace.today()
        DayQuestion(self.window(), asked, self.tr("Ngày cuối phụ trách"), today, write).open()

    def _show(self, loaded: Loaded) -> None:
        lines, self._places = loaded
        gaps = sum(line.is_gap for line in lines)
        self.said = (
            self.tr("{0} nơi chưa có ai phụ trách").format(gaps) if gaps else self.tr("Nơi nào cũng có người")
        )
        self.set_rows(lines)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_tr("Chi bộ, thôn"), lambda line: line.where, weight="medium"),
        Column(
            _tr("Phụ trách"),
            lambda line: line.holder,
            sub=lambda line: line.duty,
            state=lambda line: State("attention", _tr("Chưa có ai")) if line.is_gap else None,
            width=280,
        ),
        Column(
            _tr("Từ ngày"), lambda line: f"{line.starts_on:%d/%m/%Y}" if line.starts_on else "", width=112
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
