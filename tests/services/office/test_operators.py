"""A PIN wrong too often waits, a forgotten one is set anew, and who no longer types is not offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from desktop.errors import Refusal
from desktop.models.counting import Operator
from desktop.models.store.engine import writer
from desktop.services.counting import entry_drafts
from desktop.services.office.checking import check_office
from desktop.services.office.operators import check_pin, operators, reset_pin, retire_operator
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import ANH, BINH, PINS


def refusal(try_it: Callable[[], object]) -> Refusal:
    with pytest.raises(Refusal) as caught:
        try_it()
    return caught.value


def test_the_delay_after_wrong_tries_grows_and_a_right_pin_ends_it(
    office: Workplace, clock: TrainingClock
) -> None:
    waits = []
    for _ in range(3):
        assert refusal(lambda: check_pin(office, ANH, "0000")).code == "operator.unknown"
    for _ in range(3):
        told = refusal(lambda: check_pin(office, ANH, PINS[ANH]))
        assert told.code == "operator.wait"
        waits.append(told.context["seconds"])
        clock.moment += timedelta(seconds=int(str(told.context["seconds"])) + 1)
        assert refusal(lambda: check_pin(office, ANH, "0000")).code == "operator.unknown"
    assert [round(int(str(seconds)) / 15) for seconds in waits] == [1, 2, 4]
    check_pin(office, BINH, PINS[BINH])
    clock.moment += timedelta(minutes=15)
    check_pin(office, ANH, PINS[ANH])
    assert refusal(lambda: check_pin(office, ANH, "0000")).code == "operator.unknown"
    check_pin(office, ANH, PINS[ANH])


def test_a_clock_that_was_put_back_locks_nobody_out(office: Workplace, clock: TrainingClock) -> None:
    for _ in range(4):
        refusal(lambda: check_pin(office, ANH, "0000"))
    clock.moment -= timedelta(days=30)
    check_pin(office, ANH, PINS[ANH])


def test_a_forgotten_pin_is_set_anew_by_the_passphrase_of_the_office(office: Workplace) -> None:
    for _ in range(4):
        refusal(lambda: check_pin(office, ANH, "0000"))
    assert refusal(lambda: reset_pin(office, ANH, "9753", "sai mật khẩu")).code == "storage.passphrase"
    assert refusal(lambda: reset_pin(office, ANH, "975", commune.PASSPHRASE)).code == "operator.pin"
    reset_pin(office, ANH, "9753", commune.PASSPHRASE)
    check_pin(office, ANH, "9753")
    assert refusal(lambda: check_pin(office, ANH, PINS[ANH])).code == "operator.unknown"


def swap_pins(office: Workplace) -> None:
    """Give one the PIN of the other, as somebody does who has the key and not the program."""
    its_own = select(Operator.pin_hash).where(Operator.id == BINH).scalar_subquery()
    with writer(office.database.engine).begin() as connection:
        connection.execute(update(Operator).where(Operator.id == ANH).values(pin_hash=its_own))


def test_a_pin_that_was_swapped_is_found_until_it_is_set_anew(office: Workplace) -> None:
    assert check_office(office).findings == ()
    swap_pins(office)
    refusal(lambda: check_pin(office, ANH, "0000"))
    check_pin(office, ANH, PINS[BINH])
    found = check_office(office)
    assert found.problems == ("storage.changed",)
    assert found.sentence().startswith("PIN của Người nhập Anh không phải PIN được đặt lần sau cùng")
    reset_pin(office, ANH, "9753", commune.PASSPHRASE)
    assert check_office(office).findings == ()
    check_pin(office, ANH, "9753")


def test_who_no_longer_types_is_not_offered_and_what_was_typed_stays(office: Workplace) -> None:
    code = commune.meeting(office)
    commune.enter(office, code, ANH, commune.TYPED)
    retire_operator(office, ANH)
    assert ANH not in [each.id for each in operators(office)]
    assert [each.id for each in operators(office, retired=True) if each.retired] == [ANH]
    refused = refusal(lambda: entry_drafts.sit_down(office, code, ANH, PINS[ANH]))
    assert refused.code == "operator.unknown"
    commune.enter(office, code, BINH, commune.TYPED)
    retire_operator(office, ANH, retired=False)
    assert ANH in [each.id for each in operators(office)]
