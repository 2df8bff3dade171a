"""Forms of how a voting list comes about at a congress."""

from __future__ import annotations

from desktop.printing.congress.listing import (
    candidacy,
    nomination,
    poll_minutes,
    poll_slip,
    voting_list,
    withdrawal,
)
from desktop.printing.congress.listing.personal import PersonalPaper
from desktop.printing.congress.listing.poll import Poll
from desktop.printing.party.letter_form import letter_form

FORMS = (
    letter_form(
        "congress-candidacy", "Đơn ứng cử tại đại hội chi bộ (mẫu tham khảo)", PersonalPaper, candidacy
    ),
    letter_form(
        "congress-nomination", "Phiếu đề cử tại đại hội chi bộ (mẫu tham khảo)", PersonalPaper, nomination
    ),
    letter_form(
        "congress-withdrawal",
        "Đơn xin rút khỏi danh sách bầu cử tại đại hội chi bộ (mẫu tham khảo)",
        PersonalPaper,
        withdrawal,
    ),
    letter_form(
        "congress-poll-slip",
        "Phiếu xin ý kiến về danh sách bầu cử tại đại hội chi bộ (mẫu tham khảo)",
        Poll,
        poll_slip,
    ),
    letter_form(
        "congress-poll-minutes",
        "Biên bản kiểm phiếu xin ý kiến tại đại hội chi bộ (mẫu tham khảo)",
        Poll,
        poll_minutes,
    ),
    letter_form(
        "congress-voting-list",
        "Danh sách bầu cử tại đại hội chi bộ (mẫu tham khảo)",
        voting_list.VotingList,
        voting_list,
    ),
)
