"""Forms across under the Party's heading."""

from __future__ import annotations

from functools import partial

from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.text_form import text_form


def _in_word(paper: TextPaper, /, *, training: bool) -> bytes:
    from desktop.printing.party.across_word import across_in_word  # noqa: PLC0415 - loads Word

    return across_in_word(paper, training=training)


across_form = partial(text_form, in_word=_in_word)
