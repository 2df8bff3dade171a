"""A list beside the register: what it would do is shown, stored as shown, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.models.people import EndReason, Household, Person
from desktop.models.store.session import reading
from desktop.resources import resource
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.lists import batches, taking
from desktop.services.lists.preview import Preview, RowChoice, RowState
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.people.members import MemberSaid, household_members, write_member
from desktop.services.people.record import edit_household
from desktop.services.people.representatives import Paper, authorise, representative
from desktop.services.places.listed import beside_one
from desktop.sheets.lists.reading import read
from tests.offices.commune import HAMLET, OTHER_HAMLET, as_read, printed, row, rows, store
from tests.offices.lists import read_block

NUMBER = "022099009999"


def shown(office: Workplace, listed: list[dict[str, Any]], hamlet: str = HAMLET) -> Preview:
    return beside_one(office, HOUSEHOLDS, hamlet, as_read(listed))


def states(preview: Preview) -> list[str]:
    return [one.state.value for one in preview.rows]


def register(office: Workplace) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Everything that an import may touch, with its keys."""
    with reading(office.database) as session:
        people = session.execute(select(Person.__table__).order_by(Person.id)).all()
        homes = session.execute(select(Household.__table__).order_by(Household.id)).all()
        return [tuple(one) for one in people], [tuple(one) for one in homes]


def test_a_preview_says_what_each_row_is_and_writes_nothing(office: Workplace) -> None:
    before = register(office)
    changed = rows()[1] | {"members": 9, "birth": "1980-05-06"}
    preview = shown(office, [rows()[0], changed, row("Vàng A Páo", birth="1985"), row("Vàng A Páo")])
    assert states(preview) == ["same", "changed", "new", "doubtful"]
    cells = {cell.field: (cell.before, cell.value) for cell in preview.rows[1].cells if cell.before}
    assert cells == {"members": ("4", "9"), "birth": ("1980", "06/05/1980")}
    assert preview.written_rows({}) == 2
    assert preview.written_rows({5: RowChoice.NEW}) == 3
    assert register(office) == before


def test_cells_tell_their_place_and_what_the_file_says_identity_numbers_masked(office: Workplace) -> None:
    preview = beside_one(
        office, HOUSEHOLDS, HAMLET, read(resource("samples") / "ho-gia-dinh.xlsx", "households")
    )
    repaired = next(one for one in preview.rows if one.number == 13).cell("identity")
    assert (repaired.address, repaired.notes) == ("F13", ("padded",))
    assert (repaired.written, repaired.value) == ("•••••••494", "•••••••••494")
    assert next(one for one in preview.rows if one.number == 13).cell("sex").address is not None
    shown_numbers = [one.cell("identity").value for one in preview.rows]
    assert not [number for number in shown_numbers if sum(letter.isdigit() for letter in number) > 3]


def test_a_name_is_one_wherever_its_mark_stands_and_a_group_whatever_it_is_called(office: Workplace) -> None:
    store(office, [row("Lý Thị Hoà", birth="1971") | {"ethnic": "Mông"}])
    spelt = row("Lý Thị Hoà", birth="1971") | {"ethnic": "H'Mông"}
    assert states(shown(office, [spelt])) == ["same"]
    preview = shown(office, [row("Lí Thị Hòa", birth="1971") | {"ethnic": "Mông"}])
    assert states(preview) == ["changed"]
    assert preview.rows[0].cell("name").before == "Lý Thị Hoà"
    assert states(shown(office, [row("Lý Thị Hoa", birth="1985") | {"ethnic": "Mông"}])) == ["new"]


