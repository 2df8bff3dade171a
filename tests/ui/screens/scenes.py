"""The scenes of the window by what they show: a module for each, and what draws it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.screens.studio import Studio

SCENES = ("frame", "start", "settings", "register", "election", "today", "papers", "counting", "crash")


def scenes(name: str) -> Callable[[Studio], None]:
    """Return what sets the scenes of a module, in every size of text of a studio."""
    module = import_module(f"tests.ui.screens.{name}_screens")
    return cast("Callable[[Studio], None]", module.draw)
