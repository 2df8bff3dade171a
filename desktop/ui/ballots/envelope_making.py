"""Making the envelopes of the eve: for which hamlets, into which folder, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.services.papers.envelopes import (
    Envelope,
    EnvelopeLine,
    EnvelopeRefused,
    envelopes_ready,
    write_envelopes,
)
from desktop.ui.ballots.envelope_dialog import EnvelopeDialog, EnvelopeResult
from desktop.ui.page.gate_question import is_gate, offer_through
from desktop.ui.page.page import Context
from desktop.ui.widgets.dialogs.file_choosing import ask_folder


class EnvelopeMaking(QObject):
    """The questions before envelopes are made, the work with its progress, and the word after it.

    Args:
        context: the open office and the runner.
        parent: over whose window the questions stand.
    """

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._parent = context, parent

    def make(self, code: str) -> None:
        """Ask for which hamlets and where to, then make the envelopes; ``code`` is the election's on show."""
        place = self._context.workplace
        self._context.ask(lambda: envelopes_ready(place, code), lambda lines: self._choose(code, lines))

    def _choose(self, code: str, lines: tuple[EnvelopeLine, ...]) -> None:
        dialog = EnvelopeDialog(lines, code, self._parent.window())
        if not dialog.exec() or not dialog.codes():
            return
        codes = dialog.codes()
        ask_folder(
            self._parent,
            "envelopes",
            self.tr("Thư mục để phong bì"),
            lambda folder: self._write(codes, folder),
        )

    def _write(self, codes: Sequence[str], folder: Path, waiting: Sequence[EnvelopeRefused] = ()) -> None:
        place = self._context.workplace
        self._context.do(
            lambda progress: write_envelopes(place, codes, folder, progress.step),
            done=lambda made: self._tell(made, folder, waiting),
        )

    def _tell(
        self, made: Sequence[Envelope | EnvelopeRefused], folder: Path, waiting: Sequence[EnvelopeRefused]
    ) -> None:
        done = [each for each in made if isinstance(each, Envelope)]
        refused = [each for each in made if isinstance(each, EnvelopeRefused)]
        sheets = sum(each.sheets for each in done)
        if done:
            said = self.tr("Đã làm {0} phong bì, {1} tờ, trong thư mục {2}.")
            self._context.told.emit(said.format(len(done), sheets, folder), "done")
        at_gates = [each for each in refused if is_gate(each.refusal)]
        # Of one hamlet that stands at a gate the question itself says why.
        if refused and not (len(refused) == len(made) == 1 and at_gates):
            result = EnvelopeResult(refused, len(done), self._parent.window(), at_gates=len(at_gates))
            if not result.exec() and at_gates:
                return
        self._offer(folder, (*at_gates, *waiting))

    def _offer(self, folder: Path, at_gates: Sequence[EnvelopeRefused]) -> None:
        """Ask of one hamlet after the other whether its gate is let through; each has a reason of its own."""
        if not at_gates:
            return
        first, *others = at_gates
        offer_through(
            self._context,
            self._parent,
            first.refusal,
            lambda: self._write([first.code], folder, others),
        )
