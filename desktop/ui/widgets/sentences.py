"""How a message is parted into its two lines: what happened, and what it means with what to do next."""

from __future__ import annotations

import re

# Where what happened ends and what it means begins: "…, nên giấy chưa được in", "…; hãy …", "…. Hãy …".
_MEANING = re.compile(r", nên (?=\w)|; (?=\w)|(?<=[.!?]) (?=\w)")

_SHORT = ("TP.", "Q.", "P.", "TX.", "TT.")


def two_lines(sentence: str) -> tuple[str, str]:
    """Part a message at the end of what happened; the second line is empty where there is no more."""
    for ends in _MEANING.finditer(sentence):
        happened, means = sentence[: ends.start()], sentence[ends.end() :]
        # After a full stop only a capital begins a sentence: "TP. Hạ Long" is told in one.
        if ends.group() != " " or (means[:1].isupper() and not happened.endswith(_SHORT)):
            return happened.removesuffix("."), means[:1].upper() + means[1:]
    return sentence, ""
