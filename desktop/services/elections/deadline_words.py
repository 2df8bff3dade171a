"""The words of deadlines, and how long is left until a day."""

from __future__ import annotations

from datetime import date

from desktop.rules.timeline import Deadline

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
WORDS = {
    "decision_before": "Quyết định và kế hoạch bầu",
    "candidates_before": "Chốt danh sách ứng cử",
    "team_before": "Lập tổ bầu cử",
    "posting_before": "Niêm yết ở nhà văn hóa",
    "recognition": "Công nhận kết quả",
    "held_again": "Bầu lại",
    "election_day": "Ngày bầu cử",
    "again_day": "Họp bầu lại",
    "results": "Gửi kết quả về cấp trên",
}


def day_note(day: date, deadline: Deadline | None, today: date) -> str:
    """Say how long is left until a day, and where it is a day off, by when to be done."""
    left = (day - today).days
    text = "hôm nay" if left == 0 else f"còn {left} ngày" if left > 0 else f"quá hạn {-left} ngày"
    if deadline is not None and left >= 0 and deadline.last_working_day != day:
        last = deadline.last_working_day
        name = WEEKDAYS[day.weekday()] if day.weekday() >= 5 else "ngày nghỉ"
        text += f"; {name}, làm trước {last:%d/%m}" if last < day else ""
    return text
