"""``hom-phieu import``: a list stored, counted, and taken back; an office made where there is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.cli.app import run
from desktop.cli.office import PASSPHRASE_VARIABLE
from desktop.resources import resource

HOUSEHOLDS = str(resource("samples") / "ho-gia-dinh.xlsx")
HAMLETS = str(resource("samples") / "thon-ban.csv")


class Command:
    def __init__(self, data: Path, printed: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._printed = printed

    def __call__(self, *arguments: str, code: int = 0) -> dict[str, Any]:
        assert run(["import", *arguments, "--data", str(self.data), "--json"]) == code
        self.told = self._printed.readouterr()
        return json.loads(self.told.out)  # type: ignore[no-any-return]


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)
    return Command(tmp_path / "data", capsys)


def counts(told: dict[str, Any]) -> list[int]:
    assert list(told) == ["batch", "new", "changed", "same", "doubtful", "refused"]
    return list(told.values())


def test_hamlets_and_households_are_stored_counted_and_taken_back(command: Command) -> None:
    assert counts(command(HAMLETS, "--kind", "hamlets")) == [1, 13, 0, 0, 0, 0]
    assert "tập huấn" in command.told.err
    first = command(HOUSEHOLDS, "--kind", "households", "--hamlet", "thon na ech")
    assert counts(first) == [2, 125, 0, 0, 0, 0]
    assert counts(command(HOUSEHOLDS, "--kind", "households", "--hamlet", "Nà Ếch")) == [3, 0, 0, 125, 0, 0]
    elsewhere = command(HOUSEHOLDS, "--kind", "households", "--hamlet", "06859-T02")
    assert elsewhere["doubtful"] == sum(counts(elsewhere)[1:]) - elsewhere["new"]
    command("--undo", str(elsewhere["batch"]))
    assert command("--undo", "2") == {"batch": 2, "undone": True}
    refused = command("--undo", "2", code=1)
    assert refused["error"]["code"] == "import.undone"
    assert counts(command(HOUSEHOLDS, "--kind", "households", "--hamlet", "Nà Ếch"))[1] == 125


def test_the_list_itself_tells_its_hamlet(command: Command) -> None:
    command(HAMLETS, "--kind", "hamlets")
    assert counts(command(HOUSEHOLDS, "--kind", "households")) == [2, 125, 0, 0, 0, 0]
    again = command(HOUSEHOLDS, "--kind", "households", "--hamlet", "Nà Ếch")
    assert counts(again) == [3, 0, 0, 125, 0, 0]


def test_a_name_that_is_no_hamlets_makes_none_and_the_nearest_are_named(command: Command) -> None:
    command(HAMLETS, "--kind", "hamlets")
    refused = command(HOUSEHOLDS, "--kind", "households", "--hamlet", "thon na ech moi", code=1)
    assert refused["error"]["code"] == "unknown.hamlet"
    assert refused["error"]["where"] == "thon na ech moi"
    assert "tên gần nhất là Thôn Nà Ếch" in refused["error"]["message"]
    assert counts(command(HAMLETS, "--kind", "hamlets")) == [2, 0, 0, 13, 0, 0]


def test_a_training_office_that_knows_no_hamlet_takes_the_one_that_the_list_is_for(command: Command) -> None:
    assert counts(command(HOUSEHOLDS, "--kind", "households", "--hamlet", "Thôn Nà Ếch"))[1] == 125
    assert counts(command(HOUSEHOLDS, "--kind", "households"))[3] == 125


def test_rows_that_cannot_be_read_are_counted_and_the_others_stored(command: Command, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for cells in (
        ("Họ và tên", "Năm sinh"),
        ("Vàng A Páo", 1985),
        ("Vàng A Lử", "31/02/1988"),
        ("Vàng A Páo", 1985),
    ):
        book.worksheets[0].append(cells)
    path = tmp_path / "ho.xlsx"
    book.save(path)
    command(HAMLETS, "--kind", "hamlets")
    assert counts(command(str(path), "--kind", "households", "--hamlet", "Nà Lọn")) == [2, 1, 0, 0, 1, 1]


def test_the_sheets_of_other_hamlets_that_were_not_taken_are_named(command: Command, tmp_path: Path) -> None:
    command(HAMLETS, "--kind", "hamlets")
    book = openpyxl.Workbook()
    for title, names in (("Thôn Nà Ếch", ("Lò Thị Ơn", "Vi Văn Áng")), ("Khu phố Lục Ngù", ("Bế Thị Yên",))):
        sheet = book.create_sheet(title)
        sheet.append(["STT", "Họ và tên chủ hộ", "Năm sinh"])
        for number, name in enumerate(names, 1):
            sheet.append([number, name, 1970 + number])
    path = tmp_path / "cac-thon.xlsx"
    book.save(path)
    assert counts(command(str(path), "--kind", "households", "--hamlet", "Nà Ếch"))[1] == 2
    assert "không đọc các trang Khu phố Lục Ngù" in command.told.err


def test_a_list_of_no_hamlet_is_refused_with_what_to_do(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "ho.csv"
    path.write_text("Họ và tên;Năm sinh\nVàng A Páo;1985\n", encoding="utf-8")
    refused = command(str(path), "--kind", "households", code=1)
    assert refused["error"]["code"] == "import.hamlet"
    assert "--hamlet" in refused["error"]["message"]
    assert not command.data.exists()


def test_a_file_that_cannot_be_read_leaves_no_office_behind(command: Command, tmp_path: Path) -> None:
    refused = command(str(tmp_path / "khong-co.xlsx"), "--kind", "households", code=1)
    assert refused["error"]["code"] == "sheet.missing"
    assert command(HOUSEHOLDS, "--kind", "mergers", code=1)["error"]["code"] == "import.kind"
    for wanted in (("--hamlet", "Nà Lạ"), ("--branch", "Chi bộ lạ")):
        command(HOUSEHOLDS, "--kind", "members", *wanted, code=1)
    assert command("--undo", "1", code=1)["error"]["code"] == "storage.absent"
    assert not command.data.exists()


def test_wrong_use_is_exit_two(command: Command) -> None:
    assert run(["import", HOUSEHOLDS, "--data", str(command.data)]) == 2
    assert not command.data.exists()


def test_members_go_to_a_branch_or_to_the_branch_of_a_hamlet(command: Command, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("DANH SÁCH ĐẢNG VIÊN",),
        ("STT", "Họ và tên đảng viên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Số thẻ"),
        (1, "Vàng Xuân Long", "12/03/1979", "03/02/2006", "03/02/2007", "02223375"),
        (2, "Chìu Thị Ánh", "1999", "19/05/2024", "", ""),
    ):
        sheet.append(list(row))
    members = str(tmp_path / "dang-vien.xlsx")
    book.save(members)
    command(HAMLETS, "--kind", "hamlets")
    assert command(members, "--kind", "members", code=1)["error"]["code"] == "import.hamlet"
    assert counts(command(members, "--kind", "members", "--hamlet", "Nà Ếch")) == [2, 2, 0, 0, 0, 0]
    assert counts(command(members, "--kind", "members", "--branch", "Chi bộ thôn Nà Ếch")) == [
        3,
        0,
        0,
        2,
        0,
        0,
    ]
    unknown = command(members, "--kind", "members", "--branch", "Chi bộ lạ", code=1)
    assert unknown["error"]["code"] == "unknown.branch"
    assert command("--undo", "2") == {"batch": 2, "undone": True}


def test_a_list_of_voters_is_kept_beside_the_households(command: Command, tmp_path: Path) -> None:
    command(HAMLETS, "--kind", "hamlets")
    command(HOUSEHOLDS, "--kind", "households", "--hamlet", "Nà Ếch")
    path = tmp_path / "cu-tri.csv"
    lines = ("STT;Họ và tên cử tri;Ngày sinh", "1;Phạm Kim Sương;21/07/1947", "2;Sùng A Lẻ;1990")
    path.write_text("\n".join(lines), encoding="utf-8")
    stored = command(str(path), "--kind", "voters", "--hamlet", "Nà Ếch")
    assert counts(stored)[1:] == [1, 0, 1, 0, 0]
    assert counts(command(str(path), "--kind", "voters", "--hamlet", "Nà Ếch"))[1:] == [0, 0, 2, 0, 0]
    assert command("--undo", str(stored["batch"]))["undone"]
