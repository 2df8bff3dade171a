"""The minutes of a congress: bodies, reports, votes with their results, resolution; two pages."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.congress.day.minutes_facts import CongressMinutes
from desktop.printing.congress.day.minutes_votes import blank_votes, vote_blocks
from desktop.printing.congress.facts import Hands
from desktop.printing.congress.vote.tables import DEDUCTIONS
from desktop.printing.congress.wording import (
    closing_mark,
    comrades,
    figure,
    in_figures,
    on_one_line,
    other_hands,
    term_words,
    with_bold,
)
from desktop.printing.party.letter_heading import CONGRESS_BLANKS, letter_heading
from desktop.printing.party.letter_signatures import PartySigning, party_signatures
from desktop.printing.party.letter_text import close_text, party_subhead
from desktop.printing.party.letter_title import letter_title
from desktop.printing.party.letters import letter_pages
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.leaders import NUMBER, REST, Part
from desktop.printing.setting.paragraphs import PAGES
from desktop.printing.setting.running_text import (
    day_parts,
    hour_parts,
    known,
    known_name,
    running_text,
)
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, tied

_FREE = 25.0
_ROW = 7.2
_BLANK_ROWS = 6


def draw(minutes: CongressMinutes, *, training: bool) -> bytes:
    """Print the minutes.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``, ``paper.qr``.
    """
    return letter_pages(compose(minutes), training=training)


def compose(minutes: CongressMinutes) -> TextPaper:
    """Put the paper together, as it is read."""
    title = f"Biên bản {minutes.congress.name or 'Đại hội chi bộ'}"
    return text_paper(minutes, title, _story(minutes), digest=minutes.digest, likely=2)


def _story(minutes: CongressMinutes) -> Iterator[Block]:
    yield letter_heading(minutes.issuer_lines, minutes.dated, blanks=CONGRESS_BLANKS)
    yield letter_title("BIÊN BẢN", on_one_line(minutes.congress))
    yield from _opening(minutes)
    yield party_subhead("I. Bầu các cơ quan của Đại hội")
    yield running_text(*_bodies(minutes), style=close_text)
    yield party_subhead("II. Khai mạc, chương trình, tình hình đảng viên")
    yield running_text(*_opened(minutes), style=close_text)
    for said in minutes.let_through:
        yield running_text(said, style=close_text)
    yield party_subhead("III. Báo cáo và thảo luận")
    yield running_text(*_reports(minutes), style=close_text)
    yield party_subhead("IV. Phát biểu của cấp trên")
    yield running_text(known(minutes.superior_speech), style=close_text)
    yield party_subhead("V. Bầu cử")
    yield _base(minutes)
    for number, vote in enumerate(minutes.votes or blank_votes(minutes.congress), 2):
        yield from vote_blocks(vote, number, minutes.base)
    yield party_subhead("VI. Nghị quyết")
    yield running_text(*_resolution(minutes), style=close_text)
    end = closing_mark(minutes.dated)
    yield together(
        running_text(
            "Đại hội bế mạc hồi",
            *hour_parts(minutes.closed),
            "cùng ngày. Biên bản gồm",
            *_pages(minutes),
            *figure(minutes.copies, "bản,"),
            f"đã đọc trước Đại hội và được nhất trí{end}",
            style=close_text,
        ),
        party_signatures(
            [
                PartySigning(authority="THƯ KÝ ĐẠI HỘI", name=minutes.secretary),
                PartySigning(authority=minutes.congress.chair_signs, name=minutes.chair),
            ],
            free=_FREE,
        ),
    )


def _pages(minutes: CongressMinutes) -> list[Part]:
    """Say how many pages there are, or leave it to the pen that fills in the rest of the sentence."""
    if minutes.closed is None or minutes.copies is None:
        return [NUMBER, "trang, lập thành"]
    return [f"{tied(f'{PAGES} trang')}, lập thành"]


def _opening(minutes: CongressMinutes) -> Iterator[Block]:
    congress = minutes.congress
    yield running_text(
        "Từ",
        *hour_parts(minutes.opened),
        "đến",
        *hour_parts(minutes.closed),
        ",",
        *day_parts(congress.held_on),
        ", tại",
        known_name(minutes.venue),
        ",",
        known_name(congress.branch),
        "tiến hành Đại hội lần thứ",
        known(congress.ordinal, NUMBER),
        ",",
        *term_words(congress),
        ".",
        style=close_text,
    )
    guests: list[Part]
    if minutes.guests is None:
        guests = ["Khách mời:", REST, "."]
    else:
        guests = [f"Khách mời: {'; '.join(minutes.guests)}."] if minutes.guests else []
    yield running_text(
        "Có mặt",
        *in_figures(minutes.present, minutes.convened),
        "đảng viên được triệu tập (chính thức",
        *in_figures(minutes.present_official, minutes.convened_official),
        ", dự bị",
        *in_figures(minutes.present_probationary, minutes.convened_probationary),
        ").",
        *guests,
        style=close_text,
    )


def _bodies(minutes: CongressMinutes) -> list[Part]:
    presidium, secretaries, chair = minutes.presidium, minutes.secretaries, minutes.congress.chair
    count: list[Part] = [NUMBER, "đồng chí:"]
    if minutes.congress.one_chair:
        chair, count = f"{chair}: đồng chí", []
    elif presidium:
        count = [tied(f"{count_text(len(presidium))} đồng chí:")]
    word = "đồng chí" if len(secretaries) < 2 else f"{count_text(len(secretaries))} đồng chí"
    return [
        chair,
        *count,
        comrades(presidium) if presidium else REST,
        *_agreed(minutes.presidium_hands),
        f". Thư ký: {word}",
        comrades(secretaries) if secretaries else REST,
        *_agreed(minutes.secretaries_hands),
        ".",
    ]


def _agreed(hands: Hands | None, words: str = " tán thành", *, mark: str = "") -> list[Part]:
    if hands is None:
        return ["(", *in_figures(None, None), f"{words.strip()}){mark}"]
    others = other_hands(hands)
    raised = f"{count_text(hands.approving)}/{count_text(hands.present)}"
    # Where somebody didn't agree, it is said what the first figure is.
    said = f"{raised} tán thành, {others}" if others else f"{raised}{words}"
    return [f"({said}){mark}"]


def _opened(minutes: CongressMinutes) -> list[Part]:
    reached = minutes.quorum_reached
    least: Part = tied(f"ít nhất {minutes.quorum}") if minutes.quorum else "số quy định"
    said: list[Part] = ["đạt (chưa đạt) ít nhất", known(minutes.quorum, NUMBER)]
    if reached is not None:
        said = [f"{'đạt' if reached else 'chưa đạt'} {least}"]
    return [
        "Đồng chí",
        known_name(minutes.opener and tied(minutes.opener)),
        "khai mạc. Đại hội thông qua chương trình, quy chế làm việc",
        *_agreed(minutes.programme_hands, ""),
        ". Đồng chí",
        known_name(minutes.attendance_by and tied(minutes.attendance_by)),
        "báo cáo tình hình đảng viên dự Đại hội; Đại hội ghi nhận có mặt",
        *in_figures(minutes.present_official, minutes.convened_official),
        "đảng viên chính thức,",
        *said,
        ".",
    ]


def _reports(minutes: CongressMinutes) -> list[Part]:
    told: list[Part] = ["Đồng chí", REST, "trình bày Báo cáo", REST, "."]
    if minutes.reports:
        parts = [f"đồng chí {tied(one.by)} trình bày {one.report}" for one in minutes.reports]
        whole = "; ".join(parts)
        told = [f"{whole[0].upper()}{whole[1:]}."]
    if minutes.speakers is None and minutes.discussed is not None:
        return [*told, f"Đại hội thảo luận, tập trung vào {minutes.discussed}."]
    return [
        *told,
        "Có",
        *figure(minutes.speakers, "đồng chí"),
        "phát biểu, tập trung vào",
        known(minutes.discussed),
        ".",
    ]


def _base(minutes: CongressMinutes) -> Block:
    committee = minutes.committee
    named: list[Part] = [
        NUMBER,
        "đồng chí",
        *_agreed(minutes.committee_hands, "", mark=":"),
        REST,
    ]
    if committee:
        head, *others = committee
        count = tied(f"{count_text(len(committee))} đồng chí")
        members = f"; {comrades(others)}, ủy viên" if others else ""
        named = [
            count,
            *_agreed(minutes.committee_hands, "", mark=":"),
            f"{tied(head)}, Trưởng ban{members}",
        ]
    deducted: list[Part] = ["trừ", NUMBER, "(", REST, "), còn"]
    if minutes.base is not None:
        away = sum(one.members or 0 for one in minutes.deducted)
        reasons = "; ".join(
            f"{DEDUCTIONS[one.reason]} {count_text(one.members or 0)}" for one in minutes.deducted
        )
        deducted = [f"trừ {count_text(away)} ({reasons}), còn" if away else "không trừ đồng chí nào, còn"]
    block = running_text(
        "Đại hội bầu Ban kiểm phiếu",
        *named,
        ". Căn cứ tính kết quả:",
        *figure(minutes.convened_official, "đảng viên chính thức,"),
        *deducted,
        *figure(minutes.base),
        "; trúng cử: từ",
        *figure(minutes.threshold, "phiếu."),
        lead="1.",
        style=close_text,
    )
    return block if minutes.base is None else with_bold(block, count_text(minutes.base), after="còn ")


def _resolution(minutes: CongressMinutes) -> list[Part]:
    hands = minutes.resolution_hands
    raised = (hands.approving, hands.against, hands.abstaining) if hands else (None, None, None)
    approving, against, abstaining = map(figure, raised)
    return [
        "Đồng chí",
        known_name(minutes.resolution_by and tied(minutes.resolution_by)),
        "đọc dự thảo Nghị quyết. Đại hội biểu quyết bằng Thẻ đảng viên: tán thành",
        *approving,
        ", không tán thành",
        *against,
        ", không có ý kiến",
        *abstaining,
        ", trên",
        *figure(hands.present if hands else None, "đảng viên chính thức có mặt."),
    ]
