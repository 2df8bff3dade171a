"""The input of a form, read strictly from JSON: no wrong type, no field that nobody knows."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from desktop.errors import PaperRefused
from desktop.printing.form import Form

_TRAINING = "training"
# Nothing on a paper is counted in more than nine digits, nor below 0; only days are, before another day.
_MOST = 10**9
_DAYS = ".offset"


class _Mark(msgspec.Struct):
    training: bool = False


def read_input(form: Form, document: bytes, *, where: str) -> Any:
    """Read the input of a form from JSON, strictly typed.

    Args:
        form: whose input it is.
        document: JSON in UTF-8.
        where: the file's name, for the refusal.

    Raises:
        PaperRefused: ``paper.input``: no JSON, a missing, wrong or unknown field, or a number that
            counts nothing; ``paper.input_facts``: its
            fields contradict each other.
    """
    try:
        value: Any = msgspec.json.decode(document, type=form.input_type)
        given = msgspec.json.decode(document)
        unfit = _uncounted(given) or _unknown(given, msgspec.to_builtins(value))
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, ValueError):
            raise PaperRefused("paper.input_facts", where=where) from error
        raise PaperRefused("paper.input", where=where, field=_field_named(str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise PaperRefused("paper.input", where=where, field="JSON") from error
    if unfit:
        raise PaperRefused("paper.input", where=where, field=unfit)
    return value


def is_training(document: bytes, *, where: str) -> bool:
    """Say whether an input is marked ``"training": true``, as the samples are.

    Raises:
        PaperRefused: ``paper.input``: the mark is neither true nor false.
    """
    try:
        return msgspec.json.decode(document, type=_Mark).training
    except msgspec.MsgspecError as error:
        raise PaperRefused("paper.input", where=where, field=_TRAINING) from error


def _uncounted(given: Any, path: str = "") -> str:
    """Name the first field of the document whose number counts nothing."""
    if isinstance(given, int):
        least = -_MOST if path.endswith(_DAYS) else 0
        return "" if least <= given < _MOST else path
    if isinstance(given, dict):
        parts = ((f"{path}.{key}" if path else str(key), one) for key, one in given.items())
    elif isinstance(given, list):
        parts = ((f"{path}[{index}]", one) for index, one in enumerate(given))
    else:
        return ""
    return next(filter(None, (_uncounted(one, name) for name, one in parts)), "")


def _unknown(given: Any, read: Any, path: str = "") -> str:
    """Name the first field of the document that the input has not; a slip of the pen must not print blank."""
    if isinstance(given, dict) and isinstance(read, dict):
        for key, value in given.items():
            name = f"{path}.{key}" if path else str(key)
            if key not in read:
                if name == _TRAINING:
                    continue
                return name
            found = _unknown(value, read[key], name)
            if found:
                return found
    elif isinstance(given, list) and isinstance(read, list | tuple):
        for index, (one, other) in enumerate(zip(given, read, strict=True)):
            found = _unknown(one, other, f"{path}[{index}]")
            if found:
                return found
    return ""


def _field_named(message: str) -> str:
    # The message names types, a missing field and a path such as `$.candidates[0].votes`, never a value.
    path = re.search(r"at `\$\.?([^`]*)`", message)
    missing = re.search(r"missing required field `(\w+)`", message)
    return ".".join(found[1] for found in (path, missing) if found and found[1]) or "?"
