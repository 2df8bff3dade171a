"""Minutes of the count of ballots, or slips, on the dismissal of a hamlet's head, after forms 02 and 04."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.hamlet_head.dismissal.facts import FORMS, DismissalVote, DismissedHead
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, pen_lines
from desktop.printing.setting.paragraphs import body, count_line, plain, subhead
from desktop.printing.setting.running_text import day_parts, hour_parts, known_name, running_text
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import counted
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import counting_signatures
from desktop.printing.state.titles import titled

_MEMBERS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalCount:
    """What was counted, and by whom; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the minutes.
        head: whom it was about.
        opening: of the count.
        date: of the count.
        venue: where it was held.
        vote: what was counted.
        committee: who counted, the head first; without any, lines for a pen.
        witnesses: two representatives of households.
        copies: how many originals are signed.

    Source: Decree 59/2023/NĐ-CP art. 3.5.c, forms 02 and 04 (rules.md §2, counting committee).
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    head: DismissedHead
    opening: dt.time | None = None
    date: dt.date | None = None
    venue: str | None = None
    vote: DismissalVote
    committee: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()
    copies: int = 3


def draw(count: DismissalCount, *, training: bool) -> bytes:
    """Print the minutes.

    Args:
        count: what they say.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: Decree 59/2023/NĐ-CP, forms 02 and 04; paper.md §4.
    """
    return state_pages(compose(count), training=training)


def compose(count: DismissalCount) -> TextPaper:
    """Put the minutes together, as they are read."""
    return text_paper(count, count.head.file_title("Biên bản kiểm phiếu cho thôi làm"), _story(count))


def _story(count: DismissalCount) -> Iterator[Block]:
    head, vote = count.head, count.vote
    yield state_heading(count.issuer_lines, count.dated)
    yield titled("BIÊN BẢN KIỂM PHIẾU", head.subject("Về việc cho thôi làm"))
    yield running_text(
        "Hôm nay, vào hồi",
        *hour_parts(count.opening),
        ",",
        *day_parts(count.date),
        ", tại",
        known_name(count.venue),
        ", kiểm phiếu về việc cho ông (bà)",
        head.who,
        "thôi làm",
        known_name(head.post),
        f"bằng hình thức {FORMS[vote.form]}.",
    )
    slips = vote.form == "slips"
    yield subhead("Tổ phát phiếu lấy ý kiến gồm:" if slips else "Ban kiểm phiếu gồm các ông (bà) có tên sau:")
    yield from _names(count.committee, 1 + _MEMBERS)
    yield subhead("Đại diện hộ gia đình chứng kiến việc kiểm phiếu gồm:")
    yield from _names(count.witnesses, 2)
    yield subhead("Kết quả kiểm phiếu như sau:")
    yield from vote.lines()
    leader, *members = count.committee or (None,) * (1 + _MEMBERS)
    yield together(
        body(plain(f"Biên bản lập thành {counted(count.copies, 'bản')}, đã đọc lại và nhất trí ký tên./.")),
        counting_signatures(
            witness_head=("ĐẠI DIỆN HỘ GIA ĐÌNH", "CHỨNG KIẾN"),
            witnesses=[*count.witnesses, None, None][:2],
            head_role="Tổ trưởng",
            head=leader,
            members=members,
            signing=("TM. TỔ PHÁT PHIẾU", "CÁC THÀNH VIÊN TỔ PHÁT PHIẾU")
            if slips
            else ("TM. BAN KIỂM PHIẾU", "CÁC THÀNH VIÊN BAN KIỂM PHIẾU"),
        ),
    )


def _names(names: tuple[str, ...], least: int) -> Iterator[Block]:
    if not names:
        for number in range(1, least + 1):
            yield pen_lines(f"{number}.", REST)
    for number, name in enumerate(names, 1):
        yield count_line(plain(f"{number}. {name}."))
