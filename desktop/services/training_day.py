"""The example commune's election day, from the workbook to the receipt: invented people, training for ever.

Xã Húc Động, huyện Bình Liêu, Sunday 08/12/2024, under Decree 59/2023/NĐ-CP. Everything that chance decides
follows from a seed: keys, clock, candidates, officials and votes.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.errors import PackageRefused
from desktop.exchange.card import fingerprint
from desktop.exchange.keys import OfficeKeys
from desktop.models.office import Settings
from desktop.rules.library import Library
from desktop.services import (
    counting,
    elections,
    entries,
    intake,
    keys,
    meetings,
    papers,
    receipts,
    recognition,
)
from desktop.services.files import write_file
from desktop.services.households import import_households
from desktop.services.offices import NewOffice, make_office
from desktop.services.report import print_report
from desktop.services.sealing import SealedView, seal
from desktop.services.units import NewUnit, UnitView, add_hamlets, add_unit
from desktop.services.workplace import Workplace
from desktop.sheets.reading import Reading, read

COMMUNE, DISTRICT, PROVINCE = "06859", "198", "22"
ELECTION_DAY = date(2024, 12, 8)
CAMPAIGN = "truong-thon-2024"
_CAMPAIGN_NAME = "Bầu Trưởng thôn xã Húc Động, nhiệm kỳ 2024 - 2027"
_LAST_DAY = date(2025, 6, 30)  # the district ended, and the commune became part of another
_RESERVE = 7
_OPERATORS = (("Người nhập thứ nhất", "1357"), ("Người nhập thứ hai", "2468"))

Progress = Callable[[str], None]


@dataclass(slots=True)
class TrainingClock:
    """A clock that stands where it is put and goes on by a second each time it is read."""

    moment: datetime

    def __call__(self) -> datetime:
        """Return the moment and let a second pass."""
        self.moment += timedelta(seconds=1)
        return self.moment

    def put(self, day: date, hour: int, minute: int) -> datetime:
        """Put the clock to a time of day in Viet Nam, and return it."""
        self.moment = datetime(day.year, day.month, day.day, hour, minute, tzinfo=papers.VIET_NAM).astimezone(
            UTC
        )
        return self.moment


@dataclass(frozen=True, slots=True)
class TrainingDay:
    """The two offices of the example, and where its files go."""

    out: Path
    chance: random.Random
    clock: TrainingClock
    commune: Workplace
    commune_keys: OfficeKeys
    office: Workplace
    office_keys: OfficeKeys
    tell: Progress


def hold_training_day(
    out: Path, seed: int, passphrase: str, statutes: Library, samples: Path, tell: Progress
) -> dict[str, Any]:
    """Hold the example's whole election day, and leave its offices and files in a folder.

    Args:
        out: an empty folder.
        seed: the same seed gives the same summary.
        passphrase: of both offices.
        statutes: the law that is applied.
        samples: folder of the sample workbooks.
        tell: is told each step in a Vietnamese sentence.

    Returns:
        The summary, as ``summary.json`` holds it. Source: commands.md (``demo``).

    Raises:
        Refusal: a step is refused, such as a disk that is full.
    """
    (out / "backup").mkdir(parents=True, exist_ok=True)
    day = _offices(out, seed, passphrase, statutes, tell)
    try:
        summary = _hold(day, samples)
    finally:
        day.commune.database.close()
        day.office.database.close()
    write_file(out / "summary.json", json.dumps(summary, ensure_ascii=False, indent=1).encode() + b"\n")
    return summary


def _offices(out: Path, seed: int, passphrase: str, statutes: Library, tell: Progress) -> TrainingDay:
    clock = TrainingClock(datetime(2024, 11, 18, 1, 0, tzinfo=UTC))
    settings = Settings(reserve=_RESERVE, place="Húc Động", backup_folder=str((out / "backup").resolve()))
    commune_office = NewOffice(
        COMMUNE, "Ủy ban nhân dân xã Húc Động", "commune", superior="huyện Bình Liêu", settings=settings
    )
    district_office = NewOffice(DISTRICT, "Phòng Nội vụ huyện Bình Liêu", "receiving")
    opened = []
    for folder, new in (("commune", commune_office), ("office", district_office)):
        key_seed = hashlib.sha256(f"hom-phieu demo {seed} {folder}".encode()).digest()
        workplace, _ = make_office(out / "data" / folder, new, passphrase, statutes, clock, seed=key_seed)
        opened.append((workplace, keys.unlock(workplace, passphrase)))
    (commune, commune_keys), (office, office_keys) = opened
    for teller, reader, secrets in ((office, commune, office_keys), (commune, office, commune_keys)):
        card = keys.own_card(teller, secrets)
        keys.trust(reader, card, " ".join(fingerprint(card)))
    write_file(out / "office.age", keys.age_identity(office_keys, "government").encode() + b"\n")
    tell("Đã lập hai cơ quan tập huấn và trao thẻ cho nhau.")
    return TrainingDay(
        out,
        random.Random(seed),  # noqa: S311 - an example, no secret
        clock,
        commune,
        commune_keys,
        office,
        office_keys,
        tell,
    )


def _hold(day: TrainingDay, samples: Path) -> dict[str, Any]:
    hamlets = _units(day, samples)
    hamlet = hamlets[0]
    people = _households(day, hamlet, samples)
    code = _eve(day, hamlet, people)
    count = _count(day, code)
    minutes = papers.print_minutes(day.commune, code)
    minutes_path = write_file(day.out / "minutes" / f"bien-ban-{code}.pdf", minutes.content)
    write_file(day.out / "minutes" / f"bien-ban-{code}-de-trong.pdf", papers.blank_minutes(day.commune, code))
    day.tell(f"{hamlet.full_name}: đã chốt kết quả và in biên bản.")
    write_file(day.out / "report.xlsx", print_report(day.commune, CAMPAIGN))
    packages = [_send(day)]
    day.clock.put(date(2024, 12, 12), 9, 0)
    recognition.recognise(day.commune, code, "112/QĐ-UBND", date(2024, 12, 12))
    packages.append(_send(day))
    day.tell("Đã ghi quyết định công nhận và gửi gói thứ hai.")
    return {
        "hamlets": [
            {
                "name": hamlet.full_name,
                "statute": "nd59-2023",
                "outcome": count.outcome,
                "elected": list(count.elected),
                "minutes": minutes_path.relative_to(day.out).as_posix(),
            }
        ],
        "packages": packages,
    }


def _units(day: TrainingDay, samples: Path) -> tuple[UnitView, ...]:
    place = day.commune
    add_unit(place, NewUnit(PROVINCE, "province", "Tỉnh", "Quảng Ninh"))
    add_unit(place, NewUnit(DISTRICT, "district", "Huyện", "Bình Liêu", ends_on=_LAST_DAY, parent=PROVINCE))
    add_unit(place, NewUnit(COMMUNE, "commune", "Xã", "Húc Động", ends_on=_LAST_DAY, parent=DISTRICT))
    hamlets = add_hamlets(place, COMMUNE, read(samples / "thon-ban.csv", "hamlets").rows)
    day.tell(f"Đã đọc danh sách {len(hamlets)} thôn, khu phố.")
    return hamlets


def _households(day: TrainingDay, hamlet: UnitView, samples: Path) -> Reading:
    file = samples / "ho-gia-dinh.xlsx"
    reading = read(file, "households")
    stored = import_households(
        day.commune,
        hamlet.code,
        reading.rows,
        refused=len(reading.refused),
        file_name=file.name,
        data=file.read_bytes(),
    )
    day.tell(f"{hamlet.full_name}: ghi {stored.new} hộ, từ chối {stored.refused} dòng.")
    return reading


def _eve(day: TrainingDay, hamlet: UnitView, people: Reading) -> str:
    place, chance = day.commune, day.chance
    plan = elections.Plan(
        campaign=CAMPAIGN,
        campaign_name=_CAMPAIGN_NAME,
        hamlet=hamlet.code,
        held_on=ELECTION_DAY,
        term_from=date(2024, 12, 8),
        term_to=date(2027, 6, 8),
        venue=f"Nhà văn hóa {hamlet.kind.lower()} {hamlet.name}",
    )
    code = elections.plan_election(place, plan).code
    grown = [row for row in people.rows if row["birth"] and 1960 <= int(row["birth"][:4]) <= 1990]
    woman = chance.choice([row for row in grown if row["sex"] == "Nữ"])
    man = chance.choice([row for row in grown if row["sex"] == "Nam"])
    elections.list_candidates(
        place, code, [elections.Nomination(row["name"], row["birth"]) for row in (man, woman)]
    )
    others = chance.sample([row for row in grown if row not in (man, woman)], 7)
    roles = (
        "team_head",
        "team_member",
        "counting_head",
        "counting_member",
        "counting_member",
        "witness",
        "witness",
    )
    elections.appoint(
        place,
        code,
        [
            elections.Appointment(role, "Bà" if row["sex"] == "Nữ" else "Ông", row["name"])
            for role, row in zip(roles, others, strict=True)
        ],
    )
    day.clock.put(date(2024, 12, 6), 14, 0)
    ballots = papers.print_ballots(place, code)
    write_file(day.out / "ballots" / f"phieu-{code}.pdf", ballots.content)
    day.tell(f"{hamlet.full_name}: đã chốt danh sách hộ và in {ballots.copies} phiếu.")
    return code


def _count(day: TrainingDay, code: str) -> counting.CountView:
    place, chance = day.commune, day.chance
    meetings.open_meeting(place, code, day.clock.put(ELECTION_DAY, 7, 30))
    electorate = 125
    present = chance.randint(104, 120)
    for hour, share in ((8, 0.4), (9, 0.8), (10, 1.0)):
        meetings.record_attendance(place, code, day.clock.put(ELECTION_DAY, hour, 0), int(present * share))
    replaced, invalid = 1, 2
    unused = electorate + _RESERVE - present
    votes = chance.randint(electorate // 2 + 6, present - invalid - 12)
    typed = {
        "present": present,
        "issued": present,
        "unused": unused,
        "returned": present,
        "valid": present - invalid,
        "invalid": invalid,
        "candidates[0].votes": votes,
        "candidates[1].votes": present - invalid - votes,
    }
    mobile = 3
    meetings.record_stock(
        place,
        code,
        [
            meetings.BoxCount("main", present - mobile, unused - replaced, replaced, present - mobile),
            meetings.BoxCount("mobile", mobile, 0, 0, mobile),
        ],
    )
    day.clock.put(ELECTION_DAY, 10, 40)
    first, second = ((entries.register_operator(place, name, pin), pin) for name, pin in _OPERATORS)
    entries.enter(place, code, *first, typed)
    # The second operator misreads one figure, reads the signed sheet again and corrects it.
    entries.enter(place, code, *second, typed | {"candidates[1].votes": typed["candidates[1].votes"] + 1})
    entries.enter(place, code, *second, typed)
    day.clock.put(ELECTION_DAY, 10, 55)
    reasons = [
        counting.InvalidReason("để lại cả hai người", 1),
        counting.InvalidReason("gạch cả hai người", 1),
    ]
    count = counting.finalise(place, code, invalid_reasons=reasons)
    day.tell(f"Hai lần nhập khớp nhau; kết quả: {', '.join(count.elected) or 'chưa có người trúng cử'}.")
    return count


def _send(day: TrainingDay) -> dict[str, str]:
    sealed: SealedView = seal(day.commune, day.commune_keys, "government", DISTRICT)
    path = write_file(day.out / "packages" / sealed.file_name, sealed.data)
    taken = intake.take_in(day.office, day.office_keys, path.read_bytes())
    if taken.receipt is None or taken.receipt_name is None or taken.outcome != "accepted":
        raise PackageRefused(taken.code or "sequence", where=sealed.file_name)
    receipt = write_file(day.out / "receipts" / taken.receipt_name, taken.receipt)
    receipts.read_receipt(day.commune, day.commune_keys, receipt.read_bytes())
    day.tell(f"Gói {sealed.file_name} đã được nhận, biên nhận {taken.receipt_code}.")
    return {
        "path": path.relative_to(day.out).as_posix(),
        "digest": sealed.digest,
        "receipt": receipt.relative_to(day.out).as_posix(),
    }
