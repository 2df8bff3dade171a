"""The type that papers are set in, found on this computer and checked for every Vietnamese letter."""

from __future__ import annotations

import os
import struct
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from desktop.errors import PaperRefused
from desktop.printing.setting.face import Face
from desktop.printing.setting.letters import USUAL_LETTERS
from desktop.resources import resource

SERIF = "HomPhieuSerif"
BOLD = "HomPhieuSerif-Bold"
ITALIC = "HomPhieuSerif-Italic"
BOLD_ITALIC = "HomPhieuSerif-BoldItalic"
MONO = "HomPhieuMono"
MONO_BOLD = "HomPhieuMono-Bold"

_ROLES = (SERIF, BOLD, ITALIC, BOLD_ITALIC, MONO, MONO_BOLD)
_FILE_SETS = (
    (
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Bold.ttf",
        "LiberationSerif-Italic.ttf",
        "LiberationSerif-BoldItalic.ttf",
        "LiberationMono-Regular.ttf",
        "LiberationMono-Bold.ttf",
    ),
    ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf", "cour.ttf", "courbd.ttf"),
)


def prepare(folder: Path | None = None) -> Path:
    """Make the six faces ready to draw with; further calls cost nothing.

    Args:
        folder: where the face files are; else the folder in ``HOM_PHIEU_FONTS``, else where Debian
            (fonts-liberation2) and Windows (Times New Roman, Courier New) keep them, else what the bundle
            ships: papers never wait for what somebody took off a computer.

    Returns:
        The folder that the faces were opened from.

    Raises:
        PaperRefused: ``paper.face``: no folder holds all six faces, one cannot be read, or one lacks
            Vietnamese letters.
    """
    chosen = str(folder) if folder else os.environ.get("HOM_PHIEU_FONTS") or None
    found, faces = _found(chosen, os.environ.get("WINDIR", r"C:\Windows"))
    _register(faces)
    return found


@cache
def _found(chosen: str | None, windows: str) -> tuple[Path, tuple[Face, ...]]:
    # Every paper asks, and what was opened once stays open whatever becomes of its folder.
    debian = Path("/usr/share/fonts/truetype/liberation2")
    folders = (Path(chosen),) if chosen else (debian, Path(windows) / "Fonts", resource("faces"))
    for folder in folders:
        for names in _FILE_SETS:
            paths = tuple(folder / name for name in names)
            if all(path.is_file() for path in paths):
                return folder, _opened(paths)
    raise PaperRefused("paper.face", where=chosen or "Liberation Serif")


@cache
def _opened(paths: tuple[Path, ...]) -> tuple[Face, ...]:
    faces = []
    for role, path in zip(_ROLES, paths, strict=True):
        try:
            face = Face(role, str(path))
        except (TTFError, OSError, struct.error, LookupError, ValueError) as error:
            raise PaperRefused("paper.face", where=path.name) from error
        if any(ord(letter) not in face.face.charToGlyph for letter in USUAL_LETTERS):
            raise PaperRefused("paper.face", where=path.name)
        faces.append(face)
    return tuple(faces)


def _register(faces: tuple[Face, ...]) -> None:
    if all(pdfmetrics._fonts.get(face.fontName) is face for face in faces):  # noqa: SLF001 - no public look-up without loading
        return
    for face in faces:
        if face.fontName in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.getFont(face.fontName).unregister()
        pdfmetrics.registerFont(face)
