"""A BagIt 1.0 bag in memory.

Source: RFC 8493.
"""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping

from desktop.errors import PackageRefused
from desktop.exchange import paths
from desktop.exchange.bounds import INFO as INFO_BYTES
from desktop.exchange.bounds import PACKAGE

BAGIT, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")
_LONGEST = 64 + 2 + 4 * paths.LONGEST + 1  # bytes of a line: four for each sign of a path


def make_bag(payload: Mapping[str, bytes], info: Mapping[str, str]) -> dict[str, bytes]:
    """Bag files under ``data/``; the same input, the same bytes.

    Args:
        payload: bytes by path, each path under ``data/``.
        info: fields of ``bag-info.txt``, written in the order given, then ``Payload-Oxum``.

    Returns:
        The four tag files and the payload, by path.
    """
    fields = {**info, "Payload-Oxum": _oxum(payload)}
    tags = {
        BAGIT: _DECLARATION,
        INFO: "".join(f"{name}: {value}\n" for name, value in fields.items()).encode(),
        MANIFEST: _manifest(payload),
    }
    return {**tags, TAG_MANIFEST: _manifest(tags), **payload}


class Payload(Mapping[str, bytes]):
    """The files under ``data/``, each read from the bag when it is asked for."""

    def __init__(self, files: Mapping[str, bytes], held: Collection[str]) -> None:
        self._files, self._paths = files, dict.fromkeys(held)

    def __getitem__(self, path: str) -> bytes:
        if path not in self._paths:
            raise KeyError(path)
        return self._files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def listed_files(files: Mapping[str, bytes], most: int = PACKAGE.files) -> set[str]:
    """Give the paths that a bag's two manifests list, and the tag manifest itself; not yet believed.

    Args:
        files: by path.
        most: lines of a manifest that are read.

    Raises:
        PackageRefused: ``zip.manifest`` where a manifest is missing, cannot be read or names an unsafe path;
            ``zip.lines`` where it is too long.
    """
    return {TAG_MANIFEST, *_entries(files, TAG_MANIFEST, most), *_entries(files, MANIFEST, most)}


def check_bag(files: Mapping[str, bytes], most: int = PACKAGE.files) -> Payload:
    """Check a bag whose files are exactly those listed, and whose tag manifest is already believed.

    Returns:
        The payload, by path.

    Raises:
        PackageRefused: ``bag.form`` for a file that should not be listed where it is or a wrong declaration,
            ``bag.digest`` for a file that is not the one listed, ``bag.oxum`` for a wrong size or count.
    """
    tags, payload = _entries(files, TAG_MANIFEST, most), _entries(files, MANIFEST, most)
    if set(tags) != {BAGIT, INFO, MANIFEST} or files[BAGIT] != _DECLARATION:
        raise PackageRefused("bag.form", where=TAG_MANIFEST)
    if len(files[INFO]) > INFO_BYTES:
        raise PackageRefused("bag.form", where=INFO)
    total = 0
    for path, digest in (tags | payload).items():
        if path in payload and not path.startswith("data/"):
            raise PackageRefused("bag.form", where=path)
        content = files[path]
        if hashlib.sha256(content).hexdigest() != digest:
            raise PackageRefused("bag.digest", where=path)
        total += len(content) if path in payload else 0
    if f"Payload-Oxum: {total}.{len(payload)}".encode() not in files[INFO].splitlines():
        raise PackageRefused("bag.oxum", where=INFO)
    return Payload(files, payload)


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()


def _entries(files: Mapping[str, bytes], manifest: str, most: int) -> dict[str, str]:
    entries: dict[str, str] = {}
    try:
        data = files[manifest]
        # Before anything else is done with a line: each is dear.
        if data.count(b"\n") > most or len(data) > most * _LONGEST:
            raise PackageRefused("zip.lines", where=manifest, lines=most)
        lines = data.decode().split("\n")
    except (KeyError, UnicodeDecodeError):
        raise PackageRefused("zip.manifest", where=manifest) from None
    if lines.pop() != "":
        raise PackageRefused("zip.manifest", where=manifest)
    for line in lines:
        match = _LINE.fullmatch(line)
        if match is None or match.group(2) in entries or not paths.is_safe(match.group(2)):
            raise PackageRefused("zip.manifest", where=manifest)
        entries[match.group(2)] = match.group(1)
    return entries


def _oxum(payload: Mapping[str, bytes]) -> str:
    return f"{sum(map(len, payload.values()))}.{len(payload)}"
