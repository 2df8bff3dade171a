"""``hom-phieu decide`` at the boundary of every clause that changed, before and after its day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop.bootstrap import shipped_statutes
from desktop.cli.app import run
from tests.cli.decide_rows import HAMLETS, LAWS, OLD_HAMLETS, Law, Row, mark
from tests.rules.examples import Document, hamlet

_VOTES = [pytest.param(law, row, id=f"{law.statute}: {row.rule}") for law in LAWS for row in law.rows]


def _write(tmp_path: Path, facts: Document) -> Path:
    path = tmp_path / "facts.json"
    path.write_text(json.dumps(facts), encoding="utf-8")
    return path


@pytest.mark.parametrize(("law", "row"), _VOTES)
def test_a_vote_is_decided_as_the_rules_say_on_both_sides_of_each_change(
    law: Law, row: Row, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _write(tmp_path, row.facts)
    for day in law.inside:
        assert run(["decide", str(path), "--on", day]) == 0, day
        said: dict[str, Any] = json.loads(capsys.readouterr().out)
        found = (said["outcome"], said["next"], len(said["elected"]), tuple(said["also"]), said["quorum"])
        assert found == (row.outcome, row.following, row.elected, row.also, row.quorum), day
        assert said["base"]["value"] == row.base, day
        marks = {clause["key"]: clause["checked"] for clause in said["clauses"]}
        assert marks == {key: mark(law.statute, key, day) for key in row.applied}, day
        assert all(clause["article"] for clause in said["clauses"]), day


@pytest.mark.parametrize("law", LAWS, ids=[law.statute for law in LAWS])
def test_no_vote_is_decided_under_a_law_outside_its_days(
    law: Law, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _write(tmp_path, law.rows[0].facts)
    for day in law.outside:
        assert run(["decide", str(path), "--on", day]) == 1, day
        assert json.loads(capsys.readouterr().out)["error"]["where"] == "statute"


@pytest.mark.parametrize("law", LAWS, ids=[law.statute for law in LAWS])
def test_the_days_of_the_table_are_all_that_the_files_know(law: Law) -> None:
    statute = shipped_statutes().get(law.statute)
    assert statute is not None
    changes = {clause.in_force_from for clause in statute.clauses if clause.in_force_from}
    days = {date.fromisoformat(day) for day in law.inside}
    assert statute.in_force_from in days
    for day in changes:
        assert {day, day - timedelta(days=1)} <= days, day
    assert statute.in_force_to is None or statute.in_force_to in days


@pytest.mark.parametrize(
    ("law", "change", "where"),
    [
        # Only households elect under the law of today, and slips are unknown to the older one.
        (HAMLETS, {"electorate_kind": "voters"}, "electorate_kind"),
        (OLD_HAMLETS, {"vote": "hand_out"}, "vote"),
    ],
    ids=["voters of today", "slips of old"],
)
def test_what_a_law_does_not_know_is_refused_on_all_its_days(
    law: Law, change: Document, where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = _write(tmp_path, hamlet(statute=law.statute) | change)
    for day in law.inside:
        assert run(["decide", str(path), "--on", day]) == 1, day
        assert json.loads(capsys.readouterr().out)["error"]["where"] == where
