"""Where a paper goes and how: a printer of this computer with copies, pages, sides, tray; or a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.bootstrap import usual_folder
from desktop.services.papers.delivery import Destination, deliver
from desktop.ui.page.page import Context
from desktop.ui.page.page_printer import Abilities, PrintChoices, abilities_of, chosen_pages, print_pages
from desktop.ui.page.print_memory import form_of, remember_choices, remembered_choices
from desktop.ui.page.printer_measure import measured_of
from desktop.ui.page.tray_words import tray_words
from desktop.ui.page.ways import tell_saved
from desktop.ui.widgets import style
from desktop.ui.widgets.dialogs.file_choosing import ask_save_file
from desktop.ui.widgets.dialogs.fitted import fit_height
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.field import Field
from desktop.ui.widgets.fields.text import NumberField, TextField

Kind = Literal["once", "copies", "cut"]
"""Printed once, as what is counted or secret; in as many copies as wanted; once, and cut by its marks."""

_FILE = object()
_MOST_COPIES = 99
_MOST_PAGES = 99_999
CUT_MARKS_WITHIN = 6.5
"""Edge that a printer may leave white, mm: half of each cutting mark of a ballot (4 to 9 mm) is there."""

# What was learnt of the printers when they were last looked for, in the background.
_abilities: dict[str, Abilities] = {}


class PrintDialog(Question):
    """Asks on which printer and how, or whether into a file.

    Args:
        parent: the window.
        printers: names as the system knows them; the usual one first.
        headline: what is printed.
        sentence: what printing means, such as what it freezes.
        yes: what the button does.
        remembered: how this form was printed last.
        kind: of paper.
    """

    def __init__(
        self,
        parent: QWidget | None,
        printers: Sequence[str],
        headline: str,
        sentence: str,
        yes: str,
        *,
        remembered: PrintChoices | None = None,
        kind: Kind = "once",
    ) -> None:
        super().__init__(parent, headline, sentence, yes)
        self._remembered = remembered or PrintChoices()
        self._kind = kind
        choices: list[tuple[object, str]] = [(name, name) for name in printers]
        choices.append((_FILE, self.tr("Lưu thành tệp PDF")))
        hint = "" if printers else self.tr("Máy này chưa có máy in nào; tệp PDF in được ở máy khác.")
        self.target = ChoiceField(self.tr("In ra"), choices, self, hint=hint)
        if self._remembered.printer in printers:
            self.target.set_value(self._remembered.printer)
        self.copies = NumberField(self.tr("Số bản"), self)
        self.copies.set_value(self._remembered.copies)
        self.pages = TextField(self.tr("Trang (trống là tất cả)"), self)
        self.pages.line.setPlaceholderText(self.tr("ví dụ 1-3, 5"))
        self.sides = ChoiceField(self.tr("Mặt giấy"), [], self)
        self.tray = ChoiceField(self.tr("Khay giấy"), [], self)
        self.paper = ChoiceField(self.tr("Khổ giấy"), [], self)
        self.body.addWidget(self.target)
        for row in ((self.copies, self.pages), (self.sides, self.tray, self.paper)):
            line = QHBoxLayout()
            line.setSpacing(style.size("grid"))
            for field in row:
                line.addWidget(field, 1)
            self.body.addLayout(line)
        self.target.combo.currentIndexChanged.connect(lambda _: self._offer())
        self._offer()
        self.target.box().setFocus()

    def printer(self) -> str | None:
        """Return the chosen printer; None for a file."""
        chosen = self.target.value()
        return chosen if isinstance(chosen, str) else None

    def choices(self) -> PrintChoices:
        """Return what was chosen."""
        return PrintChoices(
            printer=self.printer() or "",
            copies=int(self.copies.line.text() or 1) if self._kind == "copies" else 1,
            sides=self.sides.value() or "one",
            tray=self.tray.value(),
            paper=self.paper.value() or "",
            pages=self.pages.line.text(),
        )

    def _offer(self) -> None:
        """Offer what the chosen printer can; what it can't isn't there."""
        name = self.printer()
        can = _abilities.get(name or "", Abilities())
        words = {
            "one": self.tr("Một mặt"),
            "long": self.tr("Hai mặt, lật cạnh dài"),
            "short": self.tr("Hai mặt, lật cạnh ngắn"),
        }
        self._fill(self.sides, [(side, words[side]) for side in can.sides], self._remembered.sides)
        usual: tuple[object, str] = (None, self.tr("Như máy in đặt"))
        trays = [usual, *((tray, tray_words(tray)) for tray in can.trays)]
        self._fill(self.tray, trays, self._remembered.tray)
        papers = [("", self.tr("Như giấy tờ")), *can.papers]
        self._fill(self.paper, papers, self._remembered.paper)
        self.copies.setVisible(name is not None and self._kind == "copies")
        self.pages.setVisible(name is not None)
        for field, least in ((self.sides, 2), (self.tray, 3), (self.paper, 2)):
            field.setVisible(name is not None and field.combo.count() >= least)
        self.target.set_problem(None)
        if self.isVisible():
            fit_height(self)

    def _fill(self, field: ChoiceField, choices: Sequence[tuple[object, str]], wanted: object) -> None:
        field.set_choices(choices)
        if wanted in [value for value, _ in choices]:
            field.set_value(wanted)

    def _agree(self) -> None:
        name = self.printer()
        if name is None:
            self.accept()
            return
        self.copies.set_problem(None)
        self.pages.set_problem(None)
        typed = self.copies.line.text().strip()
        copies = int(typed) if typed.isascii() and typed.isdigit() else 0
        if self._kind == "copies" and not 0 < copies <= _MOST_COPIES:
            self._refuse(self.copies, self.tr("Gõ số bản từ 1 đến 99."))
        elif chosen_pages(self.pages.line.text(), _MOST_PAGES) is None:
            self._refuse(self.pages, self.tr("Gõ số trang, ví dụ 1-3, 5; để trống là in tất cả."))
        elif self._kind == "cut" and _abilities.get(name, Abilities()).margin > CUT_MARKS_WITHIN:
            self._refuse(
                self.target,
                self.tr(
                    "Máy in này chừa lề {0:.0f} mm nên mất dấu cắt phiếu, cắt sẽ lệch. Hãy chọn máy in "
                    "khác, hoặc lưu thành tệp PDF và in ở máy in được sát mép."
                ).format(_abilities[name].margin),
            )
        else:
            self.accept()

    def _refuse(self, field: Field, sentence: str) -> None:
        field.set_problem(sentence)
        box = field.box()
        box.setFocus()
        fit_height(self)


def printers() -> tuple[str, ...]:
    """Name the printers, the usual one first, and learn what they can; never on the window's thread."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    _abilities.clear()
    _abilities.update({name: abilities_of(name) for name in names})
    return tuple(sorted(names, key=lambda name: (name != usual, name)))


