"""What waits for a person at the desk: what is late or wrong, and what is still to be sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.services.counting import counts
from desktop.services.exchange import intake, receipts
from desktop.services.exchange.outbox import outbox, seal_campaign
from desktop.services.exchange.stick import package_content, save_package
from desktop.services.office import keys
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.today.waiting import waiting_here
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import DAY, PASSPHRASE, agree, finalised, printed
from tests.services.exchange.test_packages import district, new_districts

__all__ = ["district", "new_districts"]


def to_send(office: Workplace) -> int:
    return waiting_here(office)["sending"]


def test_an_office_without_a_campaign_waits_for_nobody(office: Workplace) -> None:
    assert waiting_here(office) == {"today": 0, "sending": 0, "congress": 0}


def test_a_meeting_that_did_not_open_at_its_hour_waits_until_it_is_held(
    office: Workplace, clock: TrainingClock
) -> None:
    printed(office)
    clock.put(DAY, 8, 0)
    assert waiting_here(office)["today"] == 0
    clock.put(DAY, 12, 30)
    assert waiting_here(office)["today"] == 1


def test_a_result_waits_until_it_is_on_a_stick_and_not_for_its_receipt(
    office: Workplace, district: Workplace, tmp_path: Path, clock: TrainingClock
) -> None:
    code = finalised(office)
    own = keys.unlock(office, PASSPHRASE)
    assert to_send(office) == 1
    clock.put(date(2024, 12, 9), 8, 0)
    seal_campaign(office, own, "2024", "198")
    assert to_send(office) == 1, "sealed, and on no stick yet"
    package = outbox(office).packages[0].id
    save_package(office, package, tmp_path, lambda *_: None)
    assert to_send(office) == 0, "it waits for the office above"
    taken = intake.take_in(district, keys.unlock(district, PASSPHRASE), package_content(office, package)[1])
    assert taken.receipt is not None
    receipts.read_receipt(office, own, taken.receipt)
    assert to_send(office) == 0
    counts.reopen(office, code, "đếm lại")
    counts.finalise(office, agree(office, code))
    assert to_send(office) == 1, "what is newer than the package is to be sent again"


@pytest.mark.usefixtures("district")
def test_a_package_that_a_newer_one_stands_for_waits_for_nobody(
    office: Workplace, tmp_path: Path, clock: TrainingClock
) -> None:
    finalised(office)
    clock.put(date(2024, 12, 9), 8, 0)
    for _ in range(2):
        seal_campaign(office, keys.unlock(office, PASSPHRASE), "2024", "198")
    newest, _ = outbox(office).packages
    save_package(office, newest.id, tmp_path, lambda *_: None)
    assert to_send(office) == 0


def test_who_works_for_the_party_alone_is_told_what_waits_to_be_sent(office: Workplace) -> None:
    assert waiting_here(replace(office, side=Side.PARTY)) == {"sending": 0, "congress": 0}
