"""What is asked once an office is opened: another window has it too, or the clock doesn't fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.services.office.occupancy import Occupant
    from desktop.ui.page.page import Session
    from desktop.ui.page.runner import Runner
    from desktop.ui.start.opening import Opened


def settle(window: QWidget, runner: Runner, found: Opened, go_on: Callable[[Session], None]) -> bool:
    """Ask what there is to ask, then go on with the session.

    Args:
        window: the questions stand over it.
        runner: writes in the background that the clock is right.
        found: the office, and what was found when it was opened.
        go_on: is given the session; not called where the person leaves.

    Returns:
        Whether the person stays.
    """
    session = found.session
    if found.elsewhere is not None and not _beside(window, session, found.elsewhere):
        return False
    if found.left is not None:
        told = window.tr("Lần mở từ {0:%H:%M ngày %d/%m/%Y} dừng đột ngột; mọi ô đã rời đều còn.")
        session.notice = told.format(found.left.since.astimezone())
    if found.lock and not session.workplace.database.tenancy.reads_only:
        session.notice = found.lock
    if found.clock is None or session.workplace.database.tenancy.reads_only:
        go_on(session)
        return True
    from desktop.services.office.clock_guard import confirm_clock  # noqa: PLC0415 - nearly every clock fits
    from desktop.ui.start.clock_question import clock_is_right  # noqa: PLC0415

    if not clock_is_right(window, found.clock):
        return False
    workplace = session.workplace
    runner.run(lambda _: confirm_clock(workplace), lambda _: go_on(session))
    return True


def _beside(window: QWidget, session: Session, who: Occupant) -> bool:
    """Ask how to go on beside another window, and do so; False where the person leaves."""
    from desktop.services.office.occupancy import look_on, take_over  # noqa: PLC0415 - seldom asked
    from desktop.ui.start.occupied_question import LOOK_ON, OccupiedQuestion  # noqa: PLC0415

    question = OccupiedQuestion(window, who)
    if question.exec() != OccupiedQuestion.DialogCode.Accepted:
        return False
    if question.ways.value() == LOOK_ON:
        look_on(session.workplace)
        told = window.tr("Chỉ xem: {0} đang mở dữ liệu này trên máy {1}. Không ghi được gì ở cửa sổ này.")
        session.notice = told.format(who.user, who.host)
    else:
        take_over(session.workplace)
    return True
