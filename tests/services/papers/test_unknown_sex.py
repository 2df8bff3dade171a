"""Somebody whose sex nobody wrote down stands on every paper and page by the name alone."""

from __future__ import annotations

import re
from datetime import date

import pypdfium2
import pytest

from desktop.models.store.session import reading
from desktop.services.counting.counting_views import counting_view
from desktop.services.elections.lookup import vote_of
from desktop.services.office.workplace import Workplace
from desktop.services.papers.decisions import print_decision
from desktop.services.papers.fill.hamlet_head.day.sheets import draw_tally
from desktop.services.papers.minutes_views import blank_minutes, print_minutes
from desktop.services.people.households import households
from desktop.services.people.record import edit_household
from desktop.services.results import decisions
from tests.offices.commune import HAMLET, TYPED, finalised, listed

# The one who wins by the usual figures, and who stands with the title wherever the sex is known.
WINNER = "Lò Thị Ơn"
GUESSED = re.compile(rf"(Ông|Bà)\s+{WINNER}", re.IGNORECASE)


def forget_sex(office: Workplace) -> None:
    [line] = households(office, HAMLET, search=WINNER).lines
    edit_household(office, line.id, "sex", "")


def words(paper: bytes) -> str:
    document = pypdfium2.PdfDocument(paper)
    texts = [document[page].get_textpage().get_text_range() for page in range(len(document))]
    return " ".join(" ".join(texts).split())


@pytest.mark.parametrize("known", [True, False])
def test_no_paper_of_an_election_guesses_the_word_before_a_name(office: Workplace, known: bool) -> None:
    if not known:
        forget_sex(office)
    code = finalised(office, TYPED)
    shown = counting_view(office, code)
    assert shown.outcome is not None
    assert any(share.name == (f"Bà {WINNER}" if known else WINNER) for share in shown.outcome.shares)
    minutes = print_minutes(office, code)
    decisions.recognise(office, code, "45/QĐ-UBND", date(2024, 12, 9))
    with reading(office.database) as session:
        tally = draw_tally(session, vote_of(session, code))
    for paper in (minutes.content, tally, print_decision(office, code).content):
        text = words(paper)
        assert WINNER.casefold() in text.casefold()
        assert bool(GUESSED.search(text)) is known


def test_blank_minutes_name_the_candidates_as_far_as_they_are_known(office: Workplace) -> None:
    forget_sex(office)
    text = words(blank_minutes(office, listed(office)))
    assert WINNER in text
    assert "Ông Giàng A Chớ" in text
    assert not GUESSED.search(text)
