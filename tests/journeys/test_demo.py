"""The demo's files, checked with public tools and with the program's own commands."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import zxingcpp
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from openpyxl import load_workbook

from tests.checkout import ROOT
from tests.exchange.offices import STEPS
from tests.journeys.conftest import Command, Demo
from tests.printing.pages import faces_in, one_line, rendered, texts

pytestmark = pytest.mark.xdist_group("demo")

CODE = "06859-T01-20241208"
MINUTES = f"minutes/bien-ban-{CODE}.pdf"
STAMP = "DỮ LIỆU TẬP HUẤN"
DESKTOP = ROOT / "desktop"


def summary(demo: Demo) -> dict[str, Any]:
    return json.loads((demo.folder / "summary.json").read_bytes())


def tool(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONWARNINGS": ""},
        capture_output=True,
        text=True,
        check=True,
    )


def papers(demo: Demo) -> list[Path]:
    """The papers of three hamlets: the sample's, one held again, one whose minutes replace others."""
    found = [path for path in demo.folder.glob("*/*.pdf") if path.parent.name != "envelopes"]
    return sorted(path for path in found if re.search("-T0[136]-", path.name))


@pytest.fixture(scope="session")
def bag(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Open the demo's last package as a stranger would, with Debian's age and unzip."""
    folder = tmp_path_factory.mktemp("opened")
    package = demo.folder / summary(demo)["packages"][-1]["path"]
    tool("age", "-d", "-i", demo.folder / "office.age", "-o", "bag.zip", package, folder=folder)
    tool("unzip", "-q", "bag.zip", "-d", "bag", folder=folder)
    return folder / "bag"


def test_the_demo_says_what_it_did_in_vietnamese_and_prints_its_summary(demo: Demo) -> None:
    assert (demo.told.code, json.loads(demo.told.out)) == (0, summary(demo))
    assert demo.told.err.splitlines()[0].startswith("Đã lập hai cơ quan tập huấn")
    assert "NETWORK" not in demo.told.err


def test_the_demo_leaves_every_file_that_it_promises(demo: Demo) -> None:
    for pattern in ("ballots/*.pdf", "minutes/*.pdf", "packages/*.goi", "receipts/*.bn", "office.age"):
        assert list(demo.folder.glob(pattern)), pattern
    for office in (demo.commune, demo.office):
        assert (office / "office.db").is_file()
    found = summary(demo)
    assert set(found) == {"hamlets", "packages"}
    for hamlet in found["hamlets"]:
        assert set(hamlet) == {"name", "statute", "outcome", "elected", "minutes"}
        assert (demo.folder / hamlet["minutes"]).is_file()
        assert hamlet["statute"] == "nd59-2023"
        assert len(hamlet["elected"]) == (hamlet["outcome"] == "elected")
    outcomes = [hamlet["outcome"] for hamlet in found["hamlets"]]
    assert (outcomes.count("elected"), outcomes.count("held_again"), len(outcomes)) == (12, 1, 13)
    for package in found["packages"]:
        assert set(package) == {"path", "digest", "receipt"}
        assert (demo.folder / package["path"]).is_file()
        assert (demo.folder / package["receipt"]).is_file()
    assert not [path for path in demo.folder.rglob("*") if path.suffix == ".part"]


def test_the_report_is_a_workbook_with_a_line_for_each_hamlet(demo: Demo) -> None:
    sheet = load_workbook(demo.folder / "report.xlsx").active
    assert sheet is not None
    cells = [cell for line in sheet.iter_rows(values_only=True) for cell in line]
    for hamlet in summary(demo)["hamlets"]:
        assert hamlet["name"] in cells
        assert set(hamlet["elected"]) <= set(cells)


def test_the_package_carries_every_count_of_every_hamlet(bag: Path) -> None:
    counts = sorted(path.name for path in (bag / "data" / "counts").iterdir())
    assert counts == sorted(
        [f"06859-T{n:02d}-20241208-1-1.json" for n in range(1, 14)] + ["06859-T06-20241208-1-2.json"]
    )
    assert len(list((bag / "data" / "papers").iterdir())) == len(counts)
    assert len(list((bag / "data" / "recognitions").iterdir())) == 13


def test_the_bag_is_whole_for_bagit(bag: Path) -> None:
    tool("bagit.py", "--validate", bag, folder=bag.parent)


def statement(bag: Path, public: bytes) -> dict[str, Any]:
    """Check a DSSE envelope with nothing but an Ed25519 library, and return what it states."""
    envelope = json.loads((bag / "package.dsse.json").read_bytes())
    body, kind = base64.b64decode(envelope["payload"]), envelope["payloadType"].encode()
    signed = b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(body), body)
    (signature,) = envelope["signatures"]
    Ed25519PublicKey.from_public_bytes(public).verify(base64.b64decode(signature["sig"]), signed)
    return {**json.loads(body), "digest": hashlib.sha256(body).hexdigest()}


def test_a_stranger_verifies_the_signature_by_the_communes_card(
    demo: Demo, bag: Path, hom_phieu: Command, tmp_path: Path
) -> None:
    told = hom_phieu("key", "card", tmp_path / "commune.the", "--data", demo.commune)
    card = (tmp_path / "commune.the").read_bytes()
    groups = hashlib.sha256(b"hom-phieu card v1\n" + card).hexdigest()
    assert told.out.replace(" ", "").strip() == groups
    key = json.loads(base64.b64decode(json.loads(card)["payload"]))["signing_key"]
    said = statement(bag, bytes.fromhex(key))
    assert said["digest"] == summary(demo)["packages"][-1]["digest"]
    assert said["tagmanifest"] == hashlib.sha256((bag / "tagmanifest-sha256.txt").read_bytes()).hexdigest()
    assert (said["mode"], said["sequence"]) == ("training", 2)
    assert said["previous"] == summary(demo)["packages"][0]["digest"]
    with pytest.raises(InvalidSignature):
        statement(bag, Ed25519PrivateKey.generate().public_key().public_bytes_raw())


def test_the_minutes_in_the_package_are_the_file_that_was_printed(demo: Demo, bag: Path) -> None:
    inside = (bag / f"data/papers/counting-minutes-{CODE}-1-1.pdf").read_bytes()
    assert inside == (demo.folder / MINUTES).read_bytes()


def test_text_and_qr_of_the_minutes_name_the_bytes_of_the_count(demo: Demo, bag: Path) -> None:
    count = (bag / f"data/counts/{CODE}-1-1.json").read_bytes()
    digest = hashlib.sha256(count).hexdigest()
    minutes = (demo.folder / MINUTES).read_bytes()
    for page in texts(minutes):
        assert all(group in page for group in re.findall("....", digest))
    codes = [code.text for page in rendered(minutes, 300) for code in zxingcpp.read_barcodes(page)]
    assert codes
    assert all(code.endswith(digest.upper()) for code in codes)
    assert all(f"{CODE}:1:R1" in code for code in codes)
    facts = json.loads(count)["facts"]
    assert all(f":{facts['electorate']}/{facts['present']}/" in code for code in codes)


def test_every_page_and_ballot_is_stamped_and_every_face_embedded(demo: Demo, tmp_path: Path) -> None:
    assert len(papers(demo)) == 13
    for path in papers(demo):
        data = path.read_bytes()
        pages = texts(data)
        assert all(STAMP in page for page in pages)
        assert all(embedded for _, embedded in faces_in(data, tmp_path))
        assert faces_in(data, tmp_path)
    ballots = (demo.folder / "ballots" / f"phieu-{CODE}.pdf").read_bytes()
    # 125 households and a reserve of 7, each ballot stamped for itself.
    assert one_line(ballots).count(STAMP) >= 132


def test_blank_minutes_already_know_the_frozen_electorate(demo: Demo) -> None:
    blank = demo.folder / "minutes" / f"bien-ban-{CODE}-de-trong.pdf"
    assert "125 (một trăm hai mươi lăm)" in one_line(blank.read_bytes())


def test_the_same_seed_gives_the_same_summary_whatever_the_passphrase(
    demo: Demo, hom_phieu: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOM_PHIEU_PASSPHRASE", "mật khẩu khác")
    assert hom_phieu("demo", "--out", tmp_path / "same", "--example", "2024").code == 0
    made = (tmp_path / "same" / "summary.json").read_bytes()
    assert made == (demo.folder / "summary.json").read_bytes()
    for name in (MINUTES, f"ballots/phieu-{CODE}.pdf", "report.xlsx"):
        assert (tmp_path / "same" / name).read_bytes() == (demo.folder / name).read_bytes(), name
    # The passphrase that was set opens it, and the one of training offices does not.
    data = tmp_path / "same" / "data" / "commune"
    assert hom_phieu("check", "--data", data).code == 0
    monkeypatch.delenv("HOM_PHIEU_PASSPHRASE")
    assert hom_phieu("check", "--data", data).code == 1


def test_the_demo_writes_into_no_folder_that_holds_other_things(hom_phieu: Command, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("thư")
    told = hom_phieu("demo", "--out", tmp_path, "--json")
    assert (told.code, json.loads(told.out)["error"]["code"]) == (1, "demo.folder")
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_verify_shows_every_step_and_stores_nothing(demo: Demo, own_demo: Demo, hom_phieu: Command) -> None:
    package = demo.folder / summary(demo)["packages"][1]["path"]
    head = json.loads(hom_phieu("check", "--data", own_demo.office, "--json").out)
    told = hom_phieu("verify", package, "--data", own_demo.office, "--json")
    found = json.loads(told.out)
    assert told.code == 0
    assert set(found) == {"path", "digest", "code", "steps"}
    assert (found["digest"], found["code"]) == (summary(demo)["packages"][1]["digest"], None)
    assert all(set(step) == {"step", "ok", "detail"} and step["ok"] for step in found["steps"])
    assert [step["step"] for step in found["steps"]] == STEPS
    assert json.loads(hom_phieu("check", "--data", own_demo.office, "--json").out) == head


def test_taking_in_again_says_so_and_writes_the_same_receipt(
    own_demo: Demo, hom_phieu: Command, tmp_path: Path
) -> None:
    head = json.loads(hom_phieu("check", "--data", own_demo.office, "--json").out)
    receipts = tmp_path / "receipts"
    told = hom_phieu(
        "take-in", own_demo.folder / "packages", "--data", own_demo.office, "--receipts", receipts, "--json"
    )
    found = json.loads(told.out)
    assert told.code == 0
    assert told.err.count("đã nhận từ trước") == 2
    assert all(set(entry) == {"path", "digest", "outcome", "code", "steps", "receipt"} for entry in found)
    for entry, package in zip(found, summary(own_demo)["packages"], strict=True):
        assert (entry["digest"], entry["outcome"], entry["code"]) == (package["digest"], "accepted", None)
        assert Path(entry["receipt"]).read_bytes() == (own_demo.folder / package["receipt"]).read_bytes()
    assert json.loads(hom_phieu("check", "--data", own_demo.office, "--json").out) == head


def test_one_bad_file_does_not_stop_the_others(own_demo: Demo, hom_phieu: Command, tmp_path: Path) -> None:
    (tmp_path / "bad.goi").write_bytes(b"not a package")
    good = own_demo.folder / "packages" / "06859-government-0001.goi"
    told = hom_phieu(
        "take-in", tmp_path / "bad.goi", tmp_path / "none.goi", good, "--data", own_demo.office, "--json"
    )
    found = json.loads(told.out)
    assert told.code == 1
    assert [(entry["outcome"], entry["code"]) for entry in found] == [
        ("refused", "age"),
        ("refused", "file"),
        ("accepted", None),
    ]
    assert len(told.err.splitlines()) == 3


def test_a_receipt_read_again_changes_nothing(own_demo: Demo, hom_phieu: Command) -> None:
    head = json.loads(hom_phieu("check", "--data", own_demo.commune, "--json").out)
    told = hom_phieu(
        "receipt", own_demo.folder / "receipts/06859-government-0002.bn", "--data", own_demo.commune
    )
    assert (told.code, told.err) == (0, "Gói 06859-government-0002.goi đã được nhận.\n")
    assert json.loads(hom_phieu("check", "--data", own_demo.commune, "--json").out) == head


def test_an_office_that_it_was_not_sealed_for_cannot_open_a_package(demo: Demo, hom_phieu: Command) -> None:
    package = demo.folder / "packages" / "06859-government-0001.goi"
    told = hom_phieu("verify", package, "--data", demo.commune, "--json")
    assert (told.code, json.loads(told.out)["code"]) == (1, "age")


def test_sealing_by_command_goes_on_in_the_sequence(own_demo: Demo, hom_phieu: Command) -> None:
    told = hom_phieu("seal", "--stream", "government", "--to", "198", "--data", own_demo.commune, "--json")
    sealed = json.loads(told.out)
    assert told.code == 0
    assert set(sealed) == {"path", "digest", "sequence", "code"}
    assert (sealed["sequence"], Path(sealed["path"]).name) == (3, "06859-government-0003.goi")
    taken = hom_phieu("take-in", sealed["path"], "--data", own_demo.office, "--json")
    (entry,) = json.loads(taken.out)
    assert (entry["outcome"], entry["digest"]) == ("accepted", sealed["digest"])
    assert hom_phieu("receipt", entry["receipt"], "--data", own_demo.commune).code == 0


def test_no_room_of_the_program_can_reach_a_network() -> None:
    reaching = re.compile(
        r"^\s*(?:import|from)\s+(?:socket|ssl|http|urllib\.request|requests|httpx|ftplib|smtplib|asyncio"
        r"|PySide6\.QtNetwork|PySide6\.QtWeb\w*)\b",
        re.MULTILINE,
    )
    found = [path for path in DESKTOP.rglob("*.py") if reaching.search(path.read_text(encoding="utf-8"))]
    assert found == []
