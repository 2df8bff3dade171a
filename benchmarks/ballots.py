"""Two thousand ballots, four to a sheet."""

from __future__ import annotations

import io
import shutil
import statistics
from collections.abc import Iterator
from datetime import date

import pypdfium2
from reportlab.lib.units import mm

from benchmarks.ballot_template import records, template
from benchmarks.figure import RUNS, Figure, Missing, seconds_of, times_as_quick
from benchmarks.mail_merge import NotMergedError, merge
from desktop.printing.ballots import sheet as ballot_sheet
from desktop.printing.ballots.facts import BallotCandidate, HamletBallot
from desktop.printing.hamlet_head.day import ballot as hamlet_ballot
from desktop.printing.hamlet_head.day.ballot_layout import layout
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.sheets import Imprint, new_canvas

COPIES = 2000
WORK = "2,000 ballots, four to a sheet"
PEER = "LibreOffice mail merge"

BALLOT = HamletBallot(
    issuer_lines=("UBND XÃ HÚC ĐỘNG", "TỔ BẦU CỬ", "THÔN NÀ ẾCH"),
    post="TRƯỞNG THÔN",
    unit="Thôn Nà Ếch",
    term="2024 - 2027",
    date=date(2024, 12, 8),
    seats=1,
    kind="strike",
    candidates=(
        BallotCandidate(title="Bà", name="NÌNH THỊ HƯƠNG"),
        BallotCandidate(title="Ông", name="TRẦN VĂN THÌN"),
    ),
)


def figures() -> Iterator[Figure | Missing]:
    """Measure time and size of ballots."""
    draw()
    yield times_as_quick(WORK, "the same drawn plainly with reportlab", draw, draw_plainly, 2.5)
    yield _against_mail_merge()
    yield Figure(WORK, "size of the PDF", len(draw()) / 1024, 350, unit="KB")


def draw() -> bytes:
    """Print ballots as the program does."""
    return hamlet_ballot.draw(BALLOT, COPIES, training=True)


def draw_plainly() -> bytes:
    """Print the same faces, laid out once, without the reuse of what is drawn: a page's own code for each."""
    buffer = io.BytesIO()
    composed = layout(BALLOT)
    paper = composed.paper
    width, height = paper.width * paper.across, paper.height * paper.down
    canvas = new_canvas(buffer, width, height, Imprint(title="Phiếu bầu", author="", training=True))
    for _ in range(COPIES // paper.per_sheet):
        for place in range(paper.per_sheet):
            row, column = divmod(place, paper.across)
            canvas.saveState()
            canvas.translate(column * paper.width * mm, (paper.down - 1 - row) * paper.height * mm)
            hamlet_ballot._draw_face(Pen(canvas, paper.height), BALLOT, composed)  # noqa: SLF001 - the same drawing
            canvas.restoreState()
        ballot_sheet._draw_cutting_marks(Pen(canvas, height), paper)  # noqa: SLF001
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _against_mail_merge() -> Figure | Missing:
    office = shutil.which("soffice")
    if office is None:
        return Missing(WORK, PEER, "not installed")
    try:
        theirs, seconds = merge(office, template(BALLOT), records(BALLOT, COPIES))
    except NotMergedError as refused:
        return Missing(WORK, PEER, str(refused))
    _check_alike(theirs, draw())
    ours = statistics.median(seconds_of(draw) for _ in range(RUNS))
    return Figure(WORK, PEER, seconds / ours, 100, at_least=True, seconds=ours)


def _check_alike(theirs: bytes, ours: bytes) -> None:
    """See that both are as many sheets, and that the first and the last say the same words."""
    merged, drawn = pypdfium2.PdfDocument(theirs), pypdfium2.PdfDocument(ours)
    assert len(merged) == len(drawn) == COPIES // 4, f"{PEER}: {len(merged)} pages"
    for page in (0, -1):
        said, meant = (_words(document, page % len(document)) for document in (merged, drawn))
        assert said == meant, f"{PEER}: other words on page {page}"


def _words(document: pypdfium2.PdfDocument, page: int) -> list[str]:
    return sorted(document[page].get_textpage().get_text_bounded().split())
