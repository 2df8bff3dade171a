"""Which names look the same in print, so that nobody could tell them apart on a ballot."""

from __future__ import annotations

import re
import unicodedata

from desktop.vietnamese.invisible import without_invisible

# Capitals and signs on the left print as those on the right: eth and the African D, letters of the Cyrillic
# and of the Greek alphabet, apostrophes, hyphens and dashes.
_TWINS = (
    ("ÐƉ", "ĐĐ"),
    ("АВЕЅІЈКМНОРСТҮУХԚԜ", "ABESIJKMHOPCTYYXQW"),
    ("ΑΒΕΖΗΙͿΚΜΝΟΡΤΥΧ", "ABEZHIJKMNOPTYX"),
    ("\u2018\u2019\u201b\u02bb\u02bc\u02b9\u2032`", "'" * 8),
    ("\u2010\u2011\u2012\u2013\u2014\u2212", "-" * 6),
)
_TWIN = {ord(twin): sign for twins, signs in _TWINS for twin, sign in zip(twins, signs, strict=True)}
_STRUCK_D = re.compile("D[\u0335\u0336]")
_MARKS = re.compile("[\u0300-\u036f]{2,}")


def printed_key(name: str) -> str:
    """Return what names have in common that print alike; empty for a name that leaves no ink.

    Ballots print names in capitals, so letter case is no difference. Nor are invisible signs and how many
    spaces of what kind stand between words, the Unicode form and the order of a letter's marks, and signs
    that look the same: Ð for Đ, a letter of another alphabet, one apostrophe or hyphen for another. A tone
    or another mark is a difference, and so is where the tone is written (Hoà, Hòa).

    Source: Unicode Standard Annex 15 (form KD); Unicode Technical Standard 39 (confusables), as far as
    capitals of one face are the same.
    """
    inked = "".join(sign for sign in without_invisible(name) if sign.isspace() or _shows(sign))
    capitals = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", inked).upper())
    struck = _STRUCK_D.sub("Đ", capitals.translate(_TWIN))
    return " ".join(_MARKS.sub(_in_order, struck).split())


def _shows(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cf")


def _in_order(marks: re.Match[str]) -> str:
    # One mark upon the same mark is seen once.
    return "".join(sorted(set(marks.group())))
