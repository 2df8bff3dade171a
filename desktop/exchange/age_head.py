"""The head of an age file, looked at before any key is tried on it: each recipient costs a key exchange.

Source: age-encryption.org/v1 ("Header").
"""

import re

from desktop.errors import PackageRefused
from desktop.exchange.bounds import PACKAGE, Package

_FIRST = b"age-encryption.org/v1\n"
_STANZA = re.compile(rb"-> ([\x21-\x7e]+)(?: [\x21-\x7e]+)*\n(?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n")
_LAST = re.compile(rb"--- [A-Za-z0-9+/]{43}\n")
_NOBODY = b"-grease"
"""Ends the name of a stanza that is for nobody: writers add one, so that readers learn to pass over it."""


def check_head(data: bytes, bounds: Package = PACKAGE) -> None:
    """Refuse a file whose head is none of age's, or is too long or for too many.

    No more than the head is looked at.

    Raises:
        PackageRefused: ``age.form``, ``age.head`` too long, ``age.recipients`` too many.
    """
    if not data.startswith(_FIRST):
        raise PackageRefused("age.form")
    head = data[: bounds.head]
    at, recipients = len(_FIRST), 0
    while (stanza := _STANZA.match(head, at)) is not None:
        recipients += not stanza.group(1).endswith(_NOBODY)
        at = stanza.end()
    if recipients > bounds.recipients:
        raise PackageRefused("age.recipients", most=bounds.recipients)
    if _LAST.match(head, at) is None:
        if len(data) > bounds.head and b"\n--- " not in head:
            raise PackageRefused("age.head", kibibytes=bounds.head // 1024)
        raise PackageRefused("age.form")
