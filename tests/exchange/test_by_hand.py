"""The commands of docs/package-by-hand.md, run as they stand there, with Debian's age and unzip."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.exchange import archive, card, keys
from desktop.exchange.fields import Stream
from desktop.exchange.receipt import Receipt, make_receipt
from desktop.exchange.statement import Party
from tests.checkout import ROOT
from tests.exchange.offices import COMMUNE, OFFICE, WHEN, closed, contents, opened, sealed

PAGE = (ROOT / "docs/package-by-hand.md").read_text(encoding="utf-8")
PACKAGE = sealed()
PARTY = sealed(stream="party")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)


def by_hand(folder: Path, package: bytes, stream: Stream = "government") -> subprocess.CompletedProcess[str]:
    (folder / "package.goi").write_bytes(package)
    (folder / "office.age").write_text(keys.reading_identity(OFFICE, stream) + "\n")
    (folder / "commune.the").write_bytes(card.make_card(COMMUNE, "Xã tập huấn", WHEN))
    (check,) = blocks("python")
    (folder / "check.py").write_text(check)
    script = "\n".join(["set -euo pipefail", *blocks("sh")])
    return run(folder, ["bash", "-c", script])


def run(folder: Path, command: list[str]) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": path, "PYTHONWARNINGS": "", "LC_ALL": "C.UTF-8"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_a_stranger_opens_and_checks_a_package_with_public_tools(tmp_path: Path) -> None:
    done = by_hand(tmp_path, PACKAGE.data)
    assert done.returncode == 0, done.stderr
    shown = done.stdout.splitlines()
    assert shown[0] == " ".join(card.fingerprint((tmp_path / "commune.the").read_bytes()))
    assert f"digest {PACKAGE.digest}" in shown
    assert "mode training of card training" in shown
    held = {path.relative_to(tmp_path / "bag").as_posix() for path in (tmp_path / "bag").rglob("*.*")}
    assert set(contents()) <= held
    counted = contents()["data/counts/e-2024-03-1-1.json"]
    assert shown[-2].replace(" ", "") == hashlib.sha256(counted).hexdigest()
    listed = f"{hashlib.sha256(counted).hexdigest()}  data/counts/e-2024-03-1-1.json\n"
    assert shown[-1].replace(" ", "") == hashlib.sha256(listed.encode()).hexdigest()
    assert '"electorate": 120' in (tmp_path / "facts.json").read_text()


def test_a_congress_is_opened_with_the_same_commands_and_the_other_streams_identity(tmp_path: Path) -> None:
    done = by_hand(tmp_path, PARTY.data, "party")
    assert done.returncode == 0, done.stderr
    assert f"digest {PARTY.digest}" in done.stdout.splitlines()
    approvals = tmp_path / "bag" / "data" / "approvals"
    assert [path.name for path in approvals.iterdir()] == ["cb-03-20241208-dh-1-1.json"]
    facts = json.loads((tmp_path / "facts.json").read_text())
    assert (facts["convened"], facts["excused"], facts["post"]) == (30, 2, "committee")
    (tmp_path / "other").mkdir()
    assert by_hand(tmp_path / "other", PARTY.data).returncode != 0, "the identity of the other stream"


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("fetch.txt", b"http://192.0.2.1/ 1 data/x"),
        ("data/report.xlsx", b"PK\x03\x04 other"),
        ("bag-info.txt", b"Payload-Oxum: 1.1\n"),
    ],
)
def test_the_same_commands_find_what_the_program_would_refuse(
    tmp_path: Path, path: str, content: bytes
) -> None:
    changed = closed(archive.pack({**opened(PACKAGE.data), path: content}))
    assert by_hand(tmp_path, changed).returncode != 0


def test_a_receipt_is_checked_with_the_same_few_lines(tmp_path: Path) -> None:
    given = Receipt(
        issuer=Party(unit=OFFICE.unit, key=OFFICE.fingerprint),
        recipient=PACKAGE.statement.issuer,
        stream="government",
        mode="training",
        package=PACKAGE.digest,
        outcome="accepted",
        records={"count": 1},
        created=WHEN,
    )
    (tmp_path / "receipt.bn").write_bytes(make_receipt(given, OFFICE))
    (tmp_path / "office.the").write_bytes(card.make_card(OFFICE, "Huyện tập huấn", WHEN))
    (tmp_path / "other.the").write_bytes(card.make_card(COMMUNE, "Xã tập huấn", WHEN))
    (tmp_path / "check.py").write_text(blocks("python")[0])
    assert run(tmp_path, ["python3", "check.py", "office.the", "receipt.bn"]).returncode == 0
    assert run(tmp_path, ["python3", "check.py", "other.the", "receipt.bn"]).returncode != 0
