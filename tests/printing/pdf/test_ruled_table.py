"""A table of many rows: the same on every page, told of as it goes on, and stopped when asked."""

from __future__ import annotations

import re

import pytest

from desktop.long_work import telling
from desktop.printing.office import register
from desktop.printing.office.register import Register
from desktop.printing.setting.date_line import DateLine
from tests.printing.pages import texts

ROWS = 1200


def households(number: int) -> Register:
    return Register(
        form_label="Mẫu",
        dated=DateLine(place="Mẫu", day=1, month=7, year=2026),
        list_of="households",
        place="xã Mẫu",
        lines=tuple((f"Lò Thị {at}", "1980", "Nữ", "Tày", "4") for at in range(1, number + 1)),
        signer_lines=("NGƯỜI LẬP",),
    )


def test_every_page_repeats_the_head_and_every_row_stands_once() -> None:
    pages = texts(register.draw(households(ROWS), training=True))
    rows = re.findall(r"Lò Thị (\d+)", " ".join(pages))
    assert rows == [str(at) for at in range(1, ROWS + 1)]
    with_rows = [page for page in pages if "Lò Thị" in page]
    assert all("Dân tộc" in page for page in with_rows)
    assert all(page.count("Lò Thị") >= 2 for page in with_rows)


def test_no_row_stands_alone_on_a_page() -> None:
    # As many rows as fill a page and a few more, so that each of them is once the last.
    for number in range(20, 60):
        pages = texts(register.draw(households(number), training=True))
        assert all(page.count("Lò Thị") != 1 for page in pages), number


def test_a_long_one_tells_how_far_it_is_and_stops_when_asked() -> None:
    told: list[tuple[int, int]] = []
    with telling(lambda done, total, _: told.append((done, total))):
        register.draw(households(ROWS), training=True)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    assert told[-1] == (ROWS, ROWS)

    def stop(done: int, total: int, _: str) -> None:
        if 2 * done > total:
            raise InterruptedError

    with pytest.raises(InterruptedError), telling(stop):
        register.draw(households(ROWS), training=True)
