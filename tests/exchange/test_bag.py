import os
import subprocess
import sys
from pathlib import Path

import bagit
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import PackageRefused
from desktop.exchange import bag
from tests.exchange.offices import opened, sealed

INFO = {"Source-Organization": "06838"}
payloads = st.dictionaries(st.from_regex(r"\Adata/[a-z0-9]{1,8}\Z"), st.binary(max_size=40), max_size=5)


def laid_out(files: dict[str, bytes], folder: Path) -> Path:
    (folder / "data").mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def test_the_library_of_congress_validates_what_we_seal(tmp_path: Path) -> None:
    laid_out(opened(sealed().data), tmp_path / "bag")
    tool = Path(bagit.__file__)
    done = subprocess.run(
        [sys.executable, str(tool), "--validate", str(tmp_path / "bag")],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": ""},
    )
    assert done.returncode == 0, done.stderr.decode()


def test_a_bag_has_the_four_tag_files_and_says_its_size() -> None:
    files = bag.make_bag({"data/a": b"12", "data/b": b"345"}, INFO)
    assert files["bagit.txt"] == b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    assert files["bag-info.txt"] == b"Source-Organization: 06838\nPayload-Oxum: 5.2\n"
    assert set(files) == {*bag.listed_files(files)}


@given(payloads)
def test_a_bag_gives_its_payload_back(payload: dict[str, bytes]) -> None:
    files = bag.make_bag(payload, INFO)
    assert bag.check_bag(files) == payload
    assert files == bag.make_bag(dict(reversed(payload.items())), INFO)


@pytest.mark.parametrize(
    ("path", "content", "code"),
    [
        ("data/a", b"13", "bag.digest"),
        ("bag-info.txt", b"", "bag.digest"),
        ("bagit.txt", b"BagIt-Version: 0.97\n", "bag.form"),
        ("manifest-sha256.txt", b"no manifest", "zip.manifest"),
        ("manifest-sha256.txt", b"no manifest\n", "zip.manifest"),
        ("manifest-sha256.txt", 2 * (b"0" * 64 + b"  data/a\n"), "zip.manifest"),
        ("manifest-sha256.txt", b"0" * 64 + b"  data/../a\n", "zip.manifest"),
        ("manifest-sha256.txt", b"", "bag.digest"),
    ],
)
def test_a_file_that_is_not_the_one_listed_is_refused(path: str, content: bytes, code: str) -> None:
    files = {**bag.make_bag({"data/a": b"12"}, INFO), path: content}
    with pytest.raises(PackageRefused) as caught:
        bag.check_bag(files)
    assert caught.value.code == code


def test_a_wrong_sum_is_refused() -> None:
    files = bag.make_bag({"data/a": b"12"}, INFO)
    tags = {name: files[name] for name in ("bagit.txt", "manifest-sha256.txt")} | {
        "bag-info.txt": b"Payload-Oxum: 9.1\n"
    }
    files |= {**tags, "tagmanifest-sha256.txt": bag._manifest(tags)}
    with pytest.raises(PackageRefused, match=r"bag\.oxum"):
        bag.check_bag(files)
