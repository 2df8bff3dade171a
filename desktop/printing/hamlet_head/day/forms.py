"""Forms of what the day of the election needs."""

from __future__ import annotations

from desktop.printing.ballots.facts import HamletBallot, HandOutSlip
from desktop.printing.ballots.form import ballot_form
from desktop.printing.counting.roll_facts import SignInRoll
from desktop.printing.counting.tally_facts import TallySheet
from desktop.printing.form import Form
from desktop.printing.hamlet_head.day import (
    ballot,
    ballot_handover,
    cover_checklist,
    hand_out_slip,
    separator_sheet,
    sign_in_roll,
    tally_sheet,
)
from desktop.printing.state.text_form import state_form

FORMS = (
    ballot_form("hamlet-ballot", "Phiếu bầu cử trưởng thôn (gạch tên)", HamletBallot, ballot.draw),
    ballot_form(
        "hamlet-ballot-agree", "Phiếu bầu cử trưởng thôn (đồng ý, không đồng ý)", HamletBallot, ballot.draw
    ),
    ballot_form("hamlet-ballot-large", "Phiếu bầu cử trưởng thôn in chữ lớn", HamletBallot, ballot.draw),
    ballot_form(
        "hand-out-slip",
        "Phiếu lấy ý kiến của hộ gia đình về bầu trưởng thôn",
        HandOutSlip,
        hand_out_slip.draw,
    ),
    state_form("cover-checklist", "Phiếu kiểm phong bì", cover_checklist.CoverChecklist, cover_checklist),
    Form(
        "separator-sheet",
        "Tờ ngăn giữa các chồng giấy",
        separator_sheet.SeparatorSheets,
        separator_sheet.draw,
    ),
    state_form(
        "ballot-handover", "Biên bản giao nhận phiếu bầu", ballot_handover.BallotHandover, ballot_handover
    ),
    Form(
        "sign-in-roll",
        "Danh sách đại diện hộ gia đình ký nhận phiếu, điểm danh",
        SignInRoll,
        sign_in_roll.draw,
    ),
    Form("tally-sheet", "Bảng ghi kết quả kiểm phiếu", TallySheet, tally_sheet.draw),
)
