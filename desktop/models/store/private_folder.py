"""A folder that only the person who made it may enter."""

from __future__ import annotations

import ctypes
import sys
from contextlib import suppress
from pathlib import Path

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
        advapi, kernel = ctypes.windll.advapi32, ctypes.windll.kernel32
        rights = f"D:P(A;OICI;FA;;;{_own_sid()})(A;OICI;FA;;;SY)"
        descriptor = ctypes.c_void_p()
        if advapi.ConvertStringSecurityDescriptorToSecurityDescriptorW(
            rights, _REVISION, ctypes.byref(descriptor), None
        ):
            advapi.SetFileSecurityW(str(folder), _DACL | _PROTECTED, descriptor)
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
