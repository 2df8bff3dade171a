"""Every use case of the Party's is guarded: who does elections alone doesn't reach it by another way."""

from __future__ import annotations

import inspect
from importlib import import_module
from pkgutil import iter_modules

import pytest

from desktop.services import congress, groups, party
from desktop.services.office.sides import Side

# Reads the law alone.
_OPEN = {"probation_months", "terms_on"}


_MODULES = [
    f"{room.__name__}.{module.name}"
    for room in (party, congress, groups)
    for module in iter_modules(room.__path__)
]


@pytest.mark.parametrize("name", _MODULES)
def test_a_use_case_of_the_party_is_guarded(name: str) -> None:
    module = import_module(name)
    unguarded = [
        key
        for key, found in inspect.getmembers(module, inspect.isfunction)
        if found.__module__ == module.__name__
        and not key.startswith("_")
        and key not in _OPEN
        and next(iter(inspect.signature(found).parameters), "") == "workplace"
        and "session" not in inspect.signature(found).parameters
        and getattr(found, "needed_side", None) is not Side.PARTY
    ]
    assert unguarded == [], "put @for_party above them"
