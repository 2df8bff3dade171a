"""Crockford's base 32, for what people read aloud and type, with an ISO 7064 check symbol."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

_AS_READ = str.maketrans("OIL", "011", " -\u00a0\t\n")


def encode(number: int, symbols: int) -> str:
    """Write a number of at most ``5 * symbols`` bits, most significant symbol first."""
    return "".join(ALPHABET[number >> 5 * place & 31] for place in reversed(range(symbols)))


def decode(text: str) -> int:
    """Read what :func:`encode` wrote.

    Raises:
        ValueError: a symbol is not of the alphabet.
    """
    number = 0
    for symbol in text:
        number = number << 5 | ALPHABET.index(symbol)
    return number


def as_read(typed: str) -> str:
    """Fold what a person typed: either case, spaces and hyphens left out, O is 0, I and L are 1."""
    return typed.upper().translate(_AS_READ)


def with_check(symbols: str) -> str:
    """Add the check symbol, which finds any single wrong symbol.

    Source: ISO/IEC 7064 hybrid system with modulus 33, 32 (python-stdnum ``mod_37_36`` with 32 symbols).
    """
    # Loaded here: with it come the library's ways into the web and its help pages, which no start needs.
    from stdnum.iso7064 import mod_37_36  # noqa: PLC0415

    return symbols + str(mod_37_36.calc_check_digit(symbols, ALPHABET))


def is_whole(symbols: str) -> bool:
    """Say whether the last symbol is the right check symbol for those before it."""
    from stdnum.iso7064 import mod_37_36  # noqa: PLC0415 - as above

    return len(symbols) > 1 and bool(mod_37_36.is_valid(symbols, ALPHABET))
