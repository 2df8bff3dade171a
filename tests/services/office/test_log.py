"""The audit log as it is read: every action has its words, no value is told, and a changed entry is found."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.models.store.session import reading, writing
from desktop.rules.dismissal import DismissalStep
from desktop.services.office.log import (
    PROGRAM,
    SUBJECTS,
    LogFilter,
    action_words,
    actors,
    check_log,
    log_part,
    print_log,
)
from desktop.services.office.operators import register_operator
from desktop.services.office.settings import set_field
from desktop.wording import known_codes
from tests.checkout import ROOT
from tests.offices.election_example import Example, make_example
from tests.printing.pages import one_line

_NOT_LITERAL = {"election.", "dismissal.", ".undo", ".give_out"}


def noted() -> tuple[set[str], set[str]]:
    """Return the actions and the fields that use cases note, as far as they are written out."""
    actions, fields = set(), set()
    for path in (ROOT / "desktop" / "services").rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (
                isinstance(call, ast.Call)
                and getattr(call.func, "attr", getattr(call.func, "id", "")) in ("note", "_note")
            ):
                continue
            said = [
                each.value
                for argument in call.args
                for each in ast.walk(argument)
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            ]
            actions |= {each for each in said if "." in each}
            fields |= {each for each in said if "." not in each}
    return actions - _NOT_LITERAL, fields


def test_every_action_and_field_that_is_noted_has_words_and_a_subject() -> None:
    actions, fields = noted()
    assert actions >= {"count.finalise", "count.enter", "household.edit", "paper.print"}
    actions |= {f"election.{what}" for what in ("moved", "cancelled", "taken_up")}
    actions |= {f"dismissal.{step}" for step in DismissalStep}
    done = ("add", "change", "end", "remove", "order")
    actions |= {f"{noun}.{what}" for noun in ("basis", "party_basis") for what in done}
    actions |= {"import.undo", "hamlet.undo", "hamlets.import", "households.import", "hamlet.mergers"}
    assert sorted(action for action in actions if action_words(action) == action) == []
    assert sorted(field for field in fields if f"log.field.{field}" not in known_codes()) == []
    nouns = {noun for each in SUBJECTS.values() for noun in each}
    assert sorted(action for action in actions if action.split(".")[0] not in nouns) == []


def test_a_word_of_a_later_program_is_shown_as_it_is_written() -> None:
    assert action_words("congress.open") == "congress.open"


@pytest.fixture
def held(tmp_path: Path) -> Example:
    return make_example(tmp_path / "office")


def test_the_newest_entry_comes_first_and_parts_follow_without_a_gap(held: Example) -> None:
    whole = log_part(held.workplace, LogFilter(), limit=10_000)
    assert whole.total == len(whole.lines) == whole.lines[0].sequence
    assert [line.sequence for line in whole.lines] == list(range(whole.total, 0, -1))
    first = log_part(held.workplace, LogFilter(), limit=7)
    second = log_part(held.workplace, LogFilter(), before=first.lines[-1].sequence, limit=7)
    assert (*first.lines, *second.lines) == whole.lines[:14]
    assert second.total == whole.total


def test_an_entry_says_who_did_what_to_which_hamlet_and_no_value(held: Example) -> None:
    named = register_operator(held.workplace, "Tằng Văn Bình", "1357")
    key = f"operator:{named}"
    assert (key, "Tằng Văn Bình") in actors(held.workplace)
    newest = log_part(held.workplace, LogFilter()).lines[0]
    assert (newest.actor, newest.action, newest.about) == ("", "Thêm người nhập", "Tằng Văn Bình")
    assert newest.fields == "tên, PIN"
    set_field(held.workplace, "name", "Ủy ban nhân dân xã Bí Mật")
    newest = log_part(held.workplace, LogFilter()).lines[0]
    assert (newest.action, newest.fields) == ("Sửa thiết lập", "tên")
    planned = log_part(held.workplace, LogFilter(subject="elections"), limit=10_000).lines
    assert {"Thôn Nà Ếch", "Khu phố Lục Ngù", "Khu phố Pò Đán"} & {line.about for line in planned}
    assert all(
        "Bí Mật" not in repr(line) for line in log_part(held.workplace, LogFilter(), limit=10_000).lines
    )


def test_what_is_looked_for_is_found_by_person_subject_and_day(held: Example) -> None:
    place = held.workplace
    whole = log_part(place, LogFilter(), limit=10_000)
    parts = [log_part(place, LogFilter(subject=each), limit=10_000) for each in SUBJECTS]
    assert sum(part.total for part in parts) == whole.total
    assert (
        log_part(place, LogFilter(actor=PROGRAM)).total
        + sum(log_part(place, LogFilter(actor=key)).total for key, _ in actors(place))
        == whole.total
    )
    days = sorted({line.at.date() for line in whole.lines})
    counted = [log_part(place, LogFilter(first=day, last=day)).total for day in days]
    assert sum(counted) == whole.total
    assert 0 not in counted
    assert log_part(place, LogFilter(first=date(2999, 1, 1))).total == 0


def test_a_changed_entry_breaks_the_chain_and_the_sheet_says_so(held: Example) -> None:
    place = held.workplace
    whole = check_log(place)
    assert whole.broken_at is None
    said = one_line(print_log(place, LogFilter()))
    assert f"còn nguyên đến dòng số {whole.entries}" in said
    with writing(place.database) as session:
        for trigger in session.scalars(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_entries'")
        ).all():
            session.execute(text(f'DROP TRIGGER "{trigger}"'))
        session.execute(text("UPDATE audit_entries SET action = 'count.reopen' WHERE sequence = 3"))
    assert check_log(place).broken_at == 3
    assert "KHÔNG còn nguyên: đứt ở dòng số 3" in one_line(print_log(place, LogFilter()))


def test_the_sheets_hold_every_entry_in_the_order_in_which_it_was_written(held: Example) -> None:
    with reading(held.workplace.database) as session:
        entries = session.scalar(text("SELECT count(*) FROM audit_entries"))
    said = one_line(print_log(held.workplace, LogFilter()))
    assert f"In {entries:02d} dòng" in said
    assert said.index("Lập cơ quan") < said.index("Thêm đơn vị") < said.index("Lập kế hoạch cuộc bầu cử")
