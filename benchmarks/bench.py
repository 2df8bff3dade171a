"""Figures as ratios to a peer in the same run; below 1 is quicker than the peer."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook, load_workbook
from reportlab.pdfgen.canvas import Canvas

from desktop.printing import hamlet_ballot
from desktop.printing.ballot_facts import BallotCandidate, HamletBallot
from desktop.printing.faces import BOLD, prepare
from desktop.sheets.reading import read

BALLOTS = 2000
ROWS = 5000


def best_of(times: int, work: Callable[[], object]) -> float:
    """Return the shortest of several runs, in seconds."""
    runs = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        runs.append(time.perf_counter() - began)
    return min(runs)


def ballots_against_plain_text() -> float:
    """Two thousand ballots, against a canvas that writes as many lines of text on as many pages."""
    ballot = HamletBallot(
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
    prepare()

    def plain() -> None:
        canvas = Canvas(io.BytesIO(), invariant=1, pageCompression=1)
        for _ in range(BALLOTS // 4):
            canvas.setFont(BOLD, 13)
            for line in range(40):
                canvas.drawString(80, 800 - 18 * line, "PHIẾU BẦU CỬ TRƯỞNG THÔN")
            canvas.showPage()
        canvas.save()

    return best_of(3, lambda: hamlet_ballot.draw(ballot, BALLOTS, training=True)) / best_of(3, plain)


def reading_against_openpyxl() -> float:
    """A list of five thousand households read and understood, against openpyxl only loading its cells."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ho.xlsx"
        book = Workbook()
        sheet = book.active
        sheet.append(["STT", "Họ và tên chủ hộ", "Năm sinh", "Giới tính", "Số CCCD", "Dân tộc", "Số khẩu"])
        for number in range(1, ROWS + 1):
            identity = f"0220{number:08d}"
            sheet.append([number, f"Lò Văn {number}", 1950 + number % 50, "Nam", identity, "Tày", 4])
        book.save(path)

        def load() -> int:
            return sum(1 for row in load_workbook(path, read_only=True).active.iter_rows() for _ in row)

        return best_of(3, lambda: read(path, "households")) / best_of(3, load)


if __name__ == "__main__":
    print(
        json.dumps(
            {
                "ballots_2000_against_plain_text": round(ballots_against_plain_text(), 2),
                "read_5000_rows_against_openpyxl_load": round(reading_against_openpyxl(), 2),
            },
            indent=1,
        )
    )
