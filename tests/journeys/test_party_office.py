"""A commune's Party office keeps its own folder with its own card: founded by the window, to the receipt.

Source: package.md ("Two offices of one commune").
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.bootstrap import open_office
from desktop.cli.app import run
from desktop.cli.office import PASSPHRASE_VARIABLE
from desktop.errors import RequestRefused
from desktop.exchange.card import fingerprint, read_card
from desktop.services.congress import closing
from desktop.services.congress.planning import choose_posts
from desktop.services.office.folder import TRAINING_PASSPHRASE
from desktop.services.office.operators import register_operator, set_asks_operator, set_side, sign_in
from desktop.services.office.sides import Side
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.party import branches
from desktop.services.party.member_views import member_lines
from desktop.services.places.hamlets import hamlet_lines
from desktop.services.training.clock import TrainingClock
from desktop.ui.app import Desktop
from desktop.ui.frame.office_window import OfficeWindow
from desktop.ui.frame.window_memory import WindowMemory
from desktop.ui.start_window import StartWindow
from tests.offices import congress_example
from tests.offices.commune import ANH, BINH, PINS
from tests.offices.congress_example import NAMES, Branch
from tests.offices.start_example import around, do_primary, press
from tests.offices.typing import type_text

SLOW = 20_000
OPENS = datetime(2026, 4, 5, 7, 30, tzinfo=VIET_NAM)
SECRETARY = NAMES[0]


class Commands:
    """Commands on the folders of two offices, as the office's technician types them."""

    def __init__(self, home: Path, printed: pytest.CaptureFixture[str]) -> None:
        self.home = home
        self._printed = printed

    def __call__(self, office: str, *arguments: str, code: int = 0) -> str:
        self._printed.readouterr()
        assert run([*arguments, "--data", str(self.home / office)]) == code
        return self._printed.readouterr().out

    def json(self, office: str, *arguments: str, code: int = 0) -> Any:
        return json.loads(self(office, *arguments, "--json", code=code))

    def groups_of(self, office: str, card: Path) -> str:
        self(office, "key", "card", str(card))
        return " ".join(fingerprint(card.read_bytes()))


@pytest.fixture
def command(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Commands:
    monkeypatch.delenv(PASSPHRASE_VARIABLE, raising=False)
    return Commands(tmp_path, capsys)


@pytest.fixture
def clock() -> TrainingClock:
    return TrainingClock(datetime(2026, 3, 2, 2, 0, tzinfo=UTC))


@pytest.fixture
def founded(tmp_path: Path, qtbot: QtBot, clock: TrainingClock) -> Iterator[OfficeWindow]:
    """The window of the office, straight from the first start."""
    desktop = Desktop(around(tmp_path, clock), WindowMemory())
    desktop.begin()
    start = desktop.window
    assert isinstance(start, StartWindow)
    wizard = start.wizard
    qtbot.waitUntil(lambda: start.stack.currentWidget() is wizard, timeout=SLOW)
    press(qtbot, Qt.Key.Key_Down)
    assert wizard.purpose.ways.value() == "party"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.view() is wizard.unit)
    type_text(QApplication.focusWidget(), "binh lieu")
    qtbot.waitUntil(lambda: bool(wizard.unit.found.rows()))
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: wizard.view() is wizard.guard)
    assert wizard.guard.said.text().startswith("Đảng ủy xã Bình Liêu")
    press(qtbot, Qt.Key.Key_Down)
    do_primary(qtbot)
    qtbot.waitUntil(lambda: wizard.view() is wizard.recovery, timeout=SLOW)
    do_primary(qtbot)
    qtbot.waitUntil(lambda: wizard.view() is wizard.hamlets)
    wizard.hamlets.read_file(around(tmp_path).samples / "thon-ban.csv")
    qtbot.waitUntil(lambda: len(wizard.hamlets.table.rows()) == 13, timeout=SLOW)
    do_primary(qtbot)
    qtbot.waitUntil(lambda: isinstance(desktop.window, OfficeWindow), timeout=SLOW)
    qtbot.waitUntil(lambda: not desktop.runner.is_busy(), timeout=SLOW)
    window = desktop.window
    assert isinstance(window, OfficeWindow)
    yield window
    desktop.end()
    window.close()


def members_of_seven(file: Path) -> Path:
    lines = [
        f"{number};{name};{1960 + number};03/02/{1990 + number};03/02/{1991 + number}"
        for number, name in enumerate(NAMES[:7], start=1)
    ]
    heading = "STT;Họ và tên;Năm sinh;Ngày vào Đảng;Ngày chính thức"
    file.write_text("\n".join((heading, *lines)) + "\n", encoding="utf-8-sig")
    return file


