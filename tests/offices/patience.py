"""How long a test of the window waits for what has to come: a computer may have much else to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 60_000
"""Milliseconds until something that did not come fails its test."""


class PatientBot(QtBot):
    """pytest-qt's, which gives up after five seconds where a test names no time of its own."""

    def waitUntil(self, callback: Callable[[], object], *, timeout: int = LONG) -> None:
        """Wait until something is true, or no longer fails."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = LONG, **asked: Any) -> Any:
        """Wait until a signal is sent inside the block."""
        return super().waitSignal(signal, timeout=timeout, **asked)

    def waitExposed(self, widget: Any, *, timeout: int = LONG) -> Any:
        """Wait until a window that is shown inside the block is on the screen."""
        return super().waitExposed(widget, timeout=timeout)
