"""Counting minutes set by WeasyPrint."""

from __future__ import annotations

from functools import cache
from html import escape

from weasyprint import CSS, HTML  # type: ignore[import-untyped]  # it has no types

from benchmarks.minutes_text import CAPTION, SIGN, Words, groups_of, svg
from desktop.printing.setting.sheets import TRAINING

_STYLE = f"""
@page {{
  size: A4; margin: 20mm 15mm 25mm 30mm;
  @bottom-left {{ content: element(band); width: 100% }}
  @top-left {{ content: '{TRAINING}'; font: 9pt 'Liberation Serif'; color: #737373; white-space: nowrap }}
  @top-center {{ content: counter(page); font: 13pt 'Liberation Serif' }}
}}
@page :first {{
  @top-center {{ content: none }}
  @top-right {{ content: element(label); width: 80% }}
}}
body {{ font: 13pt/18pt 'Liberation Serif'; text-align: justify }}
p {{ margin: 0 0 2pt; text-indent: 10mm }}
.label {{ position: running(label); font: italic 10pt 'Liberation Serif'; text-align: right }}
.band {{ position: running(band); font: 8.5pt 'Liberation Serif'; border-top: .35pt solid #595959 }}
.band svg {{ float: right; width: 14.8mm; height: 14.8mm }}
code {{ font: 9pt 'Liberation Mono' }}
h1 {{ font-size: 14.5pt; text-align: center }}
table {{ width: 100%; border-collapse: collapse; text-align: center }}
td {{ vertical-align: top }}
.votes td {{ border: .6pt solid }}
.signed div {{ height: 24mm }}
"""


def draw(words: Words) -> bytes:
    """Set minutes as a PDF."""
    groups = "".join(f"<br>{label} <code>{row}</code>" for label, row in groups_of(words))
    table = "".join("<tr>" + "".join(f"<td>{escape(cell)}" for cell in row) for row in words.table)
    signed = "".join(
        f"<td>{escape(head)}<br><i>{SIGN}</i><div></div>{escape(', '.join(names))}"
        for head, names in words.signed
    )
    return bytes(
        HTML(
            string=f"<html lang=vi><body><div class=label>{escape(words.label)}</div>"
            f"<div class=band>{svg(words.qr)}{CAPTION}{groups}</div>"
            f"<table><tr><td>{_lines(words.head)}<td><b>{_lines(words.state)}</b>"
            f"<br><i>{escape(words.date)}</i></table><h1>{_lines(words.title)}</h1>"
            f"{_paragraphs(words.before)}<table class=votes>{table}</table>"
            f"{_paragraphs(words.after)}<table class=signed><tr>{signed}</table>"
        ).write_pdf(stylesheets=[_style()])
    )


@cache
def _style() -> CSS:
    return CSS(string=_STYLE)


def _lines(parts: tuple[str, ...]) -> str:
    return "<br>".join(map(escape, parts))


def _paragraphs(parts: tuple[str, ...]) -> str:
    return "".join(f"<p>{escape(part)}" for part in parts)
