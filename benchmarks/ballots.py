"""Two thousand ballots, four to a sheet."""

from __future__ import annotations

import io
import shutil
import statistics
import subprocess
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from reportlab.lib.units import mm

from benchmarks.figure import RUNS, Figure, Missing, seconds_of, times_as_quick
from desktop.printing import ballot_sheet, hamlet_ballot
from desktop.printing.ballot_facts import BallotCandidate, HamletBallot
from desktop.printing.hamlet_ballot_layout import layout
from desktop.printing.page import Imprint, new_canvas
from desktop.printing.pen import Pen

COPIES = 2000
WORK = "2,000 ballots, four to a sheet"

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
    peer = "LibreOffice, the merged document as PDF"
    office = shutil.which("soffice")
    if office is None:
        return Missing(WORK, peer, "LibreOffice is not installed")
    with TemporaryDirectory() as folder:
        document = Path(folder) / "phieu.fodt"
        document.write_text(_merged_document(), encoding="utf-8")
        command = [
            office,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
        ]
        # The first start makes a profile, which isn't part of the work.
        subprocess.run([*command[:3], "--terminate_after_init"], capture_output=True, check=False)
        began = time.perf_counter()
        subprocess.run([*command, str(document)], capture_output=True, check=True)
        theirs = time.perf_counter() - began
    ours = statistics.median(seconds_of(draw) for _ in range(RUNS))
    return Figure(WORK, peer, theirs / ours, 100, at_least=True, seconds=ours)


def _merged_document() -> str:
    """Return what a mail merge leaves: every ballot written out, four cells to a page."""
    lines = [*BALLOT.issuer_lines, f"PHIẾU BẦU CỬ {BALLOT.post}", f"nhiệm kỳ {BALLOT.term}"]
    names = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell><text:p>{escape(text)}</text:p></table:table-cell>"
            for text in (str(number), f"{person.title} {person.name}")
        )
        + "</table:table-row>"
        for number, person in enumerate(BALLOT.candidates, 1)
    )
    face = "".join(f"<text:p>{escape(line)}</text:p>" for line in lines) + (
        '<table:table><table:table-column table:number-columns-repeated="2"/>' + names + "</table:table>"
        "<text:p>Gạch họ và tên người mình không bầu.</text:p>"
    )
    cell = f"<table:table-cell>{face}</table:table-cell>"
    row = f"<table:table-row>{cell}{cell}</table:table-row>"
    sheet = (
        '<table:table table:style-name="S"><table:table-column table:number-columns-repeated="2"/>'
        f"{row}{row}</table:table>"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><office:document '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
        'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        '<style:style style:name="S" style:family="table"><style:table-properties fo:break-after="page"/>'
        "</style:style></office:automatic-styles>"
        f"<office:body><office:text>{sheet * (COPIES // 4)}</office:text></office:body></office:document>"
    )
