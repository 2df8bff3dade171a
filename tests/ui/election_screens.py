"""Pictures of the first steps of an election, from the list to the meeting."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame import Frame
    from desktop.ui.runner import Runner
    from tests.ui.election_example import Example

_SCREEN = (1366, 768)
_LOW_SCREEN = (1366, 700)
_ALSO_LOW = ("bau-cu-danh-sach", "bau-cu-ung-cu", "bau-cu-hop", "in-phieu")


def draw(folder: Path, percent: int) -> None:
    """Draw them at a scale that Qt was started with."""
    from tests.ui import election_example as example  # noqa: PLC0415 - after Qt has its scale

    with tempfile.TemporaryDirectory() as kept:
        office = example.make_example(Path(kept) / "mot")
        _office(office, folder, percent, ("bau-cu-danh-sach-cuoc-bau", "", ""))
        _office(office, folder, percent, ("bau-cu-ung-cu-trong", office.code, "candidates"))
        _office(office, folder, percent, ("bau-cu-ho-trong", office.codes[1], "roll"))
        example.list_two(office)
        _office(office, folder, percent, ("bau-cu-danh-sach", office.code, "roll"))
        _office(office, folder, percent, ("bau-cu-ung-cu", office.code, "candidates"))
        _office(office, folder, percent, ("bau-cu-to", office.code, "candidates"), _show_officials)
        example.try_ballots(office, Path(kept))
        _office(office, folder, percent, ("in-phieu", office.code, "ballots"))
        example.add_newcomer(office)
        _office(office, folder, percent, ("bau-cu-ung-cu-ngoai", office.code, "candidates"))
        office.workplace.database.close()
        office = example.make_example(Path(kept) / "hai")
        example.print_ballots(office)
        _office(office, folder, percent, ("in-phieu-da-in", office.code, "ballots"))
        _office(office, folder, percent, ("bau-cu-hop-chua-mo", office.code, "meeting"))
        office.workplace.database.close()
        office = example.make_example(Path(kept) / "ba")
        example.hold_meeting(office)
        _office(office, folder, percent, ("bau-cu-hop", office.code, "meeting"))
        office.workplace.database.close()


def _office(
    office: Example,
    folder: Path,
    percent: int,
    shown: tuple[str, str, str],
    then: Callable[[Frame], None] | None = None,
) -> None:
    from desktop.ui.frame import Frame  # noqa: PLC0415
    from desktop.ui.page import Context, Session  # noqa: PLC0415
    from desktop.ui.runner import Runner  # noqa: PLC0415
    from tests.ui.desks import COMMUNE  # noqa: PLC0415

    name, code, step = shown
    low = ((_LOW_SCREEN, "-700"),) if name in _ALSO_LOW else ()
    for screen, suffix in ((_SCREEN, ""), *low):
        runner = Runner()
        frame = Frame(COMMUNE, Context(Session(office.workplace, office.keys), runner))
        frame.setGeometry(0, 0, *(side * 100 // percent for side in screen))
        frame.show()
        frame.open_place("election", (code, step) if code else None)
        _settle(runner)
        if then is not None:
            then(frame)
            _settle(runner)
        picture = frame.screen().grabWindow(0, 0, 0, frame.width(), frame.height())
        path = folder / f"{name}{suffix}-{percent}.png"
        if not picture.save(str(path), "PNG"):
            message = f"cannot write {path.name}"
            raise OSError(message)
        frame.close()
        runner.close()


def _show_officials(frame: Frame) -> None:
    from desktop.ui.election.candidates_step import CandidatesStep  # noqa: PLC0415
    from tests.ui.hands import step_of  # noqa: PLC0415

    step_of(frame, CandidatesStep).which.choose(1)


def _settle(runner: Runner) -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415

    for _ in range(80):
        QTest.qWait(50)
        if not runner.is_busy():
            break
    QTest.qWait(150)
    while runner.is_busy():
        QTest.qWait(50)
    QTest.qWait(80)
