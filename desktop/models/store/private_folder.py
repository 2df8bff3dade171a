"""A folder that only the person who made it may enter, and files that only their owner may read."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

from desktop.models.store.names import OWN_FOLDERS, OWN_PREFIXES


def make_files_private(folder: Path) -> None:
    """Leave each of an office's files to its owner alone; an older version may have left them open to others.

    A chosen folder keeps its own rights, and what else lies in it. What the system refuses, as on a file
    system without rights (FAT) or for another's file, is left as it is.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and entry.name in OWN_FOLDERS:
                make_private(Path(entry.path))
                for below, _, names in os.walk(entry.path):
                    for name in names:
                        _make_file_private(Path(below, name))
            elif entry.name.startswith(OWN_PREFIXES) and entry.is_file(follow_symlinks=False):
                _make_file_private(Path(entry.path))


if sys.platform == "win32":
    from ctypes import wintypes

    _TOKEN_QUERY, _TOKEN_USER = 8, 1
    _DACL, _PROTECTED = 0x4, 0x80000000
    _REVISION = 1

    def make_private(folder: Path) -> None:
        """Take a folder's inherited rights away: it is this user's and the system's own.

        A file system without rights (FAT) is left as it is.

        Source: Win32, Security Descriptor Definition Language.
        """
        own = _own_sid()
        _set_rights(folder, f"D:P(A;OICI;FA;;;{own})(A;OICI;FA;;;SY)")

    def _make_file_private(file: Path) -> None:
        own = _own_sid()
        _set_rights(file, f"D:P(A;;FA;;;{own})(A;;FA;;;SY)")

    def _set_rights(path: Path, rights: str) -> None:
        advapi, kernel = ctypes.windll.advapi32, ctypes.windll.kernel32
        descriptor = ctypes.c_void_p()
        if advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            rights, _REVISION, ctypes.byref(descriptor), None
        ):
            advapi.SetFileSecurityW(str(path), _DACL | _PROTECTED, descriptor)
            kernel.LocalFree(descriptor)

    def _own_sid() -> str:
        advapi, kernel = ctypes.windll.advapi32, ctypes.windll.kernel32
        kernel.GetCurrentProcess.restype = ctypes.c_void_p
        token = wintypes.HANDLE()
        process = ctypes.c_void_p(kernel.GetCurrentProcess())
        if not advapi.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)):
            raise ctypes.WinError()
        try:
            user, size = ctypes.create_string_buffer(256), wintypes.DWORD()
            if not advapi.GetTokenInformation(token, _TOKEN_USER, user, 256, ctypes.byref(size)):
                raise ctypes.WinError()
            # TOKEN_USER begins with the pointer to the SID.
            sid, text = ctypes.c_void_p.from_buffer(user), wintypes.LPWSTR()
            if not advapi.ConvertSidToStringSidW(sid, ctypes.byref(text)):
                raise ctypes.WinError()
            try:
                return str(text.value)
            finally:
                kernel.LocalFree(text)
        finally:
            kernel.CloseHandle(token)

else:

    def make_private(folder: Path) -> None:
        """Leave a folder to its owner alone; a file system without rights (FAT) is left as it is."""
        with suppress(OSError):
            folder.chmod(0o700)

    def _make_file_private(file: Path) -> None:
        with suppress(OSError):
            if file.stat().st_mode & 0o077:
                file.chmod(0o600)
