"""The short code of a package or receipt that two people compare over a telephone."""

from desktop.exchange import crockford

_SYMBOLS = 7


def code(digest: str) -> str:
    """Give seven symbols (the first 35 bits) of a SHA-256 in hex, and one check symbol.

    Source: package.md "Receipt".
    """
    leading = int(digest, 16) >> 256 - 5 * _SYMBOLS
    return crockford.with_check(crockford.encode(leading, _SYMBOLS))


def is_valid(typed: str) -> bool:
    """Say whether a typed code can be one: tolerant of case, spaces, hyphens, O for 0, I or L for 1."""
    symbols = crockford.as_read(typed)
    return len(symbols) == _SYMBOLS + 1 and crockford.is_whole(symbols)


def matches(typed: str, digest: str) -> bool:
    """Say whether a typed code is the code of this digest."""
    return crockford.as_read(typed) == code(digest)
