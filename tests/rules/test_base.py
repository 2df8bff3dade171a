"""The base that a threshold speaks of; a file of an office may ask for another one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.errors import StatuteRefused
from desktop.rules.base import Base, base_of
from desktop.rules.facts import read_facts
from desktop.rules.library import Library
from tests.rules.examples import Document, congress, hamlet

REPRESENTATIVES = "household representatives of the hamlet"
CONVENED = "official members convened"


@pytest.mark.parametrize(
    ("document", "unit", "expected"),
    [
        (hamlet(), "electorate", Base(REPRESENTATIVES, 120)),
        (hamlet(), "present", Base("those present", 100)),
        (congress((20,)), "convened", Base(CONVENED, 30)),
        (congress((20,)), "convened_less_deductions", Base(f"{CONVENED} less deductions", 28)),
        (congress((20,)), "present", Base("those present", 26)),
    ],
)
def test_a_share_is_taken_of_what_the_clause_names(
    library: Library, document: Document, unit: str, expected: Base
) -> None:
    facts = read_facts(document, library)
    assert base_of(facts, replace(facts.statute.clause("elected"), unit=unit)) == expected


@pytest.mark.parametrize(
    ("document", "unit"),
    [
        (hamlet(), "convened"),
        (hamlet(), "convened_less_deductions"),
        (hamlet(), "returned"),
        (hamlet(), None),
        (congress((20,)), "electorate"),
        (congress((20,)), "seats"),
    ],
)
def test_a_unit_that_is_no_base_of_this_kind_of_vote_is_refused(
    library: Library, document: Document, unit: str | None
) -> None:
    facts = read_facts(document, library)
    with pytest.raises(StatuteRefused) as caught:
        base_of(facts, replace(facts.statute.clause("elected"), unit=unit))
    assert caught.value.context["reason"] == "unit"
