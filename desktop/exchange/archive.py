"""ZIP, written in one way and read with bounds.

The reader is stricter than ``zipfile``: entries must fill the file without a gap, local heads must repeat the
central directory, and nothing that two programs could read differently is let in.

Source: PKWARE APPNOTE 6.3.
"""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.errors import PackageRefused
from desktop.exchange import paths
from desktop.exchange.bounds import MIB, PACKAGE, Package

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_UTF8 = 0x800
_FOLDER = 0x10


@dataclass(frozen=True, slots=True)
class _Entry:
    name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    attributes: int

    @property
    def path(self) -> str:
        return self.name.decode("utf-8" if self.flags & _UTF8 else "ascii")


def pack(files: Mapping[str, bytes]) -> bytes:
    """Write a ZIP: stored, sorted, with fixed times; the same input, the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(files):
            info = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3  # else it tells Windows from Linux
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(info, files[path])
    return buffer.getvalue()


class Unpacked(Mapping[str, bytes]):
    """The files of a ZIP whose heads were found good, each unpacked when it is asked for.

    So the bytes of a large package are held once, and not once more for each step that looks at them.
    """

    def __init__(self, data: bytes, entries: Mapping[str, _Entry]) -> None:
        self._data, self._entries = data, entries

    def __getitem__(self, path: str) -> bytes:
        return _content(self._data, self._entries[path], path)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def unpack(data: bytes, bounds: Package = PACKAGE) -> Unpacked:
    """Read a ZIP of stored or deflated plain files; each was unpacked once, and is whole.

    Raises:
        PackageRefused: ``zip.form`` damaged or no plain ZIP, ``zip.bounds`` too much in it, ``zip.path`` an
            unsafe name, ``zip.twins`` two names that some system takes for one, ``zip.kind`` a link,
            folder or other thing that is no plain file, ``zip.damaged`` a file that does not unpack.
    """
    entries = _directory(data, bounds)
    names = [_safe_path(entry) for entry in entries]
    if paths.has_twins(names):
        raise PackageRefused("zip.twins")
    for entry, name in zip(entries, names, strict=True):
        _check_kind(entry, name)
    _check_bounds(entries, names, bounds)
    found = Unpacked(data, dict(zip(names, entries, strict=True)))
    for name in found:
        found[name]
    return found


def _directory(data: bytes, bounds: Package) -> list[_Entry]:
    end_at = len(data) - _END.size
    if end_at < 0:
        raise PackageRefused("zip.form")
    mark, disk, start_disk, here, total, length, start, comment = _END.unpack_from(data, end_at)
    if mark != b"PK\x05\x06" or disk or start_disk or here != total or comment or start + length != end_at:
        raise PackageRefused("zip.form")
    if total > bounds.files:
        raise _too_much(bounds)
    entries, at = [], start
    for _ in range(total):
        entry, at = _central(data, at, end_at)
        entries.append(entry)
    if at != end_at:
        raise PackageRefused("zip.form")
    expected = 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        if entry.offset != expected:
            raise PackageRefused("zip.form")
        expected = _check_local(data, entry, start)
    if expected != start:
        raise PackageRefused("zip.form")
    return entries


def _central(data: bytes, at: int, end_at: int) -> tuple[_Entry, int]:
    if at + _CENTRAL.size > end_at:
        raise PackageRefused("zip.form")
    (
        mark,
        _,
        _,
        flags,
        method,
        _,
        _,
        crc,
        packed,
        size,
        name,
        extra,
        comment,
        disk,
        _,
        attributes,
        offset,
    ) = _CENTRAL.unpack_from(data, at)
    begin = at + _CENTRAL.size
    if mark != b"PK\x01\x02" or extra or comment or disk or begin + name > end_at:
        raise PackageRefused("zip.form")
    entry = _Entry(data[begin : begin + name], flags, method, crc, packed, size, offset, attributes)
    return entry, begin + name


def _check_local(data: bytes, entry: _Entry, directory_at: int) -> int:
    begin = entry.offset + _LOCAL.size
    if begin > directory_at:
        raise PackageRefused("zip.form")
    mark, _, flags, method, _, _, crc, packed, size, name, extra = _LOCAL.unpack_from(data, entry.offset)
    said = (flags, method, crc, packed, size, data[begin : begin + name])
    if mark != b"PK\x03\x04" or extra:
        raise PackageRefused("zip.form")
    if said != (entry.flags, entry.method, entry.crc, entry.packed, entry.size, entry.name):
        raise PackageRefused("zip.form")
    end = begin + len(entry.name) + entry.packed
    if end > directory_at:
        raise PackageRefused("zip.form")
    return end


def _safe_path(entry: _Entry) -> str:
    try:
        path = entry.path
    except UnicodeDecodeError:
        raise PackageRefused("zip.path") from None
    if not paths.is_safe(path):
        raise PackageRefused("zip.path", where=ascii(path)[1:-1][:80])
    return path


def _check_kind(entry: _Entry, name: str) -> None:
    mode = stat.S_IFMT(entry.attributes >> 16)
    if mode not in {0, stat.S_IFREG} or entry.attributes & _FOLDER:
        raise PackageRefused("zip.kind", where=name)
    if entry.flags & ~_UTF8 or entry.method not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
        raise PackageRefused("zip.kind", where=name)


def _check_bounds(entries: list[_Entry], names: list[str], bounds: Package) -> None:
    for entry, name in zip(entries, names, strict=True):
        if entry.size > bounds.file or entry.size > bounds.ratio * max(entry.packed, 1):
            raise _too_much(bounds, name)
    if sum(entry.size for entry in entries) > bounds.total:
        raise _too_much(bounds)


def _too_much(bounds: Package, name: str | None = None) -> PackageRefused:
    return PackageRefused("zip.bounds", where=name, files=bounds.files, mebibytes=bounds.total // MIB)


def _content(data: bytes, entry: _Entry, name: str) -> bytes:
    begin = entry.offset + _LOCAL.size + len(entry.name)
    content = data[begin : begin + entry.packed]
    if entry.method == zipfile.ZIP_DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = stream.decompress(content, entry.size + 1)
        except zlib.error:
            raise PackageRefused("zip.damaged", where=name) from None
        if not stream.eof or stream.unused_data:
            raise PackageRefused("zip.damaged", where=name)
    if len(content) != entry.size or zlib.crc32(content) != entry.crc:
        raise PackageRefused("zip.damaged", where=name)
    return content
