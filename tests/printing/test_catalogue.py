from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path

import pytest

from desktop.errors import PaperRefused
from desktop.printing import catalogue
from desktop.printing.form_input import read_input
from tests.printing.pages import faces_in, is_scaled_by_viewers, texts
from tests.printing.samples import RESOURCES, sample


@pytest.mark.parametrize("name", list(catalogue.FORMS))
def test_every_form_prints_its_sample(name: str) -> None:
    form = catalogue.find(name)
    value = read_input(form, sample(name), where=form.sample)
    assert form.draw(value, training=True).startswith(b"%PDF")
    if form.has_blank:
        assert form.draw_blank(value, training=True) != form.draw(value, training=True)


@pytest.mark.parametrize("name", list(catalogue.FORMS))
def test_every_form_embeds_its_faces_and_is_the_same_bytes_twice(name: str, tmp_path: Path) -> None:
    form = catalogue.find(name)
    value = read_input(form, sample(name), where=form.sample)
    data = form.draw(value, training=True)
    assert data == form.draw(value, training=True)
    faces = faces_in(data, tmp_path)
    assert faces
    assert all(embedded for _, embedded in faces)


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("name", list(catalogue.FORMS))
def test_every_page_of_training_says_so_and_all_text_is_composed(name: str, training: bool) -> None:
    form = catalogue.find(name)
    value = read_input(form, sample(name), where=form.sample)
    for text in texts(form.draw(value, training=training)):
        assert ("DỮ LIỆU TẬP HUẤN" in text) is training
        assert unicodedata.is_normalized("NFC", text)
        assert "\ufffd" not in text


@pytest.mark.parametrize("name", list(catalogue.FORMS))
def test_viewers_are_asked_not_to_scale_a_paper(name: str) -> None:
    form = catalogue.find(name)
    value = read_input(form, sample(name), where=form.sample)
    assert not is_scaled_by_viewers(form.draw(value, training=False))


def test_every_sample_belongs_to_a_form() -> None:
    files = {path.name for path in (RESOURCES / "forms").glob("*.json")}
    assert files == {form.sample for form in catalogue.FORMS.values()}


def test_an_unknown_form_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(PaperRefused) as refusal:
        catalogue.find("party-ballot")
    assert refusal.value.code == "paper.no_such_form"
    assert "hamlet-ballot" in str(refusal.value.context["known"])


def test_every_refusal_of_the_room_has_its_sentence() -> None:
    room = Path(catalogue.__file__).parent
    raised = {
        f"{code}.{reason}" if reason else code
        for path in room.rglob("*.py")
        for code, reason in re.findall(
            r'PaperRefused\(\s*"([a-z_.]+)"(?:[^)]*reason="([a-z_]+)")?', path.read_text(encoding="utf-8")
        )
    }
    sentences, of_commands = (
        tomllib.loads((RESOURCES / "i18n" / f"{name}.toml").read_text(encoding="utf-8"))
        for name in ("printing", "cli")
    )
    # What a command alone can meet may name its options, and stands with the commands' sentences.
    assert raised == set(sentences) | (raised & set(of_commands))
    assert all(sentence.endswith(".") for sentence in sentences.values())
