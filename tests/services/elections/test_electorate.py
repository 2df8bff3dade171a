"""Who may vote is one value: whoever asks, of whichever day, hears the same number."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.elections import Ballot
from desktop.models.people import Household
from desktop.models.rolls import ElectorateKind, Roll, RollEntry
from desktop.models.store.session import reading, writing
from desktop.services.elections.electorate import (
    Electorate,
    electorate_of,
    electorates_of,
    electors_of,
    frozen_electorate,
)
from desktop.services.elections.lookup import election_of, statute_for, vote_of
from desktop.services.elections.rolls.supplements import supplement
from desktop.services.elections.rolls.views import roll_page
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballots import ballot_book, print_ballots
from desktop.services.papers.fill.hamlet_head.facts import paper_facts
from desktop.services.papers.fill.hamlet_head.representatives import representatives_of
from desktop.services.progress.election_head import head
from desktop.services.today.board import board
from tests.offices import commune

LATER = commune.DAY + timedelta(days=7)


def told(office: Workplace, code: str) -> set[int]:
    """Return what each that asks is told of the size of the electorate."""
    with reading(office.database) as session:
        vote = vote_of(session, code)
        election, statute = vote.election, statute_for(office, vote.election)
        inside = {
            electorate_of(session, election).size,
            electorates_of(session, election.campaign)[election.id].size,
            len(electors_of(session, election)),
            len(representatives_of(session, election)),
            int(paper_facts(session, vote, statute)["households"].value or 0),
        }
    row = next(row for row in board(office).rows if row.election == code)
    views = {row.electorate, head(office, code).electorate, roll_page(office, code).total}
    return inside | views | {ballot_book(office, code).electorate}


def gone(office: Workplace, last: date) -> None:
    """Let a household of the hamlet live there until a day, the last included."""
    with writing(office.database) as session:
        session.get_one(Household, 1).ends_on = last


@pytest.mark.parametrize("held_on", [commune.DAY, LATER])
@pytest.mark.parametrize(
    "last", [commune.DAY - timedelta(days=1), commune.DAY, LATER - timedelta(days=1), LATER]
)
def test_before_the_freeze_everybody_counts_on_the_hamlets_own_day(
    office: Workplace, held_on: date, last: date
) -> None:
    code = commune.listed(office, held_on=held_on)
    gone(office, last)
    assert told(office, code) == {12 if last >= held_on else 11}


def test_once_frozen_nothing_but_a_supplement_changes_it(office: Workplace) -> None:
    code = commune.listed(office)
    with reading(office.database) as session, pytest.raises(RequestRefused) as caught:
        frozen_electorate(session, election_of(session, code))
    assert caught.value.code == "not_frozen"
    print_ballots(office, code)
    gone(office, commune.DAY - timedelta(days=1))
    assert told(office, code) == {12}
    commune.store(office, [commune.row("Vàng A Páo")])
    with reading(office.database) as session:
        new = session.scalars(select(Household.id).order_by(Household.id.desc())).first()
    supplement(office, code, new or 0, "mới tách hộ")
    assert told(office, code) == {13}
    with reading(office.database) as session:
        found = frozen_electorate(session, election_of(session, code))
        last = electors_of(session, election_of(session, code))[-1]
    assert (found.kind, found.supplements, found.frozen) == (ElectorateKind.HOUSEHOLDS, 1, 13)
    assert (last.number, last.name, last.supplement, last.reason) == (13, "Vàng A Páo", 1, "mới tách hộ")


def test_voters_are_counted_as_voters(office: Workplace) -> None:
    """The older resolution lets every voter vote; such a roll has people in place of households."""
    code = commune.listed(office)
    with writing(office.database) as session:
        election = election_of(session, code)
        now = office.clock()
        roll = Roll(election=election, electorate_kind=ElectorateKind.VOTERS)
        session.add(roll)
        for number, household in enumerate(session.scalars(select(Household).limit(3)), 1):
            head = household.head
            session.add(
                RollEntry(roll=roll, number=number, person=head, representative=head.name, added_at=now)
            )
        session.flush()
        roll.frozen_at = now
        session.flush()
        assert electorate_of(session, election) == Electorate(ElectorateKind.VOTERS, 3, 0, roll.frozen_at)
        assert all(elector.person for elector in electors_of(session, election))


def test_a_vote_by_hands_has_the_same_electorate(office: Workplace) -> None:
    code = commune.listed(office)
    with writing(office.database) as session:
        vote_of(session, code).ballot = Ballot.HANDS
    assert told(office, code) == {12}
