"""Congresses in packages of the Party's stream: sealed, counted again, taken in, acknowledged."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path

import msgspec
import openpyxl
import pytest
from sqlalchemy import select

from desktop.bootstrap import shipped_statutes
from desktop.errors import RequestRefused
from desktop.exchange.card import fingerprint
from desktop.exchange.fields import Stream
from desktop.exchange.records import ApprovalRecord, UnitsRecord
from desktop.exchange.seal import Header, seal
from desktop.models.elections import ContestKind
from desktop.models.exchange import TakenRecord
from desktop.models.party import Member, StandingKind
from desktop.models.store.session import reading, writing
from desktop.rules.attendance import Presence
from desktop.rules.facts import read_facts
from desktop.rules.outcome import decide, sealed_document
from desktop.services.congress import approval, bodies, closing, hands, lists, votes
from desktop.services.congress.planning import choose_posts
from desktop.services.elections.changes import Because, cancel_election
from desktop.services.elections.lookup import campaigns_of
from desktop.services.exchange import cards, intake, receipts
from desktop.services.exchange.contents import package_contents
from desktop.services.exchange.intake import IntakeView
from desktop.services.exchange.outbox import campaigns_to_send, outbox, seal_campaign
from desktop.services.exchange.sealing import SealedView
from desktop.services.exchange.sealing import seal as seal_state
from desktop.services.exchange.stick import package_content
from desktop.services.office import keys
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.papers.congress.kinds import COUNTING
from desktop.services.papers.congress.making import print_congress_paper
from tests.offices.commune import PASSPHRASE
from tests.offices.congress_example import (
    DAY,
    NAMES,
    Branch,
    bodies_chosen,
    called,
    counted,
    make_branch,
    planned,
    printed,
)
from tests.printing.pages import texts

COMMITTEE = NAMES[:6]
AWAY, EXEMPT = "Đặng Quốc Hưởng", "Phạm Thị Linh"
CAMPAIGN = "dai-hoi-chi-bo-2025"
ABOVE = NewOffice("22", "Ban Tổ chức Tỉnh ủy", "receiving")


@dataclass(slots=True)
class Sent:
    """A branch's office, where its congress is closed, and the office that receives from it."""

    branch: Branch
    code: str
    above: Workplace

    @property
    def place(self) -> Workplace:
        return self.branch.place

    def contents(self) -> dict[str, bytes]:
        with reading(self.place.database) as session:
            (campaign,) = campaigns_of(session, ContestKind.BRANCH_CONGRESS)
            return package_contents(session, own_office(session), campaign)

    def seal(self, outbox: Path, stream: Stream = "party", side: Side = Side.BOTH) -> SealedView:
        place = replace(self.place, side=side)
        return seal_state(place, keys.unlock(self.place, PASSPHRASE), stream, "22", outbox=outbox)

    def take(self, data: bytes) -> IntakeView:
        return intake.take_in(self.above, keys.unlock(self.above, PASSPHRASE), data)

    def approve(self) -> None:
        self.branch.clock.put(date(2025, 1, 20), 8, 0)
        refused = [approval.Refused("deputy", "Lò Thu Liễu", "chưa đủ tiêu chuẩn")]
        approval.record_received(self.place, self.code, date(2025, 1, 10))
        approval.approve(self.place, self.code, "31-QĐ/ĐU", date(2025, 1, 20), refused)


def _agreed(branch: Branch, code: str, post: str, *names: str) -> None:
    """Close a list on which the congress agreed by hands."""
    for name in names:
        lists.put_up(branch.place, code, post, branch.members[name])
    lists.close_list(branch.place, code, post, hands.Hands(29))


@pytest.fixture
def sent(tmp_path: Path) -> Iterator[Sent]:
    """The branch of the pictures: five elected with a run-off, a secretary, a deputy; two don't weigh."""
    standings = {AWAY: (StandingKind.ELSEWHERE, "12-GT/ĐU"), EXEMPT: (StandingKind.EXEMPT, "07-NQ/CB")}
    branch = make_branch(tmp_path / "commune", 31, standings)
    code = planned(branch)
    choose_posts(branch.place, code, {"committee": 5, "secretary": 1, "deputy": 1})
    called(branch, code, {AWAY: Presence.ABSENT, EXEMPT: Presence.ABSENT})
    bodies_chosen(branch, code, ("Chìu A Dũng", "Tằng Văn Bình", "Giàng A Chớ"))
    bodies.choose(branch.place, code, "presidium_head", 1, branch.members[COMMITTEE[0]])
    bodies.choose(branch.place, code, "meeting_secretary", 1, branch.members["Nình Thị Hoa"])
    _agreed(branch, code, "committee", *COMMITTEE)
    printed(branch, f"{code}.1")
    first = dict(zip(COMMITTEE, (28, 27, 24, 22, 16, 16), strict=True))
    counted(branch, f"{code}.1", 29, first, valid=28, invalid=1)
    run_off = votes.next_vote(branch.place, f"{code}.1")
    printed(branch, run_off)
    counted(branch, run_off, 29, {COMMITTEE[4]: 14, COMMITTEE[5]: 13}, valid=27, invalid=2)
    for vote, post, name in ((2, "secretary", COMMITTEE[0]), (3, "deputy", COMMITTEE[1])):
        _agreed(branch, code, post, name)
        printed(branch, f"{code}.{vote}")
        counted(branch, f"{code}.{vote}", 29, {name: 28})
    closing.close_congress(branch.place, code, branch.at(4))
    above, _ = make_office(
        tmp_path / "above", ABOVE, PASSPHRASE, shipped_statutes(), branch.clock, seed=bytes([1]) * 32
    )
    for teller, reader in ((above, branch.place), (branch.place, above)):
        card = cards.own_card(teller, keys.unlock(teller, PASSPHRASE))
        cards.trust(reader, card, " ".join(fingerprint(card)))
    yield Sent(branch, code, above)
    branch.place.database.close()
    above.database.close()


