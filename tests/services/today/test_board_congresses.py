"""The board's column of congresses: what it says of the branch of a hamlet, and to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from desktop.models.counting import Count
from desktop.models.places import Unit, UnitLevel
from desktop.models.store.session import writing
from desktop.services.congress import approval, closing
from desktop.services.congress.lookup import congress_vote, found_congress
from desktop.services.congress.planning import CongressPlan, plan_congresses
from desktop.services.counting.finalised import latest_count
from desktop.services.elections import planning
from desktop.services.office.sides import Side
from desktop.services.office.workplace import VIET_NAM
from desktop.services.party.branches import make_hamlet_branch
from desktop.services.places.lookup import unit_on
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.today.board import Board, BoardRow, board
from desktop.wording import cell_word, due_word, left_words, next_words
from tests.offices import commune
from tests.offices.congress_example import (
    DAY,
    NAMES,
    Branch,
    bodies_chosen,
    called,
    counted,
    going_on,
    listed,
    make_branch,
    new_member,
    planned,
    printed,
)
from tests.offices.queries import counted_queries


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Branch]:
    made = make_branch(tmp_path / "office", 7)
    # The other hamlet elects: nothing of an election is late in the row of this one.
    add_unit(made.place, NewUnit(commune.OTHER_HAMLET, "hamlet", "Thôn", "Nà Áng", parent=commune.COMMUNE))
    planning.plan_election(made.place, commune.plan(hamlet=commune.OTHER_HAMLET))
    yield made
    made.place.database.close()


def put(branch: Branch, day: date) -> None:
    branch.clock.moment = datetime(day.year, day.month, day.day, 9, tzinfo=VIET_NAM)


def own_row(found: Board) -> BoardRow:
    return next(row for row in found.rows if row.hamlet_code == commune.HAMLET)


def row_of(branch: Branch) -> BoardRow:
    return own_row(board(branch.place))


def said(branch: Branch) -> tuple[str, str]:
    cell = next(cell for cell in row_of(branch).cells if cell.step == "congress")
    return cell.mark, cell_word(cell.reason, cell.value)


def following(branch: Branch) -> tuple[str, tuple[str, object]]:
    thing = row_of(branch).next
    return next_words(thing.code, thing.facts).headline, (thing.place, thing.argument)


def dues(found: Board) -> list[tuple[str, str, str]]:
    return [
        (f"{due.day:%d/%m}", due_word(due.task), left_words(due.left, due.facts)) for due in found.deadlines
    ]


def voted(branch: Branch, number: int, post: str, name: str, got: int) -> None:
    code = row_of(branch).congress
    assert code is not None
    listed(branch, code, post, name)
    printed(branch, f"{code}.{number}", 7)
    counted(branch, f"{code}.{number}", 7, {name: got}, unused=0)


def test_a_hamlet_whose_branch_planned_nothing_has_nothing_in_the_column(branch: Branch) -> None:
    assert said(branch) == ("not_yet", "")
    assert row_of(branch).congress is None


def test_a_congress_to_come_shows_its_day_and_one_that_nobody_held_is_late(branch: Branch) -> None:
    code = planned(branch)
    assert said(branch) == ("not_yet", "05/01")
    assert row_of(branch).congress == code
    put(branch, DAY)
    assert said(branch) == ("doing", "Hôm nay")
    put(branch, date(2025, 1, 6))
    assert said(branch) == ("wrong", "Muộn")


def test_the_column_follows_a_congress_to_its_approval(branch: Branch) -> None:
    code = planned(branch)
    called(branch, code)
    assert said(branch) == ("doing", "Đang họp")
    bodies_chosen(branch, code, NAMES[4:5])
    voted(branch, 1, "secretary", NAMES[0], 6)
    assert said(branch) == ("doing", "Có bí thư")
    put(branch, date(2025, 1, 6))
    assert said(branch) == ("attention", "Chờ bế mạc")
    assert following(branch) == ("Đại hội 05/01 chưa ghi bế mạc", ("congress", code))
    branch.at(2)
    closing.close_congress(branch.place, code, branch.at(3))
    assert said(branch) == ("doing", "Có bí thư")
    assert following(branch) == ("Gửi báo cáo đại hội lên Đảng ủy", ("congress", code))
    assert ("14/01", "Báo cáo kết quả đại hội", "Chi bộ thôn Nà Ếch, còn 9 ngày") in dues(board(branch.place))
    put(branch, date(2025, 1, 15))
    assert said(branch) == ("wrong", "Muộn")
    closing.record_report_sent(branch.place, code, date(2025, 1, 8))
    assert said(branch) == ("doing", "Có bí thư")
    assert following(branch) == ("Chờ Đảng ủy chuẩn y", ("congress", code))
    approval.approve(branch.place, code, "31-QĐ/ĐU", date(2025, 1, 15))
    assert said(branch) == ("done", "")
    assert row_of(branch).next.place != "congress"


def test_a_congress_that_elected_no_secretary_is_held_and_no_more(branch: Branch) -> None:
    code = planned(branch)
    called(branch, code)
    bodies_chosen(branch, code, NAMES[4:5])
    voted(branch, 1, "secretary", NAMES[0], 3)
    assert not going_on(branch, f"{code}.1", 2)
    closing.close_congress(branch.place, code, branch.at(3))
    assert said(branch) == ("doing", "Đã họp")


def test_a_congress_whose_term_is_over_is_not_that_of_the_next_heads(branch: Branch) -> None:
    planned(branch, held_on=date(2024, 11, 20), term_from=date(2022, 6, 1), term_to=date(2024, 12, 8))
    assert row_of(branch).congress is None
    code = planned(branch)
    assert row_of(branch).congress == code


def test_who_does_elections_alone_is_told_nothing_of_congresses(branch: Branch) -> None:
    planned(branch)
    put(branch, DAY)
    both = board(branch.place)
    assert both.of_party
    alone = board(replace(branch.place, side=Side.ELECTIONS))
    assert not alone.of_party
    row = own_row(alone)
    assert row.congress is None
    assert {cell.mark for cell in row.cells if cell.step == "congress"} == {"not_yet"}
    assert row.next.place != "congress"
    assert [due for due in dues(both) if due not in dues(alone)] == [
        ("05/01", "Đại hội chi bộ", "Chi bộ thôn Nà Ếch, hôm nay")
    ]


def held_like(branch: Branch, code: str, others: int) -> None:
    """Let branches of other hamlets have held a congress that ended as this one did."""
    with writing(branch.place.database) as session:
        branches = []
        for number in range(others):
            unit = f"06859-T{10 + number}"
            session.add(
                Unit(
                    code=unit,
                    level=UnitLevel.HAMLET,
                    kind="Thôn",
                    name=f"Số {number}",
                    parent=unit_on(session, commune.COMMUNE, DAY),
                )
            )
            session.flush()
            branches.append(make_hamlet_branch(branch.place, session, unit_on(session, unit, DAY)))
            for member in range(3):
                new_member(
                    session, branches[-1], f"Lò Văn {number} {member}", probationary=False, number=member + 1
                )
        session.flush()
        codes = [one.code for one in branches]
    held = [planning_of(code) for code in codes]
    made = plan_congresses(branch.place, held)
    with writing(branch.place.database) as session:
        like = congress_vote(session, f"{code}.1")
        counted_so = latest_count(session, like)
        for one in made:
            vote = congress_vote(session, f"{one}.1")
            vote.state = like.state
            found_congress(session, one).closed_at = branch.at(2)
            session.add(
                Count(
                    round=vote,
                    revision=1,
                    finalised_at=counted_so.finalised_at,
                    single_operator=False,
                    content=counted_so.content,
                )
            )


def planning_of(branch: str) -> CongressPlan:
    return CongressPlan(branch=branch, held_on=DAY, term_from=DAY, term_to=date(2027, 7, 5))


def test_sixty_congresses_take_no_more_queries_than_one(branch: Branch) -> None:
    code = planned(branch)
    called(branch, code)
    bodies_chosen(branch, code, NAMES[4:5])
    voted(branch, 1, "secretary", NAMES[0], 6)
    closing.close_congress(branch.place, code, branch.at(2))
    with counted_queries(branch.place) as one:
        board(branch.place)
    held_like(branch, code, 59)
    with counted_queries(branch.place) as many:
        found = board(branch.place)
    assert sum(row.congress is not None for row in found.rows) == 60
    assert len(many) == len(one)
