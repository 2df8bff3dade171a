"""Forms of running text under the State's letterhead."""

from __future__ import annotations

from functools import partial

from desktop.printing.setting.text_paper import TextPaper
from desktop.printing.text_form import pen_form, text_form


def _in_word(paper: TextPaper, /, *, training: bool) -> bytes:
    from desktop.printing.state.word_paper import state_word  # noqa: PLC0415 - loads Word

    return state_word(paper, training=training)


state_form = partial(text_form, in_word=_in_word)
state_pen_form = partial(pen_form, in_word=_in_word)
