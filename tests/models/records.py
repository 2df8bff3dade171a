"""Invented records, valid by default."""

import datetime as dt

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.audit import Event, append
from desktop.models.counting import Count, Operator, OutcomeRecord, TallyKeyRow, TallyLog
from desktop.models.elections import (
    Ballot,
    Campaign,
    Candidacy,
    Candidate,
    Contest,
    ContestKind,
    Election,
    Occasion,
    Round,
    Vote,
)
from desktop.models.office import Mode, Office, Role
from desktop.models.papers import Attachment, Media, Paper, PaperRole
from desktop.models.people import Household, Person
from desktop.models.places import Unit, UnitLevel
from desktop.models.rolls import ElectorateKind, Roll, RollEntry
from desktop.models.store.at_rest import Cost
from desktop.models.store.sealing import adopt
from desktop.rules.tally import KeyKind

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
PASSPHRASE = "mật khẩu tập huấn"  # noqa: S105 - of invented offices
NOW = dt.datetime(2024, 12, 8, 1, 30, tzinfo=dt.UTC)
COUNT_BYTES = '{"kind":"count","note":"Thôn Lục Ngù"}\n'.encode()
PAPER_BYTES = b"%PDF-1.4 bien ban"


def office(mode: Mode = Mode.TRAINING) -> Office:
    return Office(unit_code="06859", name="UBND xã Mẫu", role=Role.COMMUNE, mode=mode, made_at=NOW)


def hamlet(name: str = "Lục Ngù", code: str = "06859-T01") -> Unit:
    return Unit(code=code, level=UnitLevel.HAMLET, kind="Thôn", name=name)


def person(name: str = "Lò Thị Ơn", **facts: object) -> Person:
    return Person(name=name, **facts)


def election(unit: Unit) -> Election:
    return Election(
        code="06859-T01-2024",
        campaign=Campaign(code="2024-12", name="Bầu trưởng thôn", election_day=dt.date(2024, 12, 8)),
        unit=unit,
        contest_kind=ContestKind.HAMLET_HEAD,
        occasion=Occasion.REGULAR,
        held_on=dt.date(2024, 12, 8),
        statute="nd59-2023",
    )


def first_round(of: Election) -> Round:
    contest = Contest(election=of, kind=ContestKind.HAMLET_HEAD, post="Trưởng thôn")
    return Round(
        election=of, contest=contest, number=1, vote=Vote.FIRST, attempt=1, ballot=Ballot.STRIKE, seats=1
    )


def count(of: Round, revision: int = 1, **facts: object) -> Count:
    return Count(
        content=COUNT_BYTES, round=of, revision=revision, finalised_at=NOW, single_operator=False, **facts
    )


def roll(of: Election, households: int = 2) -> Roll:
    made = Roll(election=of, electorate_kind=ElectorateKind.HOUSEHOLDS)
    for number in range(1, households + 1):
        roll_line(made, number)
    return made


def roll_line(of: Roll, number: int, **facts: object) -> RollEntry:
    head = person(f"Triệu Văn {number}")
    home = Household(hamlet=of.election.unit, head=head)
    return RollEntry(roll=of, number=number, household=home, representative=head.name, added_at=NOW, **facts)


def paper(of: Round) -> Paper:
    return Paper(
        content=PAPER_BYTES,
        form="counting_minutes",
        election=of.election,
        round=of,
        revision=1,
        pages=1,
        copies=3,
        role=PaperRole.MINUTES,
        printed_at=NOW,
    )


def event(number: int = 1) -> Event:
    return Event(at=NOW, actor="program", action="count.finalise", record_kind="count", record_id=number)


def tally_key(of: Round, by: Operator) -> TallyKeyRow:
    read = TallyLog(round=of, operator=by, revision=1, begun_at=NOW)
    return TallyKeyRow(log=read, position=1, at=NOW, kind=KeyKind.MARK, candidate=0)


def whole_election(session: Session) -> Round:
    """Store one hamlet's election from roll to recognition, with its paper and three audit entries."""
    held = election(hamlet())
    vote = first_round(held)
    candidate = Candidate(contest=vote.contest, person=person(), printed_name="Lò Thị Ơn")
    made, operator = count(vote), Operator(name="Người nhập một", pin_hash="x")
    session.add_all(
        [
            roll(held),
            Candidacy(round=vote, candidate=candidate, position=1),
            operator,
            tally_key(vote, operator),
            made,
            OutcomeRecord(count=made, outcome="elected", elected=["Lò Thị Ơn"], clauses=[], final=True),
            paper(vote),
            Attachment(
                content=PAPER_BYTES, count=made, file_name="bien-ban.pdf", media=Media.PDF, attached_at=NOW
            ),
        ]
    )
    # The office itself was stored beside the log.
    adopt(session)
    for number in range(1, 4):
        append(session, event(number))
    return vote


def only_round(session: Session) -> Round:
    return session.scalars(select(Round)).one()
