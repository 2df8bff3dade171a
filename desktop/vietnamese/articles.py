"""Articles of the law in few words, for a narrow column: ``294-QĐ/TW 16.1.1``."""

from __future__ import annotations

import re

_ASIDE = re.compile(r"\s*\([^)]*\)")
_NUMBERED = re.compile(
    r"^(?:(Nghị định|Luật|Nghị quyết liên tịch)\b.*?số |(?:Quy định|Hướng dẫn|Quy chế|Kết luận)\b.*? số )"
)
_SHORT = {"Nghị định": "NĐ ", "Luật": "Luật ", "Nghị quyết liên tịch": "NQLT "}
_JOINT = re.compile(r"^(\d+/\d{4})/NQLT[^,\s]*")
_PLACE = re.compile(
    r", (?:điểm (?P<point>[\w.]+))?(?: ?khoản (?P<clause>\d+))?(?: ?(?:Điều|mục) (?P<article>[\d.]+))?(?= |$)"
)
_BEFORE = "trước "
_STATE = re.compile(r"^(NĐ|Luật|NQLT) (\d+/\d{4})/[^,\s]+")


def short_article(article: str) -> str:
    """Return where a clause stands in few words: the number of the paper, and its article where it names one.

    ``Nghị định số 59/2023/NĐ-CP, điểm d khoản 5 Điều 3`` becomes ``NĐ 59/2023 3.5.d``. What stands in
    brackets, and a second paper after a semicolon, are left out; words without a number stay as they are.
    """
    plain = _ASIDE.sub("", article).partition(";")[0].strip()
    found = _NUMBERED.match(plain)
    if found is None:
        return plain
    before = _BEFORE if found[0].endswith(f" {_BEFORE}Quy định số ") else ""
    short = before + _SHORT.get(found[1] or "", "") + plain[found.end() :]
    short = _JOINT.sub(r"NQLT \1", _STATE.sub(r"\1 \2", short.partition(" và ")[0]))
    return _PLACE.sub(_placed, short)


def _placed(found: re.Match[str]) -> str:
    parts = (found["article"], found["clause"], found["point"])
    return " " + ".".join(part for part in parts if part)
