"""Names that went through the wrong hands: each damage undone, nothing else touched, nothing guessed."""

from __future__ import annotations

import html
import re
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.vietnamese.readable import is_name, spellings
from desktop.vietnamese.repair import Repair, put_right
from desktop.vietnamese.text import tidy
from tests.vietnamese.people import EVERYBODY, kinh_names
from tests.vietnamese.test_legacy_encodings import written

names = kinh_names | st.sampled_from(EVERYBODY)

_VIQR = {"\u0302": "^", "\u0306": "(", "\u031b": "+", "\u0301": "'", "\u0300": "`", "\u0309": "?"}
_VIQR |= {"\u0303": "~", "\u0323": "."}


def in_code_page(text: str, code_page: str) -> str:
    """Show UTF-8 as a code page does; a byte without a letter is the control of its number."""
    return "".join(bytes((byte,)).decode(code_page, "ignore") or chr(byte) for byte in text.encode("utf-8"))


def in_viqr(text: str) -> str:
    letters = []
    for letter in text.replace("đ", "dd").replace("Đ", "DD"):
        apart = unicodedata.normalize("NFD", letter)
        shape_first = sorted(apart[1:], key=lambda mark: mark not in "\u0302\u0306\u031b")
        letters.append(apart[0] + "".join(_VIQR.get(mark, "") for mark in shape_first))
    return "".join(letters)


@pytest.mark.parametrize("name", EVERYBODY)
def test_a_right_name_is_left_alone(name: str) -> None:
    for right in (name, name.upper(), name.lower()):
        assert put_right(right) == Repair(right)


@given(names)
def test_repairing_twice_changes_nothing_more(name: str) -> None:
    for spoilt in (
        name,
        in_code_page(name, "cp1252"),
        html.escape(name),
        written(name, "vni"),
        in_viqr(name),
    ):
        once = put_right(spoilt)
        assume(once.certain)
        assert put_right(once.text) == Repair(once.text)


@given(kinh_names, st.sampled_from(["cp1252", "latin-1", "cp1258"]))
def test_utf8_that_windows_took_for_a_code_page_is_undone(name: str, code_page: str) -> None:
    assume(not name.isascii())
    shown = in_code_page(name, code_page)
    repair = put_right(shown)
    if repair.certain:
        assert repair == Repair(name, "repaired")
    else:
        # "VÃ ng" is two words, too.
        assert spellings(tidy(shown)) == {"right"}


@given(names, st.sampled_from(["cp1252", "cp1258", "mac_roman", "cp437", "cp850"]), st.integers(1, 3))
def test_what_a_code_page_did_more_than_once_is_undone_or_not_decided(
    name: str, code_page: str, times: int
) -> None:
    assume(not name.isascii())
    shown = name
    for _ in range(times):
        shown = in_code_page(shown, code_page)
    repair = put_right(shown)
    assert repair in (Repair(name, "repaired"), Repair(shown, certain=False))


@given(names, st.sampled_from(["{:d}", "x{:X}", "x{:x}"]), st.integers(0, 2))
def test_references_to_letters_are_resolved(name: str, form: str, escaped: int) -> None:
    assume(not name.isascii())
    spoilt = "".join(sign if sign.isascii() else f"&#{form.format(ord(sign))};" for sign in name)
    for _ in range(escaped):
        spoilt = spoilt.replace("&", "&amp;")
    assert put_right(spoilt) == Repair(name, "repaired")


@given(kinh_names)
def test_viqr_is_read_or_left(name: str) -> None:
    spoilt = in_viqr(name)
    repair = put_right(spoilt)
    assert repair in (Repair(name, "repaired"), Repair(spoilt), Repair(spoilt, certain=False))
    # Without a shape in it, or a grave or tilde, "Lan." is a name and a full stop.
    if re.search(r"[ae]\^|a\(|[uo]\+\w|\w[`~]", spoilt) and all(len(word) > 1 for word in name.split()):
        assert repair.text == name


