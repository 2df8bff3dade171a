"""Runs the bundle as an office would, away from the source: ``python -m tests.bundle.check_bundle FOLDER``.

FOLDER is what PyInstaller made. It is copied elsewhere and started with an empty environment: it must tell
its version, decide an outcome, refuse in one sentence, open its window on a real X server, hold no network
socket, carry the licences of its parts, leave an office as it was when copied over an older one, and be no
larger than said here. ``window.png`` beside FOLDER shows the window.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import docx
from PIL import ImageGrab

from tests.bundle.copied_over import check_copied_over, contents_of
from tests.checkout import ROOT
from tests.rules.examples import hamlet
from tests.xvfb import x_server

# Windows' own may have 130 MB; Qt for Linux brings 38 MB of ICU besides.
LARGEST = 190_000_000
STARTS = 5
SETTLED = 5  # seconds after which everything is loaded
PATIENCE = 60  # seconds that the window may take


def main(folder: Path) -> None:
    """Check one bundle; AssertionError names what is wrong with it."""
    with tempfile.TemporaryDirectory() as elsewhere:
        bundle = Path(shutil.copytree(folder, Path(elsewhere) / "hom-phieu", symlinks=True))
        home = Path(elsewhere) / "home"
        home.mkdir()
        sizes = [file.stat().st_size for file in files(bundle)]
        say(f"size {sum(sizes) / 1e6:.0f} MB in {len(sizes)} files")
        check_licences(bundle)
        check_no_source_path(bundle)
        check_printers(bundle)
        check_version(bundle, home)
        check_decide(bundle, home)
        check_word(bundle, home)
        check_demo(bundle, home)
        check_window(bundle, home, folder.parent / "window.png")
        tell_start(bundle, home)
        check_copied_over(bundle, folder, home / "office", partial(command_of, bundle, home))
        # Last, so that everything else is known of a bundle that is too large.
        assert sum(sizes) <= LARGEST, f"more than {LARGEST / 1e6:.0f} MB"
    say("bundle: all good")


def check_version(bundle: Path, home: Path) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    began = time.monotonic()
    ran = run(bundle, home, "--version")
    say(f"--version in {time.monotonic() - began:.2f} s")
    assert (ran.returncode, ran.stdout) == (0, f"Hòm Phiếu {version}\n"), ran


def check_decide(bundle: Path, home: Path) -> None:
    facts = home / "facts.json"
    facts.write_text(json.dumps(hamlet()), encoding="utf-8")
    began = time.monotonic()
    ran = run(bundle, home, "decide", str(facts))
    say(f"decide in {time.monotonic() - began:.2f} s")
    assert ran.returncode == 0, ran
    outcome = json.loads(ran.stdout)
    assert (outcome["outcome"], outcome["elected"]) == ("elected", ["Lò Thị Ơn"]), outcome
    assert outcome["shares"][0]["percent"] == "50,83", outcome
    facts.write_text("{}", encoding="utf-8")
    refused = run(bundle, home, "decide", str(facts))
    assert refused.returncode == 1, refused
    assert "Traceback" not in refused.stderr, refused


def check_word(bundle: Path, home: Path) -> None:
    out = home / "bien-ban.docx"
    ran = run(bundle, home, "forms", "counting-minutes-blank", "--blank", "--out", str(out))
    assert ran.returncode == 0, ran
    text = "".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    assert "BIÊN BẢN KIỂM PHIẾU" in text, text


def check_demo(bundle: Path, home: Path) -> None:
    began = time.monotonic()
    ran = run(bundle, home, "demo", "--out", str(home / "demo"))
    say(f"demo in {time.monotonic() - began:.2f} s")
    assert ran.returncode == 0, ran
    summary = json.loads((home / "demo" / "summary.json").read_text(encoding="utf-8"))
    for package in summary["packages"]:
        assert (home / "demo" / package["receipt"]).is_file(), package


def check_window(bundle: Path, home: Path, pictured: Path) -> None:
    with x_server() as display, window([bundle / "hom-phieu"], home, display) as (program, _):
        time.sleep(SETTLED)
        ImageGrab.grab(xdisplay=display).save(pictured)
        assert program.poll() is None, "the window closed by itself"
        check_sockets(program.pid)
        mapped = Path(f"/proc/{program.pid}/maps").read_text(encoding="utf-8")
        assert str(ROOT) not in mapped, "a file of the source tree is loaded"


def tell_start(bundle: Path, home: Path) -> None:
    """Say how long the window takes beside its start from source, each the best of some, in turn."""
    taken: list[tuple[float, float]] = []
    with x_server() as display:
        for _ in range(STARTS):
            with window([bundle / "hom-phieu"], home, display) as (_, bundled):
                pass
            with window([sys.executable, "-m", "desktop"], ROOT, display, home) as (_, sourced):
                taken.append((bundled, sourced))
    bundled, sourced = (min(times) for times in zip(*taken, strict=True))
    say(f"window in {bundled:.2f} s, {bundled / sourced:.2f} times the start from source")


@contextmanager
def window(
    command: list[Path | str], folder: Path, display: str, home: Path | None = None
) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """Start the program in a folder; yields it and the seconds until its window stood there, and ends it."""
    environment = bare(home or folder, display)
    began = time.monotonic()
    program = subprocess.Popen(command, cwd=folder, env=environment)
    try:
        # Not by its own --sync, which looks twice a second.
        while not is_seen(environment):
            assert time.monotonic() - began < PATIENCE, "no window"
            time.sleep(0.01)
        yield program, time.monotonic() - began
    finally:
        program.terminate()
        program.wait(timeout=20)


def is_seen(environment: dict[str, str]) -> bool:
    seen = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "Hòm Phiếu"],
        env=environment | {"PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
    )
    return bool(seen.stdout.split())


def check_sockets(pid: int) -> None:
    """The program may talk to the X server and the desktop, but holds no socket of any network."""
    held = {
        target.removeprefix("socket:[").removesuffix("]")
        for link in Path(f"/proc/{pid}/fd").iterdir()
        if (target := str(link.readlink())).startswith("socket:[")
    }
    for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        path = Path("/proc/net") / table
        lines = path.read_text(encoding="ascii").splitlines()[1:] if path.exists() else []
        network = [line for line in lines if line.split()[9] in held]
        assert network == [], f"{table}: {network}"
    say(f"no network socket ({len(held)} local ones)")


def check_printers(bundle: Path) -> None:
    """The window lists printers by this plug-in; its libraries come along, but for the print system's own."""
    [plugin] = bundle.rglob("libcupsprintersupport.so")
    told = subprocess.run(["ldd", str(plugin)], capture_output=True, encoding="utf-8", check=True).stdout
    assert "not found" not in told, told
    assert not list(bundle.rglob("libcups.so*")), "the print system's library is the system's own"


