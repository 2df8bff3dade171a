"""The roster and the books on paper: what each page holds, which regime of Party papers, masked cards."""

from __future__ import annotations

import dataclasses
import re
from datetime import date
from typing import Any

import pytest

from desktop.printing import catalogue
from desktop.printing.form_input import read_input
from desktop.printing.party.regimes import regime_on
from desktop.printing.registers.book import COLUMNS, BookLine
from desktop.printing.registers.roster import RosterLine
from desktop.printing.setting.date_line import DateLine
from tests.printing.pages import texts, words_at
from tests.printing.samples import sample

_COLUMNS = 14


def example(name: str) -> Any:
    return read_input(catalogue.find(name), sample(name), where=name)


def pages(name: str, value: Any) -> list[str]:
    return [" ".join(page.split()) for page in texts(catalogue.find(name).draw(value, training=False))]


@pytest.mark.parametrize(
    ("day", "number", "closing"),
    [
        (date(2018, 1, 1), "36-HD/VPTW", "./."),
        (date(2026, 5, 26), "36-HD/VPTW", "./."),
        (date(2026, 5, 27), "05-HD/VPTW", "."),
        (None, "05-HD/VPTW", "."),
    ],
)
def test_the_regime_is_that_of_the_papers_own_date(day: date | None, number: str, closing: str) -> None:
    assert (regime_on(day).number, regime_on(day).closing) == (number, closing)


def test_the_last_line_of_a_book_ends_as_the_regime_of_its_date_says() -> None:
    book = example("member-book")
    assert pages("member-book", book)[-1].endswith("cả sổ 03 dòng. Trang 1/1")
    before = dataclasses.replace(book, dated=DateLine.on("Húc Động", date(2026, 5, 26)))
    assert pages("member-book", before)[-1].endswith("cả sổ 03 dòng./. Trang 1/1")


def test_a_roster_has_14_numbered_columns_on_each_page_and_each_foot_counts_its_own() -> None:
    roster = example("member-roster")
    lines = tuple(dataclasses.replace(roster.lines[0], number=number) for number in range(1, 61))
    gone = tuple(dataclasses.replace(line, gone="moved") if line.number % 7 == 0 else line for line in lines)
    found = pages("member-roster", dataclasses.replace(roster, lines=gone))
    numbers = " ".join(map(str, range(1, _COLUMNS + 1)))
    assert all(numbers in page for page in found)
    feet = [re.search(r"Cộng trang này: (\d+) đồng chí; đang sinh hoạt (\d+)", page) for page in found]
    assert all(feet)
    assert sum(int(foot[1]) for foot in feet if foot) == 60
    assert sum(int(foot[2]) for foot in feet if foot) == 52
    for number, page in enumerate(found, 1):
        assert page.endswith(f"Trang {number}/{len(found)}")


def test_the_heading_of_the_party_stands_where_the_guidance_says() -> None:
    data = catalogue.find("member-roster").draw(example("member-roster"), training=False)
    (party,) = words_at(data, "ĐẢNG CỘNG SẢN VIỆT NAM")
    assert party[2] - party[0] == pytest.approx(72.9, abs=0.6)
    assert (party[0] + party[2]) / 2 == pytest.approx(15 + 206, abs=0.4)
    (issuer,) = words_at(data, "CHI BỘ THÔN NÀ ẾCH")
    assert (issuer[0] + issuer[2]) / 2 == pytest.approx(15 + 52.3, abs=0.4)
    assert "CỘNG HÒA" not in " ".join(texts(data))


def test_a_whole_card_number_never_gets_onto_the_paper() -> None:
    with pytest.raises(ValueError, match="masked"):
        RosterLine(number=1, name="Vàng Xuân Long", card="022079001417")


def test_a_line_of_a_book_has_a_text_for_each_column() -> None:
    book = example("member-book")
    with pytest.raises(ValueError, match="column"):
        dataclasses.replace(book, lines=(BookLine(cells=("một",)),))


@pytest.mark.parametrize("kind", list(COLUMNS))
def test_every_book_is_as_wide_as_its_page_and_prints_full_and_blank(kind: Any) -> None:
    assert sum(column.width for column in COLUMNS[kind]) == 267
    cells = tuple(f"dòng {number}" for number in range(len(COLUMNS[kind]) - 1))
    book = dataclasses.replace(example("member-book"), kind=kind, lines=(BookLine(cells=cells),) * 40)
    found = pages("member-book", book)
    assert "Từ ngày 01/01/2026 đến ngày 31/12/2026" in found[0]
    assert f"{len(found) - 1} 40" in found[0], "the cover counts pages and lines"
    assert catalogue.find("member-book").draw_blank(book, training=False).startswith(b"%PDF")
