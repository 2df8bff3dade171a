from __future__ import annotations

import pytest

from desktop.vietnamese.hamlet_kinds import head_of, kind_of


@pytest.mark.parametrize(
    ("kind", "post"),
    [
        ("Thôn", "Trưởng thôn"),
        ("Khu phố", "Trưởng khu phố"),
        ("Tổ dân phố", "Tổ trưởng tổ dân phố"),
        ("Bản", "Trưởng bản"),
    ],
)
def test_the_post_is_named_after_the_unit(kind: str, post: str) -> None:
    assert head_of(kind) == post


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Thôn Nà Ếch", "Thôn"),
        ("TỔ DÂN PHỐ 3", "Tổ dân phố"),
        ("bản Pạc Pùng", "Bản"),
        ("Khu dân cư Đồi Chè", "Khu dân cư"),
        ("Bảng kê", None),
        ("Thôn", None),
        ("", None),
    ],
)
def test_a_name_begins_with_its_kind(said: str, kind: str | None) -> None:
    assert kind_of(said) == kind
