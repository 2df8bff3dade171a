from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from desktop.bootstrap import open_office
from desktop.errors import RequestRefused, StepRefused
from desktop.models.store.session import writing
from desktop.services.elections.ballot_choices import choose_reserve, choose_size, record_sealed
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.papers.ballot_trials import print_trial
from desktop.services.papers.ballots import ballot_book, ballot_preview, print_ballots
from desktop.services.papers.delivery import Destination
from desktop.services.papers.envelopes import write_envelope
from tests.offices import commune
from tests.offices.opening import open_meeting


def set_percent(office: Workplace, percent: int | None) -> None:
    with writing(office.database) as session:
        kept = own_office(session)
        kept.settings = msgspec.structs.replace(kept.settings, reserve_percent=percent)


def test_a_reserve_typed_for_one_hamlet_is_kept_over_a_restart(office: Workplace) -> None:
    code = commune.listed(office)
    choose_reserve(office, code, 9)
    office.database.close()
    again = open_office(office.database.folder, commune.PASSPHRASE, office.clock)
    try:
        book = ballot_book(again, code)
        assert (book.reserve, book.reserve_chosen, book.office_reserve) == (9, True, 3)
        choose_reserve(again, code, None)
        assert ballot_book(again, code).reserve == 3
    finally:
        again.database.close()


def test_the_offices_share_is_rounded_up_to_whole_ballots(office: Workplace) -> None:
    code = commune.listed(office)
    set_percent(office, 5)
    book = ballot_book(office, code)
    assert (book.electorate, book.reserve, book.office_percent) == (12, 1, 5)
    set_percent(office, 0)
    assert ballot_book(office, code).reserve == 0


def test_the_reserve_is_what_is_printed_and_stays_then(office: Workplace) -> None:
    code = commune.listed(office)
    choose_reserve(office, code, 5)
    assert print_ballots(office, code).copies == 17
    with pytest.raises(StepRefused):
        choose_reserve(office, code, 6)
    assert ballot_book(office, code).reserve == 5


def test_fewer_ballots_than_electors_are_refused(office: Workplace) -> None:
    code = commune.listed(office)
    with pytest.raises(RequestRefused, match=r"ballots\.reserve"):
        choose_reserve(office, code, -1)
    choose_reserve(office, code, 0)
    assert print_ballots(office, code).copies == 12, "a reserve of none is a choice"


def test_a_later_round_begins_with_the_offices_reserve(office: Workplace) -> None:
    from desktop.services.counting import counts  # noqa: PLC0415
    from desktop.services.results import decisions, next_vote  # noqa: PLC0415

    code = commune.listed(office)
    choose_reserve(office, code, 5)
    print_ballots(office, code)
    open_meeting(office, code, commune.OPENS)
    commune.agree(office, code, commune.NOBODY | {"unused": 7})
    counts.finalise(office, code)
    decisions.order_again(office, code, "3/QĐ-UBND", commune.DAY, "chưa ai đủ phiếu")
    next_vote.begin_round(office, code)
    list_candidates(office, code, [Nomination("Lò Thị Ơn")])
    assert ballot_book(office, code).reserve == 3


def test_a_larger_size_is_printed_when_it_is_chosen(office: Workplace) -> None:
    code = commune.listed(office)
    assert [(fit.size, fit.lacks) for fit in ballot_book(office, code).sizes] == [
        ("A4", ""),
        ("A5", ""),
        ("A6", ""),
    ]
    choose_size(office, code, "A5")
    book = ballot_book(office, code)
    assert (book.size, book.per_sheet, book.sheets) == ("A5", 2, 8)
    seen = ballot_preview(office, code).sheets
    assert print_ballots(office, code).content == seen


def test_a_size_that_cannot_hold_the_ballot_says_why(office: Workplace) -> None:
    code = commune.listed(office, ballot="agree")
    book = ballot_book(office, code)
    assert {fit.size: fit.lacks for fit in book.sizes} == {"A4": "", "A5": "", "A6": "squares"}
    names = [name for name, _, _ in commune.HEADS[:6]]
    list_candidates(office, code, [Nomination(name) for name in names])
    assert ballot_book(office, code).sizes[2].lacks == "squares"


def test_a_chosen_size_that_no_longer_holds_everybody_gives_way(office: Workplace) -> None:
    code = commune.listed(office)
    choose_size(office, code, "A6")
    names = [name for name, _, _ in commune.HEADS[:10]]
    list_candidates(office, code, [Nomination(name) for name in names])
    book = ballot_book(office, code)
    assert (book.sizes[2].lacks, book.size) == ("names", "A5" if not book.sizes[1].lacks else "A4")


def test_a_trial_sheet_is_spoilt_and_counted_apart(office: Workplace, tmp_path: Path) -> None:
    code = commune.listed(office)
    print_trial(office, code, Destination(path=tmp_path / "thu.pdf"))
    book = ballot_book(office, code)

    assert [trial.ballots for trial in book.trials] == [4]
    assert (book.state, book.frozen, book.printed, book.printings) == ("listed", False, None, ())
    ballots = print_ballots(office, code)
    assert ballots.copies == 15, "none of the trial's are among them"
    assert ballot_book(office, code).printed == 15
    assert ballot_preview(office, code).sheets == ballots.content
    parts = write_envelope(office, code, tmp_path / "envelope").parts
    assert [part.copies for part in parts if part.form == "hamlet-ballot"] == [15], "no trial sheet is there"


def test_a_trial_that_no_printer_took_is_not_written_down(office: Workplace, tmp_path: Path) -> None:
    code = commune.listed(office)
    (tmp_path / "usb").write_text("no folder")
    with pytest.raises(RequestRefused, match=r"file\.write"):
        print_trial(office, code, Destination(path=tmp_path / "usb" / "thu.pdf"))
    assert ballot_book(office, code).trials == ()


def test_sealed_ballots_are_written_down_from_the_printing_to_the_count(office: Workplace) -> None:
    code = commune.listed(office)
    with pytest.raises(StepRefused):
        record_sealed(office, code, 15)
    print_ballots(office, code)
    record_sealed(office, code, 15)
    assert ballot_book(office, code).sealed == 15
    record_sealed(office, code, 0)
    assert ballot_book(office, code).sealed == 0, "none is another word than not yet"
    with pytest.raises(RequestRefused, match=r"ballots\.sealed"):
        record_sealed(office, code, -1)
