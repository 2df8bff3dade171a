"""From the ballots to a printer or a file: a trial, the real ones, those in place of spoiled ones."""

from __future__ import annotations

from desktop.services.papers.ballot_trials import print_trial as print_trial_sheet
from desktop.services.papers.ballots import BallotBook, ballot_book, kept_paper, print_ballots
from desktop.services.papers.delivery import Destination, deliver
from desktop.services.papers.kept import PaperView
from desktop.ui.ballots.reprint_dialog import ReprintDialog
from desktop.ui.page.print_dialog import ask_destination, delivered_words, print_paper, printers
from desktop.ui.page.step import Step


def print_trial(step: Step) -> None:
    """Print one sheet that nobody could cast; it freezes nothing."""
    code, context = step.code, step.context

    def asked(names: tuple[str, ...]) -> None:
        destination = ask_destination(
            step,
            names,
            step.tr("In thử một tờ phiếu"),
            step.tr(
                "Tờ thử có chữ “IN THỬ”, không bỏ phiếu được, không tính vào sổ phiếu "
                "và không khóa danh sách."
            ),
            step.tr("In thử"),
            f"phieu-in-thu-{code}.pdf",
        )
        if destination is not None:
            step.change(
                lambda _: print_trial_sheet(context.workplace, code, destination),
                "papers",
                done=lambda _: context.told.emit(delivered_words(step, destination), "done"),
            )

    context.ask(printers, asked)


def print_real(step: Step) -> None:
    """Say what printing freezes, ask where it goes, and print the real ballots."""
    code, context = step.code, step.context

    def asked(known: tuple[tuple[str, ...], BallotBook]) -> None:
        names, book = known
        destination = ask_destination(
            step,
            names,
            step.tr("In {0} phiếu thật, {1} tờ A4?").format(book.copies, book.sheets),
            step.tr(
                "In phiếu thật khóa danh sách {0} hộ và quy định áp dụng của cuộc bầu này. "
                "Sau đó chỉ bổ sung hộ có lý do, và không đổi được người ứng cử."
            ).format(book.electorate),
            step.tr("Khóa và in {0} tờ").format(book.sheets),
            f"phieu-{code}.pdf",
        )
        if destination is not None:
            # Sent once the ballots are kept: where a printer fails they are sent again.
            step.change(
                lambda _: print_ballots(context.workplace, code),
                "elections",
                "papers",
                done=lambda paper: _send(step, paper, destination),
            )

    # Read anew: a reserve that was typed just now may not be on show yet.
    context.ask(lambda: (printers(), ballot_book(context.workplace, code)), asked)


def send_again(step: Step, book: BallotBook) -> None:
    """Send the very ballots that were kept to a printer once more."""
    paper, place = book.printings[0].paper, step.context.workplace
    print_paper(
        step.context,
        step,
        lambda: kept_paper(place, paper).content,
        headline=step.tr("Gửi lại máy in đúng {0} phiếu đã khóa?").format(book.copies),
        sentence=step.tr(
            "Chỉ dùng khi lần trước máy in không in ra. Sổ phiếu không đổi; "
            "phiếu hỏng thì chọn In lại tờ hỏng."
        ),
        yes=step.tr("Gửi lại"),
        file_name=f"phieu-{step.code}.pdf",
    )


def print_spoiled(step: Step) -> None:
    """Ask how many ballots were spoiled and why, then print what replaces them."""
    dialog = ReprintDialog(step.context, step.code, step.window())
    if not dialog.exec() or dialog.paper is None:
        return
    paper = dialog.paper
    print_paper(
        step.context,
        step,
        lambda: paper.content,
        headline=step.tr("In {0} phiếu thay phiếu hỏng").format(paper.copies),
        sentence=step.tr("Phiếu hỏng giữ lại để đối chiếu sổ phiếu."),
        yes=step.tr("In"),
        file_name=f"phieu-in-lai-{step.code}.pdf",
    )


def _send(step: Step, paper: PaperView, destination: Destination) -> None:
    step.context.do(
        lambda _: deliver(paper.content, destination),
        done=lambda _: step.context.told.emit(
            step.tr("{0} phiếu: {1}").format(paper.copies, delivered_words(step, destination)), "done"
        ),
    )
