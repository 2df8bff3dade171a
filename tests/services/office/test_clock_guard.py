from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.audit import AuditEntry
from desktop.models.office import Mode
from desktop.models.store.session import reading, writing
from desktop.services.elections.rolls.views import roll_page
from desktop.services.office.clock_guard import clock_doubt, confirm_clock, demand_clock
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.people.record import add_household, edit_household
from desktop.services.training.clock import TrainingClock
from desktop.wording import refusal_sentence
from tests.offices import commune


def test_a_clock_that_goes_on_is_no_trouble(office: Workplace) -> None:
    assert clock_doubt(office) is None


def test_a_clock_before_the_last_entry_is_told_with_both_times(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.moment = commune.BEFORE - timedelta(days=900)
    found = clock_doubt(office)
    assert found is not None
    assert found.now.date().year == 2022
    assert found.last.date().isoformat() == "2024-11-18"
    assert found.now.utcoffset() == timedelta(hours=7)


def test_a_clock_set_right_by_a_minute_is_no_trouble(office: Workplace, clock: TrainingClock) -> None:
    clock.moment = commune.BEFORE - timedelta(minutes=1)
    assert clock_doubt(office) is None


def test_a_person_may_say_that_the_date_is_right_and_the_log_says_so(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.moment = commune.BEFORE - timedelta(days=900)
    confirm_clock(office)
    with reading(office.database) as session:
        last = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
        assert last is not None
        assert last.action == "clock.confirm"
    assert clock_doubt(office) is None


def official(office: Workplace) -> Workplace:
    with writing(office.database) as session:
        own_office(session).mode = Mode.OFFICIAL
    return office


def test_a_clock_months_ahead_is_asked_about_in_an_official_office_once(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.moment = commune.BEFORE + timedelta(days=400)
    assert clock_doubt(office) is None, "a training office may lie unused"
    found = clock_doubt(official(office))
    assert found is not None
    assert found.ahead
    confirm_clock(office)
    assert clock_doubt(office) is None


@pytest.mark.parametrize(("days", "code"), [(-30, "clock.behind"), (400, "clock.ahead"), (30, None)])
def test_a_command_dates_nothing_by_a_doubtful_clock(
    office: Workplace, clock: TrainingClock, days: int, code: str | None
) -> None:
    official(office)
    clock.moment = commune.BEFORE + timedelta(days=days)
    if code is None:
        demand_clock(office)
        return
    with pytest.raises(RequestRefused) as caught:
        demand_clock(office)
    assert caught.value.code == code
    assert "2024" in refusal_sentence(caught.value)


def test_a_household_written_down_on_a_wrong_clock_is_missed_on_the_roll_and_put_right(
    office: Workplace, clock: TrainingClock
) -> None:
    code = commune.listed(office)
    before = roll_page(office, code).total
    clock.moment = commune.BEFORE + timedelta(days=400)
    key = add_household(office, commune.HAMLET, "Vi Thị Muộn")
    page = roll_page(office, code)
    assert (page.total, [one.kind for one in page.check.differences]) == (before, ["unlisted"])
    edit_household(office, key, "starts_on", date(2024, 11, 1))
    page = roll_page(office, code)
    assert (page.total, page.check.differences) == (before + 1, ())
