"""Every call to the disk, of every operation, fails in every way."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from tests.checkout import ROOT
from tests.faults.disk_faults import build, environment
from tests.faults.operations import OPERATIONS
from tests.torture.campaign import Result

_AT_ONCE = 2
_CORRUPT = ("check:", "storage.damaged", "storage.audit", "storage.parameters")


def disk_calls(folder: Path, seconds: float) -> Result:
    """Let the calls of each operation fail, as many as the time allows, spread over all of it."""
    shim = build(folder)
    each = seconds * _AT_ONCE / len(OPERATIONS)
    result = Result()
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for found in pool.map(lambda one: _swept(shim, one.name, each), OPERATIONS):
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
