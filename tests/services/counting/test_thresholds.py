"""The threshold that decided: of what base it is, in figures and in words."""

from __future__ import annotations

import pytest

from desktop.exchange.facts_record import typed_facts
from desktop.exchange.outcome_record import typed_outcome
from desktop.rules.base import base_kind
from desktop.rules.facts import read_facts
from desktop.rules.outcome import decide, sealed_document
from desktop.services.counting.thresholds import DecidingThreshold, deciding_threshold
from desktop.services.elections.base_words import base_noun
from tests.exchange.offices import LIBRARY
from tests.rules.examples import Document, congress, hamlet


def threshold(document: Document) -> DecidingThreshold:
    facts = read_facts(document, LIBRARY)
    outcome = typed_outcome(sealed_document(decide(facts)))
    return deciding_threshold(facts.statute, typed_facts(document), outcome)


@pytest.mark.parametrize(
    ("document", "clause", "base", "needed", "noun"),
    [
        (hamlet(), "elected", 120, 61, "đại diện hộ gia đình"),
        (hamlet(electorate=300), "quorum", 300, 151, "đại diện hộ gia đình"),
        (
            hamlet(statute="nqlt09-2008", electorate_kind="voters"),
            "elected",
            120,
            61,
            "cử tri",
        ),
        # A congress is elected by the members less those taken off, and opened by all who were convened.
        (congress((20, 15)), "elected", 28, 15, "đảng viên chính thức được triệu tập"),
        (congress((10,), present=19), "quorum", 30, 20, "đảng viên chính thức được triệu tập"),
    ],
)
def test_the_base_is_that_of_the_clause_that_decided(
    document: Document, clause: str, base: int, needed: int, noun: str
) -> None:
    found = threshold(document)
    assert (found.clause.key, found.base.value, found.needed) == (clause, base, needed)
    assert base_noun(found.base.name) == noun


def test_a_base_is_known_by_its_name() -> None:
    assert base_kind("official members convened less deductions") == "convened_less_deductions"
    with pytest.raises(KeyError):
        base_kind("everybody")
