"""Names of hamlets where the room is short."""

from __future__ import annotations

import pytest

from desktop.ui.page.hamlet_names import shorter_names


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Thôn Nà Ếch", "Khu phố Chợ"], ["Nà Ếch", "Chợ"]),
        (["Thôn Chợ", "Khu phố Chợ", "Bản Cáu"], ["Thôn Chợ", "Khu phố Chợ", "Cáu"]),
        (["Tổ dân phố 3", "Nà Lọn"], ["Tổ dân phố 3", "Nà Lọn"]),
    ],
)
def test_a_hamlet_keeps_the_word_before_its_name_where_that_tells_it_from_others(
    names: list[str], short: list[str]
) -> None:
    assert list(shorter_names(names).values()) == short
