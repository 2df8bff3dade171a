"""Pictures of the hamlets, the households, and the import of both."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame import Frame
    from desktop.ui.runner import Runner
    from tests.ui.register_example import Register

_SCREEN = (1366, 768)
_LOW_SCREEN = (1366, 700)


def draw(folder: Path, percent: int) -> None:
    """Draw them at a scale that Qt was started with."""
    from desktop.resources import resource  # noqa: PLC0415 - after Qt has its scale
    from desktop.services import hamlet_succession  # noqa: PLC0415
    from desktop.services.import_preview import Decision  # noqa: PLC0415
    from desktop.ui.hamlets_page import HamletsPage  # noqa: PLC0415
    from desktop.ui.households_page import HouseholdsPage  # noqa: PLC0415
    from tests.ui import register_example as example  # noqa: PLC0415
    from tests.ui.hands import page_of  # noqa: PLC0415

    def faulty(frame: Frame) -> None:
        workbook = Path(kept) / "Danh sách Nà Ếch sửa lần 3.xlsx"
        page_of(frame, HouseholdsPage).take_file(example.faulty_workbook(workbook))

    def doubtful(frame: Frame) -> None:
        page_of(frame, HouseholdsPage).next_problem()

    def decided(frame: Frame) -> None:
        page_of(frame, HouseholdsPage).importing.rows.decide(Decision.OMIT)

    def stored(frame: Frame) -> None:
        page_of(frame, HouseholdsPage).primary()

    def sample(frame: Frame) -> None:
        page_of(frame, HamletsPage).take_file(resource("samples") / "thon-ban.csv")

    def asking(button: str) -> Callable[[Frame], None]:
        return lambda frame: page_of(frame, HamletsPage).buttons[button].click()

    def adding(frame: Frame) -> None:
        page_of(frame, HouseholdsPage).add_one()

    def ended(frame: Frame) -> None:
        page_of(frame, HamletsPage).table.select(lambda line: line.change is not None)

    with tempfile.TemporaryDirectory() as kept:
        register = example.empty_register(Path(kept) / "trong")
        _page(register, folder / "thon-ban-trong", percent, "hamlets")
        _page(register, folder / "thon-ban-nhap", percent, "hamlets", sample)
        _page(register, folder / "ho-chua-co-thon", percent, "households")
        register.workplace.database.close()
        register = example.with_households(Path(kept) / "xa")
        _page(register, folder / "thon-ban", percent, "hamlets")
        _page(register, folder / "thon-ban-doi-ten", percent, "hamlets", asking("rename"))
        _page(register, folder / "thon-ban-nhap-thon", percent, "hamlets", asking("merge"))
        _page(register, folder / "thon-ban-ket-thuc", percent, "hamlets", asking("end"))
        _page(register, folder / "ho-va-cu-tri-them", percent, "households", adding)
        _page(register, folder / "ho-va-cu-tri", percent, "households")
        _page(register, folder / "ho-va-cu-tri-nhap", percent, "households", faulty)
        _page(register, folder / "ho-va-cu-tri-nghi-trung", percent, "households", faulty, doubtful)
        _page(
            register, folder / "ho-va-cu-tri-da-ghi", percent, "households", faulty, doubtful, decided, stored
        )
        codes = ["06859-T03", "06859-T04"]
        hamlet_succession.merge(
            register.workplace, codes, "Thôn", "Đồng Tâm", register.workplace.today() - timedelta(days=7)
        )
        _page(register, folder / "thon-ban-da-nhap", percent, "hamlets", ended)
        register.workplace.database.close()


def _page(register: Register, path: Path, percent: int, place: str, *steps: Callable[[Frame], None]) -> None:
    from PySide6.QtWidgets import QDialog  # noqa: PLC0415

    from desktop.ui.frame import Frame  # noqa: PLC0415
    from desktop.ui.page import Context, Session  # noqa: PLC0415
    from desktop.ui.runner import Runner  # noqa: PLC0415
    from tests.ui import register_example as example  # noqa: PLC0415
    from tests.ui.desks import COMMUNE  # noqa: PLC0415

    for screen, suffix in ((_SCREEN, ""), (_LOW_SCREEN, "-700")):
        runner = Runner()
        frame = Frame(COMMUNE, Context(Session(register.workplace, register.keys), runner))
        frame.setGeometry(0, 0, *(side * 100 // percent for side in screen))
        frame.show()
        frame.activateWindow()
        frame.open_place(place, example.FIRST if place == "households" else None)
        _settle(runner)
        for step in steps:
            step(frame)
            _settle(runner)
        picture = frame.screen().grabWindow(0, 0, 0, frame.width(), frame.height())
        drawn = path.with_name(f"{path.name}{suffix}-{percent}.png")
        if not picture.save(str(drawn), "PNG"):
            message = f"cannot write {drawn.name}"
            raise OSError(message)
        for standing in frame.findChildren(QDialog):
            standing.close()
        frame.close()
        runner.close()


def _settle(runner: Runner) -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    QTest.qWait(150)
    while runner.is_busy():
        QTest.qWait(30)
    QTest.qWait(150)
