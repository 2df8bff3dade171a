"""The way through a congress: the whole, its papers, and its steps one after the other."""

from __future__ import annotations

from desktop.services.congress.steps import step_of
from desktop.services.congress.views import CongressView
from desktop.ui.congress.papers_view import PAPERS
from desktop.ui.page.step_words import fault_of, step_word
from desktop.ui.widgets.drawn.stepper import StepView

WHOLE = "whole"
"""Beside the steps: the congress as a whole."""


def keys_of(view: CongressView) -> tuple[str, ...]:
    """Return the keys of all that can be shown of a congress."""
    return (WHOLE, PAPERS, *(cell.step for cell in view.steps))


def steps_shown(view: CongressView) -> list[StepView]:
    """Return the steps as they stand above the page, each with its fault."""
    return [
        StepView(cell.step, step_word(cell.step), cell.mark, fault_of(cell).lower()) for cell in view.steps
    ]


def word_after(view: CongressView, key: str) -> str:
    """Return the word of the step after another; empty after the last, and beside the steps."""
    steps = [cell.step.value for cell in view.steps]
    at = steps.index(key) + 1 if key in steps else len(steps)
    return step_word(view.steps[at].step) if at < len(steps) else ""


def key_beside(view: CongressView, key: str, by: int) -> str:
    """Return the key of the step so many after another, or of the due one; beyond the steps the whole."""
    steps = [cell.step.value for cell in view.steps]
    at = steps.index(key) + by if key in steps else steps.index(step_of(view.next))
    return steps[at] if 0 <= at < len(steps) else WHOLE
