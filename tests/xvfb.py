"""A real X server for tests and pictures, without a screen."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def x_server(screen: str = "1366x768x24") -> Iterator[str]:
    """Start Xvfb on a free display number, yield its name such as ``:3``, and end it.

    Only this server and only its own process: it takes no port, and finds its number itself, so that several
    can run side by side.
    """
    reads, writes = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", screen, "-nolisten", "tcp", "-noreset"],
        pass_fds=(writes,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    try:
        with os.fdopen(reads) as pipe:
            number = pipe.readline().strip()
        if not number:
            message = "Xvfb did not start (Debian package xvfb)"
            raise RuntimeError(message)
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
