"""The example of today: 22 hamlets just merged into thirteen elect their heads under the law of 2026."""

from __future__ import annotations

import json
import subprocess
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desktop.bootstrap import open_office
from desktop.models.people import Household
from desktop.models.places import Unit
from desktop.models.posts import Post, PostKind
from desktop.models.store.session import reading
from desktop.services.office.checking import check_office
from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.sheets.lists.reading import read
from desktop.vietnamese.text import fold
from tests.checkout import ROOT
from tests.journeys.conftest import Demo, in_a_process
from tests.printing.pages import one_line

SAMPLES = ROOT / "resources" / "samples"


pytestmark = pytest.mark.xdist_group("today")  # one process makes what its tests share


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
    assert [Path(package["path"]).name for package in found["packages"]] == [
        "06838-government-0001.goi",
        "06838-government-0002.goi",
        "06838-party-0001.goi",
    ]


def test_all_that_is_final_in_both_offices_is_as_the_log_sealed_it(today: Demo) -> None:
    for folder, receipts in ((today.commune, 3), (today.office, 0)):
        office = open_office(folder, TRAINING_PASSPHRASE)
        found = check_office(office)
        office.database.close()
        assert found.findings == ()
        assert sum("biên nhận" in said for said in found.compared) == receipts


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


def test_newly_elected_heads_become_secretaries_four_weeks_later(today: Demo) -> None:
    found = summary(today)
    heads = {head for hamlet in found["hamlets"] for head in hamlet["elected"]}
    congresses = found["congresses"]
    assert [len(congress["elected"]) for congress in congresses] == [1, 3, 5]
    for congress in congresses:
        assert set(congress) == {"branch", "statute", "outcome", "elected", "minutes"}
        assert (congress["statute"], congress["outcome"]) == ("qd190-2024", "elected")
        assert congress["elected"][0] in heads
        text = one_line((today.folder / congress["minutes"]).read_bytes())
        assert all(name in text for name in congress["elected"])
        assert congress["branch"] in text
    office = open_office(today.commune, TRAINING_PASSPHRASE)
    try:
        with reading(office.database) as session:
            held = session.scalars(select(Post).where(Post.ends_on.is_(None))).all()
            by_kind = {
                kind: {(post.person_id, post.starts_on) for post in held if post.kind is kind}
                for kind in (PostKind.HAMLET_HEAD, PostKind.SECRETARY)
            }
    finally:
        office.database.close()
    led = {person for person, _ in by_kind[PostKind.HAMLET_HEAD]}
    assert {day for _, day in by_kind[PostKind.SECRETARY]} == {date(2026, 7, 26)}
    assert len(by_kind[PostKind.SECRETARY]) == 3
    assert {person for person, _ in by_kind[PostKind.SECRETARY]} <= led


def test_the_congresses_are_in_a_package_of_their_own_that_a_stranger_opens(
    today: Demo, tmp_path: Path
) -> None:
    package = today.folder / summary(today)["packages"][-1]["path"]
    key = today.folder / "office-party.age"
    bag = tmp_path / "bag.zip"
    subprocess.run(["age", "-d", "-i", str(key), "-o", str(bag), str(package)], check=True)
    with zipfile.ZipFile(bag) as held:
        files = {name: held.read(name) for name in held.namelist()}
    counts = [json.loads(data) for name, data in files.items() if name.startswith("data/counts/")]
    # One vote directly, three with a committee, four where a run-off is among them.
    assert len(counts) == 8
    assert [count["outcome"]["outcome"] for count in counts].count("run_off") == 1
    excused = {count["outcome"]["base"]["value"] for count in counts if count["facts"].get("excused")}
    assert excused == {8}
    printed = [name for name in files if name.startswith("data/papers/")]
    counting = [name for name in printed if "congress-counting-minutes" in name]
    assert len(counting) == 8, "the minutes of each post, with each vote that they tell"
    assert len(printed) - len(counting) == 3, "the minutes of each congress, told in full"
    assert len([name for name in files if name.startswith("data/approvals/")]) == 8


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
