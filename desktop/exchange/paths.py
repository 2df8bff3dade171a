"""Which names a package may hold: those that every system reads the same."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 180
"""Signs of a path."""
_HOSTILE = re.compile(r'[\x00-\x1f\x7f-\x9f<>:"|?*\\~%]')
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?:\.|\Z)", re.IGNORECASE)


def is_safe(path: str) -> bool:
    r"""Say whether a relative path with ``/`` is one that no system reads otherwise.

    Refused are absolute and climbing paths, empty parts, anything not NFC, control and format characters,
    what Windows forbids (``<>:"|?*\``), its device names, its short names (``~``), a part that ends in a
    dot or space, and ``%``, which BagIt reads as an escape.
    """
    if not path or len(path) > LONGEST or not unicodedata.is_normalized("NFC", path):
        return False
    if _HOSTILE.search(path) or any(unicodedata.category(sign) in {"Cf", "Zl", "Zp"} for sign in path):
        return False
    return all(_is_safe_part(part) for part in path.split("/"))


def has_twins(paths: Iterable[str]) -> bool:
    """Say whether two paths are one where case or Unicode forms are folded, or a file is also a folder."""
    folded = [unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold()) for path in paths]
    seen = set(folded)
    folders = {path[:at] for path in seen for at, sign in enumerate(path) if sign == "/"}
    return len(seen) != len(folded) or bool(seen & folders)


def _is_safe_part(part: str) -> bool:
    if part in {"", ".", ".."} or part[-1] in ". " or part[0] == " ":
        return False
    return _DEVICE.match(part) is None
