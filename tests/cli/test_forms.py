from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import docx
import pytest

from desktop.cli.app import run
from desktop.printing.catalogue import FORMS
from tests.printing.pages import one_line


def test_forms_without_a_name_lists_every_form(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forms"]) == 0
    printed = capsys.readouterr().out
    assert [line.split()[0] for line in printed.splitlines()] == list(FORMS)
    assert run(["forms", "--json"]) == 0
    assert [form["name"] for form in json.loads(capsys.readouterr().out)] == list(FORMS)


@pytest.mark.parametrize("name", list(FORMS))
def test_every_form_is_printed_from_the_sample_that_was_written(name: str, tmp_path: Path) -> None:
    given, full = tmp_path / "in.json", tmp_path / "sub" / "full.pdf"
    assert run(["forms", name, "--sample", str(given)]) == 0
    assert run(["forms", name, "--input", str(given), "--out", str(full)]) == 0
    assert "DỮ LIỆU TẬP HUẤN" in one_line(full.read_bytes())


def test_a_blank_needs_no_input_and_is_no_training_paper(tmp_path: Path) -> None:
    out = tmp_path / "trong.pdf"
    assert run(["forms", "invitation", "--out", str(out), "--blank"]) == 0
    text = one_line(out.read_bytes())
    assert "GIẤY MỜI" in text
    assert "TẬP HUẤN" not in text
    assert "Chìu Văn Phúc" not in text


def test_a_blank_of_an_input_keeps_its_kind_of_hamlet(tmp_path: Path) -> None:
    given, out = tmp_path / "in.json", tmp_path / "out.pdf"
    run(["forms", "counting-minutes-blank", "--sample", str(given)])
    document = json.loads(given.read_text(encoding="utf-8")) | {"hamlet_kind": "bản", "training": False}
    given.write_text(json.dumps(document), encoding="utf-8")
    command = ["forms", "counting-minutes-blank", "--input", str(given), "--out", str(out), "--blank"]
    assert run(command) == 0
    text = one_line(out.read_bytes())
    assert "BẢN" in text
    assert "Nà Ếch" not in text


def test_a_ballot_without_a_blank_is_refused_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.pdf"
    assert run(["forms", "hamlet-ballot", "--blank", "--out", str(out), "--json"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["error"]["code"] == "paper.no_blank"
    assert printed.err.count("\n") == 1
    assert not out.exists()


def test_a_decomposed_letter_stops_the_print_and_leaves_the_older_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, out = tmp_path / "in.json", tmp_path / "out.pdf"
    run(["forms", "result-notice", "--sample", str(given)])
    spoilt = given.read_text(encoding="utf-8").replace("Nà Ếch", unicodedata.normalize("NFD", "Nà Ếch"))
    given.write_text(spoilt, encoding="utf-8")
    out.write_bytes(b"older")
    capsys.readouterr()
    assert run(["forms", "result-notice", "--input", str(given), "--out", str(out)]) == 1
    assert "không in đúng được trên giấy" in capsys.readouterr().err
    assert out.read_bytes() == b"older"


@pytest.mark.parametrize(
    ("arguments", "exit_code"),
    [
        (["no-such-form", "--blank", "--out", "x.pdf"], 1),
        (["invitation", "--input", "absent.json", "--out", "x.pdf"], 1),
        (["invitation"], 2),
        (["invitation", "--out", "x.pdf"], 2),
        (["invitation", "--sample", "x.json", "--blank"], 2),
        (["--blank"], 2),
    ],
)
def test_wrong_use_is_told_apart_from_a_refusal(
    arguments: list[str], exit_code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["forms", *arguments]) == exit_code
    assert not list(tmp_path.iterdir())


def test_a_text_form_is_saved_as_word_where_the_file_is_named_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given, out = tmp_path / "in.json", tmp_path / "to-trinh.DOCX"
    run(["forms", "submission", "--sample", str(given)])
    capsys.readouterr()
    assert run(["forms", "submission", "--input", str(given), "--out", str(out)]) == 0
    assert "Word to-trinh.DOCX" in capsys.readouterr().err
    assert "TỜ TRÌNH" in [paragraph.text for paragraph in docx.Document(str(out)).paragraphs]
    assert run(["forms", "submission", "--blank", "--out", str(out), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"path": str(out)}
    assert "Nà Ếch" not in "".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)


def test_a_ballot_is_not_given_as_word(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given, out = tmp_path / "in.json", tmp_path / "phieu.docx"
    run(["forms", "hamlet-ballot", "--sample", str(given)])
    capsys.readouterr()
    assert run(["forms", "hamlet-ballot", "--input", str(given), "--out", str(out), "--json"]) == 1
    printed = capsys.readouterr()
    assert json.loads(printed.out)["error"]["code"] == "paper.no_word"
    assert "PDF" in printed.err
    assert not out.exists()


def test_the_list_says_which_forms_there_are_as_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["forms", "--json"]) == 0
    word = {form["name"] for form in json.loads(capsys.readouterr().out) if form["word"]}
    assert "counting-minutes" in word
    assert not word & {"hamlet-ballot", "tally-sheet", "wall-sheet", "sign-in-roll", "recovery-sheet"}
