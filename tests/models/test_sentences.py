"""Every code that this room raises has its sentence, and every sentence its code."""

import re
import string
import tomllib
import unicodedata

import pytest

from desktop.disk import full_facts
from tests.checkout import ROOT

SENTENCES = tomllib.loads((ROOT / "resources/i18n/models.toml").read_text(encoding="utf-8"))
SOURCE = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "desktop/models").rglob("*.py")))


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    codes = {".".join(code.split(".")[:2]) for code in SENTENCES}
    assert codes == set(re.findall(r'"(storage\.[a-z_]+)"', SOURCE))
    # A full disk has forms of its sentence, by what is known of it.
    forms = {code.removeprefix("storage.full.") for code in SENTENCES.keys() - codes}
    assert forms == {full_facts(ROOT)["reason"], full_facts(ROOT, 2**60)["reason"]}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_fills_only_from_what_its_refusal_carries(code: str) -> None:
    sentence = SENTENCES[code]
    wanted = {name for _, name, _, _ in string.Formatter().parse(sentence) if name}
    carried = {
        "storage.memory": {"megabytes"},
        "storage.audit": {"where", "sequence"},
        "storage.full.disk": {"where", *full_facts(ROOT)},
        "storage.full.room": {"where", *full_facts(ROOT, 2**60)},
        "storage.occupied": {"where", "user", "host", "since"},
    }
    assert wanted <= carried.get(code, {"where"})
    assert sentence.endswith(".")
    assert "; hãy " in sentence
    assert unicodedata.is_normalized("NFC", sentence)
