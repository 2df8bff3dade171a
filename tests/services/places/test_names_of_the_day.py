"""An election held before its hamlet was merged, split or dissolved keeps its name, to the byte."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from desktop.models.counting import Count
from desktop.models.papers import Paper
from desktop.models.store.session import reading
from desktop.services.office.workplace import Workplace
from desktop.services.papers.minutes_views import draw_minutes, print_minutes
from desktop.services.people.households import households
from desktop.services.places import hamlets, shares, succession
from desktop.services.places.shares import Share
from desktop.services.results import decisions
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.commune import HAMLET, OTHER_HAMLET
from tests.printing.pages import one_line

ON = date(2025, 7, 1)
BY = succession.Decision("15/NQ-HĐND", date(2025, 6, 20), "Hội đồng nhân dân xã Mẫu")


def homes(office: Workplace) -> tuple[int, ...]:
    return tuple(line.id for line in households(office, HAMLET).lines)


def halves(office: Workplace) -> list[Share]:
    return [Share("Thôn", "Lục Ngù", homes(office)[:5]), Share("Thôn", "Lục Thượng", homes(office)[5:])]


def kept(office: Workplace) -> list[bytes]:
    with reading(office.database) as session:
        return [*session.scalars(select(Count.content)), *session.scalars(select(Paper.content))]


@pytest.mark.parametrize(
    "change",
    [
        lambda office: succession.rename(office, HAMLET, "Khu phố", "Lục Ngù Mới", ON, BY),
        lambda office: succession.merge(office, [HAMLET, OTHER_HAMLET], "Thôn", "Lục Chợ", ON, BY),
        lambda office: shares.split(office, HAMLET, halves(office), ON, BY),
        lambda office: shares.dissolve(office, HAMLET, {OTHER_HAMLET: homes(office)}, ON, BY),
    ],
)
def test_minutes_and_counts_of_an_election_before_the_change_stay_as_they_were(
    office: Workplace, clock: TrainingClock, change: Callable[[Workplace], object]
) -> None:
    code = commune.finalised(office)
    print_minutes(office, code)
    decisions.recognise(office, code, "102/QĐ-UBND", date(2024, 12, 10))
    before, records = draw_minutes(office, code, "full"), kept(office)
    assert records
    clock.moment = datetime(2025, 7, 5, 1, tzinfo=UTC)
    change(office)
    ended = [line.full_name for line in hamlets.hamlet_lines(office, ended=True) if line.ends_on is not None]
    assert "Thôn Lục Ngù" in ended
    assert draw_minutes(office, code, "full") == before
    assert kept(office) == records
    assert "lục ngù" in one_line(before).lower()
