"""Whether a word can be a Vietnamese syllable: what tells right text from text in the wrong code page.

Source: rules of Vietnamese spelling (onset, rime, tone; one that ends in c, ch, p or t bears sắc or nặng).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_STOPPED_TONES = frozenset("\u0301\u0323")
_ONSET = r"(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|r|s|th|tr|t|v|x)?"
_RIME = (
    r"(?:a(?:ch|nh|ng|[cimnoptuy])?|ă(?:ng|[cmnpt])|â(?:ng|[cmnptuy])|e(?:ng|[cmnopt])?|ê(?:ch|nh|ng|[cmnptu])?"
    r"|i(?:ch|nh|[amnptu])?|iê(?:ng|[cmnptu])|o(?:ng|[cimnpt])?|oo(?:ng|c)|oa(?:ch|nh|ng|[cimnopty])?"
    r"|oă(?:ng|[cmnt])|oe[mnot]?|ô(?:ng|[cimnpt])?|ơ(?:ng|[imnpt])?|u(?:ng|[acimnpt])?|uâ(?:ng|[nty])"
    r"|uê(?:ch|nh|[nu])?|uô(?:ng|[cimnpt])|uơ|uy(?:ch|nh|[anptu])?|uyê[nt]|ư(?:ng|[acimntu])?|ươ(?:ng|[cimnptu])"
    r"|y(?:êng|ê[mntu]|nh)?)"
)
_AFTER_QU = (
    r"qu(?:a(?:ch|nh|ng|[cimnoptuy])?|ă(?:ng|[cmnpt])|â(?:ng|[cmnpty])|e(?:[mnot])?|ê(?:ch|nh|[nu])?"
    r"|i(?:ch|nh|[tp])?|ô[cn]|ơ[int]?|y(?:ch|nh|[tpnu])?|yê[nt])"
)
_SYLLABLE = re.compile(rf"(?:{_AFTER_QU}|{_ONSET}{_RIME}|gi(?:n|êng|ê[mnt])?)")
# The tilde of "ñ" is no tone.
_TONE_OF_CONSONANT = re.compile("[b-df-hj-np-tv-xzđ][\u0300\u0301\u0303\u0309\u0323]")
_STOPPED = re.compile(r"(?:ch|[cpt])$")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Tell whether a word is spelt as a Vietnamese syllable, whatever it may mean; capitals don't matter."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [sign for sign in decomposed if sign in _TONES]
    letters = unicodedata.normalize("NFC", "".join(sign for sign in decomposed if sign not in _TONES))
    if len(tones) > 1 or _TONE_OF_CONSONANT.search(decomposed) or _SYLLABLE.fullmatch(letters) is None:
        return False
    return _STOPPED.search(letters) is None or bool(_STOPPED_TONES.intersection(tones))
