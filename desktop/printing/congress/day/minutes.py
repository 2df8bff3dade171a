"""The minutes of a congress: bodies, reports, votes with their results, resolution; two pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.printing.congress.day.minutes_facts import CongressMinutes, PostVote, Stood
from desktop.printing.congress.vote.tables import DEDUCTIONS
from desktop.printing.congress.wording import (
    closing_mark,
    comrades,
    figure,
    in_figures,
    on_one_line,
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
from desktop.printing.setting.ruled_table import CLOSE, Column, ruled_table
from desktop.printing.setting.running_text import (
    day_parts,
    hour_parts,
    known,
    known_name,
    running_text,
)
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, tied
from desktop.rules.shares import percent_text

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
    yield party_subhead("III. Báo cáo và thảo luận")
    yield running_text(*_reports(minutes), style=close_text)
    yield party_subhead("IV. Phát biểu của cấp trên")
    yield running_text(known(minutes.superior_speech), style=close_text)
    yield party_subhead("V. Bầu cử")
    yield _base(minutes)
    votes = minutes.votes or (PostVote(post="Chi ủy"), PostVote(post="Bí thư"), PostVote(post="Phó bí thư"))
    for number, vote in enumerate(votes, 2):
        yield from _vote(minutes, vote, number)
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
                PartySigning(authority="T/M ĐOÀN CHỦ TỊCH", name=minutes.chair),
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
    presidium, secretaries = minutes.presidium, minutes.secretaries
    count = [tied(f"{count_text(len(presidium))} đồng chí:")] if presidium else [NUMBER, "đồng chí:"]
    word = "đồng chí" if len(secretaries) < 2 else f"{count_text(len(secretaries))} đồng chí"
    return [
        "Đoàn Chủ tịch",
        *count,
        comrades(presidium) if presidium else REST,
        *_agreed(minutes.presidium_for, minutes.voting),
        f". Thư ký: {word}",
        comrades(secretaries) if secretaries else REST,
        *_agreed(minutes.secretaries_for, minutes.voting),
        ".",
    ]


def _agreed(part: int | None, of: int | None, words: str = " tán thành", *, mark: str = "") -> list[Part]:
    if part is None or of is None:
        return ["(", *in_figures(None, None), f"{words.strip()}){mark}"]
    return [f"({count_text(part)}/{count_text(of)}{words}){mark}"]


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
        *_agreed(minutes.programme_for, minutes.voting, ""),
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
        *_agreed(minutes.committee_for, minutes.voting, "", mark=":"),
        REST,
    ]
    if committee:
        head, *others = committee
        count = tied(f"{count_text(len(committee))} đồng chí")
        members = f"; {comrades(others)}, ủy viên" if others else ""
        named = [
            count,
            *_agreed(minutes.committee_for, minutes.voting, "", mark=":"),
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


def _vote(minutes: CongressMinutes, vote: PostVote, number: int) -> Iterator[Block]:
    base = vote.base or minutes.base
    lead = f"{number}. {vote.post}."
    own = [f"Căn cứ tính kết quả {tied(f'{count_text(vote.base)} đảng viên')}."] if vote.base else []
    if len(vote.stood) == 1 or (not vote.stood and vote.post != "Chi ủy"):
        yield _single(vote, base, lead, own)
        return
    listed = [tied(f"{count_text(len(vote.stood))} đồng chí")] if vote.stood else [NUMBER, "đồng chí"]
    origin: list[Part] = []
    if vote.origin or not vote.stood:
        origin = [f"({vote.origin})"] if vote.origin else ["(", REST, ")"]
    yield together(
        running_text(
            "Số lượng",
            *figure(vote.seats, "đồng chí"),
            ", danh sách",
            *listed,
            *origin,
            ".",
            *own,
            *_ballots(vote),
            "Kết quả:",
            lead=lead,
            style=close_text,
        ),
        _table(vote.stood, base),
    )
    yield running_text(*_outcome(vote, base), style=close_text)


def _table(stood: Sequence[Stood], base: int | None) -> Block:
    of = tied(f"{count_text(base)} đảng viên") if base else "căn cứ tính, đảng viên"
    columns = [
        Column("STT", 13),
        Column("Họ và tên", 67, centred=False),
        Column("Số phiếu đồng ý", 27),
        Column(f"Tỷ lệ so với {of} chính thức triệu tập", 58),
    ]
    rows = [
        (
            str(row),
            one.name,
            count_text(one.votes),
            f"{percent_text(one.votes, base)}%" if base else "",
        )
        for row, one in enumerate(stood, 1)
    ]
    return ruled_table(columns, rows or [("",) * 4] * _BLANK_ROWS, row_height=_ROW, type_=CLOSE)


def _outcome(vote: PostVote, base: int | None) -> list[Part]:
    if not vote.stood:
        return ["Trúng cử:", REST, ". Không trúng cử:", REST, "."]
    won = sorted((one for one in vote.stood if one.elected), key=lambda one: -one.votes)
    lost = [one for one in vote.stood if not one.elected]
    names = ", ".join(f"{tied(one.name)} ({count_text(one.votes)})" for one in won)
    said: list[Part] = [f"Trúng cử: {names}." if won else "Không ai trúng cử."]
    if len(lost) == 1:
        said.append(f"Đồng chí {tied(lost[0].name)} được {_share(lost[0], base, '')}, không trúng cử.")
    elif lost and won:
        others = ", ".join(f"{tied(one.name)} ({count_text(one.votes)})" for one in lost)
        said.append(f"Không trúng cử: {others}.")
    return [*said, *([vote.decided] if vote.decided else [])]


def _share(one: Stood, base: int | None, agreed: str) -> str:
    votes = f"{tied(f'{count_text(one.votes)} phiếu')}{agreed}"
    return f"{votes}, bằng {percent_text(one.votes, base)}% của {count_text(base)}" if base else votes


def _single(vote: PostVote, base: int | None, lead: str, own: Sequence[Part]) -> Block:
    if not vote.stood:
        return running_text(
            "Danh sách",
            NUMBER,
            "đồng chí.",
            *_ballots(vote),
            "Đồng chí",
            REST,
            "được",
            NUMBER,
            "phiếu đồng ý, bằng",
            NUMBER,
            "% của",
            NUMBER,
            ", trúng cử (không trúng cử).",
            lead=lead,
            style=close_text,
        )
    (one,) = vote.stood
    end = "trúng cử" if one.elected else "không trúng cử"
    block = running_text(
        tied("Danh sách 01"),
        "đồng chí.",
        *own,
        *_ballots(vote),
        "Đồng chí",
        tied(one.name),
        f"được {_share(one, base, ' đồng ý')}, {end}.",
        *([vote.decided] if vote.decided else []),
        lead=lead,
        style=close_text,
    )
    return with_bold(block, tied(one.name), after="Đồng chí ") if one.elected else block


def _ballots(vote: PostVote) -> list[Part]:
    if vote.invalid == 0 and vote.issued is not None and vote.issued == vote.returned == vote.valid:
        return ["Phát ra, thu về, hợp lệ đều", *figure(vote.valid, "phiếu.")]
    reason = f" ({vote.invalid_reason})" if vote.invalid_reason else ""
    return [
        "Phát ra",
        *figure(vote.issued),
        ", thu về",
        *figure(vote.returned),
        ", hợp lệ",
        *figure(vote.valid),
        ", không hợp lệ",
        *figure(vote.invalid, f"phiếu{reason}." if vote.invalid is None else "phiếu"),
        *([f"{reason}.".strip()] if vote.invalid is not None else []),
    ]


def _resolution(minutes: CongressMinutes) -> list[Part]:
    drafts: list[Part] = ["Đồng chí", known_name(minutes.resolution_by and tied(minutes.resolution_by))]
    return [
        *drafts,
        "đọc dự thảo Nghị quyết. Đại hội biểu quyết bằng Thẻ đảng viên: tán thành",
        *figure(minutes.approving),
        ", không tán thành",
        *figure(minutes.against),
        ", không có ý kiến",
        *figure(minutes.abstaining),
        ", trên",
        *figure(minutes.voting, "đảng viên chính thức có mặt."),
    ]
