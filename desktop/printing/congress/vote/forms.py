"""Forms of a vote at a congress."""

from __future__ import annotations

from desktop.printing.ballots.form import ballot_form
from desktop.printing.congress.vote import ballot, counting_minutes, tally_log, tally_sheet
from desktop.printing.congress.vote.ballot_facts import CongressBallot
from desktop.printing.form import Form
from desktop.printing.party.letter_form import letter_form

FORMS = (
    ballot_form(
        "congress-ballot",
        "Phiếu bầu tại đại hội chi bộ, danh sách có số dư (gạch tên)",
        CongressBallot,
        ballot.draw,
    ),
    ballot_form(
        "congress-ballot-agree",
        "Phiếu bầu tại đại hội chi bộ, danh sách không có số dư (đồng ý, không đồng ý)",
        CongressBallot,
        ballot.draw,
    ),
    ballot_form(
        "congress-ballot-single",
        "Phiếu bầu tại đại hội chi bộ, một người (đồng ý, không đồng ý)",
        CongressBallot,
        ballot.draw,
    ),
    ballot_form(
        "congress-ballot-large", "Phiếu bầu tại đại hội chi bộ in chữ lớn", CongressBallot, ballot.draw
    ),
    Form(
        "congress-tally-sheet",
        "Bảng ghi kết quả kiểm phiếu tại đại hội chi bộ",
        tally_sheet.CongressTally,
        tally_sheet.draw,
    ),
    letter_form(
        "congress-tally-log",
        "Nhật ký kiểm từng phiếu tại đại hội chi bộ",
        tally_log.CongressTallyLog,
        tally_log,
    ),
    letter_form(
        "congress-counting-minutes",
        "Biên bản kiểm phiếu của đại hội chi bộ (mẫu tham khảo)",
        counting_minutes.CountingMinutes,
        counting_minutes,
    ),
)
