"""Forms of what is signed at the count."""

from __future__ import annotations

from desktop.printing.counting.facts import CountingMinutes
from desktop.printing.hamlet_head.count import (
    blank,
    check_sheet,
    meeting_blank,
    meeting_minutes,
    minutes,
    stock_minutes,
    tally_log,
)
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.printing.state.text_form import state_form, state_pen_form

FORMS = (
    state_form("check-sheet", "Tờ kiểm tra số liệu kiểm phiếu", check_sheet.CheckSheet, check_sheet),
    state_form(
        "counting-minutes",
        "Biên bản kiểm phiếu bầu trưởng thôn (theo Mẫu số 02)",
        CountingMinutes,
        minutes,
        blank,
    ),
    state_pen_form(
        "counting-minutes-blank",
        "Biên bản kiểm phiếu để điền tay (theo Mẫu số 02)",
        BlankMinutes,
        blank,
    ),
    state_form(
        "meeting-minutes",
        "Biên bản cuộc họp bầu trưởng thôn (theo Mẫu số 03)",
        meeting_minutes.MeetingMinutes,
        meeting_minutes,
        meeting_blank,
    ),
    state_pen_form(
        "meeting-minutes-blank",
        "Biên bản cuộc họp để điền tay (theo Mẫu số 03)",
        meeting_blank.BlankMeeting,
        meeting_blank,
    ),
    state_form(
        "handed-out-minutes",
        "Biên bản kiểm phiếu phát đến hộ gia đình (theo Mẫu số 04)",
        CountingMinutes,
        minutes,
        blank,
    ),
    state_pen_form(
        "handed-out-minutes-blank",
        "Biên bản kiểm phiếu phát đến hộ để điền tay (theo Mẫu số 04)",
        BlankMinutes,
        blank,
    ),
    state_form("tally-log", "Nhật ký kiểm từng phiếu bầu trưởng thôn", tally_log.HamletTallyLog, tally_log),
    state_form("stock-minutes", "Biên bản xác nhận số phiếu bầu", stock_minutes.StockMinutes, stock_minutes),
)
