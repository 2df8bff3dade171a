"""Lists of those who are no longer there: households that moved away, people who died."""

from __future__ import annotations

import re

from desktop.vietnamese.text import fold, nfc, tidy

_GONE = re.compile(
    r"\b(?:chuyển đi|đã chuyển|chuyển (?:hộ )?khẩu(?! đến)|chuyển nơi khác|đi nơi khác|"
    r"đã mất|đã chết|mới chết|^chết|từ trần|qua đời|khai tử|cắt (?:hộ )?khẩu|"
    r"x[oó][áa] (?:hộ )?khẩu|x[oó][áa] tên)\b"
)
# Without marks only words that can mean nothing else.
_GONE_FOLDED = re.compile(r"\b(?:chuyen di|da chuyen|cat (?:ho )?khau|khai tu)\b")
_NOT_GONE = re.compile(r"\b(?:không|chưa|trừ|ngoài|chuyển đến|biến động)\b")
# How a title of such a list begins; a name with "(đã mất)" behind it is none.
_TITLE = re.compile(
    r"(?:[ivxlc0-9a-zđ]{1,4}[.)/:] ?)?(?:danh sách|danh sach|ds|biểu|bảng|phần|mục|các|cac|những|số|hộ|ho|"
    r"người|nguoi|nhân khẩu|nhan khau|cử tri|đảng viên|trường hợp|gia đình|chuyển đi|chuyen di|"
    r"đã chuyển|da chuyen|đã mất|đã chết|khai tử|cắt khẩu)\b"
)
# "Số hộ đã chuyển đi: 3" counts them and heads nothing.
_COUNTED = re.compile(r":\s*[0-9]|\b[0-9]+ (?:hộ|người|khẩu|nhân khẩu)\b")


def heads_those_gone(text: str) -> bool:
    """Tell whether a line is the title of those who moved away or died."""
    small = tidy(text).lower()
    return _TITLE.match(small) is not None and _COUNTED.search(small) is None and says_gone(text)


def says_gone(text: str) -> bool:
    """Tell whether words say that somebody moved away or died."""
    folded = fold(text)
    plain = nfc(tidy(text)).lower()
    if _NOT_GONE.search(plain):
        return False
    return _GONE.search(plain) is not None or (plain.isascii() and _GONE_FOLDED.search(folded) is not None)
