"""Heads of whom the commune's other office told: read from the newest package, linked by a person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.exchange.card import read_card
from desktop.exchange.heads_record import HeadsRecord
from desktop.exchange.records import HEADS, encode
from desktop.exchange.seal import Header, seal
from desktop.models.elections import Campaign
from desktop.models.store.session import reading
from desktop.services.counting import counts as counting
from desktop.services.exchange import cards, intake
from desktop.services.exchange.heads import head_lines
from desktop.services.office import keys
from desktop.services.office.checking import check_office
from desktop.services.office.workplace import Workplace
from desktop.services.party import branches, members
from desktop.services.party.post_views import post_lines
from desktop.services.party.posts import NewPost, PostKind, Tenure, begin_post, end_post_on
from desktop.services.personnel.recognised import ToldHead, link_head, told_heads, unlink_head
from desktop.services.places.hamlets import hamlet_lines, state_facts
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.results import decisions
from tests.offices.commune import COMMUNE, DAY, NOBODY, PASSPHRASE, agree, finalised
from tests.services.exchange.test_two_offices import OWN, introduce, made, send, take

HEAD = "Lò Thị Ơn"


@pytest.fixture
def party(office: Workplace, tmp_path: Path) -> Iterator[Workplace]:
    """The Party office, which numbered the hamlet otherwise; the head is a member of its branch."""
    place = made(tmp_path / "party", OWN, 3)
    introduce(office, place)
    introduce(place, office)
    add_unit(place, NewUnit(COMMUNE, "commune", "Xã", "Mẫu"))
    add_unit(place, NewUnit(f"{COMMUNE}-T07", "hamlet", "Thôn", "Lục Ngù", parent=COMMUNE))
    add_unit(place, NewUnit(f"{COMMUNE}-T01", "hamlet", "Thôn", "Chợ", parent=COMMUNE))
    branches.add_hamlet_branches(place)
    yield place
    place.database.close()


def branch(party: Workplace, name: str = "Lục Ngù") -> str:
    return next(one.code for one in branches.branch_lines(party) if name in one.name)


def member(party: Workplace, name: str, birth: str, where: str = "Lục Ngù") -> int:
    key = members.add_member(party, branch(party, where), name)
    members.edit_member(party, key, "birth", birth)
    return key


def told(party: Workplace) -> ToldHead:
    (head,) = told_heads(party)
    return head


def recognised(office: Workplace, party: Workplace, tmp_path: Path) -> str:
    code = finalised(office)
    decisions.recognise(office, code, "12/QĐ-UBND", DAY)
    take(party, send(office, tmp_path))
    return code


def test_a_hamlet_is_found_by_its_name_where_the_other_office_numbered_it_otherwise(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    assert told_heads(party) == ()
    recognised(office, party, tmp_path)
    head = told(party)
    assert (head.unit, head.hamlet) == (f"{COMMUNE}-T07", "Thôn Lục Ngù")
    assert (head.name, head.born, head.state) == (HEAD, 1975, "recognised")
    assert (head.number, head.decided_on, head.day) == ("12/QĐ-UBND", DAY, DAY)
    assert (head.linked, head.member, head.choices, head.certain) == (False, None, (), False)


def test_the_member_of_name_and_year_in_the_branch_is_certain_and_still_linked_by_a_person(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    key = member(party, HEAD, "02/03/1975")
    member(party, HEAD, "1975", "Chợ")
    code = recognised(office, party, tmp_path)
    head = told(party)
    assert (head.certain, [one.key for one in head.choices]) == (True, [key])
    assert not head.linked
    link_head(party, code, key)
    assert (told(party).linked, told(party).member) == (True, key)
    unlink_head(party, code)
    assert not told(party).linked


def heading(party: Workplace) -> tuple[str | None, bool | None]:
    """Return who heads the hamlet by this office's register on that day, and whether it is a member."""
    party.clock.put(DAY, 20, 0)  # type: ignore[attr-defined] # the clock of these tests
    (line,) = (each for each in hamlet_lines(party) if each.name == "Lục Ngù")
    return line.head, line.head_is_member


