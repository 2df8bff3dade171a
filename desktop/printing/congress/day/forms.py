"""Forms of what a congress itself issues."""

from __future__ import annotations

from desktop.printing.congress.day import attendance_report, minutes, minutes_facts, resolution
from desktop.printing.party.letter_form import letter_form

FORMS = (
    letter_form(
        "congress-attendance-report",
        "Báo cáo tình hình đảng viên dự đại hội chi bộ (mẫu tham khảo)",
        attendance_report.AttendanceReport,
        attendance_report,
    ),
    letter_form(
        "congress-minutes",
        "Biên bản đại hội chi bộ (mẫu tham khảo)",
        minutes_facts.CongressMinutes,
        minutes,
    ),
    letter_form(
        "congress-resolution",
        "Nghị quyết đại hội chi bộ (mẫu tham khảo)",
        resolution.Resolution,
        resolution,
    ),
)
