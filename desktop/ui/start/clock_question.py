"""The computer's clock does not fit what was already written: is it right?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets.dialogs.question import ask

if TYPE_CHECKING:
    from desktop.services.office.clock_guard import ClockDoubt


def clock_is_right(parent: QWidget, doubt: ClockDoubt) -> bool:
    """Ask whether the computer's date is right though it is before the last entry, or months after it."""
    sentence = parent.tr(
        "Máy đang để {0:%H:%M ngày %d/%m/%Y}, nhưng việc cuối cùng đã ghi lúc {1:%H:%M ngày %d/%m/%Y}. Ngày "
        "trên biên bản và quyết định lấy từ đồng hồ máy, nên hãy chỉnh lại ngày giờ trước nếu sai."
    ).format(doubt.now, doubt.last)
    return ask(
        parent,
        parent.tr("Ngày giờ của máy có đúng không?"),
        sentence,
        parent.tr("Ngày giờ đúng, mở tiếp"),
        parent.tr("Đóng để chỉnh giờ máy"),
        danger=True,
    )
