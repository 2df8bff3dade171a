"""Counting minutes set by typst."""

from __future__ import annotations

from functools import cache

import typst

from benchmarks.minutes_text import CAPTION, SIGN, Words, groups_of, svg
from desktop.printing.setting.sheets import TRAINING

_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\#$*_`<@-/[]=~'\""})
_BREAK = " \\ "
_FRAME = """\
#set page(
  paper: "a4", margin: (top: 20mm, left: 30mm, right: 15mm, bottom: 25mm),
  header: context {
    text(9pt, gray)[%(training)s]
    h(1fr)
    if counter(page).get().first() == 1 { text(10pt, style: "italic")[%(label)s] }
    else { counter(page).display() }
  },
  footer: [
    #line(length: 100%%, stroke: .35pt + gray) #set text(8.5pt)
    #grid(columns: (1fr, auto), [%(caption)s%(groups)s],
      image(bytes("%(svg)s"), format: "svg", width: 14.8mm))
  ])
#set text(font: "Liberation Serif", size: 13pt, lang: "vi")
#set par(justify: true, first-line-indent: (amount: 10mm, all: true))
#grid(columns: (1fr, 1.5fr), align: center, [%(head)s], [*%(state)s* \\ _%(date)s_])
#align(center)[*%(title)s*]

%(before)s

#table(columns: 4, %(table)s)

%(after)s

#grid(columns: (1fr, 1fr, 1fr), align: center, %(signed)s)
"""


def draw(words: Words) -> bytes:
    """Set minutes as a PDF."""
    groups = "".join(
        f'{_BREAK}{_plain(label)} #text(font: "Liberation Mono", size: 9pt)[{row}]'
        for label, row in groups_of(words)
    )
    signed = (
        f"[{_plain(head)} \\ _{_plain(SIGN)}_ #v(24mm) {_plain(', '.join(names))}]"
        for head, names in words.signed
    )
    source = _FRAME % {
        "training": TRAINING,
        "label": _plain(words.label),
        "caption": _plain(CAPTION),
        "groups": groups,
        "svg": svg(words.qr).replace('"', '\\"'),
        "head": _BREAK.join(map(_plain, words.head)),
        "state": _BREAK.join(map(_plain, words.state)),
        "date": _plain(words.date),
        "title": _BREAK.join(map(_plain, words.title)),
        "before": "\n\n".join(map(_plain, words.before)),
        "table": ", ".join(f"[{_plain(cell)}]" for row in words.table for cell in row),
        "after": "\n\n".join(map(_plain, words.after)),
        "signed": ", ".join(signed),
    }
    file = _compiler().compile(source.encode())
    assert isinstance(file, bytes)
    return file


@cache
def _compiler() -> typst.Compiler:
    return typst.Compiler()


def _plain(text: str) -> str:
    escaped = text.translate(_MARKS)
    # A number and a full stop at the head of a line would begin a list.
    number, stop, rest = escaped.partition(".")
    return f"{number}\\.{rest}" if stop and number.isdigit() else escaped