def test_a_congress_is_sealed_counted_again_taken_in_and_acknowledged(sent: Sent, tmp_path: Path) -> None:
    sealed = sent.seal(tmp_path / "out")
    assert sealed.path.name == "06859-party-0001.goi"
    taken = sent.take(sealed.path.read_bytes())
    assert (taken.outcome, taken.code) == ("accepted", None)
    assert "recount" in [step.step for step in taken.steps if step.ok]
    assert taken.receipt is not None
    view = receipts.read_receipt(sent.place, keys.unlock(sent.place, PASSPHRASE), taken.receipt)
    assert (view.file_name, view.outcome) == (sealed.path.name, "accepted")
    sent.approve()
    again = sent.seal(tmp_path / "out")
    assert again.sequence == 2
    assert sent.take(again.path.read_bytes()).outcome == "accepted"
    with reading(sent.above.database) as session:
        kinds = session.scalars(select(TakenRecord.kind)).all()
    assert (kinds.count("count"), kinds.count("approval")) == (8, 4)


def test_who_is_approved_and_who_refused_stands_with_the_vote_that_elected_them(sent: Sent) -> None:
    assert not [path for path in sent.contents() if path.startswith("data/approvals/")]
    sent.approve()
    files = sent.contents()
    said = {
        (found.post, found.round): (found.people, found.refused)
        for path, data in files.items()
        if path.startswith("data/approvals/")
        for found in [msgspec.json.decode(data, type=ApprovalRecord)]
    }
    assert said == {
        ("committee", 1): (COMMITTEE[:4], ()),
        ("committee", 4): ((COMMITTEE[4],), ()),
        ("secretary", 2): ((COMMITTEE[0],), ()),
        ("deputy", 3): ((), (COMMITTEE[1],)),
    }
    assert "chưa đủ tiêu chuẩn" not in b"".join(files.values()).decode(errors="replace")


def test_the_branch_travels_by_code_and_name_and_no_member_but_those_who_stood(sent: Sent) -> None:
    sent.approve()
    files = sent.contents()
    units = msgspec.json.decode(files["data/units.json"], type=UnitsRecord)
    assert [(unit.code, unit.name, unit.electorate) for unit in units.units] == [
        (sent.branch.code, "Chi bộ thôn Nà Ếch", None)
    ]
    said = b"".join(data for path, data in files.items() if path.endswith(".json")).decode()
    assert {name for name in NAMES if name in said} == set(COMMITTEE)


