"""Peak memory of a work in a process of its own: ``python -m benchmarks.peak MODULE FUNCTION [ARGUMENT]``."""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path


def peak_kb(module: str, function: str, *arguments: str) -> int:
    """Run a function in a fresh process and return the most memory that it held, in KB."""
    ran = subprocess.run(
        [sys.executable, "-m", "benchmarks.peak", module, function, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return int(ran.stdout.split()[-1])


def peak_of(pid: int | str) -> int:
    """Return the most memory that a running process has held, in KB. Source: Linux, proc(5), VmHWM."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))


if __name__ == "__main__":
    getattr(importlib.import_module(sys.argv[1]), sys.argv[2])(*sys.argv[3:])
    sys.stdout.write(f"{peak_of('self')}\n")
