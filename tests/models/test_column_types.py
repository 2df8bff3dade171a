"""What is stored comes back as it was, or is refused."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, StatementError

from desktop.models.counting import Attendance, BallotStock, Entry, Operator
from desktop.models.elections import Contest, ContestKind, Round, Vote
from desktop.models.office import Office, Settings
from desktop.models.people import Person, Sex, _sortable
from desktop.models.places import Unit
from desktop.models.store.opened import Database
from desktop.models.store.session import reading, writing
from desktop.vietnamese.collation import name_sort_key
from desktop.vietnamese.partial_date import PartialDate
from tests.models import records

HANOI = dt.timezone(dt.timedelta(hours=7))
NAMES = st.text(alphabet="aáàảãạăâbcdđeêghiklmnoôơpqrstuưvxyAĐÊƠ 12'-", min_size=1, max_size=25)


def test_a_time_is_stored_in_utc_and_comes_back_with_its_zone(database: Database) -> None:
    morning = dt.datetime(2024, 12, 8, 8, 15, tzinfo=HANOI)
    with writing(database) as session:
        session.add(
            Attendance(round=records.first_round(records.election(records.hamlet())), at=morning, present=80)
        )
    with reading(database) as session:
        assert session.scalar(text("SELECT at FROM attendances")) == "2024-12-08 01:15:00.000000"
        stored = session.scalars(select(Attendance)).one().at
    assert stored == morning
    assert stored.utcoffset() == dt.timedelta(0)


def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="zone"), writing(database) as session:
        session.add(
            Attendance(
                round=records.first_round(records.election(records.hamlet())),
                at=dt.datetime(2024, 12, 8, 8, 15),  # noqa: DTZ001 - the mistake that is tested
                present=80,
            )
        )


@pytest.mark.parametrize(
    ("birth", "stored"),
    [
        (PartialDate(1940), "1940"),
        (PartialDate(1940, 2), "1940-02"),
        (PartialDate(1940, 2, 29), "1940-02-29"),
    ],
)
def test_a_partial_birth_is_stored_with_the_parts_that_are_known(
    database: Database, birth: PartialDate, stored: str
) -> None:
    with writing(database) as session:
        session.add(records.person(birth=birth, sex=Sex.FEMALE))
    with reading(database) as session:
        assert session.scalar(text("SELECT birth FROM people")) == stored
        found = session.scalars(select(Person)).one()
        assert (found.birth, found.sex) == (birth, Sex.FEMALE)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO people (name, folded, sort_key, birth) VALUES ('A', 'a', x'00', '08/12/1940')",
        "INSERT INTO people (name, folded, sort_key, sex) VALUES ('A', 'a', x'00', 'Nữ')",
        "INSERT INTO people (name, folded, sort_key, identity) VALUES ('A', 'a', x'00', '1234567890')",
        "INSERT INTO people (name, folded, sort_key) VALUES ('A', 'a', 'text where bytes belong')",
    ],
)
def test_another_program_cannot_store_what_the_columns_do_not_mean(database: Database, sql: str) -> None:
    with pytest.raises(IntegrityError), writing(database) as session:
        session.execute(text(sql))


def test_a_person_carries_the_folded_name_even_after_a_correction() -> None:
    someone = records.person("Đặng Thị Ơn")
    assert (someone.name, someone.folded) == ("Đặng Thị Ơn", "dang thi on")
    someone.name = "Lò A Chớ"
    assert someone.folded == "lo a cho"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(NAMES, NAMES)
def test_the_database_orders_people_as_the_alphabet_does(one: str, other: str) -> None:
    first, second = name_sort_key(one), name_sort_key(other)
    assert (first < second) == (_sortable(first) < _sortable(second))
    assert (first == second) == (_sortable(first) == _sortable(second))


def test_one_identity_number_belongs_to_one_person(database: Database) -> None:
    same = [records.person(name, identity="022147075954") for name in ("Lò A", "Lò B")]
    with pytest.raises(IntegrityError), writing(database) as session:
        session.add_all(same)


def test_people_without_an_identity_number_are_several(database: Database) -> None:
    with writing(database) as session:
        session.add_all([records.person("Lò A"), records.person("Lò B")])


def test_a_code_names_one_unit_at_a_time(database: Database) -> None:
    with pytest.raises(IntegrityError), writing(database) as session:
        session.add_all([records.hamlet("Một"), records.hamlet("Hai")])


def test_a_merged_hamlet_knows_its_predecessors(database: Database) -> None:
    with writing(database) as session:
        merged = records.hamlet("Mới", "06859-T09")
        merged.predecessors = [records.hamlet("Một", "06859-T01"), records.hamlet("Hai", "06859-T02")]
        session.add(merged)
    with reading(database) as session:
        found = session.scalars(select(Unit).where(Unit.code == "06859-T09")).one()
        assert sorted(unit.name for unit in found.predecessors) == ["Hai", "Một"]


def test_a_negative_number_of_ballots_is_refused(database: Database) -> None:
    with pytest.raises(IntegrityError), writing(database) as session:
        session.add(
            BallotStock(round=records.first_round(records.election(records.hamlet())), box="main", issued=-1)
        )


def test_what_was_not_counted_stays_empty(database: Database) -> None:
    with writing(database) as session:
        session.add(
            BallotStock(round=records.first_round(records.election(records.hamlet())), box="main", issued=0)
        )
    with reading(database) as session:
        stock = session.scalars(select(BallotStock)).one()
        assert (stock.issued, stock.unused) == (0, None)


def test_one_operator_cannot_make_both_entries(database: Database) -> None:
    vote = records.first_round(records.election(records.hamlet()))
    alone = Operator(name="Người nhập một", pin_hash="x")
    both = [Entry(round=vote, number=n, operator=alone, typed={}, made_at=records.NOW) for n in (1, 2)]
    with pytest.raises(IntegrityError), writing(database) as session:
        session.add_all(both)


def test_typed_figures_come_back_as_typed(database: Database) -> None:
    typed = {"valid": 98, "candidates": [{"name": "Lò Thị Ơn", "votes": 61}], "note": None}
    with writing(database) as session:
        vote = records.first_round(records.election(records.hamlet()))
        operator = Operator(name="Người nhập một", pin_hash="x")
        session.add(Entry(round=vote, number=1, operator=operator, typed=typed, made_at=records.NOW))
    with reading(database) as session:
        assert session.scalars(select(Entry)).one().typed == typed


def test_a_later_round_needs_the_one_before(database: Database) -> None:
    vote = records.first_round(records.election(records.hamlet()))
    orphan = Round(
        election=vote.election,
        contest=vote.contest,
        number=2,
        vote=Vote.AGAIN,
        attempt=2,
        ballot=vote.ballot,
        seats=1,
    )
    with pytest.raises(IntegrityError), writing(database) as session:
        session.add_all([vote, orphan])


def test_no_two_votes_of_an_election_bear_one_number(database: Database) -> None:
    vote = records.first_round(records.election(records.hamlet()))
    other = Contest(election=vote.election, kind=ContestKind.HAMLET_HEAD, post="Phó Trưởng thôn")
    same = Round(
        election=vote.election,
        contest=other,
        number=1,
        vote=Vote.FIRST,
        attempt=1,
        ballot=vote.ballot,
        seats=1,
    )
    with pytest.raises(IntegrityError), writing(database) as session:
        session.add_all([vote, same])


def test_settings_come_back_typed(database: Database) -> None:
    with writing(database) as session:
        session.scalars(select(Office)).one().settings = Settings(reserve=6, place="Húc Động")
    with reading(database) as session:
        assert session.scalars(select(Office)).one().settings == Settings(reserve=6, place="Húc Động")


def test_a_folder_holds_one_office(database: Database) -> None:
    second = records.office()
    second.id = 2
    with pytest.raises(IntegrityError), writing(database) as session:
        session.add(second)


def test_a_row_prints_no_personal_data() -> None:
    assert "Lò" not in repr(records.person("Lò Thị Ơn"))