def test_a_head_who_is_linked_holds_the_post_from_the_recognition_on(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    key = member(party, HEAD, "02/03/1975")
    state_facts(party, f"{COMMUNE}-T07", head="Triệu Quý Đôn", head_is_member=False)
    code = recognised(office, party, tmp_path)
    assert heading(party) == ("Triệu Quý Đôn", False)
    link_head(party, code, key)
    assert heading(party) == (HEAD, True)
    (post,) = (each for each in post_lines(party) if each.kind is PostKind.HAMLET_HEAD)
    assert (post.starts_on, post.tenure) == (DAY, Tenure.NEW)
    link_head(party, code, None)
    assert heading(party) == (HEAD, False), "somebody else of that name"
    unlink_head(party, code)
    assert heading(party) == ("Triệu Quý Đôn", False)
    assert check_office(party).findings == ()


def test_a_head_who_is_elected_and_not_yet_recognised_holds_no_post(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    key = member(party, HEAD, "02/03/1975")
    code = finalised(office)
    take(party, send(office, tmp_path))
    link_head(party, code, key)
    assert heading(party) == (None, None)
    decisions.recognise(office, code, "12/QĐ-UBND", DAY)
    take(party, send(office, tmp_path))
    link_head(party, code, key)
    assert heading(party) == (HEAD, True)


def test_a_post_that_the_register_has_already_or_that_went_on_is_not_written_twice(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    key = member(party, HEAD, "02/03/1975")
    code = recognised(office, party, tmp_path)
    begin_post(party, NewPost(PostKind.HAMLET_HEAD, f"{COMMUNE}-T07", HEAD, starts_on=DAY))
    link_head(party, code, key)
    assert [each.kind for each in post_lines(party, DAY)].count(PostKind.HAMLET_HEAD) == 1
    unlink_head(party, code)
    assert heading(party) == (HEAD, True)


def test_a_link_whose_post_was_changed_since_stays_until_that_is_put_right(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    key = member(party, HEAD, "02/03/1975")
    code = recognised(office, party, tmp_path)
    link_head(party, code, key)
    (post,) = (each for each in post_lines(party, DAY) if each.kind is PostKind.HAMLET_HEAD)
    end_post_on(party, post.id, DAY)
    with pytest.raises(RequestRefused, match=r"head\.used"):
        unlink_head(party, code)
    assert told(party).linked


def test_a_name_alone_is_never_certain(office: Workplace, party: Workplace, tmp_path: Path) -> None:
    here = member(party, HEAD, "1969")
    elsewhere = member(party, HEAD, "1975", "Chợ")
    code = recognised(office, party, tmp_path)
    head = told(party)
    assert (head.certain, [one.key for one in head.choices]) == (False, [here, elsewhere])
    link_head(party, code, None)
    assert (told(party).linked, told(party).member) == (True, None)
    link_head(party, code, here)
    assert told(party).member == here


def sent_by_hand(office: Workplace, party: Workplace, previous: str, **changes: Any) -> intake.IntakeView:
    """Take in a second package whose one line says something else of the same election."""
    with reading(office.database) as session:
        campaign = session.scalars(select(Campaign)).one()
        (line,) = head_lines(session, campaign)
    record = HeadsRecord(
        commune=COMMUNE,
        campaign=campaign.code,
        campaign_name=campaign.name,
        heads=(msgspec.structs.replace(line, **changes),),
    )
    header = Header("government", campaign.code, 2, previous, office.clock())
    card = read_card(cards.own_card(party, keys.unlock(party, PASSPHRASE)))
    sealed = seal({HEADS: encode(record)}, header, keys.unlock(office, PASSPHRASE), card)
    return intake.take_in(party, keys.unlock(party, PASSPHRASE), sealed.data)


@pytest.mark.parametrize("election", [None, "06859-T01-20250302"])
def test_a_recognition_that_is_gone_is_told_and_its_link_no_longer_holds(
    office: Workplace, party: Workplace, tmp_path: Path, election: str | None
) -> None:
    key = member(party, HEAD, "1975")
    code = finalised(office)
    decisions.recognise(office, code, "12/QĐ-UBND", DAY)
    first = send(office, tmp_path)
    take(party, first)
    link_head(party, code, key)
    gone = {"state": "elected", "number": None, "decided": None}
    if election is not None:
        # The election itself is not in the later package, which names another of the hamlet.
        gone |= {"election": election, "state": "planned", "count": None, "revision": None}
        gone |= {"person": None, "born": None, "day": date(2025, 3, 2)}
    assert sent_by_hand(office, party, first.digest, **gone).outcome == "accepted"
    heads = told_heads(party)
    assert {head.withdrawn for head in heads} >= {HEAD}
    assert all(head.state != "recognised" for head in heads)


def test_a_count_made_anew_replaces_who_was_elected(
    office: Workplace, party: Workplace, tmp_path: Path
) -> None:
    code = finalised(office)
    take(party, send(office, tmp_path))
    assert (told(party).state, told(party).name) == ("elected", HEAD)
    counting.reopen(office, code)
    agree(office, code, NOBODY)
    counting.finalise(office, code, reason="nhập lại")
    take(party, send(office, tmp_path))
    head = told(party)
    assert (head.state, head.name, head.package) == ("not_elected", None, 2)


@pytest.mark.parametrize(("election", "code"), [("khác", "head.unknown"), ("", "unknown.member")])
def test_a_link_to_nothing_is_refused(
    office: Workplace, party: Workplace, tmp_path: Path, election: str, code: str
) -> None:
    own = recognised(office, party, tmp_path)
    with pytest.raises(RequestRefused) as caught:
        link_head(party, election or own, 99)
    assert caught.value.code == code


def test_a_hamlet_that_the_register_does_not_have_is_said_to_be_missing(
    office: Workplace, tmp_path: Path
) -> None:
    place = made(tmp_path / "party", OWN, 3)
    introduce(office, place)
    introduce(place, office)
    add_unit(place, NewUnit(COMMUNE, "commune", "Xã", "Mẫu"))
    add_unit(place, NewUnit(f"{COMMUNE}-T01", "hamlet", "Thôn", "Khác Hẳn", parent=COMMUNE))
    code = recognised(office, place, tmp_path)
    assert told(place).unit == ""
    with pytest.raises(RequestRefused, match=r"head\.hamlet"):
        link_head(place, code, None)
    assert told(place).day == date(2024, 12, 8)
    place.database.close()
