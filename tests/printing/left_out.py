"""Inputs of which something is not known yet."""

from __future__ import annotations

import dataclasses
from typing import Any


def left_out(value: Any, chosen: set[int], place: list[int] | None = None) -> Any:
    """Leave out those optional fields, on all levels, whose number was chosen."""
    place = [0] if place is None else place
    changes: dict[str, Any] = {}
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        if field.default in (None, (), ""):
            place[0] += 1
            if place[0] in chosen:
                changes[field.name] = field.default
        elif dataclasses.is_dataclass(held):
            changes[field.name] = left_out(held, chosen, place)
    return dataclasses.replace(value, **changes)
