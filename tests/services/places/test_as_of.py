"""Sixty hamlets become thirty-one: reports of a day bear its names, papers name both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.counting import Count
from desktop.models.elections import Campaign
from desktop.models.papers import Paper
from desktop.models.store.session import reading
from desktop.services.catalogue.hamlets import HAMLETS
from desktop.services.catalogue.household_members import HOUSEHOLD_MEMBERS
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.elections import planning
from desktop.services.exchange.contents import package_contents
from desktop.services.exchange.report import print_report
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.list_kind import Extent
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.papers.decisions import print_decision
from desktop.services.papers.making import make_paper
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.people.record import add_household
from desktop.services.places import succession
from desktop.services.places.hamlets import add_hamlet, hamlet_lines
from desktop.services.places.merger_plan import open_mergers
from desktop.services.places.mergers import write_mergers
from desktop.services.results import decisions
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.printing.pages import one_line

ON = date(2025, 7, 1)
EVE = date(2025, 6, 30)
BY = succession.Decision("15/NQ-HĐND", date(2025, 6, 20), "Hội đồng nhân dân xã Mẫu")


def _named(office: Workplace, on: date | None = None) -> list[tuple[str, int]]:
    return [(line.full_name, line.counted) for line in hamlet_lines(office, on=on)]


def _rows(path: Path) -> Sequence[tuple[object, ...]]:
    sheet = load_workbook(path).worksheets[0]
    return [row[:3] for row in sheet.iter_rows(values_only=True)][2:]


@pytest.fixture
def merged(office: Workplace, clock: TrainingClock, tmp_path: Path) -> tuple[str, list[tuple[str, int]]]:
    """An election held and recognised in one of sixty hamlets, which then become thirty-one."""
    code = commune.finalised(office)
    print_minutes(office, code)
    decisions.recognise(office, code, "102/QĐ-UBND", date(2024, 12, 10))
    print_decision(office, code)
    for number in range(58):
        added = add_hamlet(office, "Thôn", f"Cũ {number:02d}")
        add_household(office, added, f"Vàng A {chr(65 + number % 26)}a")
    clock.moment = datetime(2025, 7, 5, 1, tzinfo=UTC)
    before = _named(office)
    give_out(office, HAMLETS, tmp_path / "truoc.xlsx")
    path = tmp_path / "sap-nhap.csv"
    pairs = [("Lục Ngù", "Lục Chợ"), ("Chợ", "Lục Chợ")]
    pairs += [(f"Cũ {number:02d}", f"Mới {min(number // 2, 29):02d}") for number in range(56)]
    pairs += [("Cũ 56", "Mới 56"), ("Cũ 57", "Mới 57")]
    path.write_text("STT;Thôn cũ;Thôn mới\n" + "\n".join(f"1;{old};{new}" for old, new in pairs), "utf-8")
    write_mergers(office, open_mergers(office, path), ON, BY)
    return code, before


def test_the_list_of_a_day_has_the_names_and_households_of_that_day(
    office: Workplace, merged: tuple[str, list[tuple[str, int]]], tmp_path: Path
) -> None:
    _, before = merged
    assert (len(before), len(_named(office))) == (60, 31)
    assert _named(office, EVE) == before
    assert _named(office, ON) == _named(office)
    assert sum(count for _, count in _named(office)) == sum(count for _, count in before)
    assert give_out(office, HAMLETS, tmp_path / "theo-ngay.xlsx", Extent(on=EVE)) == 60
    assert _rows(tmp_path / "theo-ngay.xlsx") == _rows(tmp_path / "truoc.xlsx")
    assert give_out(office, HAMLETS, tmp_path / "nay.xlsx") == 31


@pytest.mark.usefixtures("merged")
def test_households_of_a_past_day_are_printed_under_the_hamlet_of_that_day(
    office: Workplace, tmp_path: Path
) -> None:
    paper = one_line(HOUSEHOLDS.draw(office, Extent(commune.HAMLET, EVE)))
    assert f"theo sổ ngày {EVE:%d/%m/%Y}" in paper
    assert "Lục Ngù" in paper
    assert "Lục Chợ" not in paper
    assert f"Danh sách có {len(commune.HEADS)} hộ" in paper
    assert "60 thôn, khu phố" in one_line(HAMLETS.draw(office, Extent(on=EVE)))
    assert "31 thôn, khu phố" in one_line(HAMLETS.draw(office, Extent(on=ON)))
    assert give_out(office, HOUSEHOLDS, tmp_path / "a.xlsx", Extent(commune.HAMLET, EVE)) == len(
        commune.HEADS
    )
    everybody = give_out(office, HOUSEHOLDS, tmp_path / "b.xlsx", Extent(None, EVE))
    assert everybody == give_out(office, HOUSEHOLDS, tmp_path / "c.xlsx")
    assert "Lục Ngù" in one_line(HOUSEHOLD_MEMBERS.draw(office, Extent(commune.HAMLET, EVE)))
    with pytest.raises(RequestRefused):
        HOUSEHOLDS.draw(office, Extent(commune.HAMLET, ON))


def test_what_was_printed_counted_and_sent_before_stays_as_it_was(
    office: Workplace, merged: tuple[str, list[tuple[str, int]]]
) -> None:
    code, _ = merged
    with reading(office.database) as session:
        campaign = session.scalars(select(Campaign)).one()
        sent = package_contents(session, own_office(session), campaign)
        kept = {paper.form: paper.content for paper in session.scalars(select(Paper))}
        counted = session.scalars(select(Count.content)).all()
        name = campaign.code
    report = print_report(office, name)
    # As on the eve of the mergers, which is when the papers were printed.
    (batch,) = [line.change.batch for line in hamlet_lines(office) if line.name == "Lục Chợ" and line.change]
    succession.undo_change(office, batch)
    with reading(office.database) as session:
        campaign = session.scalars(select(Campaign)).one()
        before = package_contents(session, own_office(session), campaign)
        # What is sent after the merger says of the hamlet besides that it ended.
        assert [path for path in sent if sent[path] != before[path]] == ["data/units.json"]
        assert session.scalars(select(Count.content)).all() == counted
    assert print_report(office, name) == report
    for form in ("counting-minutes", "recognition-decision"):
        assert make_paper(office, code, form, "full").content == kept[form]


def test_a_kept_paper_is_reprinted_as_it_was_and_one_drawn_anew_names_both(
    office: Workplace, merged: tuple[str, list[tuple[str, int]]]
) -> None:
    code, _ = merged
    with reading(office.database) as session:
        kept = {paper.form: paper.content for paper in session.scalars(select(Paper))}
    for form in ("counting-minutes", "recognition-decision"):
        assert make_paper(office, code, form, "full").content == kept[form]
    submission = one_line(make_paper(office, code, "submission", "full").content)
    assert "cộng đồng dân cư thôn Lục Ngù (nay là thôn Lục Chợ) đã họp bầu" in submission
    roll = one_line(make_paper(office, code, "posted-roll", "half").content)
    assert "của thôn Lục Ngù (nay là thôn Lục Chợ), niêm yết từ" in roll


@pytest.mark.usefixtures("merged")
def test_papers_of_a_hamlet_just_made_name_what_it_was_made_of_once(office: Workplace) -> None:
    made = next(line.code for line in hamlet_lines(office) if line.name == "Lục Chợ")
    day = date(2025, 8, 3)
    plan = commune.plan(hamlet=made, held_on=day, term_from=day, term_to=date(2030, 8, 3))
    code = planning.plan_election(office, plan).code
    said = one_line(make_paper(office, code, "call-decision", "half").content)
    besides = "(trước ngày 01/07/2025 là thôn Lục Ngù, khu phố Chợ)"
    assert said.count(besides) == 1
    assert besides in one_line(make_paper(office, code, "posted-roll", "half").content)
    later = date(2025, 9, 7)
    again = commune.plan(hamlet=made, held_on=later, term_from=later, term_to=date(2030, 9, 7))
    second = planning.plan_election(office, again).code
    assert "trước ngày" not in one_line(make_paper(office, second, "call-decision", "half").content)
