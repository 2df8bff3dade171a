"""An invented commune with one hamlet of twelve households, and the steps of its election."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import func, select

from desktop.models import audit
from desktop.models.base import Base
from desktop.models.counting import Operator
from desktop.models.office import Settings
from desktop.models.store.at_rest import Cost
from desktop.models.store.pins import hash_pin
from desktop.models.store.session import reading, writing
from desktop.rules.tally import KeyKind, TallyKey
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.counting import counts, entries, tallies
from desktop.services.elections import planning
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import Appointment, appoint
from desktop.services.elections.rolls import freezing
from desktop.services.lists import taking
from desktop.services.lists.batches import Import
from desktop.services.office.offices import NewOffice
from desktop.services.office.workplace import VIET_NAM, Workplace
from desktop.services.papers.ballots import print_ballots
from desktop.services.places.listed import beside_one
from desktop.services.places.units import NewUnit, add_unit
from desktop.sheets.lists.reading import Reading
from desktop.sheets.lists.source import Source
from tests.offices.opening import open_meeting

PASSPHRASE = "tap-huan"  # noqa: S105 - of an invented office
COMMUNE, HAMLET, OTHER_HAMLET = "06859", "06859-T01", "06859-T02"
DAY = date(2024, 12, 8)
CODE = "06859-T01-20241208"
BEFORE = datetime(2024, 11, 18, 1, 0, tzinfo=UTC)
OPENS = datetime(2024, 12, 8, 7, 30, tzinfo=VIET_NAM)
ANH, BINH = 1, 2
PINS = {ANH: "1357", BINH: "2468"}

OFFICE = NewOffice(COMMUNE, "Ủy ban nhân dân xã Mẫu", "commune", settings=Settings(reserve=3, place="Mẫu"))
DISTRICT = NewOffice("198", "Phòng Nội vụ huyện Mẫu", "receiving")

HEADS = (
    ("Lò Thị Ơn", "Nữ", "1975-03-02"),
    ("Giàng A Chớ", "Nam", "1980"),
    ("Tằng Văn Bình", "Nam", "1969-11"),
    ("Chìu A Dũng", "Nam", "1984-01-20"),
    ("Phùn Thị Mỹ", "Nữ", "1990-06-15"),
    ("Triệu Quý Đôn", "Nam", "1958-07-07"),
    ("Đặng Hồng Điệp", "Nữ", "1977-09-09"),
    ("Nông Văn Ếch", "Nam", "1966"),
    ("Hoàng Thị Ỷ", "Nữ", "1988-12-31"),
    ("Lương Văn Ức", "Nam", "1971-05-05"),
    ("Vi Văn Áng", "Nam", "1993-02-28"),
    ("Bế Thị Yên", "Nữ", "1962-10-10"),
)
OFFICIALS = (
    ("team_head", "Ông", "Triệu Quý Đôn"),
    ("counting_head", "Ông", "Nông Văn Ếch"),
    ("counting_member", "Bà", "Hoàng Thị Ỷ"),
    ("counting_member", "Ông", "Lương Văn Ức"),
    ("witness", "Ông", "Vi Văn Áng"),
    ("witness", "Bà", "Bế Thị Yên"),
)
# Candidates stand in the order of the ballot: Chớ, then Ơn.
TYPED = {
    "present": 10,
    "issued": 10,
    "unused": 5,
    "returned": 10,
    "valid": 9,
    "invalid": 1,
    "candidates[0].votes": 2,
    "candidates[1].votes": 7,
}
NOBODY = TYPED | {"candidates[0].votes": 4, "candidates[1].votes": 5}


def rows() -> list[dict[str, Any]]:
    """The household list as a workbook gives it, each with a number that is nobody's."""
    return [
        row(name, sex, birth, f"0220990000{number:02d}") for number, (name, sex, birth) in enumerate(HEADS)
    ]


def row(name: str, sex: str = "Nam", birth: str | None = None, identity: str | None = None) -> dict[str, Any]:
    return {"name": name, "sex": sex, "birth": birth, "identity": identity, "members": 4, "ethnic": "Dao"}


def store(workplace: Workplace, listed: list[dict[str, Any]], hamlet: str = HAMLET) -> Import:
    return taking.store(workplace, HOUSEHOLDS, beside_one(workplace, HOUSEHOLDS, hamlet, as_read(listed)))


def as_read(listed: list[dict[str, Any]]) -> Reading:
    """The rows as they would come from a workbook whose first row is the header."""
    source = Source("ho.xlsx", hashlib.sha256(b"workbook").hexdigest())
    return Reading(tuple(listed), (), (), source=source, numbers=tuple(range(2, len(listed) + 2)))


