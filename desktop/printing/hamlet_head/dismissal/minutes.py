"""Minutes of the meeting on the dismissal of a hamlet's head, after form 03."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.hamlet_head.count.meeting_signatures import meeting_signatures
from desktop.printing.hamlet_head.dismissal.facts import FORMS, DismissalVote, DismissedHead
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.leaders import REST, pen_lines
from desktop.printing.setting.paragraphs import body, count_line, plain, subhead
from desktop.printing.setting.running_text import (
    day_parts,
    hour_parts,
    known,
    known_name,
    running_text,
)
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.titles import titled

_RESULTS = {
    "agreed": "tán thành cho ông (bà) {name} thôi làm {post}. Kết quả này được gửi {sent_to} để xem xét.",
    "not_agreed": "không tán thành cho ông (bà) {name} thôi làm {post}. Kết quả này được gửi {sent_to} để "
    "xem xét, quyết định theo quy định.",
    "too_few": "không đủ người dự để quyết định. Kết quả này được gửi {sent_to}.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DismissalMinutes:
    """What the meeting did; everything that is None becomes a dotted line.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        dated: place and date of the minutes.
        head: whom it was about, and why.
        opening: of the meeting.
        date: of the meeting.
        venue: where it was held.
        chair: who led it; ``secretary`` who wrote the minutes.
        vote: what was counted.
        needed: how many have to agree at least.
        opinions: what was said, in words; empty leaves it out.
        sent_to: to whom the result goes.
        explanation: of figures that contradict each other; empty leaves it out.
        witnesses: two representatives of households.
        front_head: of the Front board, who signs; None leaves a blank.

    Source: Decree 59/2023/NĐ-CP, form 03 (read to I.3) and art. 9; Law 10/2022/QH15 art. 20.2.
    """

    form_label: str
    issuer_lines: tuple[str, ...] = ()
    dated: DateLine
    head: DismissedHead
    opening: dt.time | None = None
    date: dt.date | None = None
    venue: str | None = None
    chair: str | None = None
    secretary: str | None = None
    vote: DismissalVote
    needed: int | None = None
    opinions: str | None = None
    sent_to: str | None = None
    explanation: str = ""
    witnesses: tuple[str, ...] = ()
    front_head: str | None = None


def draw(minutes: DismissalMinutes, *, training: bool) -> bytes:
    """Print the minutes.

    Args:
        minutes: what they say.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: Decree 59/2023/NĐ-CP, form 03; paper.md §4.
    """
    return state_pages(compose(minutes), training=training)


def compose(minutes: DismissalMinutes) -> TextPaper:
    """Put the minutes together, as they are read."""
    title = minutes.head.file_title("Biên bản cuộc họp về việc cho thôi làm")
    return text_paper(minutes, title, _story(minutes), likely=2)


def _story(minutes: DismissalMinutes) -> Iterator[Block]:
    head, vote = minutes.head, minutes.vote
    yield state_heading(minutes.issuer_lines, minutes.dated)
    yield titled("BIÊN BẢN CUỘC HỌP\nCỦA CỘNG ĐỒNG DÂN CƯ", head.subject("Về việc cho thôi làm"))
    yield running_text(
        "Hôm nay, vào hồi",
        *hour_parts(minutes.opening),
        ",",
        *day_parts(minutes.date),
        ", tại",
        known_name(minutes.venue),
        ", cộng đồng dân cư",
        known_name(head.hamlet),
        "họp về việc cho ông (bà)",
        head.who,
        "thôi làm",
        known(head.post),
        ".",
    )
    yield subhead("I. Thành phần tham dự")
    yield running_text("1. Chủ trì:", known(minutes.chair), ".", style=count_line)
    yield running_text("2. Thư ký:", known(minutes.secretary), ".", style=count_line)
    yield subhead("II. Nội dung cuộc họp")
    yield running_text("1. Lý do đề nghị cho thôi:", known(head.reason), ".")
    if minutes.opinions is None:
        yield pen_lines("2. Ý kiến của người được đề nghị cho thôi và của người dự họp:", REST)
    elif minutes.opinions:
        yield body(plain(f"2. Ý kiến tại cuộc họp: {minutes.opinions}."))
    yield body(plain(f"3. Kết quả {FORMS[vote.form]}:"))
    yield from vote.lines()
    if minutes.needed is not None:
        yield running_text(
            f"Cần trên 1/2 tổng số {vote.who} của thôn, ít nhất {minutes.needed} {vote.unit}, tán thành."
        )
    if minutes.explanation:
        yield body(plain(f"Giải trình số liệu: {minutes.explanation}."))
        yield pen_lines("Người giải trình (ký):", REST, after=2)
    yield together(subhead("III. Quyết định của cộng đồng dân cư"), _decided(minutes))
    witnesses = [*minutes.witnesses, None, None][:2]
    yield together(
        body("Biên bản được đọc lại cho mọi người cùng nghe và nhất trí./."),
        *meeting_signatures(
            head.post_short.upper(),
            head=None,
            front_head=minutes.front_head,
            witnesses=witnesses,
            secretary=minutes.secretary,
            chair=minutes.chair,
        ),
    )


def _decided(minutes: DismissalMinutes) -> Block:
    head, result = minutes.head, minutes.vote.result
    if result is None or head.name is None or head.post is None or minutes.sent_to is None:
        return running_text(
            "Cuộc họp (tán thành, không tán thành)",
            known(None),
            "cho ông (bà)",
            head.who,
            "thôi làm",
            known(head.post),
            ".",
        )
    said = _RESULTS[result].format(name=head.name, post=head.post, sent_to=minutes.sent_to)
    return body(plain(f"Cuộc họp {said}"))
