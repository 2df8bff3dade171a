"""The notice of a result that is posted in the hamlet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.printing.counting.facts import CandidateVotes, CountingMinutes
from desktop.printing.hamlet_head.count import sentences
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.printing.hamlet_head.count.candidate_results import candidate_results
from desktop.printing.hamlet_head.count.sentences import HELD, VOTE_UNITS, words_for
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.paragraphs import bold, letter, plain
from desktop.printing.setting.ruled_table import Column, announced, ruled_table
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import count_text, counted, day_text, tied
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import signed_and_sent
from desktop.printing.state.titles import paper_title

TITLE = "THÔNG BÁO"
COLUMNS = (Column("Nội dung", 125, centred=False), Column("Số lượng", 40))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultNotice:
    """A result as posted; its figures are those of the counting minutes.

    Args:
        form_label: stands at the upper right; empty where no form is followed.
        issuer_lines: superior first, in capitals.
        dated: place and date of the notice.
        team: who gives notice, such as ``Tổ bầu cử thôn Nà Ếch``.
        commune: who recognises, such as ``Ủy ban nhân dân xã Húc Động``.
        recognition_days: working days it has, by the statute in force.
        signer_lines: over the signature.
        signer: None leaves a blank.
        count: what was counted.

    Source: rules.md §2.
    """

    form_label: str = ""
    issuer_lines: tuple[str, ...]
    dated: DateLine
    team: str
    commune: str
    recognition_days: int
    signer_lines: tuple[str, ...]
    signer: str | None = None
    count: CountingMinutes


def draw(notice: ResultNotice, *, training: bool) -> bytes:
    """Print the notice; it never shows a ballot.

    Args:
        notice: what it says.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``.

    Source: paper.md §5.
    """
    return state_pages(compose(notice), training=training)


def compose(notice: ResultNotice) -> TextPaper:
    """Put the paper together, as it is read."""
    count = notice.count
    title = f"Thông báo kết quả bầu {sentences.post(count.post, count.hamlet_name, count.term)}"
    return text_paper(notice, title, _story(notice))


def _story(notice: ResultNotice) -> Iterator[Block]:
    count = notice.count
    yield state_heading(notice.issuer_lines, notice.dated)
    post = tied(f"{count.post} {count.hamlet_name}")
    yield paper_title(TITLE, f"Kết quả bầu cử {post}, {tied(f'nhiệm kỳ {count.term}')}")
    held = (
        f"phát phiếu lấy ý kiến của hộ gia đình về bầu {count.post}, thu đến {day_text(count.date)},"
        if count.handed_out
        else f"cuộc họp bầu {count.post} {day_text(count.date)} tại {count.venue}"
    )
    opening = f"{notice.team} thông báo kết quả {held} như sau:"
    rows = [[label, count_text(figure)] for label, figure in figures(count) if figure is not None]
    yield from announced(letter(plain(opening)), ruled_table(COLUMNS, rows), len(rows))
    if count.outcome.kind != "no_quorum":
        line = letter(plain("Số phiếu bầu cho từng người ứng cử:"))
        if count.vote == "hands":
            line = letter(plain("Kết quả biểu quyết cho từng người ứng cử:"))
        yield from announced(line, candidate_results(count), len(count.candidates))
    yield together(letter(_outcome(count)))
    yield together(
        letter(plain(_next_step(notice))),
        signed_and_sent(notice.signer_lines, notice.signer),
    )


def figures(count: CountingMinutes | BlankMinutes) -> Iterator[tuple[str, int | None]]:
    """Yield the lines of the first table with their figures, None where one was not counted."""
    noun, held = words_for(count.electors, handed_out=count.handed_out).noun, HELD[count.handed_out]
    yield f"Tổng số {noun} của {count.hamlet_kind}", count.electorate
    full = count if isinstance(count, CountingMinutes) else None
    yield f"Số {noun} {held.present if count.handed_out else 'tham dự'}", full.present if full else None
    if count.vote != "hands":
        yield "Số phiếu phát ra", full.issued if full else None
        yield f"Số phiếu {held.returned}", full.returned if full else None
        yield "Số phiếu hợp lệ", full.valid if full else None
        yield "Số phiếu không hợp lệ", full.invalid if full else None


def _outcome(count: CountingMinutes) -> str:
    if count.outcome.kind != "elected":
        return sentences.decision(count)
    by_name = {candidate.name: candidate for candidate in count.candidates}
    winners = [by_name[name] for name in count.outcome.elected]
    base = counted(count.electorate, words_for(count.electors, handed_out=count.handed_out).noun)
    threshold = count.outcome.threshold
    whole = f"của {base} của {count.hamlet_kind}"
    than = f"{sentences.than(threshold)} {whole}" if threshold else sentences.HIGHER_WINS
    unit = VOTE_UNITS[count.vote]
    named = [
        f"{bold(_proclaimed(winner))}, được {plain(counted(winner.votes or 0, unit))}" for winner in winners
    ]
    return f"Người trúng cử: {'; '.join(named)}, {plain(than)}."


def _proclaimed(winner: CandidateVotes) -> str:
    return tied(f"{winner.title.lower()} {winner.name.upper()}".strip())


def _next_step(notice: ResultNotice) -> str:
    days = counted(notice.recognition_days, "ngày làm việc")
    if notice.count.outcome.kind == "elected":
        return (
            f"Kết quả bầu cử được gửi {notice.commune} xem xét công nhận trong thời hạn {days} kể từ ngày "
            f"nhận được. {notice.count.post} nhận nhiệm vụ từ ngày có quyết định công nhận./."
        )
    return (
        f"Kết quả này được gửi {notice.commune} xem xét, quyết định trong thời hạn {days} kể từ ngày "
        "nhận được./."
    )
