"""Counting minutes of a hamlet election, form 02 and of slips form 04, filled in from a finalised count."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.printing.counting.facts import CountingMinutes, Explanation
from desktop.printing.hamlet_head.count import sentences
from desktop.printing.hamlet_head.count.candidate_results import candidate_results
from desktop.printing.hamlet_head.count.cluster_results import cluster_results
from desktop.printing.hamlet_head.count.sentences import HELD, OTHER_OPINIONS, words_for
from desktop.printing.setting.block import Block, together
from desktop.printing.setting.leaders import REST, pen_lines
from desktop.printing.setting.paragraphs import body, count_line, plain, subhead
from desktop.printing.setting.ruled_table import announced
from desktop.printing.setting.text_paper import TextPaper, text_paper
from desktop.printing.setting.wording import NO_BREAK, count_text, day_text
from desktop.printing.state.headings import state_heading
from desktop.printing.state.pages import state_pages
from desktop.printing.state.signatures import counting_signatures
from desktop.printing.state.titles import paper_title

TITLE = "BIÊN BẢN KIỂM PHIẾU"
RESULT_HEAD = "Kết quả kiểm phiếu như sau:"

_ONE_ENTRY = (
    "Số liệu của biên bản này do một người nhập vào máy tính; không có người thứ hai nhập lại để đối chiếu."
)


def draw(minutes: CountingMinutes, *, training: bool) -> bytes:
    """Print the minutes as a PDF; the same minutes give the same bytes.

    Args:
        minutes: what they say.
        training: stamp every page ``DỮ LIỆU TẬP HUẤN``.

    Raises:
        PaperRefused: ``paper.face``, ``paper.letter``, ``paper.qr``.

    Source: Decree 59/2023/NĐ-CP, forms 02 and 04; paper.md §4.
    """
    return state_pages(compose(minutes), training=training)


def compose(minutes: CountingMinutes) -> TextPaper:
    """Put the minutes together, as they are read, with the digest of the finalised count on every page."""
    title = f"Biên bản kiểm phiếu {sentences.post(minutes.post, minutes.hamlet_name, minutes.term)}"
    return text_paper(minutes, title, _story(minutes), digest=minutes.digest, likely=2)


def subject(post: str, *, handed_out: bool = False) -> str:
    """Word the subject under the title; ``post`` with its hamlet and term."""
    return f"{HELD[handed_out].subject} {post}".replace("nhiệm kỳ ", f"nhiệm kỳ{NO_BREAK}")


def _story(minutes: CountingMinutes) -> Iterator[Block]:
    words, held = words_for(minutes.electors, handed_out=minutes.handed_out), HELD[minutes.handed_out]
    yield state_heading(minutes.issuer_lines, f"{minutes.place}, {day_text(minutes.date)}")
    subject_text = subject(
        sentences.post(minutes.post, minutes.hamlet_name, minutes.term), handed_out=minutes.handed_out
    )
    if minutes.replacement:
        subject_text += f" (bản thay thế, lần {count_text(minutes.replacement.revision)})"
    yield paper_title(TITLE, subject_text)
    yield body(sentences.opening(minutes))
    yield subhead(held.committee)
    for number, member in enumerate(minutes.committee, 1):
        yield count_line(plain(f"{number}. {sentences.member(member)} - {member.role}"))
    yield subhead(words.witnesses)
    for number, witness in enumerate(minutes.witnesses, 1):
        yield count_line(plain(f"{number}. {sentences.person(witness)}"))
    yield subhead(RESULT_HEAD)
    for line in sentences.counts(minutes):
        yield count_line(line)
    yield from cluster_results(minutes)
    if minutes.outcome.kind != "no_quorum":
        yield from _candidates(minutes)
    if minutes.handed_out:
        yield body(plain(f"{OTHER_OPINIONS} {minutes.other_opinions or 'không có'}."))
    # The paragraph that names who is elected is never split over two pages.
    yield together(body(sentences.decision(minutes)))
    for explanation in minutes.explanations:
        yield together(*_explanation(explanation))
    for sentence in (sentences.replacement(minutes), plain(_ONE_ENTRY) if minutes.entered_by_one else None):
        if sentence:
            yield body(sentence)
    head, *members = minutes.committee
    yield together(
        body(sentences.closing(minutes)),
        counting_signatures(
            witness_head=words.witness_head,
            witnesses=[witness.name for witness in minutes.witnesses],
            head_role=head.role,
            head=head.name,
            members=[member.name for member in members],
            signing=held.signing,
        ),
    )


def _candidates(minutes: CountingMinutes) -> list[Block]:
    line = count_line(plain(sentences.results_line(minutes.vote, handed_out=minutes.handed_out)))
    return announced(line, candidate_results(minutes), len(minutes.candidates))


def _explanation(explanation: Explanation) -> list[Block]:
    return [
        body(plain(f"Giải trình số liệu (mã {explanation.code}): {explanation.text}")),
        pen_lines(f"Người giải trình: {explanation.by} (ký)", REST, after=2),
    ]
