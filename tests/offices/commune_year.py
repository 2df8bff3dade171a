"""A commune's year with its lists, step by step: all in, a second round, a merger in mid-term, and after it.

The test walks it with few households, ``python -m benchmarks.bench commune_year`` with fifty thousand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.catalogue.household_members import HOUSEHOLD_MEMBERS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.lists import batches, taking
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.list_kind import Extent
from desktop.services.lists.parts import Why
from desktop.services.lists.preview import RowState
from desktop.services.office.workplace import Workplace
from desktop.services.people.doubles import doubles
from desktop.services.people.households import household_count
from desktop.services.places.hamlets import hamlet_lines
from desktop.services.places.merger_plan import open_mergers
from desktop.services.places.mergers import write_mergers
from desktop.services.places.parts import parts_of
from desktop.services.places.succession import Decision, undo_change
from desktop.services.search.people import people_found
from tests.offices.large_commune import JOINED, RECOUNTED, SPOILT, LargeCommune
from tests.offices.lists import taken
from tests.printing.pages import texts

BEGINS = datetime(2026, 7, 1, 2, 0, tzinfo=UTC)
MERGED_ON = date(2026, 7, 1)
DECISION = Decision("9/NQ-HĐND", MERGED_ON, "Hội đồng nhân dân xã")


class CommuneYear:
    """The year of one office.

    Args:
        place: an office without hamlets, whose day is that of the merger.
        commune: its lists.
        folder: for the workbooks.
    """

    def __init__(self, place: Workplace, commune: LargeCommune, folder: Path) -> None:
        self._place = place
        self._commune = commune
        self._all = commune.households
        self._joined = len(range(0, self._all, JOINED))
        self._folder = folder
        self._before = ""
        self._merger = 0
        self.lists = commune.write_lists(folder / "ca-xa.xlsx")
        self.second = commune.write_lists(folder / "ca-xa-lan-2.xlsx", second=True)
        self.members = commune.write_members(folder / "thanh-vien.xlsx")
        self.mergers = commune.write_mergers(folder / "sap-nhap.xlsx")

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return what happens, in its order: in words, and what does it and holds what came of it."""
        return (
            ("hamlets in", self.take_hamlets),
            ("households of every hamlet in", self.take_households),
            ("the same file changes nothing", self.take_the_same),
            ("members of every household in", self.take_members),
            ("second round in, taken back, and in again", self.take_the_second),
            ("who heads two households", self.find_doubles),
            ("hamlets merged", self.merge),
            ("merger taken back, and written again", self.merge_again),
            ("lists under the old names", self.take_after_the_merger),
            ("all households given out, and in again", self.give_out),
            ("all members given out, and in again", self.give_out_members),
        )

    def take_hamlets(self) -> None:
        """Take the hamlets in."""
        done = taken(self._place, HAMLETS, self.lists)
        assert (done.new, done.doubtful, done.refused) == (self._commune.hamlets, 0, 0)

    def take_households(self) -> None:
        """Take a sheet of each hamlet in, all in one go, told of as it goes on."""
        shown = HOUSEHOLDS.open_file(self._place, self.lists, None)
        assert {part.why for part in parts_of(self._place, shown.whole)} == {Why.NAME}
        told: list[str] = []
        stored = taking.store(self._place, HOUSEHOLDS, shown, progress=lambda *step: told.append(step[2]))
        assert (stored.new, stored.doubtful, stored.refused) == (self._all, 0, 0)
        assert len(set(told)) > 1
        assert sum(self._counted().values()) == self._all

    def take_the_same(self) -> None:
        """Open the same file again."""
        assert HOUSEHOLDS.open_file(self._place, self.lists, None).written_rows({}) == 0

    def take_members(self) -> None:
        """Take two more people of every household in."""
        shown = HOUSEHOLD_MEMBERS.open_file(self._place, self.members, None)
        assert taking.store(self._place, HOUSEHOLD_MEMBERS, shown).new == 2 * self._all

    def take_the_second(self) -> None:
        """Take a changed file in, take it back whole, and take it in again."""
        again = HOUSEHOLDS.open_file(self._place, self.second, None)
        states = Counter(row.state for row in again.rows)
        numbers = [*range(self._all), *range(self._all, 2 * self._all, JOINED)]
        spoilt = {number for number in numbers if number % SPOILT == 3}
        recounted = {number for number in range(self._all) if number % RECOUNTED == 1} - spoilt
        assert states[RowState.REFUSED] == len(spoilt)
        assert states[RowState.CHANGED] == len(recounted)
        assert states[RowState.NEW] == self._joined - sum(number >= self._all for number in spoilt)
        taken = taking.store(self._place, HOUSEHOLDS, again)
        batches.undo(self._place, taken.batch)
        assert household_count(self._place) == self._all
        taking.store(self._place, HOUSEHOLDS, HOUSEHOLDS.open_file(self._place, self.second, None))
        self._all = household_count(self._place)
        assert self._all == self._commune.households + states[RowState.NEW]

    def find_doubles(self) -> None:
        """Look for people who seem to head two households."""
        found = doubles(self._place)
        assert len({one.household for one in found}) == len(found) != 1

    def merge(self) -> None:
        """Merge all hamlets but two in pairs, with the list of hamlets printed before and after."""
        self._before = "\n".join(texts(HAMLETS.draw(self._place)))
        plan = open_mergers(self._place, self.mergers)
        pairs = (self._commune.hamlets - 2) // 2
        assert (len(plan.mergers), len(plan.untouched)) == (pairs, 2)
        self._merger = write_mergers(self._place, plan, MERGED_ON, DECISION)
        after = "\n".join(texts(HAMLETS.draw(self._place)))
        assert f"{self._commune.hamlets} thôn, khu phố" in self._before
        assert f"{pairs + 2} thôn, khu phố" in after
        assert ("Nà Ếch Mới" in self._before, "Nà Ếch Mới" in after) == (False, True)
        # The list of a day before the merger is drawn under the names of that day.
        past = "\n".join(texts(HAMLETS.draw(self._place, Extent(on=MERGED_ON - timedelta(days=1)))))
        assert f"{self._commune.hamlets} thôn, khu phố" in past
        assert ("Pò Ếch" in past, "Nà Ếch Mới" in past) == (True, False)
        assert sum(self._counted().values()) == self._all

    def merge_again(self) -> None:
        """Take the whole merger back, so that everybody is where they were, and write it again."""
        merged = self._counted()
        undo_change(self._place, self._merger)
        assert "\n".join(texts(HAMLETS.draw(self._place))) == self._before
        write_mergers(self._place, open_mergers(self._place, self.mergers), MERGED_ON, DECISION)
        assert self._counted() == merged

    def take_after_the_merger(self) -> None:
        """Open the list once more: each old hamlet's sheet goes to the new one, and nothing is new."""
        late = HOUSEHOLDS.open_file(self._place, self.second, None)
        assert {part.why for part in parts_of(self._place, late.whole)} == {Why.NAME, Why.OLD}
        assert {row.state for row in late.rows} == {RowState.SAME, RowState.REFUSED}

    def give_out(self) -> None:
        """Give the households out as a workbook that comes back the same."""
        given = self._folder / "xuat.xlsx"
        assert give_out(self._place, HOUSEHOLDS, given) == self._all
        assert {row.state for row in HOUSEHOLDS.open_file(self._place, given, None).rows} == {RowState.SAME}
        assert people_found(self._place, "022000000002")

    def give_out_members(self) -> None:
        """Give everybody out as a workbook that comes back the same."""
        given = self._folder / "xuat-thanh-vien.xlsx"
        assert give_out(self._place, HOUSEHOLD_MEMBERS, given) == self._all + 2 * self._commune.households
        back = HOUSEHOLD_MEMBERS.open_file(self._place, given, None)
        assert {row.state for row in back.rows} == {RowState.SAME}

    def _counted(self) -> dict[str, int]:
        return {line.name: line.counted for line in hamlet_lines(self._place)}
