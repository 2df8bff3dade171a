"""Pictures of the place "In ấn": a paper that lacks something, a full one, all hamlets, nothing planned."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame import Frame
    from tests.ui.commune_day import CommuneDay

_SCREEN = (1366, 768)
_LOW_SCREEN = (1366, 700)


def draw(folder: Path, percent: int) -> None:
    """Draw them at a scale that Qt was started with."""
    from tests.ui import commune_day  # noqa: PLC0415 - after Qt has its scale

    with tempfile.TemporaryDirectory() as kept:
        day = commune_day.open_commune(Path(kept) / "xa")
        _picture(day, folder, percent, "in-an-trong", None)
        commune_day.hold_day(day)
        code = f"{commune_day.code_of(8)}-{commune_day.DAY:%Y%m%d}"
        for screen, suffix in ((_SCREEN, ""), (_LOW_SCREEN, "-700")):
            _picture(day, folder, percent, f"in-an{suffix}", (code, "invitation"), screen)
            _picture(day, folder, percent, f"in-an-bien-ban{suffix}", (code, "counting-minutes"), screen)
        _picture(day, folder, percent, "in-an-anh", (code, "posting-sheet"))
        _picture(day, folder, percent, "in-an-ca-bo", (code, ""))
        _picture(day, folder, percent, "in-an-ca-xa", (code, "sign-in-roll"), then=_all_hamlets)
        _picture(day, folder, percent, "in-phieu-niem-yet", (code, "ballots"), then=_posting_tab)
        day.workplace.database.close()


def _picture(
    day: CommuneDay,
    folder: Path,
    percent: int,
    name: str,
    shown: tuple[str, str] | None,
    screen: tuple[int, int] = _SCREEN,
    *,
    then: Callable[[Frame], None] | None = None,
) -> None:
    from desktop.ui.frame import Frame  # noqa: PLC0415
    from desktop.ui.page import Context, Session  # noqa: PLC0415
    from desktop.ui.runner import Runner  # noqa: PLC0415
    from tests.ui.desks import COMMUNE  # noqa: PLC0415

    runner = Runner()
    frame = Frame(COMMUNE, Context(Session(day.workplace, day.keys), runner))
    frame.setGeometry(0, 0, *(side * 100 // percent for side in screen))
    frame.show()
    at_step = shown is not None and shown[1] == "ballots"
    frame.open_place("election" if at_step else "printing", shown)
    _settle(runner)
    if then is not None:
        then(frame)
        _settle(runner)
    picture = frame.screen().grabWindow(0, 0, 0, frame.width(), frame.height())
    path = folder / f"{name}-{percent}.png"
    if not picture.save(str(path), "PNG"):
        message = f"cannot write {path.name}"
        raise OSError(message)
    frame.close()
    runner.close()


def _all_hamlets(frame: Frame) -> None:
    from PySide6.QtCore import Qt  # noqa: PLC0415
    from PySide6.QtTest import QTest  # noqa: PLC0415

    box = frame.page().scope.box()  # type: ignore[union-attr]  # the page of papers is on show
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)


def _posting_tab(frame: Frame) -> None:
    page = frame.page()
    page.step().desk.tabs.choose(1)  # type: ignore[union-attr]  # the election page is on show


def _settle(runner: object) -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    # A paper is drawn a moment after its line was chosen, its page a moment after that.
    for _ in range(6):
        QTest.qWait(220)
        for _ in range(200):
            if not runner.is_busy():  # type: ignore[attr-defined]  # a Runner
                break
            QTest.qWait(50)
