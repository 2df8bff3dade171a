"""What somebody types finds a text by the beginnings of its words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.finding import begins, spans_found, words_sought

NAMES = st.sampled_from(
    ["Lò", "Thị", "Ơn", "Đặng", "Quỳnh", "Yên", "Ếch", "Mỹ", "Lý", "Phiêng", "Cằm", "Quyên"]
)


@pytest.mark.parametrize(
    ("query", "words"),
    [("Phiêng  CẰM", ("phieng", "cam")), ("lò lo", ("lo",)), (" -/. ", ()), ("đ", ("d",)), ("Ð", ("d",))],
)
def test_a_query_is_its_words_without_marks(query: str, words: tuple[str, ...]) -> None:
    assert words_sought(query) == words


@given(st.lists(NAMES, min_size=1, max_size=4), st.data())
def test_whoever_types_the_beginnings_of_some_words_finds_them(names: list[str], data: st.DataObject) -> None:
    text = " ".join(names)
    chosen = data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=3))
    typed = " ".join(name[: data.draw(st.integers(1, len(name)))] for name in chosen)
    words = words_sought(typed)
    assert all(begins(text, word) for word in words)
    shown = {text[start:end] for start, end in spans_found(text, words)}
    assert shown
    assert all(any(name.startswith(part) for name in names) for part in shown)


def test_what_is_found_is_shown_letter_for_letter() -> None:
    assert spans_found("Thôn Phiêng Cằm", ("ca", "phieng")) == ((5, 11), (12, 14))
    assert spans_found("Thôn Phiêng Cằm", ("am",)) == ()
    assert spans_found("Chìu Quyên", words_sought("quy")) == ((5, 8),)
