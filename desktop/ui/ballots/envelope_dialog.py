"""What is asked before the envelopes of the eve are made, and what is said of hamlets that were refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.papers.envelopes import EnvelopeLine, EnvelopeRefused
from desktop.ui.widgets.buttons import Segmented
from desktop.ui.widgets.dialogs.question import Question
from desktop.ui.widgets.findings import Finding, Findings
from desktop.ui.widgets.labels import label
from desktop.wording import refusal_sentence


class EnvelopeDialog(Question):
    """Asks for which hamlets; says what is in an envelope, and where ballots are still to be printed.

    Args:
        lines: the hamlets that are ready.
        code: of the election that is open.
        parent: the window.
    """

    def __init__(self, lines: Sequence[EnvelopeLine], code: str, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("EnvelopeDialog", "Làm phong bì cho ngày bầu"),
            translate(
                "EnvelopeDialog",
                "Mỗi thôn một tệp PDF: phiếu kiểm phong bì, phiếu bầu, biên bản giao nhận, sổ ký nhận, "
                "bảng ghi kết quả và biên bản trắng. Mỗi giấy tờ được giữ trong sổ.",
            ),
            translate("EnvelopeDialog", "Chọn thư mục rồi làm"),
        )
        self._lines, self._code = tuple(lines), code
        own = [line for line in lines if line.code == code]
        words = [line.hamlet for line in own]
        if len(lines) > len(own):
            words.append(self.tr("Cả {0} thôn đã sẵn sàng").format(len(lines)))
        self._own = bool(own)
        self.which = Segmented(words, self)
        self.which.chosen.connect(lambda _: self._say())
        self._freezes = label("", "attention", self)
        self._freezes.setWordWrap(True)
        self.body.addWidget(self.which)
        self.body.addWidget(self._freezes)
        self._say()

    def codes(self) -> list[str]:
        """Return the elections that were chosen."""
        return [line.code for line in self._chosen()]

    def _chosen(self) -> tuple[EnvelopeLine, ...]:
        if self._own and self.which.index() == 0:
            return tuple(line for line in self._lines if line.code == self._code)
        return self._lines

    def _say(self) -> None:
        freezing = sum(line.freezes for line in self._chosen())
        self._freezes.setText(
            self.tr(
                "{0} thôn chưa in phiếu: làm phong bì là in phiếu thật, chốt danh sách hộ và quy định."
            ).format(freezing)
        )
        self._freezes.setVisible(bool(freezing))


class EnvelopeResult(Question):
    """Says which hamlets were refused, and why; where gates did, whether these are let through.

    Args:
        refused: the hamlets.
        made: how many envelopes were made.
        parent: the window.
        at_gates: how many of them a gate of the hamlet's chain refused.
    """

    def __init__(
        self,
        refused: Sequence[EnvelopeRefused],
        made: int,
        parent: QWidget | None = None,
        *,
        at_gates: int = 0,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            parent,
            translate("EnvelopeResult", "{0} thôn chưa làm được phong bì").format(len(refused)),
            translate(
                "EnvelopeResult", "{0} thôn khác đã xong. Thôn chưa được thì dữ liệu vẫn như trước."
            ).format(made),
            translate("EnvelopeResult", "Cho qua có lý do")
            if at_gates
            else translate("EnvelopeResult", "Đã rõ"),
            translate("EnvelopeResult", "Để sau"),
        )
        self.no.setVisible(bool(at_gates))
        findings = Findings(self.tr("Cần xử lý"), self)
        findings.set_findings(
            [Finding("attention", each.hamlet, refusal_sentence(each.refusal)) for each in refused]
        )
        findings.setFixedHeight(220)
        self.body.addWidget(findings)