def congress_held(place: Workplace, clock: TrainingClock) -> None:
    """Let the seven members of Nà Ếch elect their secretary."""
    line = next(each for each in branches.branch_lines(place) if each.hamlets == ("Thôn Nà Ếch",))
    members = {each.name: each.id for each in member_lines(place, line.code)}
    for operator, name in ((ANH, "Nguyễn Thị Ánh"), (BINH, "Trần Quốc Bình")):
        assert register_operator(place, name, PINS[operator]) == operator
    branch = Branch(place, clock, line.code, members, OPENS)
    days = {"held_on": OPENS.date(), "term_from": OPENS.date(), "term_to": date(2028, 10, 5)}
    code = congress_example.planned(branch, **days, announced_on=date(2026, 3, 2))
    choose_posts(place, code, {"secretary": 1})
    congress_example.called(branch, code)
    congress_example.bodies_chosen(branch, code, (NAMES[4],))
    congress_example.listed(branch, code, "secretary", SECRETARY)
    congress_example.printed(branch, f"{code}.1")
    congress_example.counted(branch, f"{code}.1", 7, {SECRETARY: 7})
    closing.close_congress(place, code, branch.at(3))


def test_the_window_of_a_party_office_has_its_places_alone(founded: OfficeWindow) -> None:
    assert list(founded.rail.entries) == ["party", "congress", "hamlets", "indicators", "sending", "settings"]
    assert founded.place() == "party"
    assert founded.context is not None
    place = founded.context.workplace
    assert place.side is Side.PARTY
    assert len(hamlet_lines(place)) == 13


def test_a_party_office_holds_a_congress_and_sends_it_under_its_own_card(
    founded: OfficeWindow, clock: TrainingClock, command: Commands, tmp_path: Path
) -> None:
    assert founded.context is not None
    own, above = "co-quan", "cap-tren"
    members = str(members_of_seven(tmp_path / "dang-vien.csv"))
    taken = command.json(own, "import", members, "--kind", "members", "--hamlet", "Nà Ếch")
    assert taken["new"] == 7
    congress_held(founded.context.workplace, clock)
    # What is the other office's is refused here, whoever has the passphrase.
    sample = str(around(tmp_path).samples / "ho-gia-dinh.xlsx")
    refused = command.json(own, "import", sample, "--kind", "households", "--hamlet", "Nà Ếch", code=1)
    assert refused["error"]["code"] == "side.elections"
    # The office above knows it by a card that names its stream, beside the card of the People's Committee.
    command(above, "key", "new", "--unit", "22", "--role", "receiving")
    command("uy-ban", "key", "new", "--unit", "06838", "--role", "commune")
    cards = {name: tmp_path / f"{name}.the" for name in (own, above, "uy-ban")}
    groups = {name: command.groups_of(name, file) for name, file in cards.items()}
    for teller, reader in ((above, own), (own, above), ("uy-ban", above)):
        command(reader, "key", "trust", str(cards[teller]), "--groups", groups[teller])
    assert read_card(cards[own].read_bytes()).streams == {"party"}
    assert read_card(cards["uy-ban"].read_bytes()).streams == {"government", "party"}
    assert command.json(own, "seal", "--stream", "government", "--to", "22", code=1)["error"]["code"] == (
        "side.elections"
    )
    sealed = command.json(own, "seal", "--stream", "party", "--to", "22")
    assert Path(sealed["path"]).name == "06838-party-0001.goi"
    (found,) = command.json(above, "take-in", sealed["path"], "--receipts", str(tmp_path / "bn"))
    assert (found["outcome"], found["code"]) == ("accepted", None)
    receipt = command.json(own, "receipt", found["receipt"])
    assert receipt["outcome"] == "accepted"


def test_nobody_does_another_side_in_an_office_of_one(founded: OfficeWindow, tmp_path: Path) -> None:
    assert founded.context is not None
    place = founded.context.workplace
    who = register_operator(place, "Tằng Văn Bình", "1357")
    with pytest.raises(RequestRefused, match=r"side\.office"):
        set_side(place, who, Side.ELECTIONS, TRAINING_PASSPHRASE)
    set_asks_operator(place, TRAINING_PASSPHRASE, on=True)
    opened = open_office(tmp_path / "co-quan", TRAINING_PASSPHRASE)
    assert opened.side is Side.PARTY
    assert sign_in(opened, who, "1357").side is Side.PARTY
    opened.database.close()