def check_licences(bundle: Path) -> None:
    texts = contents_of(bundle) / "licences"
    for name in (
        "LGPL-3.0.txt",
        "GPL-3.0.txt",
        "python-stdnum",
        "fontpkg-be-vietnam-pro",
        "qtawesome",
        "sqlcipher3",
    ):
        assert (texts / name).exists(), f"licence of {name} is missing"


def check_no_source_path(bundle: Path) -> None:
    wanted = str(ROOT).encode()
    named = [file.name for file in files(bundle) if wanted in file.read_bytes()]
    assert named == [], f"the folder of the source is named in {named}"


def run(bundle: Path, home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [bundle / "hom-phieu", *arguments],
        cwd=home,
        env=bare(home),
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def command_of(bundle: Path, home: Path, more: dict[str, str], command: str, data: Path) -> str:
    ran = subprocess.run(
        [bundle / "hom-phieu", command, "--data", str(data)],
        cwd=home,
        env=bare(home) | more,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=True,
    )
    return ran.stdout


def bare(home: Path, display: str | None = None) -> dict[str, str]:
    return {"HOME": str(home)} | ({"DISPLAY": display, "LANG": "C.UTF-8"} if display else {})


def files(bundle: Path) -> list[Path]:
    return [path for path in bundle.rglob("*") if path.is_file() and not path.is_symlink()]


def say(words: str) -> None:
    sys.stdout.write(words + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
