from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from desktop.models.audit import AuditEntry
from desktop.models.store.session import reading
from desktop.services.office.clock_guard import clock_behind, confirm_clock
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from tests.offices import commune


def test_a_clock_that_goes_on_is_no_trouble(office: Workplace) -> None:
    assert clock_behind(office) is None


def test_a_clock_before_the_last_entry_is_told_with_both_times(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.moment = commune.BEFORE - timedelta(days=900)
    found = clock_behind(office)
    assert found is not None
    assert found.now.date().year == 2022
    assert found.last.date().isoformat() == "2024-11-18"
    assert found.now.utcoffset() == timedelta(hours=7)


def test_a_clock_set_right_by_a_minute_is_no_trouble(office: Workplace, clock: TrainingClock) -> None:
    clock.moment = commune.BEFORE - timedelta(minutes=1)
    assert clock_behind(office) is None


def test_a_person_may_say_that_the_date_is_right_and_the_log_says_so(
    office: Workplace, clock: TrainingClock
) -> None:
    clock.moment = commune.BEFORE - timedelta(days=900)
    confirm_clock(office)
    with reading(office.database) as session:
        last = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc())).first()
        assert last is not None
        assert last.action == "clock.confirm"
    assert clock_behind(office) is None