def test_refused_rows_stand_among_the_others_with_the_cell_that_is_wrong(office: Workplace) -> None:
    block = [
        ["STT", "Họ và tên", "Ngày sinh", "Số CCCD"],
        ["1", "Vàng A Páo", "31/02/1988", ""],
        ["2", "Vàng A Lử", "1988", "0220990099991"],
        ["3", "V?ng A Sùng", "1988", ""],
        ["4", "Vàng A Sùng", "1988", ""],
    ]
    preview = beside_one(office, HOUSEHOLDS, HAMLET, read_block(block, "households", "khối ô"))
    assert states(preview) == ["refused", "refused", "refused", "new"]
    assert [one.refusal for one in preview.rows] == ["bad_date", "bad_identity", "unreadable", None]
    assert [cell.address for one in preview.rows for cell in one.cells if cell.wrong] == ["C2", "D3", "B4"]
    assert preview.rows[1].cell("identity").value == "••••••••••991"


def test_a_copied_block_without_its_header_is_read_as_the_list_in_the_window() -> None:
    bare = read_block(
        [["1", "Vàng A Páo", "1985", "Nam", "022085009999", "Mông", "5"]], "households", "khối ô"
    )
    assert bare.rows[0] == {
        "name": "Vàng A Páo",
        "birth": "1985",
        "sex": "Nam",
        "identity": "022085009999",
        "ethnic": "Mông",
        "members": 5,
    }
    assert read_block([["Vàng A Páo", "1985"]], "households", "khối ô").rows[0]["birth"] == "1985"


def test_a_number_that_is_somebody_elses_waits_for_a_person(office: Workplace) -> None:
    preview = shown(office, [row("Vàng A Páo", birth="1985", identity=rows()[0]["identity"])])
    assert states(preview) == ["doubtful"]
    assert preview.rows[0].doubt is not None
    assert preview.rows[0].doubt.choices == (RowChoice.SAME, RowChoice.OMIT)
    assert "Lò Thị Ơn, 02/03/1975" in preview.rows[0].waits_for


def test_a_namesake_with_another_number_is_decided_by_a_person(office: Workplace) -> None:
    namesake = rows()[0] | {"identity": NUMBER}
    for decision, told in (
        (RowChoice.NEW, (1, 0, 0, 0)),
        (RowChoice.OMIT, (0, 0, 0, 1)),
        (RowChoice.SAME, (0, 1, 0, 0)),
    ):
        preview = shown(office, [namesake])
        assert states(preview) == ["doubtful"]
        stored = taking.store(office, HOUSEHOLDS, preview, {2: decision})
        assert (stored.new, stored.changed, stored.same, stored.doubtful) == told
        batches.undo(office, stored.batch)


def test_an_old_card_replaced_by_a_new_one_is_the_same_person(office: Workplace) -> None:
    store(office, [row("Vàng A Páo", birth="1985", identity="123456789")])
    assert states(shown(office, [row("Vàng A Páo", birth="1985", identity=NUMBER)])) == ["changed"]


def test_a_birth_that_the_register_knows_more_exactly_is_kept(office: Workplace) -> None:
    assert states(shown(office, [rows()[0] | {"birth": "1975"}])) == ["same"]


def test_a_household_of_another_hamlet_moves_here_when_a_person_says_so(office: Workplace) -> None:
    preview = shown(office, rows()[:1], OTHER_HAMLET)
    assert preview.rows[0].doubt is not None
    assert preview.rows[0].doubt.reason == "elsewhere"
    before = register(office)
    stored = taking.store(office, HOUSEHOLDS, preview, {2: RowChoice.SAME})
    assert [line.head for line in households(office, OTHER_HAMLET).lines] == ["Lò Thị Ơn"]
    assert [line.head for line in households(office, HAMLET, ended=True).lines] == ["Lò Thị Ơn"]
    batches.undo(office, stored.batch)
    assert register(office) == before


