"""Nothing that somebody changed is taken for true, and each refusal has its step and a sentence."""

import pytest

from desktop.wording import known_codes
from tests.exchange.mutations import KINDS

TIMES = {"packages": 700, "cards": 250, "receipts": 250, "keys": 250}


@pytest.mark.parametrize("kind", KINDS)
def test_no_mutation_is_accepted_and_each_refusal_says_why(kind: str) -> None:
    outcomes = [KINDS[kind](number) for number in range(TIMES[kind])]
    refused = [one for one in outcomes if one.code != "same"]
    assert not [number for number, one in enumerate(outcomes) if one.code == "accepted"]
    assert len(refused) > 0.9 * TIMES[kind], "hardly any of them changed anything"
    assert {one.code for one in refused} <= known_codes()
    assert all(one.said.endswith(".") and "…" not in one.said for one in refused)


def test_mutations_of_packages_reach_every_step_before_the_records() -> None:
    codes = {KINDS["packages"](number).code for number in range(TIMES["packages"])}
    steps = {code.partition(".")[0] for code in codes}
    assert steps >= {"age", "zip", "signature", "tagmanifest", "bag"}
    assert {"age.form", "age.closed", "zip.form", "zip.twins", "zip.unlisted", "zip.missing"} <= codes
    assert {"signature.unknown", "signature.wrong", "signature.role", "signature.stream"} <= codes
    assert {"signature.issuer", "signature.revoked", "signature.early"} <= codes
