"""The head of an age file costs nothing before it is found small."""

import re

import pyrage
import pytest

from desktop.errors import PackageRefused
from desktop.exchange import age_head, verify
from desktop.exchange.bounds import PACKAGE
from desktop.wording import reason_sentence
from tests.exchange.offices import OFFICE, closed, opened, sealed, taken_in

FIRST = b"age-encryption.org/v1\n"
FOR_ONE = b"-> X25519 " + b"A" * 43 + b"\n" + b"B" * 43 + b"\n"
LAST = b"--- " + b"C" * 43 + b"\n"


def encrypted_for(others: int) -> bytes:
    keys = [pyrage.x25519.Identity.generate().to_public() for _ in range(others)]
    ours = pyrage.x25519.Recipient.from_str(OFFICE.recipients["government"])
    return pyrage.encrypt(b"x", [ours, *keys])


def refused(data: bytes) -> str:
    with pytest.raises(PackageRefused) as caught:
        age_head.check_head(data)
    return caught.value.code


def test_a_package_for_four_is_opened_and_one_for_five_is_not() -> None:
    assert taken_in(encrypted_for(3)).code == "zip"
    assert taken_in(encrypted_for(4)).steps[-1].reason == "age.recipients"


def test_a_head_of_a_thousand_tries_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    data = encrypted_for(1000)

    def tried(*_: object) -> None:
        raise AssertionError("a key was tried")

    monkeypatch.setattr(pyrage, "decrypt_io", tried)
    assert taken_in(data).code == "age"
    unread = verify.refused_unread(data)
    assert unread is not None
    assert [(step.step, step.ok) for step in unread.steps] == [("size", True), ("age", False)]


def test_a_head_longer_than_four_kibibytes_is_refused_whatever_it_holds() -> None:
    filling = b"-> X-grease\n" + b"D" * 64 + b"\n"
    least = -(-PACKAGE.head // len(filling))
    assert refused(FIRST + FOR_ONE + (filling + b"\n") * least + LAST + b"x") == "age.head"
    age_head.check_head(FIRST + FOR_ONE + (filling + b"\n") * (least // 2) + LAST + b"x")


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"age-encryption.org/v2\n" + FOR_ONE + LAST,
        FIRST + FOR_ONE,
        FIRST + FOR_ONE + LAST[:-2],
        FIRST + FOR_ONE.replace(b"-> ", b"->") + LAST,
        FIRST + FOR_ONE.replace(b"B", b"\xff", 1) + LAST,
        FIRST + FOR_ONE.replace(b"\n", b"\r\n") + LAST,
        FIRST + b"x" * 5000 + b"\n--- ",
    ],
)
def test_what_is_no_head_of_age_is_refused(head: bytes) -> None:
    assert refused(head) in {"age.form", "age.head"}


def test_every_head_that_age_writes_for_us_is_read() -> None:
    for _ in range(30):  # now and then it writes a line for nobody
        age_head.check_head(closed(b"x"))
    assert opened(sealed().data)
    assert verify.refused_unread(sealed().data) is None


@pytest.mark.parametrize(
    "data", [b"x" * (PACKAGE.package + 1), encrypted_for(5), FIRST + b"-> x-grease\n\n" * 400]
)
def test_a_bound_is_said_with_its_number(data: bytes) -> None:
    step = taken_in(data).steps[-1]
    said = reason_sentence(step.reason, step.locations, step.facts)
    assert re.search(r"\b(64 MB|4 KB|4 cơ quan nhận)", said)
    assert "…" not in said
