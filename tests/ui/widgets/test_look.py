"""The look is written in one place, the face can write Vietnamese, and Qt doesn't wear Python out."""

from __future__ import annotations

import re
import sys
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QLabel

from desktop.resources import resource
from desktop.ui.app import make_application
from desktop.ui.frame.rail_places import rail_places
from desktop.ui.widgets import style
from tests.checkout import ROOT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

ROOM = ROOT / "desktop" / "ui"
COLOUR = re.compile(r"#[0-9A-Fa-f]{3,8}\b|\brgba?\(|QColor\(\s*[\d\"]|GlobalColor\.(?!transparent)")


def luminance(token: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    colour = style.colour(token)
    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_no_colour_is_written_outside_the_tokens() -> None:
    sources = [*ROOM.rglob("*.py"), resource("style", "window.qss")]
    assert len(sources) > 150
    written = {
        f"{path.name}: {found.group()}"
        for path in sources
        for found in COLOUR.finditer(path.read_text(encoding="utf-8"))
        if not found.group().startswith("#") or style_sheet_colour(found.group())
    }
    assert written == set()


def style_sheet_colour(text: str) -> bool:
    # "#rail" is the name of an object, "#face" would be a colour.
    return bool(re.fullmatch(r"#([0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})", text))


def test_every_colour_token_is_a_full_colour_and_every_name_in_the_sheet_a_token() -> None:
    known = style.tokens()
    assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in known.colour.values())
    names = [*known.colour, *known.text, *known.weight, *known.size, *known.text_room]
    assert len(names) == len(set(names))
    sheet = Template(resource("style", "window.qss").read_text(encoding="utf-8"))
    lengths = [*known.size, *known.text_room]
    inner = [f"{name}_{less}" for name in lengths for less in ("less", "in", "ring")]
    assert set(sheet.get_identifiers()) <= {*names, *inner}
    assert "$" not in style.style_sheet()


def test_words_can_be_read_on_their_grounds() -> None:
    for ink, ground in (
        ("ink", "page"),
        ("ink", "rail"),
        ("ink_2", "rail"),
        ("ink_3", "page"),
        ("ink_3", "sunk"),
        ("accent", "page"),
        ("amber", "page"),
        ("page", "slate"),
        ("slate_ink", "slate"),
    ):
        assert contrast(ink, ground) >= 4.5, (ink, ground)


def test_the_interface_face_is_loaded_with_its_weights_and_writes_vietnamese(qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Be Vietnam Pro"
    assert {"Regular", "Medium", "SemiBold"} <= set(QFontDatabase.styles("Be Vietnam Pro"))
    face = QRawFont.fromFont(qapp.font())
    every = rail_places("commune") + rail_places("receiving")
    said = {letter for place in every for letter in place.word + place.purpose}
    letters = said | set("ẮẰẲẴẶắằẳẵặẤẦẨẪẬấầẩẫậẾỀỂỄỆếềểễệỐỒỔỖỘốồổỗộỚỜỞỠỢớờởỡợỨỪỬỮỰứừửữựĐđ")
    assert [letter for letter in sorted(letters) if not face.supportsCharacter(ord(letter))] == []


def test_the_application_is_made_once(qapp: QApplication) -> None:
    assert make_application() is qapp


def test_a_thousand_calls_leave_pythons_none_alone(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(1000):
        label.setText(str(number))
    # PySide6 6.12.0 loses one reference a call under Python before 3.12 and aborts in the end.
    assert sys.getrefcount(None) > before - 100
