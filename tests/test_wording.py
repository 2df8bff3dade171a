from __future__ import annotations

import ast
import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from desktop.errors import Refusal
from desktop.services.elections.time_left import DueTask, Left
from desktop.vietnamese.syllables import is_syllable
from desktop.wording import known_codes, refusal_sentence, state_words
from tests.checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

DESKTOP = ROOT / "desktop"
RAISED = re.compile(r"""\b(?!Row)\w*Refused\(\s*["']([a-z_.]+)["']""")
WORDS = (
    "windows.",
    "base.",
    "basis.heading",
    "by_hand.",
    "cell.",
    "check.head.",
    "check.more",
    "check.number",
    "check.part.",
    "check.record.",
    "disk.unnamed",
    "dictated.",
    "due.",
    "tally.strike.",
    "tally.agree.",
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
    "renewed.",
    "search.",
    "suggested.",
    "vote.",
    "waves.",
    "weekday.",
    "word.",
)
# Said to whoever elects the head of a hamlet, of its households and lists, and never at a congress.
OF_HAMLETS = (
    *("branch.hamlet", "campaign.", "candidates.ambiguous", "candidates.unknown", "election.cancelled"),
    *("check.record.election_changes", "election.hamlet_ended", "hamlet.", "import.", "log.", "merger"),
    *("next.", "roll.", "search.", "suggested.", "vote.election"),
)
# Told and left at that: parts of a list, what was done, what needs nothing; the next thing has a button.
TOLD = (
    *("state.", "checked.", "sheet.note.", "sheet.passed.", "training.", "fork.", "import.doubt."),
    *("card.known", "check.whole", "sequence.history", "merger."),
)
DO = r"[Hh]ãy |ghi số thứ tự"
# What stands in a sentence beside Vietnamese: keys, kinds of file, names of programs, signs of papers, units.
FOREIGN = frozenset(
    re.findall(
        r"\S+",
        """
        Alt Caps Ctrl Enter Esc F H L Lock N P PgDn Shift V W Z w
        As CSV Debian Drive Dropbox Excel Google JPEG LibreOffice OneDrive PDF PNG Save USB Unicode Windows
        Word bn csv lock luu ods xls xlsx xml Courier New Roman Times fonts liberation CUPS QR
        CB CCCD CP HD HĐND HSĐV II KT MT NQ NĐ QN QĐ REF STT TCVN UBND UTF VNI VPTW Đ ĐV
        KB M MB bit d h m milimét mm
        """,
    )
)
TOKEN = re.compile(r"--[a-z]+|[^\W\d_]+")
# What a thing is called, after every way in which it isn't.
ONE_WORD = {
    r"(?i)(khóa|mở) danh sách|danh sách( \w+){0,3} khóa|(đã|chưa) khóa\b(?! \{)": "danh sách được chốt",
    r"(?i)\bmở (cuộc )?họp": "khai mạc cuộc họp",
    r"(?i)hai lần nhập|(nhập|cả) hai lần|lần nhập (1|2|thứ)": "lượt nhập",
    r"(?i)lượt (lập|in|bầu|sao lưu|hoàn tác)": "lần lập, lần in, lần bầu",
    r"(?i)(?<!sáp )\bnhập thôn\b|thôn (cũ |được )?nhập vào|nhập (vào )?hộ khác": "sáp nhập thôn, gộp hộ",
    r"(?i)niêm phong gói|nơi nhận\b(?! phản ánh)": "đóng gói, cơ quan nhận",
    r"(?i)bước Cuộc họp|trang In giấy tờ": "bước Họp, trang In ấn",
    r"(?i)cơ số": "tổng số",
}
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


def test_no_code_has_two_sentences() -> None:
    """Of two files with the same code one would never be said."""
    files = [
        tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "resources/i18n").glob("*.toml"))
    ]
    codes = [code for words in files for code in words]
    assert sorted(code for code in set(codes) if codes.count(code) > 1) == []


def test_every_reason_to_refuse_facts_has_its_own_sentence() -> None:
    text = (DESKTOP / "rules" / "facts.py").read_text(encoding="utf-8")
    reasons = set(FINER.findall(text))
    assert reasons >= {"count", "missing", "repeated"}
    assert sorted(f"facts.{reason}" for reason in reasons if f"facts.{reason}" not in known_codes()) == []


def test_every_deadline_has_its_words() -> None:
    codes = {f"due.{task}" for task in DueTask} | {f"left.{left}" for left in Left}
    assert codes <= known_codes()


