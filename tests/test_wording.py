from __future__ import annotations

import re

import pytest

from desktop.errors import Refusal
from desktop.services.elections.time_left import DueTask, Left
from desktop.wording import known_codes, refusal_sentence, state_words
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
    "invalid.",
    "lacking.",
    "left.",
    "list.",
    "log.",
    "merger_word.",
    "next.",
    "party.",
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


@pytest.mark.parametrize("where", ["06859-T03", "06859-T03-20241208", "06859-T03-20241208.2"])
@pytest.mark.parametrize("code", sorted(known_codes()))
def test_no_sentence_speaks_of_a_hamlet_or_an_election_by_its_code(code: str, where: str) -> None:
    said = refusal_sentence(Refusal(code, where=where))
    if code == "step" or code.startswith("unknown."):  # of a state, and about the code itself
        return
    assert where not in said


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("not_frozen", "Cuộc bầu cử này chưa in phiếu nên danh sách hộ chưa chốt; hãy in phiếu trước."),
        ("roll.empty", "Thôn này chưa có hộ nào nên không chốt được danh sách; hãy nhập danh sách hộ trước."),
        ("entry.same_operator", "Người đã nhập lượt 1 không được nhập lượt 2 cho cuộc bầu cử này;"),
    ],
)
def test_what_a_person_stands_before_is_spoken_of_as_this(code: str, said: str) -> None:
    assert refusal_sentence(Refusal(code, where="06859-T03-20241208")).startswith(said)


def test_a_state_is_named_as_it_came_about() -> None:
    assert state_words("printed") == "đã in phiếu, đã chốt danh sách hộ"
    assert state_words("printed", hands=True) == "đã chốt danh sách hộ"
    assert state_words("agreed") == "hai lượt nhập đã khớp"
    assert state_words("agreed", single=True) == "một người đã nhập, chờ chốt"
    assert state_words("finalised", hands=True, single=True) == state_words("finalised")


@pytest.mark.parametrize("code", sorted(known_codes()))
def test_a_sentence_has_no_open_place_and_ends(code: str) -> None:
    sentence = refusal_sentence(Refusal(code, where="B7"))
    assert "{" not in sentence
    word = code.startswith(WORDS) and not code.endswith(".sentence")
    if not word and not code.startswith(("state.", "ui.", "sheet.")):
        assert sentence.rstrip("”)").endswith(".")
