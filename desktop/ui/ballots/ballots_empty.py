"""What the ballots' step shows where there is nothing to print: nobody stands, or hands are raised."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.empty import EmptyView


def nobody_stands(parent: QWidget, handler: Callable[[], object]) -> EmptyView:
    """Return the view of a step without candidates; ``handler`` goes where they are chosen."""
    return EmptyView(
        "check-square-offset-fill",
        parent.tr("Chưa có người ứng cử"),
        parent.tr("Phiếu in tên người ứng cử. Chọn người ứng cử rồi quay lại bước này."),
        parent.tr("Mở bước Ứng cử"),
        handler,
        "Ctrl+Enter",
        parent=parent,
    )


def roll_is_closed(parent: QWidget, handler: Callable[[], object]) -> EmptyView:
    """Return the view of a vote by show of hands whose roll is closed; ``handler`` leads to the meeting."""
    return EmptyView(
        "hand-palm-fill",
        parent.tr("Bầu giơ tay, không in phiếu"),
        parent.tr("Danh sách hộ đã chốt, khai mạc cuộc họp được."),
        parent.tr("Sang bước Họp"),
        handler,
        "Ctrl+Enter",
        parent=parent,
    )


def hands_are_raised(parent: QWidget, handler: Callable[[], object]) -> EmptyView:
    """Return the view of a vote by show of hands; ``handler`` closes the roll."""
    return EmptyView(
        "hand-palm-fill",
        parent.tr("Bầu giơ tay, không in phiếu"),
        parent.tr("Chốt danh sách hộ để khai mạc được cuộc họp. Đổi hình thức bầu ở bước Ứng cử."),
        parent.tr("Chốt danh sách hộ"),
        handler,
        "Ctrl+Enter",
        parent=parent,
    )