def test_who_belongs_to_a_household_that_moves_and_who_votes_for_it_go_along(office: Workplace) -> None:
    here = next(line for line in households(office, HAMLET).lines if line.head == "Lò Thị Ơn")
    wife = write_member(office, here.id, MemberSaid("Vì Thị Ở", "1982", relation="Vợ", without_capacity=True))
    write_member(office, here.id, MemberSaid("Lò Thị Xa", "2001", end_reason=EndReason.MOVED))
    authorise(office, here.id, "Lường Văn Tín", "03/04/1979", Paper("12/GUQ", date(2024, 11, 1)))
    preview = shown(office, rows()[:1], OTHER_HAMLET)
    stored = taking.store(office, HOUSEHOLDS, preview, {2: RowChoice.SAME})
    moved = households(office, OTHER_HAMLET).lines[0].id
    lines = household_members(office, moved)
    assert [(line.name, line.relation, line.without_capacity) for line in lines[1:]] == [
        ("Vì Thị Ở", "Vợ", True)
    ]
    votes = representative(office, moved)
    assert (votes.name, votes.paper.number) == ("Lường Văn Tín", "12/GUQ")
    # The past stays where it was, and one undo brings everything back.
    assert [line.name for line in household_members(office, here.id)][1:] == ["Vì Thị Ở", "Lò Thị Xa"]
    batches.undo(office, stored.batch)
    assert households(office, OTHER_HAMLET).lines == ()
    assert wife in [line.member for line in household_members(office, here.id)]


def test_a_row_whose_hamlet_column_names_another_hamlet_waits(office: Workplace) -> None:
    listed = [row("Vàng A Páo") | {"hamlet": "Thôn Xa"}, row("Vàng A Lử") | {"hamlet": "thon luc ngu"}]
    assert states(shown(office, listed)) == ["doubtful", "new"]


def test_what_was_not_offered_and_two_rows_for_one_household_are_refused(office: Workplace) -> None:
    before = register(office)
    for listed, decisions in (
        ([row("Vàng A Páo", identity=rows()[0]["identity"])], {2: RowChoice.NEW}),
        ([rows()[0] | {"identity": NUMBER}, rows()[0]], {2: RowChoice.SAME}),
    ):
        with pytest.raises(RequestRefused) as caught:
            taking.store(office, HOUSEHOLDS, shown(office, listed), decisions)
        assert caught.value.code == "import.decision"
    assert register(office) == before


def test_a_preview_that_the_register_has_overtaken_is_not_stored(office: Workplace) -> None:
    preview = shown(office, [row("Vàng A Páo", birth="1985")])
    store(office, [row("Vàng A Páo", birth="1985")])
    before = register(office)
    with pytest.raises(RequestRefused) as caught:
        taking.store(office, HOUSEHOLDS, preview)
    assert caught.value.code == "import.stale"
    assert register(office) == before


def test_an_import_that_is_stopped_leaves_nothing_half_done(office: Workplace) -> None:
    def stop(done: int, total: int, place: str) -> None:
        assert (done, total, place) == (250, 620, "Thôn Lục Ngù")
        raise InterruptedError

    before = register(office)
    preview = shown(office, [row(f"Vàng A Páo {number}") for number in range(620)])
    with pytest.raises(InterruptedError):
        taking.store(office, HOUSEHOLDS, preview, {}, stop)
    assert register(office) == before


def test_a_list_names_its_hamlet_itself_or_the_one_on_show_is_taken(office: Workplace) -> None:
    block = [["Họ và tên", "Năm sinh"], ["Vàng A Páo", "1985"]]
    titled = [["KHU PHỐ CHỢ", ""], *block]
    assert HOUSEHOLDS.open_block(office, titled, "khối ô", HAMLET).unit == OTHER_HAMLET
    assert HOUSEHOLDS.open_block(office, block, "khối ô", HAMLET).unit == HAMLET
    unknown = HOUSEHOLDS.open_block(office, block, "khối ô", None)
    assert unknown.places == {}, "a person says which hamlet it is of"


def refused_undo(office: Workplace, batch: int) -> object:
    before = register(office)
    with pytest.raises(RequestRefused) as caught:
        batches.undo(office, batch)
    assert register(office) == before
    return caught.value.context.get("reason") or caught.value.code


