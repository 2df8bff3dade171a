"""What Windows says of a folder's place: which kind of drive, by which cable, whether it is copied away.

The decision is pure; what is asked of Windows stands behind ``Windows``, so that other systems can test it.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path, PureWindowsPath
from typing import Protocol

# Source: Win32, GetDriveTypeW.
_REMOVABLE, _NETWORK, _DISC = 2, 4, 5
# Source: Win32, STORAGE_BUS_TYPE: FireWire, USB, SD card, MMC. A disk on a cable says that it is fixed.
_ON_A_CABLE = {4, 7, 12, 13}
_SYNCHRONISED_VOLUMES = ("google drive", "onedrive", "dropbox", "icloud")


class Windows(Protocol):
    """What is asked of Windows."""

    def volume(self, path: PureWindowsPath) -> str:
        """Return the root of the volume that a path lies on, with its last backslash."""

    def drive_type(self, root: str) -> int:
        """Return the kind of a volume's drive, by GetDriveTypeW."""

    def bus(self, root: str) -> int | None:
        """Return how its disk is connected, by STORAGE_BUS_TYPE; None where that can't be told."""

    def label(self, root: str) -> str:
        """Return the volume's name; empty where it has none."""

    def is_synchronised(self, path: PureWindowsPath) -> bool:
        """Tell whether a service keeps a path in step with its computers elsewhere."""


def windows_reason(path: PureWindowsPath, ask: Windows) -> str | None:
    """Return why a live database may not stand in a folder of Windows, or None.

    Args:
        path: an absolute path without links; it need not exist yet.
        ask: Windows.
    """
    # As \\server\share, or as \\?\UNC\server\share, which has no limit of length.
    if path.drive.startswith("\\\\") and not path.drive[4:6].endswith(":"):
        return "storage.network"
    if ask.is_synchronised(path):
        return "storage.synchronised"
    root = ask.volume(path)
    kind = ask.drive_type(root)
    if kind == _NETWORK:
        return "storage.network"
    if kind in (_REMOVABLE, _DISC) or ask.bus(root) in _ON_A_CABLE:
        return "storage.removable"
    if ask.label(root).casefold().startswith(_SYNCHRONISED_VOLUMES):
        return "storage.synchronised"
    return None


if sys.platform == "win32":

    class OwnWindows:
        """This computer's Windows."""

        def volume(self, path: PureWindowsPath) -> str:
            """Ask GetVolumePathNameW, which knows volumes that are mounted in a folder."""
            found = ctypes.create_unicode_buffer(1024)
            if ctypes.windll.kernel32.GetVolumePathNameW(str(path), found, len(found)):
                return found.value
            return path.anchor

        def drive_type(self, root: str) -> int:
            """Ask GetDriveTypeW."""
            return int(ctypes.windll.kernel32.GetDriveTypeW(root))

        def bus(self, root: str) -> int | None:
            """Ask the volume's device by IOCTL_STORAGE_QUERY_PROPERTY; that needs no rights."""
            kernel = ctypes.windll.kernel32
            kernel.CreateFileW.restype = ctypes.c_void_p
            name = f"\\\\.\\{root.rstrip(chr(92))}"
            shared, existing = 3, 3
            handle = kernel.CreateFileW(name, 0, shared, None, existing, 0, None)
            if handle in (None, ctypes.c_void_p(-1).value):
                return None
            try:
                query, answer = ctypes.create_string_buffer(12), ctypes.create_string_buffer(1024)
                size = ctypes.c_uint32()
                done = kernel.DeviceIoControl(
                    ctypes.c_void_p(handle), 0x2D1400, query, 12, answer, 1024, ctypes.byref(size), None
                )
                # STORAGE_DEVICE_DESCRIPTOR: the bus is the number at byte 28.
                return struct.unpack_from("<I", answer.raw, 28)[0] if done and size.value >= 32 else None
            finally:
                kernel.CloseHandle(ctypes.c_void_p(handle))

        def label(self, root: str) -> str:
            """Ask GetVolumeInformationW."""
            found = ctypes.create_unicode_buffer(261)
            asked = ctypes.windll.kernel32.GetVolumeInformationW(root, found, 261, None, None, None, None, 0)
            return found.value if asked else ""

        def is_synchronised(self, path: PureWindowsPath) -> bool:
            """Ask the service's root by CfGetSyncRootInfoByPath (Windows 10 1709), and where OneDrive is."""
            there = next((place for place in (path, *path.parents) if Path(place).exists()), path)
            with suppress(OSError, AttributeError):
                found, size = ctypes.create_string_buffer(8), ctypes.c_uint32()
                asked = ctypes.WinDLL("cldapi").CfGetSyncRootInfoByPath
                if asked(ctypes.c_wchar_p(str(there)), 0, found, 8, ctypes.byref(size)) == 0:
                    return True
            roots = [os.environ.get(f"OneDrive{kind}") for kind in ("", "Commercial", "Consumer")]
            return any(root and path.is_relative_to(PureWindowsPath(root)) for root in roots)
