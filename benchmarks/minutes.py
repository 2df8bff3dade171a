"""Two hundred counting minutes of two pages, each a file of its own."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

import msgspec
import pypdfium2

from benchmarks.figure import Figure, Missing, times_as_quick
from benchmarks.minutes_text import CLOSING, HEAD, LINES, SIGNATURES, STATE, TABLE, TITLE
from desktop.printing import counting_minutes
from desktop.printing.counting_facts import CountingMinutes

COPIES = 200
WORK = "200 counting minutes of two pages"

_SAMPLE = Path(__file__).parents[1] / "resources" / "forms" / "counting-minutes.json"
_STYLE = (
    "@page{size:A4;margin:20mm 15mm 25mm 30mm}body{font:14pt/1.3 'Liberation Serif';text-align:justify}"
    "h1{font-size:14pt;text-align:center}table{width:100%;border-collapse:collapse}"
    ".votes td{border:1px solid}.signed td{text-align:center;padding-bottom:30mm}"
)
_TYPST_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\#$*_`<@-/[]=~'\""})


def figures() -> Iterator[Figure | Missing]:
    """Measure our minutes against two typesetters that are given the same words."""
    yield _against("weasyprint", "WeasyPrint", _with_weasyprint, 10, COPIES // 10)
    yield _against("typst", "typst", _with_typst, 1, COPIES)


def _against(
    module: str, name: str, draw: Callable[[int], bytes], reach: float, copies: int
) -> Figure | Missing:
    if importlib.util.find_spec(module) is None:
        return Missing(WORK, name, "not installed (make bench installs it)")
    minutes = msgspec.json.decode(_SAMPLE.read_bytes(), type=CountingMinutes)
    for page in (_ours(minutes, 0), draw(0)):
        pages = len(pypdfium2.PdfDocument(page))
        assert pages == 2, f"{name}: {pages} pages"
    return times_as_quick(
        WORK,
        name,
        lambda: [_ours(minutes, number) for number in range(copies)],
        lambda: [draw(number) for number in range(copies)],
        reach,
    )


def _ours(minutes: CountingMinutes, number: int) -> bytes:
    # Every count has a digest, and so a QR, of its own.
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    qr = minutes.digest.qr_full.replace(minutes.digest.sha256.upper(), digest.upper())
    assert qr != minutes.digest.qr_full or not number, "the sample's QR holds no digest"
    tied = replace(minutes.digest, sha256=digest, qr_full=qr)
    return counting_minutes.draw(replace(minutes, digest=tied), training=True)


def _with_weasyprint(number: int) -> bytes:
    from weasyprint import HTML  # noqa: PLC0415 - a peer that may be missing

    table = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in TABLE)
    signed = "".join(f"<td>{escape(part)}<br><br>{escape(a)} {escape(b)}</td>" for part, a, b in SIGNATURES)
    body = (
        f"<p>{escape(HEAD[0])}<br>{escape(HEAD[1])}<p>{escape(STATE[0])}<br>{escape(STATE[1])}"
        f"<h1>{TITLE}<br>Số {number}</h1>"
        + "".join(f"<p>{escape(line)}" for line in LINES)
        + f"<table class=votes>{table}</table>"
        + "".join(f"<p>{escape(line)}" for line in CLOSING)
        + f"<table class=signed><tr>{signed}</tr></table>"
    )
    return bytes(HTML(string=f"<html lang=vi><style>{_STYLE}</style><body>{body}").write_pdf())


def _with_typst(number: int) -> bytes:
    import typst  # noqa: PLC0415 - a peer that may be missing

    cells = ",".join(f"[{_typst(cell)}]" for row in TABLE for cell in row)
    signed = ",".join(f"[{_typst(part)} \\ \\ \\ {_typst(a)} \\ {_typst(b)}]" for part, a, b in SIGNATURES)
    source = (
        '#set page(paper:"a4",margin:(top:20mm,left:30mm,right:15mm,bottom:25mm))\n'
        '#set text(font:"Liberation Serif",size:14pt,lang:"vi")\n#set par(justify:true)\n'
        f"#align(center)[{' '.join(map(_typst, (*HEAD, *STATE)))} \\ *{TITLE}* \\ Số {number}]\n\n"
        + "\n\n".join(map(_typst, LINES))
        + f"\n\n#table(columns:4,{cells})\n\n"
        + "\n\n".join(map(_typst, CLOSING))
        + f"\n\n#grid(columns:(1fr,1fr),{signed})\n"
    )
    return bytes(typst.compile(source.encode()))


def _typst(text: str) -> str:
    return text.translate(_TYPST_MARKS)