def ask_destination(
    parent: QWidget,
    names: Sequence[str],
    headline: str,
    sentence: str,
    yes: str,
    *,
    file_name: str,
    then: Callable[[Destination], None],
    kind: Kind = "once",
) -> None:
    """Ask where a paper goes and how, and let the program go on.

    Args:
        parent: the page.
        names: of the printers.
        headline: what is printed.
        sentence: what printing means.
        yes: what the button does.
        file_name: offered where a file is chosen; how it was printed is remembered for the form in it.
        then: is given the answer; not called where the person goes back.
        kind: of paper.
    """
    home, form = usual_folder(), form_of(file_name)
    dialog = PrintDialog(
        parent.window(),
        names,
        headline,
        sentence,
        yes,
        remembered=remembered_choices(home, form),
        kind=kind,
    )

    def chosen() -> None:
        if dialog.printer() is not None:
            choices = dialog.choices()

            def send(content: bytes, sets: int) -> None:
                print_pages(content, "Hom Phieu", choices, sets, measured_of(home, choices.printer))
                remember_choices(home, form, choices)

            then(Destination(printer=choices.printer, send=send))
            return
        words = dialog.tr("Lưu bản in"), file_name, dialog.tr("Tệp PDF")
        ask_save_file(parent, "papers", *words, lambda path: then(Destination(path=path)))

    dialog.accepted.connect(chosen)
    dialog.open()


def print_paper(
    context: Context,
    parent: QWidget,
    draw: Callable[[], bytes],
    *,
    headline: str,
    sentence: str,
    yes: str,
    file_name: str,
    kind: Kind = "copies",
) -> None:
    """Ask where a paper goes and take it there; ``draw`` runs in the background and gives its bytes."""

    def asked(names: tuple[str, ...]) -> None:
        ask_destination(parent, names, headline, sentence, yes, file_name=file_name, then=send, kind=kind)

    def send(destination: Destination) -> None:
        context.do(
            lambda _: deliver(draw(), destination),
            done=lambda _: tell_delivered(context, parent, destination),
            to=parent,
        )

    context.ask(printers, asked, to=parent)


def tell_delivered(context: Context, parent: QWidget, destination: Destination) -> None:
    """Say where a paper went, and offer to open it where it is a file."""
    words = delivered_words(parent, destination)
    if destination.path is not None:
        tell_saved(context, words, destination.path)
    else:
        context.told.emit(words, "done")


def delivered_words(parent: QWidget, destination: Destination) -> str:
    """Say where a paper went."""
    if destination.path is not None:
        return parent.tr("Đã lưu {0}.").format(destination.path)
    return parent.tr("Đã gửi tới máy in {0}.").format(destination.printer)
