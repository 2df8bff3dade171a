"""The one JSON spelling of everything that is signed, stored or sent."""

import re
import unicodedata
from typing import Any, TypeVar

import msgspec

from desktop.errors import PackageRefused
from desktop.exchange.bounds import DEPTH, NUMBER

T = TypeVar("T")

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_PLACE = re.compile(r"`\$([^`]*)`\Z")
_FIELD = re.compile(r"(?:unknown|required) field `([^`]*)`")


def encode(value: object) -> bytes:
    """Write a value as canonical JSON: keys sorted, UTF-8, no spaces, no floats, newline at the end.

    A struct is read back at once: what its own reader would refuse is never written.

    Raises:
        PackageRefused: ``json.value``, at the field that holds a float, a number above 2^53 - 1, a text
            that is not NFC or hides control or direction characters, or more than 16 levels;
            ``json.shape``, at the field of a struct that holds what it must not.
    """
    plain = msgspec.to_builtins(value)
    _check(plain, "", 0)
    data = _spelled(plain)
    if isinstance(value, msgspec.Struct):
        decode(data, type(value))
    return data


def decode(data: bytes, kind: type[T]) -> T:
    """Read JSON strictly as ``kind``, refusing every byte that :func:`encode` would not write.

    So one value has one spelling, and one digest: no key twice, no space, no other order, and no field left
    out that is written.

    Raises:
        PackageRefused: ``json.shape``, ``json.value`` or ``json.spelling``, naming the field and never its
            value.
    """
    value = _typed(data, kind)
    plain = msgspec.to_builtins(value)
    _check(plain, "", 0)
    _refuse_other_spelling(data, plain)
    return value


def decode_part(data: bytes, kind: type[T]) -> T:
    """Read of a JSON object what ``kind`` knows, whatever else it holds; spelled as :func:`encode` does.

    Raises:
        PackageRefused: as :func:`decode`.
    """
    plain = _typed(data, dict[str, Any])
    _check(plain, "", 0)
    _refuse_other_spelling(data, plain)
    return _typed(data, kind)


def _typed(data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except msgspec.ValidationError as error:
        raise PackageRefused("json.shape", where=_place(str(error))) from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise PackageRefused("json.shape", where="JSON") from None


def _refuse_other_spelling(data: bytes, plain: Any) -> None:
    if _spelled(plain) != data:
        raise PackageRefused("json.spelling", where="JSON")


def _spelled(plain: Any) -> bytes:
    return msgspec.json.encode(plain, order="sorted") + b"\n"


def _check(value: Any, path: str, depth: int) -> None:
    if depth > DEPTH or not _fits(value):
        raise PackageRefused("json.value", where=path or "JSON")
    if isinstance(value, dict):
        for key, item in value.items():
            _check(key, path, depth)
            _check(item, f"{path}.{key}" if path else key, depth + 1)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _check(item, f"{path}[{index}]", depth + 1)


def _fits(value: Any) -> bool:
    if isinstance(value, str):
        return unicodedata.is_normalized("NFC", value) and not _UNSEEN.search(value)
    if isinstance(value, int):
        return -NUMBER <= value <= NUMBER
    return not isinstance(value, float)


def _place(message: str) -> str:
    place, field = _PLACE.search(message), _FIELD.search(message)
    words = [match.group(1).lstrip(".") for match in (place, field) if match]
    named = ".".join(word for word in words if word)[:80]
    # The name of an unknown field is the sender's, and is shown on a screen.
    return "".join(sign for sign in named if sign.isprintable()) or "JSON"
