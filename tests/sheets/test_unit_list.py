from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import SheetRefused
from desktop.resources import resource
from desktop.sheets.unit_list import read_units

UNITS = read_units(resource("units", "units.csv").read_bytes(), "units.csv")


def test_a_code_alone_names_nothing_but_code_and_first_day_do() -> None:
    keys = {(unit.code, unit.starts_on) for unit in UNITS}
    assert len(keys) == len(UNITS)
    assert len({unit.code for unit in UNITS}) < len(UNITS)


def test_every_unit_in_force_has_its_unit_above_of_the_same_day() -> None:
    for day in (date(2024, 12, 8), date(2026, 1, 1)):
        known = {unit.code: unit for unit in UNITS if unit.exists_on(day)}
        assert len(known) > 3000
        assert [
            unit for unit in known.values() if unit.level != "province" and unit.parent not in known
        ] == []


def test_the_commune_of_the_example_became_part_of_another() -> None:
    new = next(unit for unit in UNITS if unit.code == "06838" and unit.ends_on is None)
    assert new.full_name == "Xã Bình Liêu"
    assert "06859" in new.predecessors
    assert new.unparsed == ""
    old = next(unit for unit in UNITS if unit.code == "06859")
    assert (old.full_name, old.ends_on) == ("Xã Húc Động", date(2025, 6, 30))


def test_what_could_not_be_read_is_kept_and_predecessors_are_earlier_units() -> None:
    earlier = {unit.code for unit in UNITS if unit.ends_on is not None}
    assert all(set(unit.predecessors) <= earlier for unit in UNITS)
    assert any(unit.unparsed for unit in UNITS)
    lost = [u for u in UNITS if u.ends_on is None and not u.predecessors and not u.unparsed]
    # Of one unit the source says nothing.
    assert [u.code for u in lost] == ["07147"]


@pytest.mark.parametrize(
    "data", [b"code,level\n1,commune\n", b"\xff\xfe", b"code,level,kind,name,from,to,parent\n1,a,b,c,x,,\n"]
)
def test_a_damaged_list_is_refused(data: bytes) -> None:
    with pytest.raises(SheetRefused) as refused:
        read_units(data, "units.csv")
    assert (refused.value.code, refused.value.where) == ("sheet.units", "units.csv")
