"""One paper on show: drawn in the background as it will be printed, then printed or saved as it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.papers.delivery import Destination, deliver, deliver_first_sheet
from desktop.services.papers.lines import Gap, PaperLine
from desktop.services.papers.making import MadePapers, make_paper, make_set, make_word, register_printed
from desktop.ui.elections.plan_dialog import PlanDialog
from desktop.ui.page.page import Context
from desktop.ui.page.pdf_view import PdfView
from desktop.ui.page.print_dialog import ask_destination, printers, tell_delivered
from desktop.ui.page.runner import Cancelled, Progress
from desktop.ui.page.step import lay_out
from desktop.ui.page.word_saving import save_as_word
from desktop.ui.papers.paper_panel import PaperPanel
from desktop.ui.papers.paper_words import WHOLE_SET
from desktop.ui.widgets.areas.beside import Beside
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.buttons import secondary
from desktop.ui.widgets.dialogs.file_choosing import ask_save_file
from desktop.ui.widgets.findings import Finding

_PAUSE = 120  # milliseconds on a line before its paper is drawn: arrows pass over many


class PaperPane(QWidget):
    """Preview, panel and bottom bar of a paper.

    Attributes:
        paper: the preview.
        panel: the cards beside it.
        bar: the bottom bar.
        body: the row of preview and panel; a list may be put before them.

    Args:
        context: the open office, the runner and the way to other pages.
        parent: the page.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._codes: tuple[str, ...] = ()
        self._forms: tuple[str, ...] = ()
        self._line: PaperLine | None = None
        self._made: MadePapers | None = None
        self._asked = 0
        self._drawing = False
        self._printer: str | None = None
        self.paper = PdfView(context.runner, self)
        self.panel = PaperPanel(context, self)
        self.panel.asked.connect(self.draw)
        self.panel.counted.connect(self._offer)
        self.panel.findings.opened.connect(self._open)
        self.bar = BottomBar(self)
        self.save = secondary(self.tr("Lưu PDF…"), "file-pdf", self)
        self.save.clicked.connect(lambda _=False: self.save_it())
        self.bar.add_left(self.save)
        self.save_word = secondary(self.tr("Lưu Word…"), "file-text", self)
        self.save_word.setToolTip(self.tr("Để sửa câu chữ. Bản Word không tính là bản đã in."))
        self.save_word.clicked.connect(lambda _=False: self.save_as_word())
        self.bar.add_left(self.save_word)
        self.trial = self.bar.add_secondary(self.tr("In thử tờ đầu"), self.print_first, "printer")
        self.body = Beside()
        self.body.add(self.paper, 3)
        self.body.add_panel(self.panel)
        lay_out(self, self.body, self.bar)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._draw)
        context.runner.busy_changed.connect(self._worked)

    def show_line(self, codes: Sequence[str], line: PaperLine, forms: Sequence[str] = ()) -> None:
        """Show a paper, drawn anew.

        Args:
            codes: of the elections that it is printed for.
            line: the paper; the whole set of a hamlet's stands for ``forms``.
            forms: of that set.
        """
        other = self._line is None or (self._codes, self._line.form) != (tuple(codes), line.form)
        self._codes, self._line, self._forms = tuple(codes), line, tuple(forms)
        self.panel.show_line(line, codes[0] if len(codes) == 1 else "")
        if other:
            self.paper.clear()
        self.draw()
        if self._printer is None:
            self._context.ask(printers, self._name_printer)

    def made(self) -> MadePapers | None:
        """Return what is on show, as it will be printed; None while it is drawn."""
        return self._made

    def draw(self) -> None:
        """Draw the paper anew, before long."""
        self._asked += 1
        self._made = None
        self._offer()
        self._pause.start()

    def hold_back(self) -> None:
        """Let nothing be printed until a line is shown again: what is on show may be true no longer."""
        self._pause.stop()
        self._asked += 1
        self._made, self._drawing = None, True
        self._offer()

    def primary(self) -> None:
        """Do what the primary button says."""
        self.bar.press()

    def print_it(self) -> None:
        """Ask on which printer, and print what is on show as many times as was asked for."""
        if not self.panel.takes_count():
            return
        line, made, copies = self._line, self._made, self.panel.count()
        if line is None or made is None or line.printed_at:
            return
        words = self.tr("In {0} tờ: {1}?").format(made.sheets * copies, line.title)
        sentence = self.tr("Bản in giống hệt bản đang xem.")
        self._send(made, words, sentence, copies=copies)

    def print_first(self) -> None:
        """Print the first sheet alone, to see how the printer draws it."""
        made = self._made
        if made is not None:
            sentence = self.tr("Chỉ tờ đầu của bản đang xem, để xem máy in có lệch hay mờ không.")
            self._send(made, self.tr("In thử tờ đầu"), sentence, trial=True)

    def save_it(self) -> None:
        """Choose a file, and write what is on show into it."""
        made = self._made
        if made is None:
            return
        words = self.tr("Lưu bản in"), self._file_name(), self.tr("Tệp PDF")
        ask_save_file(self, "papers", *words, lambda path: self._deliver(made, Destination(path=path)))

    def save_as_word(self) -> None:
        """Choose a file, and write the one paper on show into it as Word, to be changed; nothing is kept."""
        line, filling, made = self._line, self.panel.chosen_filling(), self._made
        if line is None or filling is None or made is None:
            return
        place, (code,) = self._context.workplace, self._codes
        name, make = Path(self._file_name()).stem, partial(make_word, place, code, line.form, filling)
        save_as_word(self._context, self, name, make)

    def next_problem(self, step: int = 1) -> None:
        """Walk through what is missing."""
        self.panel.walk(self.panel.findings, step)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop drawing: whoever goes elsewhere, or closes the window, waits for no paper left behind."""
        super().hideEvent(event)
        if self._line is not None and self._made is None and not event.spontaneous():
            self.hold_back()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was not drawn to its end."""
        super().showEvent(event)
        if self._line is not None and self._made is None and not event.spontaneous():
            self.draw()

    def _draw(self) -> None:
        line, filling, asked = self._line, self.panel.chosen_filling(), self._asked
        if line is None or filling is None:
            self.paper.clear()
            return
        place, codes = self._context.workplace, self._codes
        forms, photos = self._forms or (line.form,), self.panel.chosen_photos()

        def work(progress: Progress) -> MadePapers:
            def tell(done: int, total: int, word: str) -> None:
                if asked != self._asked:
                    raise Cancelled
                progress.step(done, total, word)

            tell(0, 1, "")
            if len(codes) == 1 and line.form != WHOLE_SET:
                return make_paper(place, codes[0], line.form, filling, photos)
            return make_set(place, codes, forms, filling, tell)

        def drawn(made: MadePapers) -> None:
            if asked == self._asked:
                self._drawing, self._made = False, made
                self.paper.show_pdf(made.content)
                self._offer()

        def refused(refusal: Refusal) -> None:
            if asked == self._asked:
                self._drawing = False
                self.paper.clear()
                self._context.runner.failed.emit(refusal)
                self._offer()

        self._drawing = True
        self._context.runner.run(work, drawn, refused)

    def _worked(self, busy: bool) -> None:
        # Work that somebody stopped calls nobody: the button offers to draw once more.
        if not busy:
            QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if self._drawing and not self._context.runner.is_busy() and not self._pause.isActive():
            self._drawing = False
            self._offer()

    def _offer(self) -> None:
        line, made = self._line, self._made
        ready = made is not None and line is not None and not line.printed_at
        for button in (self.save, self.save_word, self.trial):
            button.setEnabled(ready)
        self.save_word.setVisible(line is not None and line.is_text and len(self._codes) == 1)
        if line is not None and line.printed_at:
            step = line.printed_at
            self.bar.set_primary(
                self.tr("Mở bước Phiếu"), lambda: self._context.go.emit("election", (self._codes[0], step))
            )
        elif made is not None:
            sheets = made.sheets * self.panel.count()
            self.bar.set_primary(self.tr("In {0} tờ").format(sheets), self.print_it, key="Ctrl+P")
        else:
            waits = self._drawing or self._pause.isActive()
            self.bar.set_primary(self.tr("Vẽ lại bản in"), self.draw, enabled=not waits)
        self._tell_note()

    def _tell_note(self) -> None:
        made, words = self._made, ""
        if made is not None and made.left_out:
            left = len({gap.code for gap in made.left_out})
            if self._line is not None and self._line.form != WHOLE_SET:
                words = self.tr("{0} thôn chưa đủ, không có trong bản in").format(left)
            else:
                words = self.tr("{0}/{1} giấy tờ có trong bản in").format(
                    len(made.parts), self._line.elections if self._line is not None else 0
                )
        elif self._printer:
            words = self.tr("Máy in: {0}").format(self._printer)
        self.bar.set_note(words)

    def _name_printer(self, names: tuple[str, ...]) -> None:
        self._printer = names[0] if names else ""
        self._tell_note()

    def _send(
        self, made: MadePapers, headline: str, sentence: str, *, copies: int = 1, trial: bool = False
    ) -> None:
        name = self._file_name()

        def asked(names: tuple[str, ...]) -> None:
            send = partial(self._deliver, made, copies=copies, trial=trial)
            ask_destination(self, names, headline, sentence, self.tr("In"), file_name=name, then=send)

        self._context.ask(printers, asked)

    def _deliver(
        self, made: MadePapers, target: Destination, *, copies: int = 1, trial: bool = False
    ) -> None:
        place = self._context.workplace

        def work(_: Progress) -> None:
            if trial:
                deliver_first_sheet(made.content, target)
                return
            register_printed(place, made)
            deliver(made.content, target, copies)

        told = partial(tell_delivered, self._context, self, target)
        self._context.do(work, done=lambda _: told())

    def _file_name(self) -> str:
        whose = self._codes[0] if len(self._codes) == 1 else self.tr("ca-xa")
        form = self._line.form if self._line is not None and self._line.form else self.tr("ca-bo")
        return f"{form}-{whose}.pdf"

    def _open(self, finding: Finding) -> None:
        gap = finding.target
        if not isinstance(gap, Gap):
            return
        if gap.step == "plan":
            PlanDialog(self._context, gap.code, self.window(), at=gap.field).open()
        else:
            self._context.go.emit("election", (gap.code, gap.step))
