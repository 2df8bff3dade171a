"""What the cover of a hamlet's envelope says of each paper in it: its title, how many, and of what."""

from __future__ import annotations

from desktop.printing.hamlet_head.day.cover_checklist import EnvelopeItem
from desktop.services.papers.fill.hamlet_head.day.sheets import HANDOVER_COPIES
from desktop.services.papers.kept import BALLOT_FORM, SLIP_FORM

COPIES = {
    "ballot-handover": HANDOVER_COPIES,
    "counting-minutes-blank": 2,
    "handed-out-minutes-blank": 2,
    "meeting-minutes-blank": 2,
}
"""How many copies of a form an envelope holds; one of every other."""

_TITLES = {
    BALLOT_FORM: "Phiếu bầu đã niêm phong",
    SLIP_FORM: "Phiếu lấy ý kiến của hộ gia đình",
    "ballot-handover": "Biên bản giao nhận {word}",
    "sign-in-roll": "Danh sách ký tên, điểm danh",
    "counting-minutes-blank": "Biên bản kiểm phiếu để điền tay",
    "handed-out-minutes-blank": "Biên bản kiểm phiếu phát đến hộ để điền tay",
    "meeting-minutes-blank": "Biên bản cuộc họp để điền tay",
    "tally-sheet": "Bảng ghi kết quả kiểm phiếu",
}


def cover_item(form: str, sheets: int, copies: int, word: str) -> EnvelopeItem:
    """Return a line of the cover: ballots by their number, what comes in copies by these, others by sheets.

    Args:
        form: of the paper.
        sheets: of one copy.
        copies: in the envelope.
        word: for what is marked in the vote, such as ``phiếu bầu``.
    """
    title = _TITLES[form].format(word=word)
    if form in (BALLOT_FORM, SLIP_FORM):
        return EnvelopeItem(paper=title, quantity=copies, unit="phiếu")
    if form in COPIES:
        return EnvelopeItem(paper=title, quantity=copies, unit="bản")
    return EnvelopeItem(paper=title, quantity=sheets, unit="tờ")
