"""The window of both offices of a commune: heads are sealed on one computer and taken in on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.services.exchange.outbox import outbox
from desktop.services.exchange.stick import package_content
from desktop.services.personnel.recognised import told_heads
from desktop.services.results import decisions
from desktop.ui.exchange.sending_page import SendingPage
from tests.offices.commune import DAY, finalised
from tests.offices.count_office import clock, office, settled_office
from tests.offices.hands import page_of
from tests.services.exchange.test_two_offices import OWN, introduce, made
from tests.ui.frame.test_given_files import Shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.services.office.workplace import Workplace
    from desktop.ui.exchange.sending_view import SendingView

__all__ = ["clock", "office", "settled_office"]


@pytest.fixture
def party(office: Workplace, tmp_path: Path) -> Iterator[Workplace]:
    place = made(tmp_path / "party", OWN, 3)
    introduce(office, place)
    introduce(place, office)
    yield place
    place.database.close()


def sending(shown: Shown) -> SendingView:
    shown.window.open_place("sending")
    shown.settle()
    return page_of(shown.window, SendingPage).view


def test_the_elections_seal_for_the_party_office_and_the_party_takes_in(
    office: Workplace, party: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    decisions.recognise(office, finalised(office), "12/QĐ-UBND", DAY)
    one = Shown(office, qtbot)
    view = sending(one)
    assert (view.beside.isVisible(), view.heads.isVisible()) == (True, False)
    view.beside.click()
    one.settle()
    assert "06859-heads-0001.goi" in one.window.message_bar.text()
    assert not view.beside.isVisible(), "nothing is newer"
    shown = outbox(office)
    (line,) = shown.packages
    assert (line.beside, shown.travels is not None and shown.travels.changed) == (True, True)
    name, content = package_content(office, line.id)
    package = tmp_path / name
    package.write_bytes(content)
    one.window.close()
    one.runner.finish()

    other = Shown(party, qtbot)
    view = sending(other)
    assert (view.beside.isVisible(), view.heads.isVisible()) == (False, True)
    view.take_in_heads(package)
    other.settle()
    assert "Đã nhận kết quả bầu Trưởng thôn" in other.window.message_bar.text()
    assert [head.name for head in told_heads(party)] == ["Lò Thị Ơn"]
    assert "đã nhận từ trước" in other.open(package), "by a double click too"
    receipt = package.with_suffix(".bn")
    assert receipt.exists()
    other.window.close()
    other.runner.finish()

    home = Shown(office, qtbot)
    assert "đã được nhận" in home.open(receipt)
    home.window.close()
    home.runner.finish()


def test_a_package_for_somebody_else_is_refused_in_words(
    office: Workplace, party: Workplace, qtbot: QtBot, tmp_path: Path
) -> None:
    del office
    package = tmp_path / "06859-heads-0001.goi"
    package.write_bytes(b"age-encryption.org/v1\nnot a package")
    shown = Shown(party, qtbot)
    view = sending(shown)
    view.take_in_heads(package)
    shown.settle()
    assert "Gói không được nhận" in shown.window.message_bar.text()
    assert told_heads(party) == ()
    shown.window.close()
    shown.runner.finish()
