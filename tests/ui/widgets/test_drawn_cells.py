"""Cells that are drawn, held against their pixels: shares with their slash in line, icons in the middle."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QFontMetrics, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication

from desktop.ui.widgets import style
from desktop.ui.widgets.figures import figures_width
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.chip_cell import Chips
from desktop.ui.widgets.table.columns import Column, Group
from desktop.ui.widgets.table.share_cell import Share, share_column
from desktop.ui.widgets.table.table import Table

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_PAD = 8


@dataclass(frozen=True)
class Curve:
    """Six periods as a line, such as a page of another room would draw it."""

    values: tuple[int, ...]

    def behind(self) -> int:
        return 0

    def paint(self, painter: QPainter, room: QRect, behind: int) -> None:
        del behind
        painter.setPen(QPen(style.colour("accent"), 2))
        step, most = room.width() / (len(self.values) - 1), max(self.values)
        points = [
            QPointF(room.left() + at * step, room.bottom() - value / most * (room.height() - 4) - 2)
            for at, value in enumerate(self.values)
        ]
        painter.drawPolyline(points)


ROWS = [
    (Share(7, 12), (1, 2, 3), State("done")),
    Group("Xã"),
    (Share(112, 125), (3, 2, 1), State("not_yet")),
    (Share(9), (2, 2, 2), State("attention")),
    (Share(1126, 1254), (1, 3, 1), State("done")),
]
COLUMNS = [
    Column("Thôn", lambda _: "Nà Ếch"),
    share_column("Có mặt", lambda row: row[0], width=120),
    Column("Sáu kỳ", lambda row: " ".join(map(str, row[1])), drawing=lambda row: Curve(row[1]), width=72),
    Column("T1", lambda _: "", state=lambda row: row[2], align="center", ground=False, width=61),
]


def shown(qtbot: QtBot) -> Table:
    table = Table(COLUMNS, row_height=34)
    qtbot.addWidget(table)
    table.resize(600, 260)
    table.set_rows(ROWS)
    table.select(lambda row: row[0].count == 7, 0)
    with qtbot.waitExposed(table):
        table.show()
    return table


def cell(table: Table, row: int, column: int) -> QImage:
    """Return the pixels of a cell as they are on the screen, without its hairline."""
    index = table.model().index(row, column)
    return table.viewport().grab(table.visualRect(index).adjusted(0, 0, 0, -1)).toImage()


def inked(picture: QImage, left: int = 0, right: int | None = None) -> list[tuple[int, int]]:
    """Return the pixels between two columns that differ from the cell's ground."""
    ground = picture.pixelColor(1, picture.height() // 2)
    return [
        (x, y)
        for x in range(left, picture.width() if right is None else right)
        for y in range(2, picture.height() - 2)
        if picture.pixelColor(x, y) != ground
    ]


def test_every_slash_of_a_column_stands_under_the_one_above(qtbot: QtBot) -> None:
    table = shown(qtbot)
    table.clearSelection()
    font = style.font("body")
    behind = -int(-figures_width(font, "/1.254") // 1)
    slash = int(figures_width(font, "/"))
    pictures = {row: cell(table, row, 1) for row in (2, 4)}
    at = pictures[2].width() - _PAD - behind
    drawn = {row: inked(picture, at, at + slash) for row, picture in pictures.items()}
    assert drawn[2] == drawn[4] != []
    # The count ends right before the slash, and the digits of all counts stand under each other.
    assert at - 6 < max(x for x, _ in inked(pictures[2], 0, at)) < at
    # A count without a base leaves the place of the base empty, and ends where the others end.
    alone = cell(table, 3, 1)
    assert inked(alone, at) == []
    assert at - 6 < max(x for x, _ in inked(alone, 0, at)) < at


def test_a_share_grows_with_the_base_that_comes(qtbot: QtBot) -> None:
    table = shown(qtbot)
    table.set_rows(ROWS[:1])
    short = cell(table, 0, 1)
    table.set_rows([ROWS[0], ROWS[4]])
    assert min(inked(short)) > min(inked(cell(table, 0, 1)))


def test_a_share_is_copied_and_heard_as_it_is_read(qtbot: QtBot) -> None:
    table = shown(qtbot)
    table.select(lambda row: row[0].count == 1126, 1)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "1.126/1.254"
    assert table.model().cell(3, 1).text == "9"


def test_a_page_draws_what_it_likes_in_a_cell(qtbot: QtBot) -> None:
    table = shown(qtbot)
    up, down = cell(table, 0, 2), cell(table, 2, 2)
    accent = style.colour("accent")
    rising = [y for x in range(up.width()) for y in range(up.height()) if up.pixelColor(x, y) == accent]
    falling = [
        y for x in range(down.width()) for y in range(down.height()) if down.pixelColor(x, y) == accent
    ]
    assert rising
    assert falling
    assert up != down
    # It stays inside the padding of its cell.
    assert {x for x, _ in inked(down)} <= set(range(_PAD - 2, down.width() - _PAD + 2))


def test_an_icon_and_its_heading_stand_in_the_middle_of_a_centred_column(qtbot: QtBot) -> None:
    table = shown(qtbot)
    across = [x for x, _ in inked(cell(table, 4, 3))]
    assert abs((min(across) + max(across)) / 2 - 30) <= 1
    header = table.horizontalHeader()
    left = header.sectionViewportPosition(3)
    picture = header.grab(QRect(left, 4, 61, header.height() - 8)).toImage()
    across = [x for x, _ in inked(picture, 2, 59)]
    assert abs((min(across) + max(across)) / 2 - 30) <= 2


@pytest.mark.usefixtures("qtbot")
def test_old_hamlets_lose_their_numbers_before_their_names() -> None:
    measure = QFontMetrics(style.font("caption", "medium"))
    chips = Chips((("Phiêng Cằm", "118"), ("Bản Mường", "1.187")))
    names = sum(measure.horizontalAdvance(name) for name, _ in chips.chips)
    assert chips.shown_in(2 * names + 100, measure) == chips.chips
    short = chips.shown_in(names + 44, measure)
    assert [name for name, _ in short] == ["Phiêng Cằm", "Bản Mường"]
    assert not any(word for _, word in short)
    assert str(chips) == "Phiêng Cằm 118, Bản Mường 1.187"


def test_a_date_wider_than_its_column_by_a_pixel_is_drawn_whole(qtbot: QtBot) -> None:
    day = "20/08/2006"
    needed = QFontMetrics(style.font("body")).horizontalAdvance(day)
    drawn = []
    for room in (needed - 2, needed + 20):
        table = Table([Column("Ngày", str, width=room + 16), Column("Tên", lambda _: "")])
        qtbot.addWidget(table)
        table.resize(400, 120)
        table.set_rows([day])
        drawn.append(table.viewport().grab().toImage().copy(0, 0, needed + 8, table.rowHeight(0)))
    assert drawn[0] == drawn[1]
