"""The papers inside the counting step: the check sheet of both entries, the scan of the signed minutes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.services.counting.counting_views import CountingView, counting_view
from desktop.services.office.workplace import Workplace
from desktop.services.papers.check_sheets import CheckFault, CheckLine, draw_check_sheet
from desktop.services.results.scans import AttachmentView, scan_of, signed_minutes
from desktop.ui.counting.count_lines import Line, count_lines
from desktop.ui.counting.finding_words import fields_of
from desktop.ui.page.page import Context
from desktop.ui.page.paper_view import PaperView
from desktop.ui.widgets.findings import Finding


class CountingPapers(QStackedWidget):
    """The count itself, and over it the paper that somebody looks at; Esc goes back.

    Attributes:
        main: the count.
        paper: the paper.

    Args:
        context: the open office.
        parent: the counting step.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.main = QWidget(self)
        self.paper = PaperView(context, self)
        self.paper.closed.connect(self.close_paper)
        self.addWidget(self.main)
        self.addWidget(self.paper)

    def shows_paper(self) -> bool:
        """Tell whether a paper is on show."""
        return self.currentWidget() is self.paper

    def close_paper(self) -> None:
        """Go back to the count."""
        self.setCurrentWidget(self.main)
        self.main.setFocus()

    def show_check_sheet(self, view: CountingView, findings: Sequence[Finding]) -> None:
        """Show both entries and what does not fit, as they stand on the page."""
        place, code = self._context.workplace, view.code
        lines, faults = check_lines(view, findings), check_faults(findings)
        self.setCurrentWidget(self.paper)
        self.paper.show_paper(
            self.tr("Tờ kiểm tra: đọc lại tờ giấy đã ký"),
            lambda: draw_check_sheet(place, code, lines, faults),
            f"to-kiem-tra-{code}.pdf",
        )

    def show_scan(self, scan: AttachmentView) -> None:
        """Show a scan of the signed minutes."""
        place = self._context.workplace
        self.setCurrentWidget(self.paper)
        self.paper.show_paper(
            self.tr("Biên bản giấy đã ký: {0}").format(scan.file_name),
            lambda: scan_of(place, scan),
            f"{scan.file_name.rpartition('.')[0] or scan.file_name}.pdf",
        )


def count_and_scans(
    workplace: Workplace, code: str
) -> tuple[CountingView | None, tuple[AttachmentView, ...]]:
    """Read a count, and the scans of its signed minutes, the newest first."""
    view = counting_view(workplace, code)
    counted = view is not None and (view.made is not None or view.revision > 1)
    return view, signed_minutes(workplace, code) if counted else ()


def check_lines(view: CountingView, findings: Sequence[Finding]) -> list[CheckLine]:
    """Write the lines of the form with both entries, and why a line is to be read again."""
    unlike = QCoreApplication.translate("Count", "lệch")
    made = []
    for line in count_lines(view):
        if not isinstance(line, Line):
            continue
        doubts = [one.code for one in findings if one.code[:1] in ("E", "W") and line.field in fields_of(one)]
        marks = [unlike if code == "W001" else code for code in doubts if code != "W207"]
        made.append(
            CheckLine(
                number=line.number,
                words=line.words,
                first=line.first if line.known is None else line.known,
                second=line.second if line.known is None else line.known,
                mark=", ".join(sorted(marks, key=lambda mark: mark != unlike)),
            )
        )
    return made


def check_faults(findings: Sequence[Finding]) -> list[CheckFault]:
    """Write what does not fit, errors first; what only the program wants is left out."""
    return [CheckFault(words=one.headline, code=one.code) for one in findings if one.code]
