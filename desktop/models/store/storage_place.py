"""Where a live database must not stand: network shares, sticks, synchronised folders."""

import os
import re
import sys
from pathlib import Path, PurePath, PureWindowsPath

from desktop.errors import StorageRefused
from desktop.models.store import windows_place

NETWORK = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "davfs", "fuse.sshfs", "fuse.rclone"}
    | {"fuse.davfs2", "fuse.gvfsd-fuse", "fuse.glusterfs"}
)
REMOVABLE = frozenset({"vfat", "msdos", "exfat", "fuse.exfat", "udf", "iso9660"})

_SYNCHRONISED = re.compile(
    r"(onedrive|dropbox|google ?drive|googledrive|my drive|icloud ?drive|nextcloud|owncloud|syncthing)\b.*"
)


def refuse_unsafe_place(path: Path) -> None:
    """Refuse a folder in which another computer, or a pulled stick, can tear the live database.

    Args:
        path: the office's folder; it need not exist yet.

    Raises:
        StorageRefused: ``storage.network``, ``storage.removable`` or ``storage.synchronised``.
    """
    whole = Path(os.path.realpath(path))
    synchronised = is_synchronised(path) or is_synchronised(whole)
    reason = "storage.synchronised" if synchronised else _system_reason(whole)
    if reason is not None:
        raise StorageRefused(reason, where=path.name or str(path))


def mount_reason(path: PurePath, mounts: str) -> str | None:
    """Return why a path's mount is unsafe, or None.

    Args:
        path: an absolute path without links.
        mounts: text in the form of ``/proc/self/mountinfo``.

    Source: proc(5), mountinfo.
    """
    kind = _kind_of_mount(path, mounts)
    if kind in NETWORK:
        return "storage.network"
    return "storage.removable" if kind in REMOVABLE else None


def is_synchronised(path: PurePath) -> bool:
    """Tell whether a part of the path has the name of a folder that a service copies away."""
    return any(_SYNCHRONISED.fullmatch(part.casefold()) for part in path.parts)


def _kind_of_mount(path: PurePath, mounts: str) -> str | None:
    best, kind = -1, None
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        # Blanks in a mount point are written as octal escapes.
        point = PurePath(re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), fields[4]))
        # Of two mounts on one point the later one is seen.
        if path.is_relative_to(point) and len(point.parts) >= best:
            best, kind = len(point.parts), after.split(" ")[0]
    return kind


if sys.platform == "win32":

    def _system_reason(path: Path) -> str | None:
        return windows_place.windows_reason(PureWindowsPath(path), windows_place.OwnWindows())

else:

    def _system_reason(path: Path) -> str | None:
        try:
            mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return None
        return mount_reason(path, mounts)
