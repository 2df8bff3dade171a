from __future__ import annotations

import re

import pytest

from desktop.errors import PaperRefused
from desktop.printing import catalogue
from desktop.printing.form_input import is_training, read_input
from tests.printing.samples import sample


@pytest.mark.parametrize(
    ("was", "now", "field"),
    [
        (b'"seats": 1', b'"seats": "one"', "seats"),
        (b'"title": "B\xc3\xa0"', b'"title": "X"', "candidates[0].title"),
        (b'"seats": 1,', b"", "seats"),
        (
            b'"name": "N\xc3\xacnh Th\xe1\xbb\x8b H\xc6\xb0\xc6\xa1ng"',
            b'"birth": "1970"',
            "candidates[0].name",
        ),
        (b'"seats"', b"seats", "JSON"),
        (b"{", b"[]", "?"),
        (b"NG", b"\xff", "JSON"),
    ],
)
def test_a_wrong_input_is_refused_by_its_field_without_its_values(was: bytes, now: bytes, field: str) -> None:
    form = catalogue.find("hamlet-ballot")
    with pytest.raises(PaperRefused) as refusal:
        read_input(form, sample("hamlet-ballot").replace(was, now, 1), where="phieu.json")
    assert (refusal.value.code, refusal.value.where) == ("paper.input", "phieu.json")
    assert refusal.value.context == {"field": field}


@pytest.mark.parametrize(
    ("was", "now", "field"),
    [
        (b'"opening":', b'"openning":', "openning"),
        (b'"place":', b'"plase": "X", "place":', "dated.plase"),
        (b'"capacity":', b'"capacities": "", "capacity":', "addressees[0].capacities"),
    ],
)
def test_a_misspelt_field_is_refused_rather_than_printed_blank(was: bytes, now: bytes, field: str) -> None:
    form = catalogue.find("invitation")
    with pytest.raises(PaperRefused) as refusal:
        read_input(form, sample("invitation").replace(was, now, 1), where="giay-moi.json")
    assert (refusal.value.code, refusal.value.context) == ("paper.input", {"field": field})


@pytest.mark.parametrize("number", [b"-3", b"1000000000000"])
@pytest.mark.parametrize("name", ["counting-minutes", "counting-minutes-blank", "handed-out-minutes"])
def test_a_number_that_counts_nothing_is_refused_by_its_field(name: str, number: bytes) -> None:
    document = re.sub(rb'"electorate": [0-9]+', b'"electorate": ' + number, sample(name), count=1)
    with pytest.raises(PaperRefused) as refusal:
        read_input(catalogue.find(name), document, where="bien-ban.json")
    assert refusal.value.code in {"paper.input", "paper.input_facts"}
    assert refusal.value.context.get("field", "electorate") == "electorate"


def test_a_decision_that_nobody_is_named_to_sign_still_prints() -> None:
    form = catalogue.find("hold-again-decision")
    document = re.sub(rb'"signer_lines": \[[^]]*\]', b'"signer_lines": []', sample(form.name))
    assert form.draw(read_input(form, document, where="qd.json"), training=True).startswith(b"%PDF-")


def test_figures_that_contradict_each_other_are_refused() -> None:
    form = catalogue.find("stock-minutes")
    with pytest.raises(PaperRefused) as refusal:
        read_input(form, sample("stock-minutes").replace(b'"unused": 10', b'"unused": 11'), where="kiem.json")
    assert (refusal.value.code, refusal.value.where) == ("paper.input_facts", "kiem.json")


@pytest.mark.parametrize("name", list(catalogue.FORMS))
def test_every_sample_of_invented_people_is_marked_as_training(name: str) -> None:
    assert is_training(sample(name), where=name)
    assert not is_training(sample(name).replace(b'"training": true', b'"training": false'), where=name)


def test_a_mark_of_training_that_is_no_yes_or_no_is_refused() -> None:
    with pytest.raises(PaperRefused) as refusal:
        is_training(b'{"training": "ja"}', where="x.json")
    assert (refusal.value.code, refusal.value.context) == ("paper.input", {"field": "training"})
