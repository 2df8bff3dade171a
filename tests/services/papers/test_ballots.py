from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from desktop.errors import RequestRefused, StepRefused
from desktop.services.counting import meetings
from desktop.services.elections import candidate_views
from desktop.services.elections.ballot_choices import choose_reserve
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import (
    ballot_book,
    ballot_preview,
    kept_paper,
    print_ballots,
    reprint_ballots,
)
from tests.offices import commune
from tests.offices.opening import open_meeting


def _pages(data: bytes) -> list[tuple[float, float]]:
    document = pdfium.PdfDocument(data)
    sizes = [document.get_page_size(index) for index in range(len(document))]
    document.close()
    return [(round(width / 72 * 25.4, 1), round(height / 72 * 25.4, 1)) for width, height in sizes]


def test_before_printing_the_book_says_what_would_be_printed(office: Workplace) -> None:
    book = ballot_book(office, commune.listed(office))

    assert (book.electorate, book.reserve, book.copies) == (12, 3, 15)
    assert (book.paper, book.per_sheet, book.sheets) == ("A6", 4, 4)
    assert (book.frozen, book.printed, book.printings) == (False, None, ())
    assert book.order == ("Chớ", "Ơn")


def test_another_reserve_changes_the_sheets_but_not_the_office(office: Workplace) -> None:
    code = commune.listed(office)

    choose_reserve(office, code, 9)
    assert ballot_book(office, code).sheets == 6
    assert ballot_book(office, code).office_reserve == 3


def test_the_preview_is_what_is_printed(office: Workplace) -> None:
    code = commune.listed(office)
    before = ballot_preview(office, code)
    printed = print_ballots(office, code)

    assert before.sheets == printed.content == ballot_preview(office, code).sheets
    assert _pages(before.sheets) == [(210.0, 297.0)] * 4
    assert _pages(before.ballot) == [(105.0, 148.5)]


def test_a_preview_freezes_nothing(office: Workplace) -> None:
    code = commune.listed(office)
    before = commune.traces(office)

    ballot_preview(office, code)

    assert commune.traces(office) == before


def test_a_preview_without_candidates_says_so(office: Workplace) -> None:
    from desktop.services.elections.planning import plan_election  # noqa: PLC0415

    code = plan_election(office, commune.plan()).code

    with pytest.raises(RequestRefused, match=r"candidates\.count"):
        ballot_preview(office, code)


def test_spoiled_ballots_are_printed_again_with_their_reason(office: Workplace) -> None:
    code = commune.printed(office)

    again = reprint_ballots(office, code, 4, "  mực nhòe  ")
    book = ballot_book(office, code)

    assert again.copies == 4
    assert (book.printed, book.replaced) == (19, 4)
    assert book.copies == 15, "what was printed first stays what the electorate asked for"
    assert [(p.copies, p.reason) for p in book.printings] == [(15, None), (4, "mực nhòe")]
    assert kept_paper(office, book.printings[1].paper).content == again.content


def test_the_book_still_adds_up_after_a_reprint(office: Workplace) -> None:
    code = commune.printed(office)
    reprint_ballots(office, code, 2, "giấy kẹt")
    open_meeting(office, code, commune.OPENS)
    meetings.record_stock(office, code, [meetings.BoxCount("main", 10, 5, 2, 10)])
    book = ballot_book(office, code)

    assert book.printed == (book.issued or 0) + (book.unused or 0) + (book.replaced or 0) == 17


@pytest.mark.parametrize(
    ("copies", "reason", "refused"),
    [(0, "mực nhòe", "ballots.copies"), (16, "mực nhòe", "ballots.copies"), (1, " ", "ballots.reason")],
)
def test_a_reprint_wants_a_number_and_a_reason(
    office: Workplace, copies: int, reason: str, refused: str
) -> None:
    code = commune.printed(office)
    before = commune.traces(office)

    with pytest.raises(RequestRefused, match=refused):
        reprint_ballots(office, code, copies, reason)
    assert commune.traces(office) == before


def test_nothing_is_printed_again_before_the_first_printing_or_after_the_count_began(
    office: Workplace,
) -> None:
    code = commune.listed(office)
    with pytest.raises(StepRefused):
        reprint_ballots(office, code, 1, "mực nhòe")
    print_ballots(office, code)
    open_meeting(office, code, commune.OPENS)
    commune.enter(office, code, commune.ANH, commune.TYPED)
    with pytest.raises(StepRefused):
        reprint_ballots(office, code, 1, "mực nhòe")


def test_by_show_of_hands_the_book_speaks_of_no_paper(office: Workplace) -> None:
    code = commune.listed(office)
    candidate_views.choose_ballot(office, code, "hands")
    book = ballot_book(office, code)

    assert (book.by_hands, book.paper, book.sheets) == (True, "", 0)
    with pytest.raises(RequestRefused, match=r"ballots\.hands"):
        ballot_preview(office, code)


def test_the_form_of_vote_stays_once_ballots_are_printed(office: Workplace) -> None:
    code = commune.printed(office)

    with pytest.raises(StepRefused):
        candidate_views.choose_ballot(office, code, "agree")
