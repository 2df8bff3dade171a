"""An office of an earlier version is brought to today's schema, and keeps what it held."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desktop.models.dismissals import Dismissal
from desktop.models.elections import Campaign, ContestKind, Election, Occasion, Official, Round
from desktop.models.finals import BY_NAME
from desktop.models.papers import Paper
from desktop.models.people import Person
from desktop.models.people_search import people_named
from desktop.models.results import Decision
from desktop.models.store.engine import encrypted_engine, writer
from desktop.models.store.schema import migrate
from desktop.models.store.sealing import differences, newest_seals
from desktop.models.store.upgrade import history
from desktop.resources import resource
from desktop.rules.vote_state import VoteState

HELD = """
INSERT INTO units (id, code, level, kind, name) VALUES (1, '06859-T01', 'hamlet', 'Thôn', 'Lục Ngù');
INSERT INTO campaigns VALUES (1, 'truong-thon', 'Bầu Trưởng thôn', '2024-12-08');
INSERT INTO elections (id, code, campaign_id, unit_id, kind, held_on, statute, state, venue)
 VALUES (1, '06859-T01-20241208', 1, 1, 'regular', '2024-12-08', 'nd59-2023', 'draft', 'Nhà văn hóa');
INSERT INTO contests VALUES (1, 1, 'hamlet_head', 'Trưởng thôn');
INSERT INTO rounds (id, contest_id, number, vote, attempt, ballot, seats, opened_at)
 VALUES (1, 1, 1, 'first', 1, 'strike', 1, '2024-12-08 00:30:00.000000');
INSERT INTO rounds (id, contest_id, parent_id, number, vote, attempt, ballot, seats)
 VALUES (2, 1, 1, 2, 'again', 2, 'strike', 1);
INSERT INTO officials (id, election_id, role, position, name, title)
 VALUES (1, 1, 'team_head', 1, 'Triệu Quý Đôn', 'Ông');
INSERT INTO people (id, name, folded, sort_key) VALUES (1, 'Lý Văn Tỵ', 'ly van ty', x'01');
INSERT INTO counts (id, round_id, revision, finalised_at, single_operator, content, sha256)
 VALUES (1, 1, 1, '2024-12-08 05:00:00.000000', 0, x'7b7d', '{digest}');
INSERT INTO submissions (id, count_id, recorded_at, again_on)
 VALUES (1, 1, '2024-12-09 01:00:00.000000', {again_on})
"""

PRINTED = """
INSERT INTO papers (form, pages, copies, trial, printed_at, content, sha256)
 VALUES ('{}', 1, 1, 0, '2024-12-08 05:00:00.000000', x'25', '{}')
"""


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    return encrypted_engine(tmp_path / "office.db", b"k" * 32)


ASKED = """
INSERT INTO units (id, code, level, kind, name) VALUES (1, '06859-T01', 'hamlet', 'Thôn', 'Lục Ngù');
INSERT INTO dismissals (id, unit_id, name, statute, asked_by, asked_on)
 VALUES (1, 1, 'Lò Thị Ơn', 'nd59-2023', 'hamlet_head', '2026-08-03');
INSERT INTO dismissal_records (id, dismissal_id, number, step, on_day)
 VALUES (1, 1, 1, 'accept', '2026-08-04');
INSERT INTO operators (id, name, pin_hash) VALUES (1, 'Tằng Văn Bình', 'x')
"""


def upgraded(engine: Engine, again_on: str, *more: str) -> Session:
    """Make an office as version 8 of the schema knew it, and bring it to the newest."""
    held = HELD.format(digest="0" * 64, again_on=again_on)
    return upgraded_from(engine, "0008", *held.split(";"), *more)


def upgraded_from(engine: Engine, revision: str, *held: str) -> Session:
    """Make an office as a revision of the schema knew it, and bring it to the newest."""
    config = history()
    with writer(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        for statement in held:
            connection.execute(text(statement))
    migrate(engine, "commune")
    return Session(engine)


def test_an_older_office_keeps_its_elections_and_knows_no_hours_yet(engine: Engine) -> None:
    with upgraded(engine, "NULL") as session:
        election = session.scalars(select(Election)).one()
        first, second = session.scalars(select(Round).order_by(Round.number))
        official = session.scalars(select(Official)).one()
        campaign = session.scalars(select(Campaign)).one()
        assert (election.venue, election.held_on) == ("Nhà văn hóa", date(2024, 12, 8))
        assert (official.name, official.phone) == ("Triệu Quý Đôn", None)
        assert first.opened_at is not None
        assert [first.held_on, first.opening, second.held_on, second.opening] == [None] * 4
        assert (campaign.plan_number, campaign.plan_on, campaign.results_by) == (None, None, None)
    engine.dispose()


def test_a_later_round_of_an_older_office_is_held_on_the_day_that_its_decision_names(engine: Engine) -> None:
    with upgraded(engine, "'2024-12-22'") as session:
        days = session.scalars(select(Round.held_on).order_by(Round.number)).all()
        assert days == [None, date(2024, 12, 22)]
    engine.dispose()


def test_an_older_office_has_its_state_on_the_vote_that_is_being_held(engine: Engine) -> None:
    with upgraded(engine, "NULL") as session:
        votes = session.scalars(select(Round).order_by(Round.number)).all()
        assert [vote.state for vote in votes] == [VoteState.TO_HOLD_AGAIN, VoteState.DRAFT]
        assert {vote.election_id for vote in votes} == {1}
        kinds = (votes[0].election.contest_kind, votes[0].election.campaign.contest_kind)
        assert kinds == (ContestKind.HAMLET_HEAD, ContestKind.HAMLET_HEAD)
        assert votes[0].election.occasion is Occasion.REGULAR
    engine.dispose()


def test_names_of_an_older_office_are_found_with_either_letter(engine: Engine) -> None:
    with upgraded(engine, "NULL") as session:
        for typed in ("ly", "Lí", "l", "ty van", "Tị"):
            found = people_named(typed)
            assert found is not None
            assert session.scalars(found).all() == [1], typed
        found = people_named("lo")
        assert found is not None
        assert session.scalars(found).all() == []


def test_papers_of_an_older_office_are_known_by_what_they_are_for(engine: Engine) -> None:
    forms = {
        "hamlet-ballot": "ballot",
        "hamlet-ballot-trial": "trial",
        "counting-minutes": "minutes",
        "hold-again-decision": "decision",
        "tally-sheet": "other",
    }
    with upgraded(engine, "NULL", *(PRINTED.format(form, "0" * 64) for form in forms)) as session:
        papers = session.execute(select(Paper.form, Paper.role)).all()
        assert dict(papers) == forms
    with pytest.raises(IntegrityError, match="stay as they are"), writer(engine).begin() as connection:
        connection.execute(text("UPDATE papers SET copies = 2"))
    engine.dispose()


DECIDED = """
INSERT INTO candidates (id, contest_id, person_id, printed_name, title) VALUES (1, 1, 1, 'Lý Văn Tỵ', 'Ông');
INSERT INTO counts (id, round_id, revision, finalised_at, single_operator, content, sha256)
 VALUES (7, 2, 1, '2024-12-22 05:00:00.000000', 0, x'7b7d', '{digest}');
