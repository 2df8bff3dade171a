"""Every code that this room raises has its sentence, and every sentence its code."""

import re
import string
import tomllib

import pytest

from tests.checkout import ROOT

SAID: dict[str, str] = tomllib.loads((ROOT / "resources/i18n/exchange.toml").read_text(encoding="utf-8"))
# The others are words that sentences are filled with.
SENTENCES = {code: sentence for code, sentence in SAID.items() if not code.startswith("word.")}
SOURCE = "".join(
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "desktop/exchange").glob("*.py"))
)
RAISED = set(re.findall(r'PackageRefused\(\s*"([a-z_.]+)"', SOURCE)) | {"keys.passphrase"}
STEPS = set(re.findall(r'^    \("([a-z]+)", _', SOURCE, re.MULTILINE))


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert len(STEPS) == 11
    assert set(SENTENCES) == RAISED | STEPS


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_fills_only_from_what_its_refusal_carries(code: str) -> None:
    wanted = {name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name}
    calls = re.findall(rf'PackageRefused\(\s*"{re.escape(code)}"((?:[^()]|\([^()]*\))*)\)', SOURCE)
    for call in calls:
        assert wanted <= set(re.findall(r"(\w+)=", call)), code
    assert SENTENCES[code].endswith(".")
    assert SENTENCES[code].count("; ") >= 1
