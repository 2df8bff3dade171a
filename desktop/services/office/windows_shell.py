"""Hòm Phiếu in Windows' start menu, and its files opened by it: for this user, without an administrator."""

from __future__ import annotations

import ctypes
import os
import sys
import uuid
from pathlib import Path
from typing import Any

from desktop.services.office.folder import SUFFIX_OF_BACKUP
from desktop.wording import words

KINDS = {
    ".goi": "windows.package",
    ".bn": "windows.receipt",
    ".the": "windows.card",
    SUFFIX_OF_BACKUP: "windows.backup",
}
"""Each kind of file, by its suffix, with the code of the words that Windows shows for it."""

if sys.platform == "win32":
    import winreg

    _CLASSES = "Software\\Classes"

    def is_set_up(program: Path) -> bool:
        """Tell whether the start menu leads to this very program."""
        try:
            command = _value(f"{_CLASSES}\\{_kind('.goi')}\\shell\\open\\command")
        except OSError:
            return False
        return _link().is_file() and str(program) in (command or "")

    def set_up(program: Path) -> None:
        """Put the program into the start menu, and let its files be opened by it; once more changes nothing.

        What a person chose for a kind of file in Windows' own settings stays above this.

        Raises:
            OSError: Windows refuses.
        """
        for suffix, code in KINDS.items():
            kind = f"{_CLASSES}\\{_kind(suffix)}"
            for key, value in (
                (kind, words(code)),
                (f"{kind}\\DefaultIcon", f'"{program}",0'),
                (f"{kind}\\shell\\open\\command", f'"{program}" "%1"'),
                (f"{_CLASSES}\\{suffix}", _kind(suffix)),
            ):
                winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, value)
        _link().parent.mkdir(parents=True, exist_ok=True)
        _write_link(_link(), program)
        _tell_explorer()

    def take_away() -> None:
        """Take the program out of the start menu and its kinds of files away again.

        Raises:
            OSError: Windows refuses.
        """
        for suffix in KINDS:
            if _value(f"{_CLASSES}\\{suffix}") == _kind(suffix):
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, f"{_CLASSES}\\{suffix}")
            for inner in ("\\shell\\open\\command", "\\shell\\open", "\\shell", "\\DefaultIcon", ""):
                _delete(f"{_CLASSES}\\{_kind(suffix)}{inner}")
        _link().unlink(missing_ok=True)
        _tell_explorer()

    def _kind(suffix: str) -> str:
        return f"HomPhieu{suffix}"

    def _value(key: str) -> str | None:
        try:
            return winreg.QueryValue(winreg.HKEY_CURRENT_USER, key)
        except OSError:
            return None

    def _delete(key: str) -> None:
        try:
            winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
        except FileNotFoundError:
            return

    def _link() -> Path:
        menu = Path(os.environ["APPDATA"], "Microsoft/Windows/Start Menu/Programs")
        return menu / f"{words('windows.program')}.lnk"

    def _tell_explorer() -> None:
        associations_changed = 0x08000000
        ctypes.windll.shell32.SHChangeNotify(associations_changed, 0, None, None)

    # Source: Win32, IShellLinkW and IPersistFile; places in their tables of functions.
    _SHELL_LINK = uuid.UUID("00021401-0000-0000-c000-000000000046")
    _I_SHELL_LINK = uuid.UUID("000214f9-0000-0000-c000-000000000046")
    _I_PERSIST_FILE = uuid.UUID("0000010b-0000-0000-c000-000000000046")
    _QUERY, _RELEASE, _SAVE = 0, 2, 6
    _SET_DESCRIPTION, _SET_FOLDER, _SET_PATH = 7, 9, 20

    def _write_link(path: Path, program: Path) -> None:
        ole = ctypes.windll.ole32
        begun = ole.CoInitialize(None) >= 0
        try:
            link = ctypes.c_void_p()
            in_process = 1
            _check(
                ole.CoCreateInstance(
                    _id(_SHELL_LINK), None, in_process, _id(_I_SHELL_LINK), ctypes.byref(link)
                )
            )
            _call(link, _SET_PATH, ctypes.c_wchar_p(str(program)))
            _call(link, _SET_FOLDER, ctypes.c_wchar_p(str(program.parent)))
            _call(link, _SET_DESCRIPTION, ctypes.c_wchar_p(words("windows.program")))
            file = ctypes.c_void_p()
            _call(link, _QUERY, _id(_I_PERSIST_FILE), ctypes.pointer(file))
            _call(file, _SAVE, ctypes.c_wchar_p(str(path)), ctypes.c_int(1))
            _call(file, _RELEASE, checked=False)
            _call(link, _RELEASE, checked=False)
        finally:
            if begun:
                ole.CoUninitialize()

    def _id(name: uuid.UUID) -> ctypes.Array[ctypes.c_char]:
        return ctypes.create_string_buffer(name.bytes_le, 16)

    def _call(thing: ctypes.c_void_p, place: int, *arguments: Any, checked: bool = True) -> None:
        table = ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
        kinds = (type(argument) for argument in arguments)
        function = ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, *kinds)(table[place])
        told = function(thing, *arguments)
        if checked:
            _check(told)

    def _check(told: int) -> None:
        if told < 0:
            raise ctypes.WinError(told)

else:

    def is_set_up(_: Path) -> bool:
        """Tell nothing: other systems have no such menu."""
        return False

    def set_up(_: Path) -> None:
        """Do nothing: other systems have no such menu."""

    def take_away() -> None:
        """Do nothing: other systems have no such menu."""
