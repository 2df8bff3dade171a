"""The outbox: what would travel, what became of each package, and its way onto a stick."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.errors import RequestRefused
from desktop.services.counting import counts
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.exchange import intake, receipts
from desktop.services.exchange.outbox import outbox, seal_campaign
from desktop.services.exchange.stick import package_content, save_package
from desktop.services.office import keys
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.results import decisions, next_vote
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import DAY, NOBODY, OTHER_HAMLET, PASSPHRASE, agree, agreed, finalised
from tests.offices.opening import open_meeting
from tests.services.exchange.test_packages import district, new_districts

__all__ = ["district", "new_districts"]

Told = list[tuple[int, int, str]]


def sealed(office: Workplace) -> int:
    seal_campaign(office, keys.unlock(office, PASSPHRASE), "2024", "198")
    return outbox(office).packages[0].id


def answered(office: Workplace, district: Workplace, package: int) -> None:
    taken = intake.take_in(district, keys.unlock(district, PASSPHRASE), package_content(office, package)[1])
    assert taken.receipt is not None
    receipts.read_receipt(office, keys.unlock(office, PASSPHRASE), taken.receipt)


def test_before_the_first_count_nothing_travels_and_no_recipient_is_known(office: Workplace) -> None:
    agreed(office)
    shown = outbox(office)
    assert (shown.recipient, shown.packages) == (None, ())
    assert shown.travels is not None
    assert (shown.travels.counts, shown.travels.missing) == ((), ("Thôn Lục Ngù",))


@pytest.mark.usefixtures("district")
def test_what_would_travel_says_what_is_missing(office: Workplace) -> None:
    code = finalised(office)
    travels = outbox(office).travels
    assert travels is not None
    assert (travels.counts, travels.minutes, travels.decisions) == (("Thôn Lục Ngù",), 0, 0)
    assert (travels.unprinted, travels.changed) == (("Thôn Lục Ngù",), True)
    print_minutes(office, code)
    decisions.recognise(office, code, "112/QĐ-UBND", date(2024, 12, 12))
    travels = outbox(office).travels
    assert travels is not None
    assert (travels.minutes, travels.decisions, travels.unprinted) == (1, 1, ())


@pytest.mark.usefixtures("district")
def test_after_sealing_nothing_has_changed_until_something_does(office: Workplace) -> None:
    code = finalised(office)
    sealed(office)
    shown = outbox(office)
    assert shown.travels is not None
    assert not shown.travels.changed
    [line] = shown.packages
    assert (line.sequence, line.units, line.decisions, line.outcome) == (1, ("Thôn Lục Ngù",), 0, "open")
    counts.reopen(office, code, "đếm lại")
    counts.finalise(office, agree(office, code))
    travels = outbox(office).travels
    assert travels is not None
    assert travels.changed
    sealed(office)
    assert [line.sequence for line in outbox(office).packages] == [2, 1]


@pytest.mark.usefixtures("district")
def test_a_package_carries_only_what_was_there_when_it_was_sealed(
    office: Workplace, clock: TrainingClock
) -> None:
    code = finalised(office)
    sealed(office)
    clock.put(DAY + timedelta(days=1), 9, 0)
    commune.store(office, [commune.row("Đào Văn Khe"), commune.row("Vàng A Páo")], OTHER_HAMLET)
    sent_later = {"candidates[0].votes": 2, "present": 2, "issued": 2, "unused": 3, "returned": 2, "valid": 2}
    finalised(office, sent_later | {"invalid": 0}, "Đào Văn Khe", hamlet=OTHER_HAMLET)
    decisions.recognise(office, code, "112/QĐ-UBND", DAY + timedelta(days=1))
    [first] = outbox(office).packages
    assert (first.units, first.decisions) == (("Thôn Lục Ngù",), 0)
    sealed(office)
    second, first = outbox(office).packages
    assert (second.units, second.decisions) == (("Thôn Lục Ngù", "Khu phố Chợ"), 1)
    assert (first.units, first.decisions) == (("Thôn Lục Ngù",), 0)


@pytest.mark.usefixtures("district")
def test_the_newest_count_of_a_hamlet_is_that_of_its_last_round(
    office: Workplace, clock: TrainingClock
) -> None:
    code = finalised(office)
    counts.reopen(office, code, "đếm lại")
    counts.finalise(office, agree(office, code, NOBODY))
    print_minutes(office, code)
    shown = outbox(office).travels
    assert shown is not None
    assert shown.unprinted == ()
    decisions.order_again(office, code, "12/QĐ-UBND", DAY, "chưa ai đủ số phiếu")
    next_vote.begin_round(office, code)
    list_candidates(office, code, [Nomination("Lò Thị Ơn"), Nomination("Giàng A Chớ")])
    print_ballots(office, code)
    opens = commune.OPENS + timedelta(days=7)
    clock.put(opens.date(), 9, 0)
    open_meeting(office, code, opens)
    counts.finalise(office, agree(office, code))
    shown = outbox(office).travels
    assert shown is not None
    assert shown.unprinted == ("Thôn Lục Ngù",), "the first round was printed in its second revision"


def test_a_package_has_arrived_only_with_its_receipt(office: Workplace, district: Workplace) -> None:
    finalised(office)
    first = sealed(office)
    answered(office, district, first)
    [line] = outbox(office).packages
    assert (line.outcome, line.refused_by, line.missing) == ("accepted", None, ())
    assert line.receipt_at is not None


@pytest.mark.usefixtures("district")
def test_a_package_on_a_stick_is_read_back_and_compared(office: Workplace, tmp_path: Path) -> None:
    finalised(office)
    package = sealed(office)
    told: Told = []
    stick = tmp_path / "stick"
    stick.mkdir()
    assert outbox(office).packages[0].written_at is None
    saved = save_package(office, package, stick, lambda *step: told.append(step))
    name, data = package_content(office, package)
    assert (saved.path, saved.path.read_bytes()) == (stick / name, data)
    assert saved.sha256 == hashlib.sha256(data).hexdigest()
    assert told[0][2] == "write"
    assert told[-1] == (len(data), len(data), "read")
    assert [path.name for path in stick.iterdir()] == [name]
    save_package(office, package, stick, lambda *_: None)
    # Whoever opens the window another day still knows that it was written.
    assert outbox(office).packages[0].written_at is not None


@pytest.mark.usefixtures("district")
def test_another_file_of_that_name_and_a_missing_stick_are_refused(office: Workplace, tmp_path: Path) -> None:
    finalised(office)
    package = sealed(office)
    (tmp_path / package_content(office, package)[0]).write_bytes(b"something else")
    for folder, code in ((tmp_path, "file.other"), (tmp_path / "gone", "storage.no_folder")):
        with pytest.raises(RequestRefused) as caught:
            save_package(office, package, folder, lambda *_: None)
        assert caught.value.code == code
    with pytest.raises(RequestRefused) as caught:
        save_package(office, 99, tmp_path, lambda *_: None)
    assert caught.value.code == "package.none"


@pytest.mark.usefixtures("district")
def test_a_copy_that_was_stopped_before_it_was_compared_is_taken_away(
    office: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    package = sealed(office)
    stick = tmp_path / "stick"
    stick.mkdir()

    def stop(done: int, total: int, part: str) -> None:
        if part == "read" and done == total:
            raise LookupError

    with pytest.raises(LookupError):
        save_package(office, package, stick, stop)
    assert list(stick.iterdir()) == []


@pytest.mark.usefixtures("district")
def test_a_half_written_package_is_written_anew_and_older_ones_are_named(
    office: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    for _ in range(2):
        sealed(office)
    second, first = outbox(office).packages
    stick = tmp_path / "stick"
    stick.mkdir()
    older = save_package(office, first.id, stick, lambda *_: None)
    assert (older.resumed, older.older) == (False, ())
    name, data = package_content(office, second.id)
    (stick / name).write_bytes(data[: len(data) // 2])
    saved = save_package(office, second.id, stick, lambda *_: None)
    assert (saved.resumed, saved.older) == (True, (older.path.name,))
    (stick / name).write_bytes(b"of another")
    (stick / f"{name}.dang-ghi").write_bytes(b"")
    (stick / f".{name}.x1.part").write_bytes(b"")
    assert save_package(office, second.id, stick, lambda *_: None).resumed
    assert sorted(one.name for one in stick.iterdir()) == sorted([name, older.path.name])
    assert (stick / name).read_bytes() == data


@pytest.mark.usefixtures("district")
def test_a_package_that_lies_there_whole_is_read_back_and_never_taken_away(
    office: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    package = sealed(office)
    first = save_package(office, package, tmp_path, lambda *_: None)

    def stop(done: int, total: int, part: str) -> None:
        if part == "read" and done == total:
            raise LookupError

    with pytest.raises(LookupError):
        save_package(office, package, tmp_path, stop)
    assert first.path.read_bytes() == package_content(office, package)[1]
