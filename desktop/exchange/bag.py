"""A BagIt 1.0 bag in memory.

Source: RFC 8493.
"""

import hashlib
import re
from collections.abc import Mapping

from desktop.errors import PackageRefused
from desktop.exchange import paths

BAGIT, INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"

_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LINE = re.compile(r"([0-9a-f]{64})  (\S.*)")


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


def listed_files(files: Mapping[str, bytes]) -> set[str]:
    """Give the paths that a bag's two manifests list, and the tag manifest itself; not yet believed.

    Raises:
        PackageRefused: ``zip.manifest`` where a manifest is missing, cannot be read or names an unsafe path.
    """
    return {TAG_MANIFEST, *_entries(files, TAG_MANIFEST), *_entries(files, MANIFEST)}


def check_bag(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Check a bag whose files are exactly those listed, and whose tag manifest is already believed.

    Returns:
        The payload, by path.

    Raises:
        PackageRefused: ``bag.form`` for a file that should not be listed where it is or a wrong declaration,
            ``bag.digest`` for a file that is not the one listed, ``bag.oxum`` for a wrong size or count.
    """
    tags, payload = _entries(files, TAG_MANIFEST), _entries(files, MANIFEST)
    if set(tags) != {BAGIT, INFO, MANIFEST} or files[BAGIT] != _DECLARATION:
        raise PackageRefused("bag.form", where=TAG_MANIFEST)
    for path, digest in (tags | payload).items():
        if path in payload and not path.startswith("data/"):
            raise PackageRefused("bag.form", where=path)
        if hashlib.sha256(files[path]).hexdigest() != digest:
            raise PackageRefused("bag.digest", where=path)
    held = {path: files[path] for path in payload}
    if f"Payload-Oxum: {_oxum(held)}".encode() not in files[INFO].splitlines():
        raise PackageRefused("bag.oxum", where=INFO)
    return held


def _manifest(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()


def _entries(files: Mapping[str, bytes], manifest: str) -> dict[str, str]:
    entries: dict[str, str] = {}
    try:
        lines = files[manifest].decode().split("\n")
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