def test_a_batch_is_taken_back_once_and_an_unknown_one_not_at_all(office: Workplace) -> None:
    batch = store(office, [row("Vàng A Páo")]).batch
    assert batches.undo(office, batch).undone
    assert refused_undo(office, batch) == "import.undone"
    assert refused_undo(office, 77) == "import.unknown"


def test_a_batch_whose_households_stand_on_a_frozen_roll_stays(office: Workplace) -> None:
    printed(office)
    assert refused_undo(office, 1) == "roll"


def test_a_batch_that_changed_a_household_before_the_roll_was_frozen_stays_too(office: Workplace) -> None:
    batch = store(office, [rows()[5] | {"members": 9}]).batch
    printed(office)
    assert refused_undo(office, batch) == "roll"


def test_a_batch_on_which_a_later_one_rests_stays_until_that_is_taken_back(office: Workplace) -> None:
    first = store(office, [row("Vàng A Páo", birth="1985")]).batch
    second = store(office, [row("Vàng A Páo", birth="1985-01-02")]).batch
    assert refused_undo(office, first) == "later"
    batches.undo(office, second)
    batches.undo(office, first)


def test_a_batch_with_a_household_that_was_edited_since_stays(office: Workplace) -> None:
    batch = store(office, [row("Vàng A Páo")]).batch
    key = next(line.id for line in households(office, HAMLET, search="pao").lines)
    edit_household(office, key, "members", "7")
    assert refused_undo(office, batch) == "edited"


NAMES = st.sampled_from(["Lò Thị Ơn", "Giàng A Chớ", "Vi Văn Áng", "Vi Văn Ang", "Vàng A Páo"])
BIRTHS = st.sampled_from([None, "1975", "1975-03-02", "1980", "1993-02-28"])
NUMBERS = st.sampled_from([None, "022099000000", "022099000001", NUMBER, "123456789"])
LISTED = st.lists(
    st.builds(
        lambda name, birth, identity, members: (
            row(name, birth=birth, identity=identity) | {"members": members}
        ),
        NAMES,
        BIRTHS,
        NUMBERS,
        st.sampled_from([None, 4, 5]),
    ),
    max_size=7,
)


@given(listed=LISTED, choices=st.lists(st.sampled_from(RowChoice), min_size=7, max_size=7))
@example(listed=[], choices=[RowChoice.NEW] * 7)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_storing_does_what_the_preview_says_and_undoing_restores_the_register(
    office: Workplace, listed: list[dict[str, Any]], choices: list[RowChoice]
) -> None:
    before = register(office)
    preview = shown(office, listed)
    decisions = {
        one.number: choice
        for one, choice in zip(preview.rows, choices, strict=False)
        if one.doubt is not None and choice in one.doubt.choices
    }
    try:
        stored = taking.store(office, HOUSEHOLDS, preview, decisions)
    except RequestRefused:
        # Two rows were decided to be one household: refused whole.
        same = [one.verdict.record for one in preview.rows if decisions.get(one.number) is RowChoice.SAME]
        settled = [one.verdict.record for one in preview.rows if one.state.value in ("same", "changed")]
        assert len(set(same)) < len(same) or set(same) & set(settled)
        assert register(office) == before
        return
    assert stored.new + stored.changed + stored.same + stored.doubtful == len(listed)
    kept = [choice for choice in decisions.values() if choice is not RowChoice.OMIT]
    assert stored.doubtful == preview.count(RowState.DOUBTFUL) - len(kept)
    assert stored.new == preview.count(RowState.NEW) + kept.count(RowChoice.NEW)
    certain = replace(preview, rows=tuple(one for one in preview.rows if one.doubt is None))
    assert stored.changed >= certain.count(RowState.CHANGED)
    for one in certain.rows:
        if one.state is RowState.NEW:
            again = households(office, HAMLET, search=one.cell("name").value)
            assert one.cell("name").value in [line.head for line in again.lines]
    batches.undo(office, stored.batch)
    assert register(office) == before
