from __future__ import annotations

import re

import pytest

from desktop.errors import Refusal
from desktop.services.elections.time_left import DueTask, Left
from desktop.wording import known_codes, refusal_sentence
from tests.checkout import ROOT

DESKTOP = ROOT / "desktop"
RAISED = re.compile(r"""\b(?!Row)\w*Refused\(\s*["']([a-z_.]+)["']""")
WORDS = (
    "windows.",
    "base.",
    "by_hand.",
    "cell.",
    "due.",
    "fact.",
    "form.",
    "lacking.",
    "left.",
    "list.",
    "next.",
    "search.",
    "suggested.",
    "weekday.",
)
FINER = re.compile(r"""\b_refuse\(\s*["']([a-z_.]+)["']""")


def codes_in(pattern: re.Pattern[str], folder: str = "") -> set[str]:
    files = (DESKTOP / folder).rglob("*.py")
    return {code for path in files for code in pattern.findall(path.read_text(encoding="utf-8"))}


def test_every_refusal_that_the_program_raises_has_a_sentence() -> None:
    raised = codes_in(RAISED)
    assert raised >= {"facts", "step", "storage.damaged", "count.unexplained"}
    # A row of a workbook is refused by a code of its own, shown by "sheet.refused.…".
    raised -= {code for code in raised if f"sheet.refused.{code}" in known_codes()}
    assert sorted(raised - known_codes()) == []


def test_every_reason_to_refuse_facts_has_its_own_sentence() -> None:
    text = (DESKTOP / "rules" / "facts.py").read_text(encoding="utf-8")
    reasons = set(FINER.findall(text))
    assert reasons >= {"count", "missing", "repeated"}
    assert sorted(f"facts.{reason}" for reason in reasons if f"facts.{reason}" not in known_codes()) == []


def test_every_deadline_has_its_words() -> None:
    codes = {f"due.{task}" for task in DueTask} | {f"left.{left}" for left in Left}
    assert codes <= known_codes()


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_a_sentence_has_no_open_place_and_ends(code: str) -> None:
    sentence = refusal_sentence(Refusal(code, where="B7"))
    assert "{" not in sentence
    word = code.startswith(WORDS) and not code.endswith(".sentence")
    if not word and not code.startswith(("state.", "ui.", "sheet.")):
        assert sentence.rstrip("”)").endswith(".")
