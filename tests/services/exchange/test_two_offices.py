"""The two offices of a commune: the one that runs elections tells the Party office who heads the hamlets.

Source: package.md ("Two offices of one commune").
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.bootstrap import open_office, shipped_statutes
from desktop.errors import PackageRefused, RequestRefused
from desktop.exchange.card import fingerprint
from desktop.exchange.heads_record import HeadLine, HeadsRecord
from desktop.exchange.records import HEADS, parse_record
from desktop.models.exchange import OwnKeys, TakenRecord
from desktop.models.office import Settings, Side
from desktop.models.store.session import reading
from desktop.services.counting import counts as counting
from desktop.services.exchange import cards, intake, receipts
from desktop.services.exchange.sealing import SealedView, seal
from desktop.services.office import checking, keys
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import Workplace
from desktop.services.results import decisions
from desktop.services.training.clock import TrainingClock
from tests.offices.commune import BEFORE, COMMUNE, DAY, NOBODY, PASSPHRASE, agree, finalised, traces
from tests.offices.commune import HEADS as HOUSEHOLDS

OWN = NewOffice(COMMUNE, "Đảng ủy xã Mẫu", "commune", settings=Settings(side=Side.PARTY))


def made(folder: Path, new: NewOffice, seed: int) -> Workplace:
    place, _ = make_office(
        folder, new, PASSPHRASE, shipped_statutes(), TrainingClock(BEFORE), seed=bytes([seed]) * 32
    )
    return place


def introduce(teller: Workplace, reader: Workplace) -> None:
    card = cards.own_card(teller, keys.unlock(teller, PASSPHRASE))
    cards.trust(reader, card, " ".join(fingerprint(card)))


@pytest.fixture
def party(office: Workplace, tmp_path: Path) -> Iterator[Workplace]:
    """Make the Party office of the same commune; each trusts the other's card."""
    place = made(tmp_path / "party", OWN, 3)
    introduce(office, place)
    introduce(place, office)
    yield place
    place.database.close()


def send(office: Workplace, outbox: Path) -> SealedView:
    return seal(office, keys.unlock(office, PASSPHRASE), "government", COMMUNE, outbox=outbox)


def take(party: Workplace, sealed: SealedView) -> intake.IntakeView:
    return intake.take_in(party, keys.unlock(party, PASSPHRASE), sealed.path.read_bytes())


def told(party: Workplace) -> HeadLine:
    with reading(party.database) as session:
        content = session.scalars(select(TakenRecord.content).order_by(TakenRecord.id.desc())).first()
    assert content is not None
    record = parse_record(HEADS, content)
    assert isinstance(record, HeadsRecord)
    (line,) = record.heads
    return line


