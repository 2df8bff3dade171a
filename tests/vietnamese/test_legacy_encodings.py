"""TCVN3 and VNI-Windows: every letter there and back, and which of them a text is in."""

from __future__ import annotations

import unicodedata
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.vietnamese.legacy_encodings import LegacyFace, can_be, convert, decide, legacy_face

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel, tone in product(VOWELS, TONES)] + ["đ"]
NAMES = (
    """
Vàng Văn Tiến|Vũ Mai Quyên|Dương Trọng Say|Lý Thị Liễu|Đinh Xuân Ước|Huỳnh Thanh Sương|Lò Ngọc Như Nghĩa
Triệu Thị Gia Xuyến|Đỗ Đình Như Hưởng|Nguyễn Hữu Lượng|Bế Thị Ẩn|Phùng Quý Thuỷ|Giàng A Chớ|Hoàng Kỳ Vỹ
""".strip()
    .replace("\n", "|")
    .split("|")
)

# The letters as each encoding writes them, of the published charts; an asterisk is a byte without a letter.
TCVN3_CHART = dict(
    zip(
        "ĂÂÊÔƠƯĐăâêôơưđ******àảãáạ*ằẳẵắ*******ặầẩẫấậè*ẻẽéẹềểễếệìỉ***ĩíịò*ỏõóọồổỗốộờởỡớợù*ủũúụừửữứựỳỷỹýỵ",
        range(0xA1, 0xFF),
        strict=True,
    )
)
_VNI_WRITTEN = (
    "a aø aù aõ aû aï aê aè aé aü aú aë aâ aà aá aã aå aä e eø eù eõ eû eï eâ eà eá eã eå eä "
    "i ì í ó æ ò o oø où oõ oû oï oâ oà oá oã oå oä ô ôø ôù ôõ ôû ôï u uø uù uõ uû uï "
    "ö öø öù öõ öû öï y yø yù yõ yû î ñ"
)
VNI_CHART = dict(zip(SMALL, _VNI_WRITTEN.split(), strict=True))

legacy = st.sampled_from(["tcvn3", "vni"])
syllables = st.sampled_from([word for name in NAMES for word in name.split()])


def written(text: str, encoding: str) -> str:
    """Type a text as its people did; TCVN3 has no capitals with a tone."""
    if encoding == "vni":
        capitals = {letter.upper(): code.upper() for letter, code in VNI_CHART.items()}
        return "".join((VNI_CHART | capitals).get(letter, letter) for letter in text)
    chart = TCVN3_CHART | {letter.upper(): code for letter, code in TCVN3_CHART.items() if letter.islower()}
    chart |= {letter: code for letter, code in TCVN3_CHART.items() if letter.isupper()}
    return "".join(chr(chart[letter]) if letter in chart else letter for letter in text)


@pytest.mark.parametrize("letter", SMALL)
def test_every_small_letter_of_both_encodings(letter: str) -> None:
    assert convert(f"t{written(letter, 'tcvn3')}", "tcvn3") == f"t{letter}"
    assert convert(f"t{written(letter, 'vni')}n", "vni") == f"t{letter}n"


@pytest.mark.parametrize("letter", [letter.upper() for letter in SMALL])
def test_every_capital_of_vni(letter: str) -> None:
    assert convert(written(letter, "vni"), "vni") == letter


def test_the_soft_hyphen_of_tcvn3_is_a_letter() -> None:
    assert convert("B\u00ad¬i", "tcvn3") == "Bươi"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("VµNG V¡N TIÕN", "VÀNG VĂN TIẾN"),
        ("CéNG HßA X· HéI", "CỘNG HÒA XÃ HỘI"),
        ("Lý Hµ", "Lý Hà"),
        ("Thµnh phè HCM", "Thành phố HCM"),
        ("¸nh", "ánh"),
    ],
)
def test_capitals_that_tcvn3_could_not_type_come_back(before: str, after: str) -> None:
    assert convert(before, "tcvn3") == after


@given(st.lists(syllables, min_size=1, max_size=6))
def test_whatever_was_typed_in_vni_comes_back(words: list[str]) -> None:
    text = " ".join(words)
    assert convert(written(text, "vni"), "vni") == text
    assert convert(written(text.upper(), "vni"), "vni") == text.upper()


@given(st.lists(syllables, min_size=1, max_size=6))
def test_whatever_was_typed_in_tcvn3_comes_back_but_for_capitals(words: list[str]) -> None:
    text = " ".join(words)
    assert convert(written(text, "tcvn3"), "tcvn3").lower() == text.lower()


@given(legacy, st.lists(st.sampled_from(NAMES), min_size=3, max_size=12, unique=True))
def test_a_column_of_names_tells_its_encoding(encoding: str, names: list[str]) -> None:
    assert decide(names) == "unicode"
    assert decide(written(name, encoding) for name in names) == encoding


@given(st.text())
def test_no_text_breaks_a_conversion(text: str) -> None:
    for encoding in ("tcvn3", "vni"):
        convert(text, encoding)
    decide([text])


@pytest.mark.parametrize("texts", [[], ["Nam", "Lan Anh"], ["×"], ["√", "µ"], ["12.5", ""], ["Thò"]])
def test_where_nothing_tells_nothing_is_decided(texts: list[str]) -> None:
    assert decide(texts) is None


def test_letters_beyond_an_encoding_prove_unicode() -> None:
    assert not can_be("Nguyễn", "tcvn3")
    assert not can_be("Nguyễn", "vni")
    assert can_be("NguyÔn – “¤ng”", "tcvn3")


@pytest.mark.parametrize(
    ("name", "face"),
    [
        (".VnTime", LegacyFace("tcvn3")),
        (".VnTimeH", LegacyFace("tcvn3", capitals=True)),
        (".VnArialH", LegacyFace("tcvn3", capitals=True)),
        (".VnHelvetIns", LegacyFace("tcvn3")),
        ("VnTime", LegacyFace("tcvn3")),
        ("VNI-Times", LegacyFace("vni")),
        ("VNI-Helve-Condense", LegacyFace("vni")),
        ("Times New Roman", None),
        ("UTM Avo", None),
        ("Vni", None),
        ("", None),
    ],
)
def test_faces_tell_their_encoding(name: str, face: LegacyFace | None) -> None:
    assert legacy_face(name) == face
