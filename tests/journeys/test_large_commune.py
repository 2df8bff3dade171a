"""A commune's year with its lists: all in from one workbook, a second round, and a merger in mid-term.

Here with few households, so that it is quick; ``make bench`` does the same with fifty thousand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.bootstrap import shipped_statutes
from desktop.services.lists import batches
from desktop.services.lists.parts import Why
from desktop.services.lists.preview import RowState
from desktop.services.office.workplace import Workplace
from desktop.services.people import importing, member_importing
from desktop.services.people.giving_out import give_out_households
from desktop.services.people.households import household_count
from desktop.services.people.registers import hamlet_paper
from desktop.services.places import importing as hamlet_import
from desktop.services.places.hamlets import hamlet_lines
from desktop.services.places.mergers import open_mergers, write_mergers
from desktop.services.places.parts import parts_of
from desktop.services.places.succession import Decision
from desktop.services.search.people import people_found
from desktop.services.training.office import make_training_office
from tests.offices.large_commune import JOINED, RECOUNTED, SPOILT, LargeCommune
from tests.printing.pages import texts

COMMUNE = LargeCommune(hamlets=60, households=600)
MERGED_ON = date(2026, 7, 1)


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    made = make_training_office(
        tmp_path / "office", "tap-huan", shipped_statutes(), lambda: datetime(2026, 7, 1, 2, 0, tzinfo=UTC)
    )
    yield made
    made.database.close()


def counted(workplace: Workplace) -> dict[str, int]:
    return {line.name: line.counted for line in hamlet_lines(workplace)}


def test_sixty_hamlets_come_in_at_once_change_and_become_thirty_one(place: Workplace, tmp_path: Path) -> None:
    lists = COMMUNE.write_lists(tmp_path / "ca-xa.xlsx")
    hamlets = hamlet_import.take_in(place, lists)
    assert (hamlets.new, hamlets.doubtful, hamlets.refused) == (60, 0, 0)

    shown = importing.open_file(place, lists, None)
    assert {part.why for part in parts_of(place, shown.whole)} == {Why.NAME}
    told: list[object] = []
    stored = importing.store(place, shown, progress=lambda *step: told.append(step[2]))
    assert (stored.new, stored.doubtful, stored.refused) == (600, 0, 0)
    assert len(set(told)) > 1
    assert set(counted(place).values()) == {10}
    assert importing.open_file(place, lists, None).written_rows({}) == 0

    members = member_importing.open_file(place, COMMUNE.write_members(tmp_path / "thanh-vien.xlsx"), None)
    assert member_importing.store(place, members).new == 1200

    second = COMMUNE.write_lists(tmp_path / "ca-xa-lan-2.xlsx", second=True)
    again = importing.open_file(place, second, None)
    states = Counter(row.state for row in again.rows)
    joined = len(range(0, 600, JOINED))
    spoilt = {n for n in [*range(600), *range(600, 1200)] if n % SPOILT == 3 and (n < 600 or n % JOINED == 0)}
    recounted = {n for n in range(600) if n % RECOUNTED == 1} - spoilt
    assert states[RowState.NEW] == joined
    assert states[RowState.REFUSED] == len(spoilt)
    assert states[RowState.CHANGED] == len(recounted)
    taken = importing.store(place, again)
    batches.undo(place, taken.batch)
    assert household_count(place) == 600
    importing.store(place, importing.open_file(place, second, None))
    assert household_count(place) == 600 + joined

    before = "\n".join(texts(hamlet_paper(place)))
    plan = open_mergers(place, COMMUNE.write_mergers(tmp_path / "sap-nhap.xlsx"))
    assert (len(plan.mergers), len(plan.untouched)) == (29, 2)
    write_mergers(place, plan, MERGED_ON, Decision("9/NQ-HĐND", MERGED_ON, "Hội đồng nhân dân xã"))
    after = "\n".join(texts(hamlet_paper(place)))
    assert ("60 thôn, khu phố" in before, "31 thôn, khu phố" in after) == (True, True)
    assert "Nà Ếch Mới" in after
    assert "Nà Ếch Mới" not in before
    assert sum(counted(place).values()) == 600 + joined

    # Lists still come under the old names: each old hamlet's sheet goes to the new one, and nothing is new.
    late = importing.open_file(place, second, None)
    assert {part.why for part in parts_of(place, late.whole)} == {Why.NAME, Why.OLD}
    assert {row.state for row in late.rows} == {RowState.SAME, RowState.REFUSED}
    given = tmp_path / "xuat.xlsx"
    assert give_out_households(place, None, given) == 600 + joined
    assert {row.state for row in importing.open_file(place, given, None).rows} == {RowState.SAME}
    assert people_found(place, "022000000002")
