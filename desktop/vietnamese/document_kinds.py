"""The kinds of documents that papers cite, as they are written before a number.

Source: Decree 30/2020/NĐ-CP, annex I and III; Regulation 66-QĐ/TW of 2017 on documents of the Party.
"""

from __future__ import annotations

_WORDS = {
    "law": "Luật",
    "ordinance": "Pháp lệnh",
    "decree": "Nghị định",
    "circular": "Thông tư",
    "charter": "Điều lệ",
    "resolution": "Nghị quyết",
    "directive": "Chỉ thị",
    "conclusion": "Kết luận",
    "decision": "Quyết định",
    "regulation": "Quy định",
    "rules": "Quy chế",
    "guidance": "Hướng dẫn",
    "plan": "Kế hoạch",
    "scheme": "Đề án",
    "announcement": "Thông báo",
    "brief_notice": "Thông tri",
    "dispatch": "Công văn",
}


def document_word(kind: str) -> str:
    """Return the word of a kind, such as ``Chỉ thị`` for ``directive``.

    Raises:
        KeyError: it is none of them.
    """
    return _WORDS[kind]
