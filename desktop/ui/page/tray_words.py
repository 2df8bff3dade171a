"""What a printer's paper trays are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtPrintSupport import QPrinter

if TYPE_CHECKING:
    from desktop.ui.page.page_printer import Tray

# The names that makers of printers give in CUPS, in small letters without signs between.
_NUMBERED = re.compile(r"(?:tray|cassette|casset|cass)([0-9]{1,2})")
_SOURCES = {
    "auto": QPrinter.PaperSource.Auto,
    "automatic": QPrinter.PaperSource.Auto,
    "autoselect": QPrinter.PaperSource.Auto,
    "upper": QPrinter.PaperSource.Upper,
    "middle": QPrinter.PaperSource.Middle,
    "lower": QPrinter.PaperSource.Lower,
    "manual": QPrinter.PaperSource.Manual,
    "manualfeed": QPrinter.PaperSource.Manual,
    "mptray": QPrinter.PaperSource.Manual,
    "bypass": QPrinter.PaperSource.Manual,
    "bypasstray": QPrinter.PaperSource.Manual,
    "multipurpose": QPrinter.PaperSource.Manual,
    "cassette": QPrinter.PaperSource.Cassette,
    "envelope": QPrinter.PaperSource.Envelope,
    "largecapacity": QPrinter.PaperSource.LargeCapacity,
}


def tray_words(tray: Tray) -> str:
    """Name a tray, by its number of Qt's or its name in CUPS; a driver's own trays have these alone."""
    say = QCoreApplication.translate
    if isinstance(tray, str):
        plain = re.sub(r"[-_. ]", "", tray).lower()
        numbered = _NUMBERED.fullmatch(plain)
        if numbered is not None:
            return say("Tray", "Khay {0}").format(numbered[1])
        if plain not in _SOURCES:
            return tray
        tray = _SOURCES[plain].value
    source = QPrinter.PaperSource
    known = {
        source.Auto.value: say("Tray", "Tự chọn"),
        source.Upper.value: say("Tray", "Khay trên"),
        source.Lower.value: say("Tray", "Khay dưới"),
        source.Middle.value: say("Tray", "Khay giữa"),
        source.Manual.value: say("Tray", "Nạp tay"),
        source.Cassette.value: say("Tray", "Khay giấy"),
        source.Envelope.value: say("Tray", "Khay phong bì"),
        source.LargeCapacity.value: say("Tray", "Khay lớn"),
    }
    return known.get(tray, say("Tray", "Khay {0}").format(tray))
