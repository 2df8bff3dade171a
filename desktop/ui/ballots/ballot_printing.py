"""From the ballots to a printer or a file: a trial, the real ones, those in place of spoiled ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.errors import Refusal
from desktop.services.papers.ballot_trials import print_trial
from desktop.services.papers.ballots import BallotBook, ballot_book, kept_paper, print_ballots
from desktop.services.papers.delivery import Destination, deliver
from desktop.services.papers.kept import PaperView
from desktop.ui.ballots.reprint_dialog import ReprintDialog
from desktop.ui.page.electors import electors_unit
from desktop.ui.page.gate_question import is_gate, offer_through
from desktop.ui.page.page import Context
from desktop.ui.page.print_dialog import ask_destination, delivered_words, print_paper, printers


class BallotPrinting(QObject):
    """Asks where ballots go, and takes them there; each time of the election whose code it is given.

    ``refused`` carries why nothing was printed: what is on show may no longer be what is kept.

    Args:
        context: the open office and the runner.
        parent: over whose window the questions stand.
    """

    refused = Signal(object)  # Refusal

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent

    def trial(self, code: str) -> None:
        """Print one sheet that nobody could cast; it freezes nothing."""
        self._context.ask(printers, lambda names: self._ask_for_trial(code, names))

    def real(self, code: str) -> None:
        """Say what printing freezes, ask where it goes, and print the real ballots."""
        place = self._context.workplace
        # Read anew: a reserve that was typed just now may not be on show yet.
        self._context.ask(
            lambda: (printers(), ballot_book(place, code)), lambda known: self._ask_for_real(code, *known)
        )

    def again(self, code: str, book: BallotBook) -> None:
        """Send the very ballots that were kept to a printer once more."""
        paper, place = book.printings[0].paper, self._context.workplace
        self._print(
            lambda: kept_paper(place, paper).content,
            self.tr("Gửi lại máy in đúng {0} phiếu đã in?").format(book.copies),
            self.tr(
                "Chỉ dùng khi lần trước máy in không in ra. Sổ phiếu không đổi; "
                "phiếu hỏng thì chọn In lại tờ hỏng."
            ),
            self.tr("Gửi lại"),
            f"phieu-{code}.pdf",
        )

    def spoiled(self, code: str) -> None:
        """Ask how many ballots were spoiled and why, then print what replaces them."""
        dialog = ReprintDialog(self._context, code, self._parent.window())
        if not dialog.exec() or dialog.paper is None:
            return
        paper = dialog.paper
        self._print(
            lambda: paper.content,
            self.tr("In {0} phiếu thay phiếu hỏng").format(paper.copies),
            self.tr("Phiếu hỏng giữ lại để đối chiếu sổ phiếu."),
            self.tr("In"),
            f"phieu-in-lai-{code}.pdf",
        )

    def _ask_for_trial(self, code: str, names: tuple[str, ...]) -> None:
        def send(destination: Destination) -> None:
            self._context.do(
                lambda _: print_trial(self._context.workplace, code, destination),
                done=lambda _: self._tell(delivered_words(self._parent, destination)),
                failed=self.refused.emit,
            )

        ask_destination(
            self._parent,
            names,
            self.tr("In thử một tờ phiếu"),
            self.tr(
                "Tờ thử có chữ “IN THỬ”, không bỏ phiếu được, không tính vào sổ phiếu "
                "và không chốt danh sách."
            ),
            self.tr("In thử"),
            file_name=f"phieu-in-thu-{code}.pdf",
            then=send,
            kind="cut",
        )

    def _ask_for_real(self, code: str, names: tuple[str, ...], book: BallotBook) -> None:
        def send(destination: Destination) -> None:
            # Sent once the ballots are kept: where a printer fails they are sent again.
            self._context.do(
                lambda _: print_ballots(self._context.workplace, code),
                done=lambda paper: self._send(paper, destination),
                failed=lambda refusal: refused(refusal, destination),
            )

        def refused(refusal: Refusal, destination: Destination) -> None:
            if is_gate(refusal):
                offer_through(self._context, self._parent, refusal, lambda: send(destination))
            else:
                self.refused.emit(refusal)

        ask_destination(
            self._parent,
            names,
            self.tr("In {0} phiếu thật, {1} tờ A4?").format(book.copies, book.sheets),
            self.tr(
                "In phiếu thật là chốt danh sách {0} {1} và quy định áp dụng của cuộc bầu này. "
                "Sau đó chỉ bổ sung {1} có lý do, và không đổi được người ứng cử."
            ).format(book.electorate, electors_unit(voters=book.voters)),
            self.tr("Chốt và in {0} tờ").format(book.sheets),
            file_name=f"phieu-{code}.pdf",
            then=send,
            kind="cut",
        )

    def _send(self, paper: PaperView, destination: Destination) -> None:
        words = delivered_words(self._parent, destination)
        self._context.do(
            lambda _: deliver(paper.content, destination),
            done=lambda _: self._tell(self.tr("{0} phiếu: {1}").format(paper.copies, words)),
        )

    def _print(
        self, draw: Callable[[], bytes], headline: str, sentence: str, yes: str, file_name: str
    ) -> None:
        print_paper(
            self._context,
            self._parent,
            draw,
            headline=headline,
            sentence=sentence,
            yes=yes,
            file_name=file_name,
            # Every ballot is counted: none is printed twice by a number in a box.
            kind="cut",
        )

    def _tell(self, words: str) -> None:
        self._context.told.emit(words, "done")
