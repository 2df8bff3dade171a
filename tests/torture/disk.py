"""Every call to the disk, of every operation, fails in every way."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.checkout import ROOT
from tests.faults.disk_faults import build, environment
from tests.faults.operation import Operation
from tests.faults.operations import OPERATIONS
from tests.torture.campaign import Result

_AT_ONCE = 2
_MOST = 3
"""How many shares an operation may take."""
_CORRUPT = ("check:", "storage.damaged", "storage.audit", "storage.parameters")


def disk_calls(folder: Path, seconds: float) -> Result:
    """Let the calls of each operation fail, as many as the time allows, spread over all of it.

    Operations have ten times as many calls as others: one may take what those before it left over.
    """
    shim, until = build(folder), time.monotonic() + seconds
    each = _MOST * seconds * _AT_ONCE / len(OPERATIONS)
    result = Result()

    def swept(one: Operation) -> dict[str, Any]:
        return _swept(shim, one.name, max(1.0, min(each, until - time.monotonic())))

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for found in pool.map(swept, OPERATIONS):
            _add(result, found)
    return result


def _swept(shim: Path, operation: str, seconds: float) -> dict[str, Any]:
    told = subprocess.run(
        [sys.executable, "-m", "tests.faults.sweep", "--operation", operation, "--seconds", f"{seconds}"],
        env=environment(shim),
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def _add(result: Result, found: dict[str, Any]) -> None:
    result.tried += sum(found["operations"].values())
    result.of += found["struck"]
    for one in found["findings"]:
        if one["kind"] == "raw":
            result.raw += 1
        elif any(word in one["words"] for word in _CORRUPT):
            result.corrupt += 1
        else:
            result.lost += 1
        result.notes.append("{operation}, {fault}, call {at} ({call}): {words}".format_map(one))
