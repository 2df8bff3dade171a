"""What must never leave the database: numbers, births, and the names of a roll."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.bootstrap import open_office
from desktop.models.audit import AuditEntry
from desktop.models.elections import Official
from desktop.models.people import Person
from desktop.models.store.session import reading
from tests.journeys.conftest import Demo
from tests.printing.pages import one_line

pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="session")
def people(demo: Demo) -> list[tuple[str, str | None, str | None]]:
    """Return everybody on the demo's roll: name, birth, identity number."""
    workplace = open_office(demo.commune, "tap-huan")
    try:
        with reading(workplace.database) as session:
            found = session.scalars(select(Person)).all()
            return [(one.name, one.birth.iso() if one.birth else None, one.identity) for one in found]
    finally:
        workplace.database.close()


@pytest.fixture(scope="session")
def officials(demo: Demo) -> set[str]:
    workplace = open_office(demo.commune, "tap-huan")
    try:
        with reading(workplace.database) as session:
            return set(session.scalars(select(Official.name)))
    finally:
        workplace.database.close()


@pytest.fixture(scope="session")
def sealed(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Open the demo's last package with Debian's age, and return its files."""
    opened = tmp_path_factory.mktemp("sealed") / "bag.zip"
    package = demo.folder / "packages" / "06859-government-0002.goi"
    subprocess.run(
        ["age", "-d", "-i", str(demo.folder / "office.age"), "-o", str(opened), str(package)], check=True
    )
    with zipfile.ZipFile(opened) as bag:
        return {name: bag.read(name) for name in bag.namelist()}


def people_in(text: str, people: list[tuple[str, str | None, str | None]]) -> set[str]:
    return {name for name, *_ in people if name in text}


def numbers_in(text: str, people: list[tuple[str, str | None, str | None]]) -> set[str]:
    return {identity for *_, identity in people if identity and identity in text}


def test_the_roll_of_the_demo_is_large_enough_to_prove_something(
    people: list[tuple[str, str | None, str | None]],
) -> None:
    assert len(people) == 4754
    assert sum(1 for *_, identity in people if identity) > 4000


def test_what_the_demo_says_holds_no_identity_number(
    demo: Demo, people: list[tuple[str, str | None, str | None]]
) -> None:
    said = demo.told.err + demo.told.out
    assert numbers_in(said, people) == set()
    assert not re.search(r"(?<!\d)(?:\d{9}|\d{12})(?!\d)", demo.told.err)
    elected = {name for hamlet in json.loads(demo.told.out)["hamlets"] for name in hamlet["elected"]}
    assert elected <= people_in(said, people)
    # A short name may stand inside a longer one that is public.
    assert all(any(name in public for public in elected) for name in people_in(said, people))


@pytest.mark.parametrize("office", ["commune", "office"])
def test_the_audit_log_names_nobody(
    demo: Demo, office: str, people: list[tuple[str, str | None, str | None]]
) -> None:
    workplace = open_office(demo.folder / "data" / office, "tap-huan")
    try:
        with reading(workplace.database) as session:
            lines = [
                " ".join([e.actor, e.action, e.record_kind, e.record_id, *e.fields])
                for e in session.scalars(select(AuditEntry))
            ]
    finally:
        workplace.database.close()
    assert lines
    said = "\n".join(lines)
    assert (people_in(said, people), numbers_in(said, people)) == (set(), set())
    assert said.isascii()


def test_records_that_travel_name_the_candidates_and_no_number_or_birth(
    sealed: dict[str, bytes], people: list[tuple[str, str | None, str | None]]
) -> None:
    records = {name: content.decode() for name, content in sealed.items() if name.endswith(".json")}
    counts = [json.loads(content) for name, content in records.items() if name.startswith("data/counts/")]
    candidates = {candidate["name"] for count in counts for candidate in count["facts"]["candidates"]}
    said = "\n".join(records.values())
    assert people_in(said, people) == candidates
    assert numbers_in(said, people) == set()
    births = {birth for _, birth, _ in people if birth and len(birth) == 10}
    assert {birth for birth in births if birth in said} == set()


def test_papers_and_report_that_travel_name_nobody_who_only_stands_on_the_roll(
    sealed: dict[str, bytes],
    people: list[tuple[str, str | None, str | None]],
    officials: set[str],
    tmp_path: Path,
) -> None:
    (tmp_path / "report.xlsx").write_bytes(sealed["data/report.xlsx"])
    with zipfile.ZipFile(tmp_path / "report.xlsx") as workbook:
        report = " ".join(workbook.read(name).decode() for name in workbook.namelist())
    minutes = " ".join(one_line(content) for name, content in sealed.items() if name.endswith(".pdf"))
    counts = [json.loads(content) for name, content in sealed.items() if name.startswith("data/counts/")]
    candidates = {candidate["name"] for count in counts for candidate in count["facts"]["candidates"]}
    public = candidates | officials
    named = people_in(report + minutes, people)
    assert candidates <= named
    # A short name may stand inside a longer one that is public.
    assert all(any(name in one for one in public) for name in named)
    assert numbers_in(report + minutes, people) == set()


@pytest.mark.parametrize("secret", ["office.db", "office.json", "office-copy.json"])
def test_the_database_at_rest_shows_nothing(
    demo: Demo, secret: str, people: list[tuple[str, str | None, str | None]]
) -> None:
    content = (demo.commune / secret).read_bytes()
    assert not content.startswith(b"SQLite format 3")
    some = people[::50]
    assert not [name for name, *_ in some if name.encode() in content]
    assert not [identity for *_, identity in some if identity and identity.encode() in content]
