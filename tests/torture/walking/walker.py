"""Somebody who does one thing after another in an office, and looks each time whether it did what it said."""

from __future__ import annotations

import hashlib
import random
import traceback
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from desktop.bootstrap import shipped_statutes
from desktop.errors import Refusal
from desktop.exchange.card import fingerprint
from desktop.exchange.keys import OfficeKeys
from desktop.models import audit
from desktop.models.base import Base
from desktop.models.office import Settings, Side
from desktop.models.store.session import reading
from desktop.services.elections.election_list import elections
from desktop.services.exchange import cards
from desktop.services.office import keys
from desktop.services.office.checking import check_office
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.operators import register_operator
from desktop.services.office.workplace import Workplace
from desktop.services.people.households import households
from desktop.services.people.voters import voters
from desktop.services.places.hamlets import hamlet_lines
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.offices import commune
from tests.offices.kept import open_copy
from tests.torture.walking.model import Heads, Home, Model, Package, Typist

R = TypeVar("R")
Tables = dict[str, str]

LOG = frozenset({"audit_entries", "audit_seals", "import_batches", "import_rows"})
"""Tables that a change and its undoing both leave lines in."""

_HAMLETS = ("Lục Ngù", "Nà Ếch", "Khe Mó")


class Found(Exception):  # noqa: N818 - what the walk looks for
    """Something that is not as it must be; the walk ends."""


class Declined(Exception):  # noqa: N818 - an answer
    """The office refused a step and changed nothing; the step ends."""


@dataclass(slots=True)
class Walker:
    """An open office with its district, the model of it, and chance."""

    place: Path
    chance: random.Random
    clock: TrainingClock
    office: Workplace
    district: Workplace
    party: Workplace
    model: Model
    keys: OfficeKeys
    district_keys: OfficeKeys
    party_keys: OfficeKeys
    number: int = 0
    steps: list[str] = field(default_factory=list)
    refusals: Counter[str] = field(default_factory=Counter)
    packages: list[Package] = field(default_factory=list)
    heads: list[Heads] = field(default_factory=list)
    receipts: list[bytes] = field(default_factory=list)
    backups: list[tuple[Path, Model]] = field(default_factory=list)
    head: audit.Head = field(default_factory=lambda: audit.Head(0, ""))
    tables: Tables = field(default_factory=dict)

    def ask(self, said: str, act: Callable[[], R], *, touches: Collection[str] = ()) -> R:
        """Let the office do something.

        Args:
            said: what, for whoever reads the walk.
            act: the use case.
            touches: tables that a refusal may change, since it counts wrong tries.

        Raises:
            Declined: refused, and every table is as it was.
            Found: refused, and a table changed; or an exception that is none of ours.
        """
        self.steps.append(said)
        before = self.tables
        try:
            answer = act()
        except Refusal as refusal:
            self.refusals[refusal.code] += 1
            self.steps[-1] += f" -> {refusal.code}"
            self.tables = tables_of(self.office)
            changed = changes(before, self.tables) - set(touches)
            self.demand(not changed, f"refused with {refusal.code}, and yet changed {sorted(changed)}")
            raise Declined from refusal
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            message = f"RAW {type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
            raise Found(message) from error
        self.tables = tables_of(self.office)
        self._look_at_log()
        return answer

    def demand(self, holds: bool, words: str) -> None:
        """End the walk with a finding unless something holds."""
        if not holds:
            raise Found(words)

    def pick(self, wanted: Collection[R], wrong: Collection[R] = ()) -> R:
        """Return one of those wanted, now and then one that is wrong; the step ends where there is none."""
        pool = list(wrong) if wrong and self.chance.random() < 0.12 else list(wanted)
        if not pool:
            raise Declined
        return self.chance.choice(pool)

    def likely(self, share: float) -> bool:
        """Toss a coin that falls on its head so often."""
        return self.chance.random() < share

    def code_of(self, hamlet: str) -> str:
        """Return the code of a hamlet by its name, or a code that is nobody's."""
        return next((one.code for one in hamlet_lines(self.office) if one.name == hamlet), "06859-T99")

    def look(self) -> None:
        """Hold what the office shows against the model."""
        model = self.model
        shown = {line.name: line for line in hamlet_lines(self.office)}
        self.demand(set(shown) == model.hamlets, f"hamlets {sorted(shown)}, not {sorted(model.hamlets)}")
        for name, line in shown.items():
            there = {one.id for one in households(self.office, line.code, limit=9999).lines}
            self.demand(there == set(model.living(name)), f"households of {name}: {there}")
            alone = {one.id for one in voters(self.office, line.code, limit=9999).lines}
            wanted = {key for key, hamlet in model.voters.items() if hamlet == name}
            self.demand(alone == wanted, f"voters of {name}: {alone}, not {wanted}")
        ended = {one.id for one in households(self.office, ended=True, limit=9999).lines}
        gone = {key for key, home in model.homes.items() if home.ends_on is not None}
        self.demand(ended == gone, f"ended households {ended}, not {gone}")
        stand = {line.code: (line.state, line.round) for line in elections(self.office)}
        held = {
            code: ("cancelled" if one.cancelled else one.state, one.round)
            for code, one in model.contests.items()
        }
        self.demand(stand == held, f"elections {stand}, not {held}")

    def look_whole(self) -> None:
        """Check the offices as their clerks do."""
        self.look()
        for office in (self.office, self.district, self.party):
            found = check_office(office)
            self.demand(not found.findings, f"check: {found.problems}")

    def reopened(self, office: Workplace, model: Model) -> None:
        """Go on with another state of the office."""
        self.office, self.model = office, model
        self.keys = keys.unlock(office, model.passphrase)
        self.head, self.tables = commune.audit_head(office), tables_of(office)

    def close(self) -> None:
        """Close the offices."""
        for office in (self.office, self.district, self.party):
            office.database.close()

    def _look_at_log(self) -> None:
        with reading(self.office.database) as session:
            now = audit.head(session)
            known = audit.hash_at(session, self.head.sequence) if self.head.sequence else None
        self.demand(known in (None, self.head.hash), "the log no longer holds what it held")
        self.demand(now.sequence >= self.head.sequence, "the log became shorter")
        self.head = now


