"""The list of households and one of them: found, sorted, masked, edited field by field, with its past."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.errors import RequestRefused
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import household_count, households
from desktop.services.people.record import add_household, edit_household, end_household, household
from desktop.services.places.succession import rename
from tests.offices.commune import HAMLET, OTHER_HAMLET, rows, store, traces


def key_of(office: Workplace, search: str) -> int:
    (line,) = households(office, search=search).lines
    return line.id


def test_households_are_listed_by_given_name_in_parts(office: Workplace) -> None:
    names = [line.head for line in households(office, HAMLET).lines]
    assert names[:3] == ["Vi Văn Áng", "Tằng Văn Bình", "Giàng A Chớ"]
    assert names[-2:] == ["Hoàng Thị Ỷ", "Bế Thị Yên"] or names[-2:] == ["Bế Thị Yên", "Hoàng Thị Ỷ"]
    tenth = households(office, HAMLET).lines[9].id
    part = households(office, HAMLET, after=tenth, limit=5)
    assert ([line.head for line in part.lines], part.more) == (names[10:], False)
    assert households(office, HAMLET, after=tenth, limit=1).more


def test_parts_of_any_size_are_the_whole_list_also_among_namesakes(office: Workplace) -> None:
    for number, birth in enumerate(("", "1980", "", "5/1980", "6/5/1980", "")):
        key = add_household(office, OTHER_HAMLET, "Giàng A Chớ")
        edit_household(office, key, "birth", birth)
        edit_household(office, key, "identity", f"0220800001{number:02d}")
    whole = [line.id for line in households(office).lines]
    assert len(whole) == len(set(whole)) == 18
    for limit in (1, 2, 3, 5, 16):
        found: list[int] = []
        while part := households(office, after=found[-1] if found else None, limit=limit).lines:
            found += [line.id for line in part]
        assert found == whole


def test_a_search_needs_no_marks_and_finds_by_any_word(office: Workplace) -> None:
    assert [line.head for line in households(office, search="ĐIEP hong").lines] == ["Đặng Hồng Điệp"]
    assert households(office, search="a d").lines[0].head == "Chìu A Dũng"
    assert household_count(office, search="khong co ai") == 0
    assert household_count(office, search="---") == 0
    assert household_count(office, OTHER_HAMLET, search="diep") == 0


def test_identity_numbers_are_masked_in_the_list_and_whole_in_the_record(office: Workplace) -> None:
    line = households(office, HAMLET, search="ơn").lines[0]
    assert line.identity == "•••••••••000"
    assert household(office, line.id).identity == rows()[0]["identity"]
    assert (line.birth, line.sex, line.hamlet) == ("02/03/1975", "Nữ", "Thôn Lục Ngù")


def test_fields_are_edited_one_by_one_and_the_past_names_them_without_values(office: Workplace) -> None:
    key = key_of(office, "giang a cho")
    for field, typed, kept in (
        ("name", "\u202aÐặng Văn\u200b Thử\u202c", "Đặng Văn Thử"),
        ("name", " Giàng  A Chớ Lớn ", "Giàng A Chớ Lớn"),
        ("identity", "\u202a022 151 000 222\u202c", "022151000222"),
        ("birth", "5/6/1980", "05/06/1980"),
        ("birth", "06-1980", "06/1980"),
        ("sex", "Nữ", "Nữ"),
        ("identity", "22 080 000 123", "022080000123"),
        ("ethnic", "", ""),
        ("members", "6", 6),
        ("members", None, None),
    ):
        assert getattr(edit_household(office, key, field, typed), field) == kept
    assert household_count(office, search="lon") == 1
    past = household(office, key).history
    assert past[0].action == "household.edit"
    assert [line.fields for line in past[:2]] == [("members",), ("members",)]
    assert (past[-1].action, past[-1].file_name) == ("import.new", "ho.xlsx")
    assert "Giàng" not in str(past)


def test_a_number_that_disagrees_with_the_person_is_only_doubtful(office: Workplace) -> None:
    key = key_of(office, "giang a cho")
    assert edit_household(office, key, "identity", "022180000123").doubts == ("sex",)


@pytest.mark.parametrize(
    ("field", "typed", "code"),
    [
        ("name", "  ", "household.name"),
        ("birth", "31/02/1988", "household.birth"),
        ("birth", "hôm qua", "household.birth"),
        ("birth", "2970", "household.birth_ahead"),
        ("identity", "12345", "household.identity"),
        ("identity", "022099000000", "household.identity_taken"),
        ("members", "-1", "household.members"),
    ],
)
def test_what_cannot_be_read_is_refused_and_the_old_value_stays(
    office: Workplace, field: str, typed: str, code: str
) -> None:
    key, before = key_of(office, "giang a cho"), traces(office)
    with pytest.raises(RequestRefused) as caught:
        edit_household(office, key, field, typed)
    assert caught.value.code == code
    assert traces(office) == before


def test_a_household_is_added_ends_and_lives_on(office: Workplace) -> None:
    key = add_household(office, OTHER_HAMLET, "Vàng A Páo")
    assert household(office, key).starts_on == office.today()
    with pytest.raises(RequestRefused) as caught:
        end_household(office, key, date(2020, 1, 1))
    assert caught.value.code == "household.day"
    assert end_household(office, key, office.today()).ends_on == office.today()
    assert household_count(office, OTHER_HAMLET) == 0
    assert [line.id for line in households(office, OTHER_HAMLET, ended=True).lines] == [key]
    assert end_household(office, key, None).ends_on is None
    actions = [line.action for line in household(office, key).history]
    assert actions == ["household.continue", "household.end", "household.add"]


def test_a_household_lives_on_only_in_a_hamlet_that_there_is(office: Workplace) -> None:
    key = key_of(office, "Lò Thị Ơn")
    end_household(office, key, office.today())
    rename(office, HAMLET, "Thôn", "Nà Choòng", office.today())
    with pytest.raises(RequestRefused) as refused:
        end_household(office, key, None)
    assert refused.value.code == "household.hamlet_ended"
    assert household(office, key).ends_on == office.today()


def test_a_household_that_is_gone_is_refused_in_a_sentence(office: Workplace) -> None:
    with pytest.raises(RequestRefused) as caught:
        household(office, 999)
    assert caught.value.code == "unknown.household"


def test_a_changed_household_names_the_lists_that_changed_it(office: Workplace) -> None:
    store(office, [rows()[0] | {"members": 6}])
    past = household(office, key_of(office, "lo thi on")).history
    assert [(line.action, line.fields) for line in past] == [
        ("import.changed", ("members",)),
        ("import.new", ()),
    ]