@given(kinh_names, st.sampled_from(["tcvn3", "vni"]))
def test_a_legacy_name_among_others_is_converted_or_not_decided(name: str, encoding: str) -> None:
    assume(not name.isascii())
    shown = written(name, encoding)
    repair = put_right(shown)
    if repair.code == "legacy":
        assert repair.text.lower() == name.lower()
    elif repair.certain:
        # It reads as it stands: "Lò Thò Sôn" is a name, too.
        assert repair == Repair(shown)
        assert "broken" not in spellings(tidy(shown)) or not is_name(tidy(shown))


@pytest.mark.parametrize(
    ("spoilt", "name", "code"),
    [
        ("Nguy&#7877;n V&#259;n T&#7881;nh", "Nguyễn Văn Tỉnh", "repaired"),
        ("L&yacute; Th&#x1ECB; H&amp;#432;&amp;#7901;ng", "Lý Thị Hường", "repaired"),
        ("Nguyá»…n VÄƒn Tá»‰nh", "Nguyễn Văn Tỉnh", "repaired"),
        ("VÃ\u00a0ng Thá»‹ Sá»\u00adu", "Vàng Thị Sửu", "repaired"),
        ("VÃ ng Thá»‹ Sá»\u00adu", "Vàng Thị Sửu", "repaired"),
        ("Ã”ng VÃ\u00a0ng", "Ông Vàng", "repaired"),
        ("NguyÃ¡Â»â€¦n", "Nguyễn", "repaired"),
        ("Nguy·ªÖn VƒÉn", "Nguyễn Văn", "repaired"),
        ("Nguyß╗àn", "Nguyễn", "repaired"),
        ("NguyêÞn Vãn", "Nguyễn Văn", "repaired"),
        ("Nguye^~n Va(n Ti?nh", "Nguyễn Văn Tỉnh", "repaired"),
        ("DDo^~ Hu+~u Quy'", "Đỗ Hữu Quý", "repaired"),
        ("Ly' Thi. Hoa`", "Lý Thị Hoà", "repaired"),
        ("NguyÔn V¨n TØnh", "Nguyễn Văn Tỉnh", "legacy"),
        ("Vµng ThÞ Söu", "Vàng Thị Sửu", "legacy"),
        ("M\u00ad¬ng", "Mương", "legacy"),
        ("Nguyeãn Vaên Tuaán", "Nguyễn Văn Tuấn", "legacy"),
        ("Xaù Baù Lìn", "Xá Bá Lìn", "legacy"),
        ("Èn SÊu TrÊn", "ẩn Sấu Trấn", "legacy"),
        ("Bùi Khuyêìn Quyì", "Bùi Khuyến Quý", "repaired"),
    ],
)
def test_what_is_certain_is_put_right(spoilt: str, name: str, code: str) -> None:
    assert put_right(spoilt) == Repair(name, code)


@pytest.mark.parametrize(
    "text",
    [
        "VÃ ng A Sang",
        "LÃ’ THANH",
        "HÃ o A Sang",
        "Ñoã Thò Lan",
        "Thò Baù",
        "Èn SÊu",
        "L\u00adêng ón",
        "Seo Gia I'ch",
        "Sùng A Lâ",
    ],
)
def test_what_reads_in_two_ways_is_not_decided(text: str) -> None:
    assert put_right(text) == Repair(text, certain=False)


@pytest.mark.parametrize(
    "text",
    [
        "LÃ\u00a0VAN TAM",
        "LÃ VAN TAM",
        "Hoa (con)",
        "Hoa(con)",
        "Ba(n)",
        "Co+ 2",
        "A+ B",
        "a^2 + b^2",
        "Nguyễn Văn A (mất?)",
        "K'Brơi",
        "Thi. Lan.",
        "m² đất, 25µm",
        "café",
        "Lan & Hoa; Minh",
        "R&D;",
        "Ðặng Văn Thử",
        "Lò Thò Sôn",
        "Nguyễn V¨n TØnh",
    ],
)
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert put_right(text).text == text
    assert put_right(text).code is None


@given(st.text() | st.text(alphabet="aăeoưđDnhg ÃÄÆáº»\u00a0\u00ad&#;1x^~'`?.+(*"))
def test_no_text_breaks_a_repair(text: str) -> None:
    repair = put_right(text)
    assert (repair.code is None) == (repair.text == text)
