"""Who works on one side of the office's work neither sees nor does what is of the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desktop.errors import RequestRefused, StorageRefused
from desktop.models.party import OrganisationKind
from desktop.services.catalogue.members import MEMBERS
from desktop.services.counting.counting_views import counting_view
from desktop.services.elections import planning
from desktop.services.elections.election_list import elections
from desktop.services.lists import filters, taking
from desktop.services.office.log import LogFilter, log_part
from desktop.services.office.operators import (
    asks_operator,
    operators,
    register_operator,
    set_asks_operator,
    set_side,
    sign_in,
)
from desktop.services.office.sides import Side
from desktop.services.office.workplace import Workplace
from desktop.services.party import (
    books,
    branches,
    member_views,
    members,
    organisation_views,
    organisations,
    post_views,
)
from desktop.services.people.households import households
from desktop.services.places import hamlets
from desktop.services.search.people import people_found
from desktop.services.search.stock import stock
from desktop.services.today.board import board
from tests.offices import commune
from tests.offices.commune import ANH, BINH, HAMLET, PASSPHRASE, PINS, as_read

PARTY: tuple[Callable[[Workplace], object], ...] = (
    branches.branch_lines,
    branches.add_hamlet_branches,
    lambda office: member_views.member(office, 1),
    lambda office: members.add_member(office, "06859-B01", "Vi Văn Ất"),
    lambda office: taking.preview(office, MEMBERS, "06859-B01", as_read([])),
    post_views.post_lines,
    lambda office: books.entries(office, books.Book.BADGES, None, date(2024, 1, 1), date(2024, 12, 31)),
    lambda office: filters.filters(office, "party"),
    lambda office: filters.keep_filter(office, "party", "Chi ủy", {"search": "Vi Văn Ất"}),
    organisation_views.organisation_lines,
    lambda office: organisations.add_organisation(
        office, organisations.NewOrganisation(OrganisationKind.SCHOOL, "Chi bộ Trường")
    ),
)
ELECTIONS: tuple[Callable[[Workplace], object], ...] = (
    board,
    elections,
    lambda office: counting_view(office, "2024-06859-T01"),
    lambda office: planning.plan_election(office, commune.plan()),
    lambda office: households(office, HAMLET),
)


def on(office: Workplace, side: Side) -> Workplace:
    return replace(office, side=side)


def test_nothing_of_the_party_opens_for_the_elections_side(office: Workplace) -> None:
    for does in PARTY:
        with pytest.raises(RequestRefused) as refused:
            does(on(office, Side.ELECTIONS))
        assert refused.value.code == "side.party"


def test_nothing_of_elections_opens_for_the_partys_side(office: Workplace) -> None:
    for does in ELECTIONS:
        with pytest.raises(RequestRefused) as refused:
            does(on(office, Side.PARTY))
        assert refused.value.code == "side.elections"


def test_who_does_both_does_everything(office: Workplace) -> None:
    branches.add_hamlet_branches(office)
    assert len(branches.branch_lines(office)) == 2
    assert elections(office) == ()


def test_what_both_need_is_open_to_both(office: Workplace) -> None:
    for side in Side:
        assert hamlets.hamlet_lines(on(office, side))


def test_a_search_finds_what_is_of_the_side_only(office: Workplace) -> None:
    branches.add_hamlet_branches(office)
    places = {side: {found.place for found in stock(on(office, side))} for side in Side}
    assert "party" not in places[Side.ELECTIONS]
    assert places[Side.PARTY] == {"party", "hamlets"}
    assert {"party", "hamlets"} <= places[Side.BOTH]
    assert people_found(on(office, Side.PARTY), "Lò Thị Ơn") == ()


def test_the_log_shows_what_is_of_the_side_only(office: Workplace) -> None:
    branches.add_hamlet_branches(office)
    planning.plan_election(office, commune.plan())

    def said(side: Side) -> set[str]:
        return {line.action for line in log_part(on(office, side), LogFilter()).lines}

    assert "Thêm chi bộ" in said(Side.BOTH)
    assert "Thêm chi bộ" not in said(Side.ELECTIONS)
    assert said(Side.PARTY) < said(Side.BOTH)
    assert "Thêm chi bộ" in said(Side.PARTY)


def test_an_operator_signs_in_on_a_side_that_the_passphrase_gave(office: Workplace) -> None:
    assert {one.side for one in operators(office)} == {Side.BOTH}
    with pytest.raises(StorageRefused):
        set_side(office, ANH, Side.ELECTIONS, "sai")
    set_side(office, ANH, Side.ELECTIONS, PASSPHRASE)
    signed = sign_in(office, ANH, PINS[ANH])
    assert (signed.side, signed.actor) == (Side.ELECTIONS, f"operator:{ANH}")
    with pytest.raises(RequestRefused):
        sign_in(office, ANH, "0000")
    added = register_operator(signed, "Người Mới", "9999")
    assert sign_in(office, added, "9999").side is Side.ELECTIONS, "nobody opens the other side by adding one"


def test_the_window_asks_only_where_each_side_has_somebody(office: Workplace) -> None:
    assert not asks_operator(office)
    set_side(office, ANH, Side.ELECTIONS, PASSPHRASE)
    set_side(office, BINH, Side.ELECTIONS, PASSPHRASE)
    with pytest.raises(RequestRefused) as refused:
        set_asks_operator(office, PASSPHRASE, on=True)
    assert refused.value.code == "side.nobody"
    set_side(office, BINH, Side.PARTY, PASSPHRASE)
    set_asks_operator(office, PASSPHRASE, on=True)
    assert asks_operator(office)
    with pytest.raises(RequestRefused) as refused:
        set_side(office, BINH, Side.ELECTIONS, PASSPHRASE)
    assert refused.value.code == "side.nobody"