@pytest.mark.parametrize("where", ["06859-T03", "06859-T03-20241208", "06859-T03-20241208.2"])
def test_no_sentence_speaks_of_a_hamlet_or_an_election_by_its_code(where: str) -> None:
    said = {code: refusal_sentence(Refusal(code, where=where)) for code in known_codes()}
    assert len(said) > 1500
    # Of a state, and about the code itself.
    spared = {code for code in said if code == "step" or code.startswith("unknown.")}
    assert {code: words for code, words in said.items() if where in words and code not in spared} == {}


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
    assert state_words("printed") == "đã in phiếu, đã chốt danh sách"
    assert state_words("printed", hands=True) == "đã chốt danh sách hộ"
    assert state_words("agreed") == "hai lượt nhập đã khớp"
    assert state_words("agreed", single=True) == "một người đã nhập, chờ chốt"
    assert state_words("finalised", hands=True, single=True) == state_words("finalised")


def test_a_sentence_has_no_open_place_and_ends() -> None:
    said = {code: refusal_sentence(Refusal(code, where="B7")) for code in known_codes()}
    assert {code: words for code, words in said.items() if "{" in words} == {}
    unended = {code: words for code, words in said.items() if not words.rstrip("”)").endswith(".")}
    assert {code: words for code, words in unended.items() if not _is_word(code)} == {}


def _is_word(code: str) -> bool:
    """Tell whether a code stands for what is no whole sentence."""
    word = code.startswith(WORDS) and not code.endswith(".sentence")
    return word or code.startswith(("state.", "ui.", "sheet."))


def test_a_sentence_that_names_a_trouble_says_what_to_do() -> None:
    told = ((code, text) for code, text in catalogue() if not code.startswith((*WORDS, *TOLD)))
    assert [code for code, text in told if not re.search(DO, text)] == []


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (Refusal("mode.other", where="training"), "Gói ở chế độ tập huấn, khác với cơ quan này,"),
        (
            Refusal("seal.stream", where="Sở Nội vụ", stream="government"),
            "Cơ quan Sở Nội vụ không nhận",
        ),
    ],
)
def test_what_a_package_calls_by_a_word_of_its_own_is_said_in_vietnamese(refused: Refusal, said: str) -> None:
    assert refusal_sentence(refused).startswith(said)


def catalogue() -> Iterator[tuple[str, str]]:
    """Yield each code and its words, but for those that a command alone says: they name commands."""
    for path in sorted((ROOT / "resources" / "i18n").glob("*.toml")):
        if path.name != "cli.toml":
            yield from tomllib.loads(path.read_text(encoding="utf-8")).items()


def written_in_the_window() -> Iterator[tuple[str, str]]:
    """Yield file with line and each Vietnamese text that the window's own files hold."""
    for path in sorted((DESKTOP / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            text = node.value if isinstance(node, ast.Constant) and id(node) not in told else None
            if isinstance(text, str) and not text.isascii():
                yield f"{path.relative_to(ROOT)}:{node.lineno}", text


def test_no_sentence_holds_english_a_key_of_a_file_or_an_option_of_a_command() -> None:
    # The usual name of a list's file has no marks: every system takes it.
    said = [*(one for one in catalogue() if not one[0].endswith(".file")), *written_in_the_window()]
    assert len(said) > 3000
    foreign = {
        where: odd
        for where, text in said
        if (
            odd := [
                word
                for word in TOKEN.findall(re.sub(r"\{[^}]*\}", "", text))
                if word not in FOREIGN and not is_syllable(word)
            ]
        )
    }
    assert foreign == {}


def test_no_sentence_holds_the_code_of_a_rule() -> None:
    said = [*catalogue(), *written_in_the_window()]
    assert [(where, text) for where, text in said if re.search(r"\b[EWN]\d{3}\b", text)] == []


@pytest.mark.parametrize(
    "code", ["06859-B03-20250105-dh", "06859-B03-20250105-dh-2", "06859-B03-20250105-dh.2"]
)
def test_a_congress_is_refused_in_words_of_a_congress(code: str) -> None:
    of_hamlets = {one for one in known_codes() if one.startswith(OF_HAMLETS)}
    said = {one: refusal_sentence(Refusal(one, where=code)) for one in known_codes() - of_hamlets}
    assert said["entry.two"].startswith("Lần bầu này đã có đủ hai lượt nhập;")
    assert [(one, text) for one, text in said.items() if re.search("cuộc bầu|trưởng thôn", text)] == []


def test_no_room_of_a_congress_refuses_in_words_of_a_hamlet() -> None:
    rooms = ("services/congress", "services/papers/congress", "services/papers/fill/congress", "ui/congress")
    raised = set().union(*(codes_in(RAISED, room) for room in rooms))
    assert raised >= {"congress.order", "ballots.copies"}
    assert [code for code in sorted(raised) if code.startswith(OF_HAMLETS)] == []


@pytest.mark.parametrize("other", ONE_WORD)
def test_a_thing_is_called_by_one_word(other: str) -> None:
    found = [
        (where, text) for where, text in (*catalogue(), *written_in_the_window()) if re.search(other, text)
    ]
    assert found == [], ONE_WORD[other]
