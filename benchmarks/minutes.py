"""Two hundred counting minutes of two pages, each a file of its own with words of its own.

The peers do the same work: the same words, the stamp, the label and the number over them, the digest in
16 groups under them, and a QR code that the same call makes anew for each file. What ours keeps from file
to file, the opened faces, is kept for them too: WeasyPrint's style sheet is parsed once, typst's compiler
looks for faces once. The words, which ours makes out of facts, are given to them ready.
"""

from __future__ import annotations

import importlib
import importlib.util
from collections.abc import Iterator

import pypdfium2

from benchmarks.figure import Figure, Missing, times_as_quick
from benchmarks.minutes_text import CAPTION, Words, minutes_of, words_of
from desktop.printing.hamlet_head.count import minutes as counting_minutes
from desktop.printing.setting.sheets import TRAINING

COPIES = 200
WORK = "200 counting minutes of two pages"
_PAGES = 2


def figures() -> Iterator[Figure | Missing]:
    """Measure our minutes against two typesetters."""
    yield _against("weasyprint", "WeasyPrint", 10, COPIES // 10)
    yield _against("typst", "typst", 2, COPIES)


def _against(module: str, name: str, reach: float, copies: int) -> Figure | Missing:
    if importlib.util.find_spec(module) is None:
        return Missing(WORK, name, "not installed (make bench installs it)")
    draw = importlib.import_module(f"benchmarks.minutes_{module}").draw
    minutes = [minutes_of(number) for number in range(copies)]
    words = [words_of(one) for one in minutes]
    for file in (counting_minutes.draw(minutes[0], training=True), draw(words[0])):
        _assert_same_work(file, words[0], name)
    return times_as_quick(
        WORK,
        name,
        lambda: [counting_minutes.draw(one, training=True) for one in minutes],
        lambda: [draw(one) for one in words],
        reach,
    )


def _assert_same_work(file: bytes, words: Words, name: str) -> None:
    with pypdfium2.PdfDocument(file) as document:
        pages = ["".join(page.get_textpage().get_text_range().split()) for page in document]
    assert len(pages) == _PAGES, f"{name}: {len(pages)} pages"
    on_every_page = (TRAINING, CAPTION, *words.digest)
    once = (words.label, *words.title, *words.before, *words.after, *(head for head, _ in words.signed))
    for text, parts in ((pages[0], on_every_page), (pages[1], on_every_page), ("".join(pages), once)):
        for part in parts:
            assert "".join(part.split()) in text, f"{name}: {part}"
