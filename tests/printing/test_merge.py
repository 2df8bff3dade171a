from __future__ import annotations

import pypdfium2 as pdfium
import pytest

from desktop.errors import PaperRefused
from desktop.printing.ballots.facts import HamletBallot
from desktop.printing.catalogue import find
from desktop.printing.form_input import read_input
from desktop.printing.hamlet_head.day import ballot as hamlet_ballot
from desktop.printing.merge import first_sheet, merged, upper_left
from tests.printing.pages import is_scaled_by_viewers
from tests.printing.samples import sample


def _input(name: str) -> object:
    return read_input(find(name), sample(name), where=name)


def _ballots(copies: int) -> bytes:
    ballot = _input("hamlet-ballot")
    assert isinstance(ballot, HamletBallot)
    return hamlet_ballot.draw(ballot, copies, training=True)


def _text(data: bytes) -> list[str]:
    document = pdfium.PdfDocument(data)
    found = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    document.close()
    return found


def test_a_trial_is_the_first_sheet_alone() -> None:
    ballots = _ballots(9)
    assert _text(first_sheet(ballots)) == _text(ballots)[:1]
    with pytest.raises(PaperRefused):
        first_sheet(b"no paper")


def test_papers_stand_in_one_file_in_their_order() -> None:
    minutes = find("counting-minutes-blank")
    blank = minutes.draw(_input("counting-minutes-blank"), training=False)
    whole = _text(merged([_ballots(5), blank]))

    assert len(whole) == 2 + len(_text(blank))
    assert "PHIẾU BẦU CỬ" in whole[0]
    assert "BIÊN BẢN KIỂM PHIẾU" in whole[2]


def test_one_ballot_is_taken_out_of_its_sheet() -> None:
    (text,) = _text(upper_left(_ballots(4), 105, 148.5))

    assert "PHIẾU BẦU CỬ" in text


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(PaperRefused, match=r"paper\.damaged"):
        merged([b"no paper"])


def test_nothing_cannot_be_put_together() -> None:
    with pytest.raises(ValueError, match="nothing"):
        merged([])


def test_what_is_put_together_or_tried_is_not_scaled_either() -> None:
    for paper in (
        merged([_ballots(4), _ballots(4)]),
        first_sheet(_ballots(9)),
        upper_left(_ballots(4), 105, 148.5),
    ):
        assert not is_scaled_by_viewers(paper)
