"""The bottom bar of the counting step: what else can be done in each of its states."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.rules.vote_state import VoteState as S
from desktop.services.counting.counting_views import CountingView
from desktop.ui.counting.count_lines import invalid_ballots
from desktop.ui.counting.counting_questions import open_tally
from desktop.ui.counting.entry_editor import EntryEditor
from desktop.ui.widgets.areas.bottom_bar import BottomBar
from desktop.ui.widgets.buttons import secondary


class CountingBar(BottomBar):
    """Plain buttons at the left, each there only while it can be used.

    Args:
        parent: the counting step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tally = secondary(self.tr("Kiểm từng phiếu"), "grid-four", self)
        self.alone = secondary(self.tr("Một người nhập"), "user", self)
        self.leave = secondary(self.tr("Thôi nhập"), None, self)
        self.reasons = secondary(self.tr("Lý do không hợp lệ"), "list-bullets", self)
        self.opinions = secondary(self.tr("Ý kiến khác"), "list-bullets", self)
        self.again = secondary(self.tr("Mở lại kết quả"), "arrow-counter-clockwise", self)
        self.check = secondary(self.tr("In tờ kiểm tra"), "printer", self)
        self.scan = secondary(self.tr("Xem ảnh biên bản giấy"), "image", self)
        for button in (
            self.check,
            self.scan,
            self.tally,
            self.alone,
            self.leave,
            self.reasons,
            self.opinions,
            self.again,
        ):
            self.add_left(button)
            button.hide()

    def offer(self, view: CountingView | None, editor: EntryEditor | None, *, scanned: bool = False) -> None:
        """Offer what can be done now; ``scanned`` says whether there is a scan of the signed minutes."""
        state = view.state if view is not None and editor is None else None
        self.check.setVisible(view is not None and view.state in (S.DIFFERENT, S.AGREED))
        self.scan.setVisible(scanned)
        self.leave.setVisible(editor is not None)
        self.alone.setVisible(state == S.MEETING)
        self._offer_tally(view if editor is None else None)
        self.reasons.setVisible(view is not None and state == S.AGREED and bool(invalid_ballots(view)))
        self.opinions.setVisible(view is not None and state == S.AGREED and view.handed_out)
        self.again.setVisible(state == S.FINALISED)

    def _offer_tally(self, view: CountingView | None) -> None:
        ballots = view is not None and view.ballot != "hands"
        may = view is not None and view.state in (S.MEETING, S.COUNTED_ONCE, S.DIFFERENT)
        self.tally.setVisible(ballots and may)
        begun = open_tally(view) if view is not None and may else None
        if begun is not None:
            self.tally.setText(self.tr("Đọc tiếp từ phiếu {0}").format((begun.read or 0) + 1))
        elif view is not None and view.state == S.DIFFERENT:
            self.tally.setText(self.tr("Kiểm lại từng phiếu"))
        else:
            self.tally.setText(self.tr("Kiểm từng phiếu"))