def tables_of(office: Workplace) -> Tables:
    """Return a digest of the rows of each table."""
    found = {}
    with reading(office.database) as session:
        connection = session.connection()
        for table in Base.metadata.sorted_tables:
            rows = connection.exec_driver_sql(f'SELECT * FROM "{table.name}"').all()  # noqa: S608 - our own
            found[table.name] = hashlib.sha256(repr(sorted(map(repr, rows))).encode()).hexdigest()
    return found


def changes(before: Tables, after: Tables) -> set[str]:
    """Name the tables that are otherwise."""
    return {name for name in before if before[name] != after[name]}


def begin(place: Path, seed: int) -> Walker:
    """Open a commune with three hamlets, its district and its Party office, which trust each other."""
    clock = TrainingClock(commune.BEFORE)
    office, district, party = (
        replace(open_copy(make, place / name, commune.PASSPHRASE), clock=clock)
        for make, name in ((_commune, "commune"), (_district, "district"), (_party, "party"))
    )
    model = Model(commune.PASSPHRASE, hamlets=set(_HAMLETS))
    model.typists = {key: Typist(pin) for key, pin in commune.PINS.items()}
    for one in households(office, limit=9999).lines:
        model.homes[one.id] = Home(_HAMLETS[0])
    unlocked = [keys.unlock(each, commune.PASSPHRASE) for each in (office, district, party)]
    trusts = ((office, district, 0), (office, party, 0), (district, office, 1), (party, office, 2))
    for teller, reader, opened in ((one, other, unlocked[at]) for one, other, at in trusts):
        card = cards.own_card(teller, opened)
        cards.trust(reader, card, " ".join(fingerprint(card)))
    walker = Walker(place, random.Random(seed), clock, office, district, party, model, *unlocked)
    walker.head, walker.tables = commune.audit_head(office), tables_of(office)
    return walker


def later(walker: Walker, **more: float) -> None:
    """Let time go by."""
    walker.clock.moment += timedelta(**more)


def _commune(folder: Path) -> Workplace:
    office = _made(folder, commune.OFFICE, 0)
    add_unit(office, NewUnit(commune.COMMUNE, "commune", "Xã", "Mẫu"))
    for number, name in enumerate(_HAMLETS, 1):
        add_unit(office, NewUnit(f"06859-T0{number}", "hamlet", "Thôn", name, parent=commune.COMMUNE))
    commune.store(office, commune.rows())
    for key, name in ((commune.ANH, "Người nhập Anh"), (commune.BINH, "Người nhập Bình")):
        assert register_operator(office, name, commune.PINS[key]) == key
    return office


def _district(folder: Path) -> Workplace:
    return _made(folder, commune.DISTRICT, 1)


def _party(folder: Path) -> Workplace:
    side = Settings(side=Side.PARTY)
    return _made(folder, NewOffice(commune.COMMUNE, "Đảng ủy xã Mẫu", "commune", settings=side), 2)


def _made(folder: Path, new: NewOffice, seed: int) -> Workplace:
    clock, statutes = TrainingClock(commune.BEFORE), shipped_statutes()
    made, _ = make_office(folder, new, commune.PASSPHRASE, statutes, clock, seed=bytes([seed]) * 32)
    return made
