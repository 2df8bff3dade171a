"""Forms of running text under the Party's letterhead."""

from __future__ import annotations

from functools import partial

from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.text_form import pen_form, text_form


def _in_word(paper: TextPaper, /, *, training: bool) -> bytes:
    from desktop.printing.party.letter_word import letter_in_word  # noqa: PLC0415 - loads Word

    return letter_in_word(paper, training=training)


letter_form = partial(text_form, in_word=_in_word)
letter_pen_form = partial(pen_form, in_word=_in_word)