def settle(workplace: Workplace) -> None:
    """Add the units, the households and two operators, whose PINs are hashed as cheaply as can be."""
    add_unit(workplace, NewUnit(COMMUNE, "commune", "Xã", "Mẫu"))
    add_unit(workplace, NewUnit(HAMLET, "hamlet", "Thôn", "Lục Ngù", parent=COMMUNE))
    add_unit(workplace, NewUnit(OTHER_HAMLET, "hamlet", "Khu phố", "Chợ", parent=COMMUNE))
    store(workplace, rows())
    cheap = Cost(memory_kib=8, passes=1, lanes=1)
    with writing(workplace.database) as session:
        for name, key in (("Người nhập Anh", ANH), ("Người nhập Bình", BINH)):
            # The log seals it, and an office that is made again has the same log.
            session.add(Operator(name=name, pin_hash=hash_pin(PINS[key], cheap, bytes(16))))
            session.flush()


def plan(**changes: Any) -> planning.Plan:
    usual = planning.Plan(
        campaign="2024",
        campaign_name="Bầu Trưởng thôn xã Mẫu",
        hamlet=HAMLET,
        held_on=DAY,
        term_from=date(2024, 12, 8),
        term_to=date(2027, 6, 8),
        venue="Nhà văn hóa thôn Lục Ngù",
    )
    return replace(usual, **changes)


def appointments(*changes: Appointment) -> list[Appointment]:
    return [*(Appointment(*official) for official in OFFICIALS), *changes]


def listed(workplace: Workplace, *names: str, **changes: Any) -> str:
    code = planning.plan_election(workplace, plan(**changes)).code
    nominations = [Nomination(name) for name in names or ("Lò Thị Ơn", "Giàng A Chớ")]
    list_candidates(workplace, code, nominations)
    appoint(workplace, code, appointments())
    return code


def printed(workplace: Workplace, *names: str, **changes: Any) -> str:
    code = listed(workplace, *names, **changes)
    if changes.get("ballot") == "hands":
        freezing.close_roll(workplace, code)
    else:
        print_ballots(workplace, code)
    return code


def meeting(workplace: Workplace, *names: str, **changes: Any) -> str:
    code = printed(workplace, *names, **changes)
    open_meeting(workplace, code, OPENS)
    return code


def enter(workplace: Workplace, code: str, operator: int, typed: dict[str, Any]) -> entries.EntryView:
    return entries.enter(workplace, code, operator, PINS[operator], typed)


def read_ballots(
    workplace: Workplace, opened: tallies.OpenTally, keys: Sequence[TallyKey], first: int | None = None
) -> int:
    """Store keys of a count ballot by ballot, after those that it has."""
    pressed = [tallies.PressedKey(key, workplace.clock()) for key in keys]
    place = first or len(opened.keys) + 1
    return tallies.press_keys(workplace, opened.code, opened.log, place, pressed)


def ballots_of(typed: dict[str, Any]) -> list[TallyKey]:
    """One key a ballot, as the figures of a paper form have them; the invalid ones had too many names."""
    marks = [
        TallyKey(KeyKind.MARK, place)
        for place in (0, 1)
        for _ in range(typed.get(f"candidates[{place}].votes", 0))
    ]
    return [*marks, *[TallyKey(KeyKind.INVALID, reason="too_many")] * typed["invalid"]]


def count_by_ballot(
    workplace: Workplace, code: str, operator: int, typed: dict[str, Any], *, alone: bool = False
) -> tallies.TallyLocked:
    """Read the box ballot by ballot and lock the count."""
    opened = tallies.sit_at_tally(workplace, code, operator, PINS[operator], alone=alone)
    read_ballots(workplace, opened, ballots_of(typed))
    asked = {field: typed[field] for field in opened.asked}
    return tallies.lock_tally(workplace, code, opened.log, PINS[operator], asked)


def agree(workplace: Workplace, code: str, typed: dict[str, Any] | None = None) -> str:
    for operator in (ANH, BINH):
        enter(workplace, code, operator, TYPED if typed is None else typed)
    return code


def agreed(workplace: Workplace, typed: dict[str, Any] | None = None, *names: str, **changes: Any) -> str:
    return agree(workplace, meeting(workplace, *names, **changes), typed)


def finalised(workplace: Workplace, typed: dict[str, Any] | None = None, *names: str, **changes: Any) -> str:
    code = agreed(workplace, typed, *names, **changes)
    counts.finalise(workplace, code)
    return code


def audit_head(workplace: Workplace) -> audit.Head:
    with reading(workplace.database) as session:
        return audit.head(session)


def traces(workplace: Workplace) -> tuple[object, ...]:
    """What a use case that was refused must leave as it was: the audit log and the rows of every table."""
    with reading(workplace.database) as session:
        counted = [
            session.scalar(select(func.count()).select_from(table)) for table in Base.metadata.sorted_tables
        ]
        return (audit.head(session), *counted)
