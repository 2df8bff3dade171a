"""Scenes of the settings: each subject, and the new recovery code."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from desktop.models.store.session import writing
from desktop.services.office.backups import BackupContents
from desktop.services.office.keys import unlock
from desktop.services.office.operators import register_operator
from desktop.services.office.passphrases import Renewed, recovery_sheet
from desktop.services.office.restore_drill import Drill
from desktop.ui.page.page import Session
from desktop.ui.settings.drill_dialog import DrillDialog
from desktop.ui.settings.log_panel import LogPanel
from desktop.ui.settings.recovery_dialog import RecoveryDialog
from desktop.ui.settings.settings_page import SettingsPage
from tests.offices import commune, commune_day
from tests.offices.hands import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.services.office.workplace import Workplace
    from desktop.ui.frame.frame import Frame
    from tests.ui.screens.studio import Studio

_SUBJECTS = (
    *("office", "backup", "passphrase", "operators", "keys"),
    *("display", "printer", "retention", "log"),
)
_CODE = "7MP-RCS-4MA-2TN-R8Y-95Y-92R-X2H-WA3"


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        day = commune_day.open_commune(Path(kept) / "xa")
        workplace = day.workplace
        register_operator(workplace, "Tằng Văn Bình", "1357")
        session = Session(workplace, unlock(workplace, commune.PASSPHRASE))
        stops = [(f"thiet-lap-{subject}", (partial(_turn_to, subject),)) for subject in _SUBJECTS]
        stops.append(("thiet-lap-ma-moi", (partial(_turn_to, "passphrase"), _new_code(workplace))))
        stops.append(("thiet-lap-thu-khoi-phuc", (partial(_turn_to, "backup"), _drill)))
        stops.append(("thiet-lap-nhat-ky-con-nguyen", (partial(_turn_to, "log"), _check)))
        studio.tour(session, stops, "settings")
        _change_by_hand(workplace)
        steps = (partial(_turn_to, "log"), _check)
        studio.window(session, "thiet-lap-nhat-ky-bi-sua", "settings", steps=steps)
        workplace.database.close()


def _turn_to(subject: str, frame: Frame) -> None:
    page_of(frame, SettingsPage).open_with(subject)
    first = page_of(frame, SettingsPage).panel().first()
    if first is not None:
        first.setFocus()


def _drill(frame: Frame) -> None:
    held = BackupContents("UBND xã Mẫu", "06859", True, datetime(2024, 12, 8, 14, 5), 13, 816, 5, 412)  # noqa: DTZ001 - as it is shown
    now = replace(held, last_at=datetime(2024, 12, 8, 14, 20), counts=6, entries=431)  # noqa: DTZ001
    dialog = DrillDialog(page_of(frame, SettingsPage).context, frame)
    dialog.use_file(Path("06859-2024-12-08-1405.sao-luu"))
    dialog.show_drill(Drill(held, now, "3f0a9c5d7e1b2a46", "b81c44d09e6f5a27", joins=True))
    dialog.show()


def _change_by_hand(workplace: Workplace) -> None:
    with writing(workplace.database) as session:
        session.execute(text("UPDATE operators SET name = 'Tằng Văn Hai' WHERE id = 1"))


def _check(frame: Frame) -> None:
    panel = page_of(frame, SettingsPage).panel()
    assert isinstance(panel, LogPanel)
    panel.check.click()


def _new_code(workplace: Workplace) -> Callable[[Frame], None]:
    def show(frame: Frame) -> None:
        page = page_of(frame, SettingsPage)
        renewed = Renewed(_CODE, recovery_sheet(workplace, _CODE))
        RecoveryDialog(frame, page.context.runner, renewed, official=False).show()

    return show
