"""What is told of a fault of the program itself: its kind and its call, never a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath, PureWindowsPath

from PySide6.QtCore import qVersion

_MOST = 20  # calls that are told: the innermost say enough
_FRAME = re.compile(r'  File "(.+)", line (\d+) in (.+)')


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that the program did not foresee.

    Attributes:
        kind: name of the error; its words are left out, since they may hold a person's data.
        calls: file, line and function from the outermost call to the innermost; files by their name alone.
    """

    kind: str
    calls: tuple[str, ...]

    def report(self) -> str:
        """Return what a supporter needs, to be copied; no personal data, no name of a folder."""
        # Loaded when something broke: a start does without them.
        import platform  # noqa: PLC0415
        from importlib.metadata import version  # noqa: PLC0415

        head = (
            f"Hòm Phiếu {version('hom-phieu')}: báo cáo lỗi",
            platform.platform(),
            f"Python {platform.python_version()}, Qt {qVersion()}",
            self.kind,
        )
        return "\n".join((*head, *(f"  {call}" for call in self.calls)))


def fault_of(error: BaseException) -> Fault:
    """Return what is told of an error that nobody caught."""
    import traceback  # noqa: PLC0415 - see above

    frames = traceback.extract_tb(error.__traceback__)
    calls = tuple(f"{_name(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames[-_MOST:])
    return Fault(type(error).__name__, calls)


def fault_written(text: str) -> Fault | None:
    """Return what the last run left when it was ended from outside Python; None where it left nothing.

    Source: the format of Python's module faulthandler.
    """
    kind, _, rest = text.partition("\n")
    if not kind.strip():
        return None
    own = rest.partition("(most recent call first):")[2].partition("\n\n")[0]
    found = [(_name(file), line, name) for file, line, name in _FRAME.findall(own)]
    calls = tuple(f"{file}:{line} {name}" for file, line, name in reversed(found))
    return Fault(kind.removeprefix("Fatal Python error: ").strip(), calls[-_MOST:])


def _name(path: str) -> str:
    return PureWindowsPath(path).name if "\\" in path else PurePosixPath(path).name
