"""Keys on their way to the store: written one after another, in their order, while more are pressed."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.errors import Refusal
from desktop.rules.tally import TallyKey
from desktop.services.counting.tallies import PressedKey, press_keys
from desktop.ui.page.page import Context

_AGAIN = 2000  # milliseconds after which a store that refused is asked once more


class TallyQueue(QObject):
    """Takes keys as fast as they come; one write at a time takes all that have gathered.

    ``moved`` says that another number of keys is stored, or that the store refused.

    Attributes:
        refusal: why nothing can be stored at present; None while it can.

    Args:
        context: the open office.
        code: the election's.
        log: key of the count.
        stored: how many keys the log holds.
        parent: what the queue lives as long as.
    """

    moved = Signal()

    def __init__(
        self, context: Context, code: str, log: int, stored: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context, self._code, self._log, self._stored = context, code, log, stored
        self._waiting: list[PressedKey] = []
        self._writes = False
        self.refusal: Refusal | None = None
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN)
        self._again.timeout.connect(self.write)

    def put(self, key: TallyKey) -> None:
        """Take a key, and write what has gathered as soon as the last write is through."""
        self._waiting.append(PressedKey(key, self._context.workplace.clock()))
        self.write()

    def unstored(self) -> int:
        """Return how many keys nobody has said to be stored yet."""
        return len(self._waiting)

    def write(self) -> None:
        """Write what has gathered, unless something is being written."""
        if self._writes or not self._waiting:
            return
        self._writes = True
        place, code, log = self._context.workplace, self._code, self._log
        first, batch = self._stored + 1, tuple(self._waiting)
        self._context.do(
            lambda _: press_keys(place, code, log, first, batch), done=self._kept, failed=self._refused
        )

    def _kept(self, stored: int) -> None:
        self._writes, self.refusal = False, None
        del self._waiting[: stored - self._stored]
        self._stored = stored
        self.write()
        self.moved.emit()

    def _refused(self, refusal: Refusal) -> None:
        self._writes, self.refusal = False, refusal
        self._again.start()
        self.moved.emit()
