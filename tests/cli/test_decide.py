from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop.cli.app import run
from tests.rules.examples import congress, hamlet


def decided(path: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, Any, str]:
    code = run(["decide", str(path)])
    printed = capsys.readouterr()
    return code, json.loads(printed.out), printed.err


def test_decide_prints_one_document_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(hamlet()), encoding="utf-8-sig")
    code, document, err = decided(facts, capsys)
    assert (code, document["outcome"], document["shares"][0]["percent"], err) == (0, "elected", "50,83", "")


@pytest.mark.parametrize(
    ("on", "cited"),
    [
        ("2025-06-30", ("unread", False)),
        ("2025-07-01", ("read", True)),
        ("2026-04-07", ("read", True)),
        ("2026-04-08", ("second_hand", True)),
    ],
)
def test_decide_takes_the_clauses_that_hold_on_the_day_it_is_given(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], on: str, cited: tuple[str, bool]
) -> None:
    facts = tmp_path / "facts.json"
    vote = congress((14, 12), post="secretary", seats=1, vote="again", attempt=3)
    facts.write_text(json.dumps(vote), encoding="utf-8")
    assert run(["decide", str(facts), "--on", on]) == 0
    document = json.loads(capsys.readouterr().out)
    clause = next(each for each in document["clauses"] if each["key"] == "appointment")
    assert (document["next"], clause["checked"]) == ("superior_appoints", cited[0])
    assert ("điểm 23.3" in clause["article"]) is cited[1]


def test_decide_refuses_a_statute_that_does_not_hold_on_the_day(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(hamlet(statute="nqlt09-2008")), encoding="utf-8")
    assert run(["decide", str(facts), "--on", "2023-06-30"]) == 0
    assert json.loads(capsys.readouterr().out)["outcome"] == "elected"
    assert run(["decide", str(facts), "--on", "2023-07-01"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["error"]["where"] == "statute"
    assert "không có hiệu lực vào ngày đã chọn" in printed.err


@pytest.mark.parametrize("day", ["2026-13-01", "26/5/2026", "mai"])
def test_a_day_that_is_none_is_said_in_a_sentence_of_ours(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(hamlet()), encoding="utf-8")
    assert run(["decide", str(facts), "--on", day]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert f"ngày “{day}” ở --on không có; ghi năm-tháng-ngày, ví dụ 2026-05-26." in printed.err
    assert "Invalid" not in printed.err


def test_decide_says_what_the_law_allows_besides(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(hamlet(electorate=200)), encoding="utf-8")
    code, document, _ = decided(facts, capsys)
    assert (code, document["outcome"], document["next"], document["also"]) == (
        0,
        "no_quorum",
        "hold_again",
        ["hand_out"],
    )


def test_the_document_holds_what_the_contract_says_and_in_its_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(hamlet(vote="hand_out", attempt=2, present=None)), encoding="utf-8")
    code, document, _ = decided(facts, capsys)
    assert (code, document["quorum"], document["elected"]) == (0, None, ["Lò Thị Ơn"])
    assert list(document) == [
        "outcome",
        "elected",
        "run_off",
        "seats_left",
        "next",
        "also",
        "final",
        "quorum",
        "base",
        "problems",
        "shares",
        "clauses",
    ]


@pytest.mark.parametrize(
    ("document", "where"),
    [
        (hamlet(names=("Đặng Văn Thử", "\u00d0ặng Văn Thử")), "candidates[1].name"),
        (hamlet(names=("Đặng Văn Thử", "ĐẶNG  VĂN THỬ")), "candidates[1].name"),
        (hamlet(statute="nqlt09-2008", vote="hand_out", present=None), "vote"),
        (congress((20,), vote="hand_out", present=None), "vote"),
        (hamlet(vote="hand_out"), "present"),
        (hamlet(vote="again", present=None), "present"),
        (hamlet(electorate_kind="voters"), "electorate_kind"),
        (congress((20,), convened=None), "convened"),
    ],
)
def test_each_refusal_of_facts_is_one_sentence_that_says_what_to_do(
    document: Any, where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(document), encoding="utf-8")
    code, refusal, err = decided(facts, capsys)
    assert code == 1
    assert refusal == {"error": {"code": "facts", "message": err.strip(), "where": where}}
    assert where in err
    assert "; hãy " in err


@pytest.mark.parametrize(
    ("content", "where"),
    [
        (b"{", "facts.json"),
        (b"\xff\xfe", "facts.json"),
        (b'{"seats": 1, "seats": 2}', "seats"),
        (b"[" * 100_000, "facts.json"),
        (json.dumps(hamlet(electorate=None)).encode(), "electorate"),
        (json.dumps(hamlet() | {"valid": float("nan")}).encode(), "valid"),
    ],
)
def test_facts_that_cannot_be_read_are_refused_in_one_sentence(
    content: bytes, where: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    facts = tmp_path / "facts.json"
    facts.write_bytes(content)
    code, document, err = decided(facts, capsys)
    assert code == 1
    assert document == {"error": {"code": "facts", "message": err.strip(), "where": where}}
    assert err.count("\n") == 1
    assert where in err


def test_a_file_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, document, _ = decided(tmp_path / "none.json", capsys)
    assert (code, document["error"]["code"]) == (1, "file")


@pytest.mark.parametrize(
    "arguments", [["decide"], ["nothing"], ["decide", "--colour", "x"], ["read", "x.csv"]]
)
def test_wrong_use_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Lệnh viết chưa đúng:")