def test_no_card_and_no_identity_number_travels(sent: Sent) -> None:
    with writing(sent.place.database) as session:
        for number, member in enumerate(session.scalars(select(Member))):
            member.card, member.person.identity = f"0220791{number:05d}", f"0220792{number:05d}"
    for post in ("committee", "secretary", "deputy"):
        print_congress_paper(sent.place, sent.code, COUNTING, "full", post)
    sent.approve()
    files = sent.contents()
    said = [data.decode() for path, data in files.items() if path.endswith(".json")]
    said += [text for path, data in files.items() if path.endswith(".pdf") for text in texts(data)]
    sheets = openpyxl.load_workbook(BytesIO(files["data/report.xlsx"])).worksheets
    said += [str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert any(path.endswith(".pdf") for path in files)
    found = "".join(" ".join(said).split())
    assert "022079" not in found
    # The last three digits, as lists mask them, are of a list too.
    assert "•••" not in found


def test_the_report_has_a_line_for_each_vote_with_its_base(sent: Sent) -> None:
    sheet = openpyxl.load_workbook(BytesIO(sent.contents()["data/report.xlsx"])).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    lines = [row for row in rows if row[0] == "Chi bộ thôn Nà Ếch"]
    assert [(row[1], row[2], row[4], row[5]) for row in lines] == [
        ("Chi ủy", 1, 31, 29),
        ("Bí thư", 2, 31, 29),
        ("Phó Bí thư", 3, 31, 29),
        ("Chi ủy", 4, 31, 29),
    ]
    assert lines[1][-3:] == [COMMITTEE[0], "28", "96,55"]


def test_the_facts_of_a_vote_are_what_decide_reads(sent: Sent) -> None:
    files = sent.contents()
    count = json.loads(files[f"data/counts/{sent.code}-1-1.json"])
    facts = count["facts"]
    assert (facts["convened"], facts["moved_out"], facts["exempt_absent"]) == (31, 1, 1)
    assert (facts["post"], "electorate" in facts, "excused" in facts) == ("committee", False, False)
    again = sealed_document(decide(read_facts(facts, sent.place.statutes.dated(DAY))))
    assert msgspec.to_builtins(again) == count["outcome"]
    assert count["outcome"]["base"] == {
        "name": "official members convened less deductions",
        "value": 29,
    }


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"votes": 14}, "recount.outcome"),
        ({"moved_out": 2}, "recount.outcome"),
        ({"statute": "qd999-2099"}, "recount.facts"),
    ],
)
def test_a_changed_vote_is_refused_when_it_is_counted_again(
    sent: Sent, changed: dict[str, object], reason: str
) -> None:
    files = sent.contents()
    path = f"data/counts/{sent.code}-1-1.json"
    count = json.loads(files[path])
    if "votes" in changed:
        # The fourth of the ballot fell to half of those who voted, and is said to be elected all the same.
        elected = next(one for one in count["facts"]["candidates"] if one["name"] == COMMITTEE[3])
        elected |= changed
    else:
        count["facts"] |= changed
    files[path] = msgspec.json.encode(count, order="sorted") + b"\n"
    with reading(sent.place.database) as session:
        card = cards.receiving_card(session, "22", "party")
    header = Header("party", CAMPAIGN, 1, None, sent.place.clock())
    forged = seal(files, header, keys.unlock(sent.place, PASSPHRASE), card)
    taken = sent.take(forged.data)
    assert (taken.outcome, taken.code) == ("refused", "recount")
    assert taken.steps[-1].reason == reason


def test_who_works_on_one_side_seals_that_stream_alone(sent: Sent, tmp_path: Path) -> None:
    with pytest.raises(RequestRefused, match=r"side\.party"):
        sent.seal(tmp_path, side=Side.ELECTIONS)
    with pytest.raises(RequestRefused, match=r"side\.elections"):
        sent.seal(tmp_path, "government", Side.PARTY)
    with pytest.raises(RequestRefused, match=r"seal\.nothing"):
        sent.seal(tmp_path, "government", Side.ELECTIONS)
    assert sent.seal(tmp_path, side=Side.PARTY).sequence == 1


def test_the_outbox_shows_each_side_its_own_stream(sent: Sent) -> None:
    place, secrets = sent.place, keys.unlock(sent.place, PASSPHRASE)
    party, elections = (replace(place, side=side) for side in (Side.PARTY, Side.ELECTIONS))
    travels = outbox(party).travels
    assert travels is not None
    assert (travels.stream, travels.counts, travels.missing) == ("party", ("Chi bộ thôn Nà Ếch",), ())
    assert (travels.unprinted, travels.changed) == (("Chi bộ thôn Nà Ếch",), True)
    assert outbox(elections).travels is None
    for post in ("committee", "secretary", "deputy"):
        print_congress_paper(place, sent.code, COUNTING, "full", post)
    travels = outbox(party).travels
    assert travels is not None
    assert (travels.unprinted, travels.minutes) == ((), 4), "a run-off is told in the committee's minutes"
    assert len([path for path in sent.contents() if path.startswith("data/papers/")]) == 4
    with reading(place.database) as session:
        assert [campaigns_to_send(one, session) for one in (party, elections, place)] == [1, 0, 1]
    sealed = seal_campaign(party, secrets, CAMPAIGN, "22")
    assert sealed.path.name == "06859-party-0001.goi"
    [line] = outbox(place).packages
    assert (line.stream, line.units, line.decisions) == ("party", ("Chi bộ thôn Nà Ếch",), 0)
    assert outbox(elections).packages == ()
    with pytest.raises(RequestRefused, match=r"side\.party"):
        package_content(elections, line.id)
    assert sent.take(package_content(place, line.id)[1]).outcome == "accepted"
    with pytest.raises(RequestRefused, match=r"side\.party"):
        outbox(elections, election=sent.code)


def test_a_congress_that_is_cancelled_does_not_travel(sent: Sent) -> None:
    other = planned(sent.branch, held_on=date(2025, 2, 9))
    assert len(sent.contents()) == 7
    cancel_election(sent.place, other, Because("chưa chuẩn bị xong"))
    files = sent.contents()
    assert not [path for path in files if other in path]
    assert len(files) == 7
