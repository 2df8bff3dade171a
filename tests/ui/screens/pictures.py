"""Pictures of the window, as the X server shows it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.ui.widgets import style
from tests.offices.waiting import pause
from tests.ui.screens.studio import LOW_SCREEN, SCREEN, TEXT_SIZES, Studio


class Pictures(Studio):
    """Keeps each scene as ``hom-nay-125-13pt.png``: scale, then size of text.

    At 100 % there are also ``hom-nay-100.png`` in the usual size of text, and ``hom-nay-700-100.png`` on the
    low screen.

    Args:
        folder: where pictures go.
        percent: the scale that Qt was started with.
        only: scenes whose names hold this; all where it is empty.
    """

    def __init__(self, folder: Path, percent: int, only: str = "") -> None:
        self._folder, self._percent, self._only = folder, percent, only
        self.text_sizes = (*TEXT_SIZES, style.USUAL_TEXT) if percent == 100 else TEXT_SIZES

    def room(self) -> tuple[int, int]:
        """Return the usual screen at this scale."""
        return self._logical(SCREEN)

    def wants(self, name: str) -> bool:
        """Tell whether a scene bears what was asked for in its name."""
        return self._only in name

    def keep(self, window: QWidget, name: str, *, low: bool = True) -> None:
        """Keep what the X server shows of a window, and not what its widgets would draw."""
        if not self.wants(name):
            return
        usual = style.text_points() == style.USUAL_TEXT
        size = "" if usual else f"-{style.text_points():g}pt"
        pause(self.pause)
        self._save(window, f"{name}-{self._percent}{size}.png")
        if usual and low:
            window.resize(*self._logical(LOW_SCREEN))
            pause(2 * self.pause)
            self._save(window, f"{name}-700-{self._percent}.png")
            window.resize(*self.room())

    def _logical(self, screen: tuple[int, int]) -> tuple[int, int]:
        return screen[0] * 100 // self._percent, screen[1] * 100 // self._percent

    def _save(self, window: QWidget, name: str) -> None:
        picture = window.screen().grabWindow(0, 0, 0, window.width(), window.height())
        if not picture.save(str(self._folder / name), "PNG"):
            message = f"cannot write {name}"
            raise OSError(message)
