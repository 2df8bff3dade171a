"""Pictures of Hôm nay: the board, the telephone grid, the form, the empty states."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame import Frame
    from desktop.ui.runner import Runner
    from desktop.ui.today_page import TodayPage
    from tests.ui.commune_day import CommuneDay

_SCREEN = (1366, 768)
_LOW_SCREEN = (1366, 700)


def draw(folder: Path, percent: int) -> None:
    """Draw them at a scale that Qt was started with."""
    from desktop.services.offices import make_office  # noqa: PLC0415 - after Qt has its scale
    from tests.services import commune  # noqa: PLC0415
    from tests.ui import commune_day  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as kept:
        day = commune_day.open_commune(Path(kept) / "xa")
        _page(day, folder / "hom-nay-chua-co-dot", percent)
        _page(day, folder / "hom-nay-lap-dot", percent, lambda frame: _today(frame).plan())
        commune_day.hold_day(day)
        _page(day, folder / "hom-nay", percent, _choose_differing)
        _page(day, folder / "hom-nay-luoi-dien-thoai", percent, _show_grid)
        _page(day, folder / "hom-nay-ngay-nghi", percent, _days_off)
        _page(day, folder / "hom-nay-gio-noi-hop", percent, _plan)
        day.workplace.database.close()
        empty, _ = make_office(
            Path(kept) / "trong",
            commune.OFFICE,
            commune.PASSPHRASE,
            day.workplace.statutes,
            day.clock,
            seed=bytes(32),
        )
        _page(commune_day.CommuneDay(empty, day.keys, day.clock), folder / "hom-nay-chua-co-thon", percent)
        empty.database.close()


def _page(day: CommuneDay, path: Path, percent: int, then: Callable[[Frame], None] | None = None) -> None:
    from desktop.ui.frame import Frame  # noqa: PLC0415
    from desktop.ui.page import Context, Session  # noqa: PLC0415
    from desktop.ui.runner import Runner  # noqa: PLC0415
    from tests.ui.desks import ON_THE_DAY  # noqa: PLC0415

    for screen, suffix in ((_SCREEN, ""), (_LOW_SCREEN, "-700")):
        runner = Runner()
        frame = Frame(ON_THE_DAY, Context(Session(day.workplace, day.keys), runner))
        frame.setGeometry(0, 0, *(side * 100 // percent for side in screen))
        frame.show()
        _settle(runner)
        if then is not None:
            then(frame)
            _settle(runner)
        picture = frame.screen().grabWindow(0, 0, 0, frame.width(), frame.height())
        drawn = path.with_name(f"{path.name}{suffix}-{percent}.png")
        if not picture.save(str(drawn), "PNG"):
            message = f"cannot write {drawn.name}"
            raise OSError(message)
        frame.close()
        runner.close()


def _today(frame: Frame) -> TodayPage:
    from desktop.ui.today_page import TodayPage  # noqa: PLC0415
    from tests.ui.hands import page_of  # noqa: PLC0415

    return page_of(frame, TodayPage)


def _choose_differing(frame: Frame) -> None:
    frame.activateWindow()
    table = _today(frame).board_view.table
    table.setFocus()
    table.select(lambda row: row.hamlet == "Khu phố Chợ", 5)


def _show_grid(frame: Frame) -> None:
    frame.activateWindow()
    _today(frame).show_grid()


def _days_off(frame: Frame) -> None:
    from desktop.ui.today.days_off_dialog import DaysOffDialog  # noqa: PLC0415

    DaysOffDialog(_today(frame).context, frame).show()


def _plan(frame: Frame) -> None:
    board = _today(frame).board_view
    board.number_asked.emit(board.current())


def _settle(runner: Runner) -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    QTest.qWait(150)
    while runner.is_busy():
        QTest.qWait(30)
    QTest.qWait(150)
