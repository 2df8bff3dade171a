"""A whole campaign is cancelled, with a reason and where ballots are printed by a decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.elections.changes import Because, cancel_campaign
from desktop.services.elections.election_list import ElectionLine
from desktop.ui.elections.decision_question import Asked, DecisionQuestion, Refused
from desktop.ui.page.page import Context


def ask_to_cancel_campaign(context: Context, line: ElectionLine, parent: QWidget) -> None:
    """Ask why the campaign of an election is cancelled, and cancel it."""
    say, workplace = QCoreApplication.translate, context.workplace
    asked = Asked(
        say("Cancelling", "Hủy cả đợt “{0}”?").format(line.campaign),
        say(
            "Cancelling",
            "Mọi cuộc bầu của đợt rời bảng Hôm nay và gói gửi; vẫn tìm thấy ở cuối danh sách này. Có thôn đã "
            "in phiếu thì cần quyết định.",
        ),
        say("Cancelling", "Hủy cả đợt"),
        decision=True,
        grave=True,
    )

    def write(_: date | None, why: Because, done: Callable[[object], None], failed: Refused) -> None:
        context.do(lambda _: cancel_campaign(workplace, line.campaign_code, why), done=done, failed=failed)

    DecisionQuestion(parent, asked, write).open()