def test_the_recognised_head_travels_and_the_receipt_comes_home(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    code = finalised(office)
    decisions.recognise(office, code, "12/QĐ-UBND", DAY)
    sealed = send(office, tmp_path / "out")
    assert sealed.path.name == f"{COMMUNE}-heads-0001.goi"
    taken = take(party, sealed)
    assert (taken.outcome, taken.code, taken.receipt_name) == ("accepted", None, f"{COMMUNE}-heads-0001.bn")
    line = told(party)
    assert (line.person, line.born, line.state) == ("Lò Thị Ơn", 1975, "recognised")
    assert (line.number, line.decided, line.day) == ("12/QĐ-UBND", DAY, DAY)
    assert taken.receipt is not None
    view = receipts.read_receipt(office, keys.unlock(office, PASSPHRASE), taken.receipt)
    assert (view.outcome, view.missing) == ("accepted", ())
    assert receipts.waiting(office) == ()
    for place in (office, party):
        assert checking.check_office(place).findings == ()


def test_nothing_of_the_vote_reaches_the_party_office(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    decisions.recognise(office, finalised(office), "12/QĐ-UBND", DAY)
    take(party, send(office, tmp_path))
    with reading(party.database) as session:
        held = session.scalars(select(TakenRecord)).all()
    assert [record.path for record in held] == [HEADS]
    said = held[0].content.decode()
    assert {name for name, *_ in HOUSEHOLDS if name in said} == {"Lò Thị Ơn"}
    assert "votes" not in said
    assert "1975-03-02" not in said


def test_before_recognition_the_elected_is_told_and_a_later_package_tells_more(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    with pytest.raises(RequestRefused, match=r"seal\.nothing"):
        send(office, tmp_path)
    code = finalised(office)
    take(party, send(office, tmp_path))
    assert (told(party).state, told(party).number) == ("elected", None)
    decisions.recognise(office, code, "12/QĐ-UBND", DAY)
    assert take(party, send(office, tmp_path)).outcome == "accepted"
    assert told(party).state == "recognised"


def test_a_count_made_anew_and_a_vote_held_again_replace_what_was_told(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    code = finalised(office)
    take(party, send(office, tmp_path))
    counting.reopen(office, code)
    agree(office, code, NOBODY)
    counting.finalise(office, code, reason="nhập lại")
    take(party, send(office, tmp_path))
    assert (told(party).state, told(party).revision, told(party).person) == ("not_elected", 2, None)
    decisions.order_again(office, code, "13/QĐ-UBND", DAY, "không ai quá nửa")
    take(party, send(office, tmp_path))
    assert (told(party).state, told(party).number) == ("held_again", "13/QĐ-UBND")


def test_the_office_above_counts_its_own_numbers(office: Workplace, party: Workplace, tmp_path: Path) -> None:
    finalised(office)
    above = made(tmp_path / "above", NewOffice("198", "Phòng Nội vụ huyện Mẫu", "receiving"), 4)
    introduce(above, office)
    introduce(office, above)
    first = seal(office, keys.unlock(office, PASSPHRASE), "government", "198", outbox=tmp_path / "out")
    beside = send(office, tmp_path / "out")
    assert (first.sequence, beside.sequence) == (1, 1)
    assert take(above, first).outcome == "accepted"
    # Each reads what was sealed for it, and nothing else.
    assert (take(party, first).code, take(above, beside).code) == ("age", "age")
    above.database.close()


def test_a_package_of_another_commune_or_an_untrusted_office_is_refused(
    office: Workplace, tmp_path: Path
) -> None:
    party = made(tmp_path / "party", OWN, 3)
    introduce(party, office)
    finalised(office)
    sealed = send(office, tmp_path)
    before = traces(party)
    assert (take(party, sealed).code, take(party, sealed).receipt) == ("signature", None)
    assert traces(party) == before
    party.database.close()


def test_an_office_that_does_elections_is_sent_none(office: Workplace, tmp_path: Path) -> None:
    assert keys.unlock(office, PASSPHRASE).reading == {}
    both = made(tmp_path / "both", NewOffice(COMMUNE, "Đảng ủy xã Mẫu", "commune"), 3)
    introduce(both, office)
    finalised(office)
    with pytest.raises((RequestRefused, PackageRefused), match=r"card\.none"):
        send(office, tmp_path)
    both.database.close()


def test_a_party_office_of_an_earlier_program_gets_its_key_when_it_is_opened(
    office: Workplace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as earlier:
        earlier.setattr(keys, "streams_received", lambda _: ())
        party = made(tmp_path / "party", OWN, 3)
        assert keys.unlock(party, PASSPHRASE).reading == {}
    party.database.close()
    party = open_office(tmp_path / "party", PASSPHRASE, TrainingClock(BEFORE))
    opened = keys.unlock(party, PASSPHRASE)
    assert set(opened.reading) == {"government"}
    assert keys.unlock(party, PASSPHRASE) == opened, "drawn once"
    with reading(party.database) as session:
        assert session.scalars(select(OwnKeys.fingerprint)).all() == [opened.fingerprint]
    introduce(office, party)
    introduce(party, office)
    finalised(office)
    assert take(party, send(office, tmp_path)).outcome == "accepted"
    assert checking.check_office(party).findings == ()
    party.database.close()
