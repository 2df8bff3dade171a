"""Search as one types, among a hundred thousand people."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Select, select, text
from sqlalchemy.orm import Session

from benchmarks.commune import PASSPHRASE, SEED
from benchmarks.figure import Figure, seconds_of
from desktop.bootstrap import shipped_statutes
from desktop.models.people import Person
from desktop.models.people_search import people_named
from desktop.models.store.session import reading, writing
from desktop.services.office.offices import NewOffice, make_office
from desktop.vietnamese.text import fold

PEOPLE = 100_000
KEYS = 200
LIMIT = 20

_SURNAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Huỳnh",
    "Phan",
    "Vũ",
    "Võ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
    "Chìu",
    "Tằng",
    "Lò",
    "Giàng",
]
_MIDDLE = [
    "Văn",
    "Thị",
    "A",
    "Đức",
    "Ngọc",
    "Minh",
    "Hữu",
    "Thu",
    "Kim",
    "Xuân",
    "Láo",
    "Quý",
    "Thanh",
    "Hồng",
    "Phúc",
]
_GIVEN = [
    "An",
    "Ánh",
    "Bình",
    "Chớ",
    "Chín",
    "Dũng",
    "Đạt",
    "Đôn",
    "Ếch",
    "Giang",
    "Hà",
    "Hạnh",
    "Hương",
    "Khánh",
    "Lan",
    "Liễu",
    "Mai",
    "Mỹ",
    "Nam",
    "Ơn",
    "Phúc",
    "Quỳnh",
    "Sìn",
]


def figures() -> Iterator[Figure]:
    """Measure the worst of fixed keys against a pattern search with the same limit and order."""
    with TemporaryDirectory() as name:
        office = NewOffice("06859", "Ủy ban nhân dân xã Mẫu", "commune")
        clock = datetime(2024, 12, 6, tzinfo=UTC)
        workplace, _ = make_office(
            Path(name) / "office", office, PASSPHRASE, shipped_statutes(), lambda: clock
        )
        chance = random.Random(SEED)
        names = [" ".join(map(chance.choice, (_SURNAMES, _MIDDLE, _MIDDLE, _GIVEN))) for _ in range(PEOPLE)]
        with writing(workplace.database) as session:
            session.add_all(Person(name=one) for one in names)
        keys = _keys(chance, names)
        with reading(workplace.database) as session:
            ours = max(_seconds(session, _found(key)) for key in keys)
            theirs = max(_seconds(session, _pattern(key)) for key in keys)
        workplace.database.close()
        yield Figure(
            f"search as one types, {PEOPLE:,} people, worst key",
            f"LIKE '%…%', worst of {KEYS} keys",
            theirs / ours,
            50,
            at_least=True,
            seconds=ours,
        )


def _keys(chance: random.Random, names: list[str]) -> list[str]:
    keys = []
    for _ in range(KEYS):
        words = chance.choice(names).split()
        keys.append(" ".join(words[chance.randrange(3) :])[: chance.randint(1, 12)].strip())
    return keys


def _found(key: str) -> Select[int, str]:
    found = people_named(key)
    assert found is not None, key
    first = found.order_by(text("rowid")).limit(LIMIT).subquery()
    return select(Person.id, Person.name).join(first, first.c.rowid == Person.id).order_by(Person.id)


def _pattern(key: str) -> Select[int, str]:
    like = Person.folded.like(f"%{fold(key)}%")
    return select(Person.id, Person.name).where(like).order_by(Person.id).limit(LIMIT)


def _seconds(session: Session, wanted: Select[int, str]) -> float:
    # The best of three: a key is slow by itself, not because something else ran beside it.
    return min(seconds_of(lambda: session.execute(wanted).all()) for _ in range(3))
