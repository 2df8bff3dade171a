from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path

import pytest

from desktop.errors import PaperRefused
from desktop.printing.setting import faces
from desktop.printing.setting.letters import VIETNAMESE_LETTERS
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.sheets import Imprint, new_canvas
from desktop.wording import refusal_sentence


def _write(text: str) -> None:
    canvas = new_canvas(BytesIO(), 210, 297, Imprint(title="Thử", author="Thử", training=True))
    Pen(canvas, 297).text(20, 20, text, faces.SERIF, 13)


def test_every_vietnamese_letter_is_asked_for() -> None:
    assert len(VIETNAMESE_LETTERS) == 2 * (12 * 6 + 1)
    assert set("ấợữĐđẵỴ") <= set(VIETNAMESE_LETTERS)
    assert unicodedata.is_normalized("NFC", VIETNAMESE_LETTERS)


def test_a_computer_without_the_face_is_told_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(PaperRefused) as refusal:
        faces.prepare(tmp_path)
    assert refusal.value.code == "paper.face"
    assert refusal.value.where == str(tmp_path)


def test_the_folder_named_in_the_environment_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOM_PHIEU_FONTS", str(tmp_path))
    with pytest.raises(PaperRefused):
        faces.prepare()


def test_a_damaged_face_is_refused_by_its_file(tmp_path: Path) -> None:
    usual = faces.prepare()
    for path in usual.glob("Liberation*.ttf"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "LiberationSerif-Bold.ttf").write_bytes(b"not a face")
    with pytest.raises(PaperRefused) as refusal:
        faces.prepare(tmp_path)
    assert (refusal.value.code, refusal.value.where) == ("paper.face", "LiberationSerif-Bold.ttf")


def test_the_faces_of_windows_are_known_by_their_files(tmp_path: Path) -> None:
    usual = faces.prepare()
    for liberation, windows in zip(*faces._FILE_SETS, strict=True):
        (tmp_path / windows).write_bytes((usual / liberation).read_bytes())
    assert faces.prepare(tmp_path) == tmp_path
    _write("Nà Ếch")
    faces.prepare()


@pytest.mark.parametrize("kept", [11, 200, 5_000, 200_000, 300_000])
def test_a_face_cut_short_by_a_full_disk_is_refused(tmp_path: Path, kept: int) -> None:
    usual = faces.prepare()
    for path in usual.glob("Liberation*.ttf"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    whole = (usual / "LiberationMono-Regular.ttf").read_bytes()
    (tmp_path / "LiberationMono-Regular.ttf").write_bytes(whole[:kept])
    with pytest.raises(PaperRefused) as refusal:
        faces.prepare(tmp_path)
    assert refusal.value.where == "LiberationMono-Regular.ttf"


def test_a_face_that_lacks_vietnamese_letters_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = faces.prepare()
    for path in usual.glob("Liberation*.ttf"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    # Liberation has no Thai: such a letter stands for a Vietnamese one that a poorer face lacks.
    monkeypatch.setattr(faces, "USUAL_LETTERS", faces.USUAL_LETTERS | {"ก"})
    with pytest.raises(PaperRefused) as refusal:
        faces.prepare(tmp_path)
    assert refusal.value.code == "paper.face"


def test_faces_from_another_folder_replace_the_first_ones(tmp_path: Path) -> None:
    usual = faces.prepare()
    for path in usual.glob("Liberation*.ttf"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert faces.prepare(tmp_path) == tmp_path
    assert faces.prepare() == usual
    _write("Nà Ếch")


def test_a_decomposed_letter_never_reaches_paper() -> None:
    with pytest.raises(PaperRefused) as refusal:
        _write(unicodedata.normalize("NFD", "Trần"))
    assert refusal.value.code == "paper.letter"
    assert "Tr" not in str(refusal.value.context), "the name itself is personal data"


def test_a_letter_that_the_face_lacks_never_becomes_an_empty_box() -> None:
    with pytest.raises(PaperRefused) as refusal:
        _write("Lò Thị ☑")
    assert (refusal.value.code, refusal.value.where) == ("paper.letter", "U+2611")


@pytest.mark.parametrize("sign", ["\u202a", "\u202c", "\u00ad", "\u200b", "\ufe0f", "\ufffc", "\u180e"])
def test_a_sign_that_nobody_sees_never_becomes_a_bar_on_paper(sign: str) -> None:
    with pytest.raises(PaperRefused) as refusal:
        _write(f"Lò Thị{sign} Ơn")
    assert (refusal.value.code, refusal.value.where) == ("paper.letter", f"U+{ord(sign):04X}")
    assert "ký tự ẩn" in refusal_sentence(refusal.value)


@pytest.mark.parametrize("name", ["Nguyẽ\u0302n", "Ch\u0301u"])
def test_a_mark_that_hangs_behind_its_letter_never_reaches_paper(name: str) -> None:
    with pytest.raises(PaperRefused) as refusal:
        _write(name)
    assert refusal.value.code == "paper.letter"


def test_a_no_break_space_is_drawn() -> None:
    _write("81\u00a0phiếu")
