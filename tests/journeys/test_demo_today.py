"""The example of today: 22 hamlets just merged into thirteen elect their heads under the law of 2026."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop.bootstrap import open_office
from desktop.models.people import Household
from desktop.models.places import Unit
from desktop.models.store.session import reading
from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.sheets.lists.reading import read
from desktop.vietnamese.text import fold
from tests.checkout import ROOT
from tests.journeys.conftest import Demo, in_a_process
from tests.printing.pages import one_line

SAMPLES = ROOT / "resources" / "samples"


@pytest.fixture(scope="module")
def today(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    folder = tmp_path_factory.mktemp("today") / "out"
    return Demo(folder, in_a_process("demo", "--out", folder, "--json"))


def summary(demo: Demo) -> dict[str, Any]:
    return json.loads((demo.folder / "summary.json").read_bytes())


def test_today_is_what_a_demo_shows_by_default(today: Demo) -> None:
    assert today.told.code == 0, today.told.err
    found = summary(today)
    named = {row["new"] for row in read(SAMPLES / "sap-nhap-thon-2026.csv", "mergers").rows}
    assert {fold(hamlet["name"]) for hamlet in found["hamlets"]} == {fold(name) for name in named}
    assert len(found["hamlets"]) == 13
    assert all((today.folder / package["receipt"]).is_file() for package in found["packages"])
    assert len(found["packages"]) == 2


def test_no_household_is_lost_on_the_way_from_22_hamlets_to_thirteen(today: Demo) -> None:
    stated = sum(row["households"] for row in read(SAMPLES / "thon-ban-2026.csv", "hamlets").rows)
    office = open_office(today.commune, TRAINING_PASSPHRASE)
    try:
        with reading(office.database) as session:
            units = session.scalars(select(Unit).where(Unit.level == "hamlet", Unit.ends_on.is_(None))).all()
            homes = session.scalars(select(Household.hamlet_id).where(Household.ends_on.is_(None))).all()
    finally:
        office.database.close()
    assert len(homes) == stated
    assert set(homes) == {unit.id for unit in units}
    assert len(units) == 13


def test_the_papers_rest_on_the_law_of_that_day(today: Demo) -> None:
    elected = [hamlet for hamlet in summary(today)["hamlets"] if hamlet["outcome"] == "elected"]
    assert elected
    for hamlet in elected:
        minutes: Path = today.folder / hamlet["minutes"]
        assert "nhiệm kỳ 2026 - 2031" in one_line(minutes.read_bytes())
        code = minutes.name.removeprefix("bien-ban-")[: len("06838-T23-20260628")]
        decision = one_line((today.folder / "decisions" / f"quyet-dinh-{code}.pdf").read_bytes())
        assert "Nghị định số 185/2026/NĐ-CP" in decision
        assert "ỦY BAN NHÂN DÂN XÃ BÌNH LIÊU" in decision