INSERT INTO recognitions (id, contest_id, count_id, decided_on, recorded_at, number, recognised, reason)
 VALUES (1, 1, 1, '2024-12-12', '2024-12-12 01:00:00.000000', '12/QĐ-UBND', 0, 'chưa ai đủ số phiếu');
INSERT INTO submissions (id, count_id, recorded_at, received_on)
 VALUES (2, 7, '2024-12-23 01:00:00.000000', '2024-12-23');
INSERT INTO recognitions (id, contest_id, count_id, decided_on, recorded_at, number, recognised, candidate_id)
 VALUES (2, 1, 7, '2024-12-24', '2024-12-24 01:00:00.000000', '15/QĐ-UBND', 1, 1)
"""


def test_an_older_office_has_its_decisions_with_the_days_and_people_they_had(engine: Engine) -> None:
    with upgraded(engine, "'2024-12-22'", *DECIDED.format(digest="1" * 64).split(";")) as session:
        again, recognised = session.scalars(select(Decision).order_by(Decision.recorded_at))
        assert (again.number, again.reason, again.again_on, again.received_on, again.people) == (
            "12/QĐ-UBND",
            "chưa ai đủ số phiếu",
            date(2024, 12, 22),
            None,
            [],
        )
        assert (again.result, recognised.result) == ("held_again", "recognised")
        assert (recognised.received_on, recognised.decided_on) == (date(2024, 12, 23), date(2024, 12, 24))
        assert [said.candidate.printed_name for said in recognised.people if said.accepted] == ["Lý Văn Tỵ"]
        assert [[answered.count_id for answered in each.counts] for each in (again, recognised)] == [[1], [7]]
    engine.dispose()


def test_an_older_office_goes_on_writing_the_decision_that_it_was_preparing(engine: Engine) -> None:
    with upgraded(engine, "'2024-12-22'") as session:
        decision = session.scalars(select(Decision)).one()
        assert (decision.recorded(), decision.again_on, decision.body) == (
            None,
            date(2024, 12, 22),
            "peoples_committee",
        )
    engine.dispose()


def test_a_name_with_a_letter_that_only_looks_like_d_is_found_and_sorted_as_it_reads(engine: Engine) -> None:
    old = """INSERT INTO people (id, name, folded, sort_key)
        VALUES (2, '\u00d0ỗ Văn \u00d0ạt', '\u00f0o van \u00f0at', x'00')"""
    with upgraded(engine, "NULL", old) as session:
        found = people_named("do dat")
        assert found is not None
        assert session.scalars(found).all() == [2]
        person = session.get_one(Person, 2)
        assert person.name == "\u0110\u1ed7 V\u0103n \u0110\u1ea1t"
        assert person.sort_key == Person(name="\u0110\u1ed7 V\u0103n \u0110\u1ea1t").sort_key
    engine.dispose()


def test_a_dismissal_of_an_older_office_takes_the_law_that_is_shipped(engine: Engine) -> None:
    with upgraded_from(engine, "0053", *ASKED.split(";")) as session:
        found = session.scalars(select(Dismissal)).one()
        assert found.statute_bytes == resource("statutes", "nd59-2023.toml").read_bytes()
        assert [each.step for each in found.steps] == ["accept"]
    engine.dispose()


def test_pins_of_an_older_office_are_sealed_as_they_stand(engine: Engine) -> None:
    with upgraded_from(engine, "0053", *ASKED.split(";")) as session:
        pins = BY_NAME["operator_pins"]
        assert list(newest_seals(session.connection(), pins)) == [1]
        assert list(differences(session.connection(), pins)) == []
    engine.dispose()
