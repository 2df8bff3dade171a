from __future__ import annotations

import json
import tomllib
from datetime import date
from typing import Any

import pytest

from desktop.cli.app import run
from tests.checkout import ROOT


@pytest.fixture
def listed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert run(["statutes", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, list)
    return found


def test_every_clause_of_every_file_is_listed_as_it_stands_there(listed: list[dict[str, Any]]) -> None:
    written = []
    for path in sorted((ROOT / "resources" / "statutes").glob("*.toml")):
        file = tomllib.loads(path.read_text(encoding="utf-8"))
        for clause in file["clause"]:
            facts = (clause["key"], clause["value"], clause["article"], clause["checked"])
            written.append((file["id"], *facts, clause.get("in_force_from", file["in_force_from"])))
    assert [
        (
            each["statute"],
            each["key"],
            each["value"],
            each["article"],
            each["checked"],
            date.fromisoformat(each["in_force_from"]),
        )
        for each in listed
    ] == written


def test_a_clause_that_a_later_text_changed_ends_on_the_day_before(listed: list[dict[str, Any]]) -> None:
    terms = [
        (each["value"], each["checked"], each["in_force_from"], each["in_force_to"])
        for each in listed
        if (each["statute"], each["key"]) == ("nd59-2023", "term")
    ]
    assert terms == [
        (["5/2", 5], "read", "2023-07-01", "2026-05-25"),
        (5, "second_hand", "2026-05-26", None),
    ]


def test_the_last_clauses_of_a_statute_that_was_replaced_end_with_it(listed: list[dict[str, Any]]) -> None:
    last = {each["key"]: each["in_force_to"] for each in listed if each["statute"] == "nqlt09-2008"}
    assert set(last.values()) == {"2023-06-30"}


def test_people_read_a_table_with_value_days_mark_and_article(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["statutes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    (residence,) = [line for line in lines if line.split()[:2] == ["residence", "commune"]]
    assert "từ 26/05/2026" in residence
    assert "Theo nguồn khác, chưa đọc bản chính thức." in residence
    assert residence.endswith("trên địa bàn xã. (Nghị định số 185/2026/NĐ-CP, khoản 1 Điều 7)")
    (before,) = [
        line for line in lines if line.split()[:2] == ["residence", "hamlet"] and "25/05/2026" in line
    ]
    assert "Đã đọc bản chính thức." in before
