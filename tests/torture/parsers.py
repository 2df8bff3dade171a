"""Parsers under a fuzzer that follows which lines were reached (atheris, libFuzzer).

``python -m tests.torture.parsers NAME FOLDER SECONDS`` runs one; it ends with an error at the first exception
that is none of ours, and leaves the bytes in the folder.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.checkout import ROOT
from tests.torture.campaign import Result

PARSERS = ("age", "zip", "dsse", "bag", "json", "xls", "ods", "csv")

_AT_ONCE = 2
_MEGABYTES = 1024
"""What a process may come to: atheris itself, and its account of the lines, take several hundred."""
_DONE = re.compile(rb"Done (\d+) (?:runs|in)|stat::number_of_executed_units: +(\d+)")


def coverage(folder: Path, seconds: float) -> Result:
    """Give each parser its share of the time."""
    result = Result()
    if importlib.util.find_spec("atheris") is None:
        result.notes.append("atheris is not installed: nothing was fuzzed")
        return result
    each = max(5, round(seconds * _AT_ONCE / len(PARSERS)))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for name, ran in zip(PARSERS, pool.map(lambda one: _run(one, folder, each), PARSERS), strict=True):
            counts = [int(next(filter(None, found))) for found in _DONE.findall(ran.stderr)]
            result.tried += max(counts, default=0)
            if ran.returncode:
                result.raw += 1
                result.notes.append(f"{name}: {ran.stderr[-1500:].decode(errors='replace')}")
    return result


def _run(name: str, folder: Path, seconds: int) -> subprocess.CompletedProcess[bytes]:
    arguments = [sys.executable, "-m", __name__, name, str(folder), str(seconds)]
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, check=False)


def _targets() -> dict[str, tuple[Callable[[bytes], object], list[bytes]]]:
    """Return what each parser is called with, and what it begins from."""
    from desktop.exchange import age_head, archive, bag, canonical, envelope  # noqa: PLC0415
    from desktop.exchange.records import SentCount  # noqa: PLC0415
    from desktop.exchange.seal import ENVELOPE  # noqa: PLC0415
    from desktop.sheets.files.reader import cells_of  # noqa: PLC0415
    from tests.exchange.mutations import ARCHIVE, INSIDE, PACKAGE  # noqa: PLC0415
    from tests.sheets.damage_files import WHOLE  # noqa: PLC0415

    def bagged(data: bytes) -> object:
        manifest, _, tags = data.partition(b"\0")
        return bag.check_bag({**INSIDE, bag.MANIFEST: manifest, bag.TAG_MANIFEST: tags})

    def listed(data: bytes) -> object:
        manifest, _, tags = data.partition(b"\0")
        held = {**INSIDE, bag.MANIFEST: manifest, bag.TAG_MANIFEST: tags}
        # As it is checked: only a bag whose files are those listed is looked into.
        return bagged(data) if bag.listed_files(held) <= set(held) else None

    whole_bag = INSIDE[bag.MANIFEST] + b"\0" + INSIDE[bag.TAG_MANIFEST]
    count = next(content for path, content in INSIDE.items() if path.startswith("data/counts/"))
    found: dict[str, tuple[Callable[[bytes], object], list[bytes]]] = {
        "age": (age_head.check_head, [PACKAGE.data[:400]]),
        "zip": (archive.unpack, [ARCHIVE, archive.pack({"a": b"1", "b/c": b"2"})]),
        "dsse": (envelope.read, [INSIDE[ENVELOPE]]),
        "bag": (listed, [whole_bag]),
        "json": (lambda data: canonical.decode(data, SentCount), [count]),
    }
    for name in ("xls", "ods", "csv"):
        found[name] = (lambda data, name=name: cells_of(data, f"tep.{name}"), [WHOLE[name]()])  # type: ignore[misc]
    return found


def main(name: str, folder: Path, seconds: int) -> None:
    """Fuzz one parser; never returns."""
    import atheris  # type: ignore[import-not-found] # noqa: PLC0415 - of `make torture` alone

    with atheris.instrument_imports(include=["desktop.exchange", "desktop.sheets", "xlrd", "csv"]):
        from desktop.errors import Refusal  # noqa: PLC0415

        call, seeds = _targets()[name]
    corpus = folder / name
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)

    def once(data: bytes) -> None:
        try:
            call(data)
        except Refusal:
            return

    limits = [f"-max_total_time={seconds}", f"-rss_limit_mb={_MEGABYTES}", "-timeout=10", "-max_len=20000"]
    kept = [f"-artifact_prefix={folder}/{name}-", "-print_final_stats=1", "-verbosity=0"]
    atheris.Setup([sys.argv[0], *limits, *kept, str(corpus)], once)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
