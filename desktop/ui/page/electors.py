"""What those who elect are called beside a number: representatives of households, or all voters."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def electors_unit(*, voters: bool) -> str:
    """Return the word after a number of those on the roll: ``hộ``, or ``cử tri`` where all voters elect."""
    tr = QCoreApplication.translate
    return tr("Electors", "cử tri") if voters else tr("Electors", "hộ")


def on_the_roll(*, voters: bool) -> str:
    """Return the caption of how many are on the roll."""
    tr = QCoreApplication.translate
    return tr("Electors", "Cử tri trong danh sách") if voters else tr("Electors", "Hộ trong danh sách")
