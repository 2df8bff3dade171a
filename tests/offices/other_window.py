"""Another window over the same folder, in a process of its own, as another user would open it."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_OPENS = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from desktop.models.store.tenancy import Tenancy
Tenancy(Path(sys.argv[1])).enter(datetime.now(UTC))
print("open", flush=True)
sys.stdin.read()
"""


@contextmanager
def other_window(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Have a folder open in another process; stopped without a farewell at the end."""
    running = subprocess.Popen(
        [sys.executable, "-c", _OPENS, str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert running.stdout is not None
    assert running.stdout.readline() == "open\n"
    try:
        yield running
    finally:
        running.kill()
        running.communicate()
