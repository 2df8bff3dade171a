"""Where a paper goes: a printer of this computer, or a PDF file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtWidgets import QWidget

from desktop.services.papers.delivery import Destination, deliver
from desktop.ui.page.page import Context
from desktop.ui.widgets.dialogs import Question
from desktop.ui.widgets.fields import ChoiceField
from desktop.ui.widgets.file_choosing import ask_save_file

_FILE = object()


class PrintDialog(Question):
    """Asks on which printer, or whether into a file.

    Args:
        parent: the window.
        printers: names as the system knows them; the usual one first.
        headline: what is printed.
        sentence: what printing means, such as what it freezes.
        yes: what the button does.
    """

    def __init__(
        self, parent: QWidget | None, printers: Sequence[str], headline: str, sentence: str, yes: str
    ) -> None:
        super().__init__(parent, headline, sentence, yes)
        choices: list[tuple[object, str]] = [(name, name) for name in printers]
        choices.append((_FILE, self.tr("Lưu thành tệp PDF")))
        hint = "" if printers else self.tr("Máy này chưa có máy in nào; tệp PDF in được ở máy khác.")
        self.target = ChoiceField(self.tr("In ra"), choices, self, hint=hint)
        self.body.addWidget(self.target)

    def printer(self) -> str | None:
        """Return the chosen printer; None for a file."""
        chosen = self.target.value()
        return chosen if isinstance(chosen, str) else None


def printers() -> tuple[str, ...]:
    """Name the printers, the usual one first; it may take long, so never on the window's thread."""
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
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
) -> None:
    """Ask where a paper goes, and let the program go on.

    Args:
        parent: the page.
        names: of the printers.
        headline: what is printed.
        sentence: what printing means.
        yes: what the button does.
        file_name: offered where a file is chosen.
        then: is given the answer; not called where the person goes back.
    """
    dialog = PrintDialog(parent.window(), names, headline, sentence, yes)

    def chosen() -> None:
        if dialog.printer() is not None:
            then(Destination(printer=dialog.printer()))
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
) -> None:
    """Ask where a paper goes and take it there; ``draw`` runs in the background and gives its bytes."""

    def asked(names: tuple[str, ...]) -> None:
        ask_destination(parent, names, headline, sentence, yes, file_name=file_name, then=send)

    def send(destination: Destination) -> None:
        context.do(
            lambda _: deliver(draw(), destination),
            done=lambda _: context.told.emit(delivered_words(parent, destination), "done"),
        )

    context.ask(printers, asked)


def delivered_words(parent: QWidget, destination: Destination) -> str:
    """Say where a paper went."""
    if destination.path is not None:
        return parent.tr("Đã lưu {0}.").format(destination.path)
    return parent.tr("Đã gửi tới máy in {0}.").format(destination.printer)
