"""``hom-phieu read``: every list that the program knows, printed as it is understood."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.cli.app import run
from desktop.sheets.lists.kinds.known import KINDS


def test_old_and_new_hamlets_are_read_with_the_lines_passed_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "sap-nhap.csv"
    path.write_text("PHƯƠNG ÁN\nThôn cũ,Thôn mới\nThôn Nà Ếch,Thôn Nà Bó\n", encoding="utf-8")
    assert run(["read", str(path), "--kind", "mergers", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["rows"] == [{"name": "Thôn Nà Ếch", "new": "Thôn Nà Bó"}]
    assert [line["code"] for line in told["passed"]] == ["title", "heading"]


def test_a_list_that_nobody_knows_is_wrong_use_and_those_known_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["read", str(tmp_path / "x.csv"), "--kind", "xe-may"]) == 2
    said = capsys.readouterr().err
    assert all(name in said for name in KINDS)
