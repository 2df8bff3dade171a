"""Forks: packages that contradict what is known and wait, both sides beside each other, until one is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange.fork import Contradiction, contradictions, keep_new
from desktop.exchange.keys import OfficeKeys
from desktop.models.exchange import Intake, KeptSide, SetAside, SettledFork, TakenPackage
from desktop.models.store.session import reading, writing
from desktop.services.exchange import given_receipts
from desktop.services.exchange.given_receipts import GivenReceipt
from desktop.services.exchange.intake import SEQUENCE
from desktop.services.exchange.taken_lines import TakenLine, all_lines, line_of_package
from desktop.services.office.workplace import Workplace
from desktop.vietnamese.text import tidy

Keep = Literal["known", "new"]


@dataclass(frozen=True, slots=True)
class SideView:
    """A package of a fork as it is stored.

    Attributes:
        digest: its identity; ``previous`` that of the one before it, as its sender says.
        received_at: when it was taken in.
        held: ``accepted``, ``waiting``, ``set_aside`` or ``refused``.
        is_state: its records are the state of its campaign now.
    """

    sequence: int
    digest: str
    previous: str | None
    campaign: str
    received_at: datetime
    held: str
    is_state: bool


@dataclass(frozen=True, slots=True)
class CountView:
    """A finalised count that two packages hold differently: SHA-256 in hex, ``None`` where one lacks it."""

    election: str
    round: int
    revision: int
    known: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class OtherSide:
    """A known package, in what the waiting one contradicts it, and every count in which they differ."""

    package: SideView
    kinds: tuple[str, ...]
    counts: tuple[CountView, ...]


@dataclass(frozen=True, slots=True)
class ForkView:
    """A package that waits, beside those that it contradicts.

    Attributes:
        id: by which it is decided.
        unit: code of the unit that sent it.
    """

    id: int
    unit: str
    stream: str
    mode: str
    new: SideView
    known: tuple[OtherSide, ...]


@dataclass(frozen=True, slots=True)
class SettledView:
    """What a person's word changed.

    Attributes:
        receipt: of the decided package; it accepts, or refuses with the code ``sequence``.
        set_aside: digests of the packages that counted until now.
        released: receipts of packages that waited for this one and are accepted with it.
    """

    id: int
    kept: Keep
    receipt: GivenReceipt
    set_aside: tuple[str, ...]
    released: tuple[GivenReceipt, ...]


def waiting_forks(workplace: Workplace) -> tuple[ForkView, ...]:
    """Return every package that waits for a person, the first to arrive first."""
    with reading(workplace.database) as session:
        found = [
            _fork(line, package)
            for line in all_lines(session)
            for package in line.packages
            if package.outcome is Intake.WAITING
        ]
    return tuple(sorted(found, key=lambda fork: fork.id))


def settle(
    workplace: Workplace, keys: OfficeKeys, fork: int, keep: Keep, *, reason: str, by: str
) -> SettledView:
    """Keep one side of a fork, once and for ever, in one transaction with its receipts.

    ``new`` makes the package count; what it contradicts, and what was built upon that, becomes history and
    stays stored, and packages that waited for it alone are accepted too. ``known`` refuses it, stores what it
    holds on and changes nothing of what counts.

    Args:
        workplace: the open office.
        keys: the office's, which sign the receipts.
        fork: as ``waiting_forks`` names it.
        keep: the side.
        reason: why, in words.
        by: name of the person who decides.

    Raises:
        RequestRefused: ``fork.reason``, ``fork.by`` where one is empty; ``fork.unknown`` where nothing of
            that number waits; ``fork.decided`` where somebody has decided it before.

    Source: package.md ("Streams", "Receipt").
    """
    why, who = tidy(reason), tidy(by)
    if not why:
        raise RequestRefused("fork.reason", where=str(fork))
    if not who:
        raise RequestRefused("fork.by", where=str(fork))
    with writing(workplace.database) as session:
        package = _waiting(session, fork)
        line = line_of_package(session, package)
        settled = SettledFork(
            package=package,
            kept=KeptSide(keep),
            reason=why,
            settled_by=who,
            settled_at=workplace.clock(),
            contradicts=[
                {"package": one.package.digest, "kinds": [kind.value for kind in one.kinds]}
                for one in contradictions(line.facts, line.taken(package).package)
            ],
        )
        session.add(settled)
        session.flush()
        aside, released = _applied(workplace, session, settled, line)
        receipt = given_receipts.give(workplace, session, keys, package)
        given = tuple(given_receipts.give(workplace, session, keys, one) for one in released)
        workplace.note(session, "fork.settle", settled, "kept", "reason", "settled_by")
        return SettledView(
            id=fork,
            kept=keep,
            receipt=receipt,
            set_aside=tuple(one.digest for one in aside),
            released=given,
        )


def _waiting(session: Session, fork: int) -> TakenPackage:
    if session.scalar(select(SettledFork.id).where(SettledFork.package_id == fork)) is not None:
        raise RequestRefused("fork.decided", where=str(fork))
    package = session.get(TakenPackage, fork)
    if package is None or package.outcome is not Intake.WAITING:
        raise RequestRefused("fork.unknown", where=str(fork))
    return package


def _applied(
    workplace: Workplace, session: Session, settled: SettledFork, line: TakenLine
) -> tuple[list[TakenPackage], list[TakenPackage]]:
    """Change how the packages of a line are held; return those set aside and those released."""
    package = settled.package
    if settled.kept is KeptSide.KNOWN:
        package.outcome, package.code = Intake.REFUSED, SEQUENCE
        return [], []
    kept = keep_new(line.facts, package.digest)
    package.outcome = Intake.ACCEPTED
    aside = [line.package(digest) for digest in kept.set_aside]
    released = [line.package(digest) for digest in kept.released]
    session.add_all(SetAside(package=one, fork=settled) for one in aside)
    for one in aside:
        workplace.note(session, "package.set_aside", one)
    for one in released:
        one.outcome = Intake.ACCEPTED
        workplace.note(session, "package.release", one, "outcome")
    return aside, released


def _fork(line: TakenLine, package: TakenPackage) -> ForkView:
    against = contradictions(line.facts, line.taken(package).package)
    return ForkView(
        id=package.id,
        unit=package.unit_code,
        stream=package.stream.value,
        mode=package.mode.value,
        new=_side(line, package),
        known=tuple(_other_side(line, one) for one in against),
    )


def _other_side(line: TakenLine, known: Contradiction) -> OtherSide:
    return OtherSide(
        package=_side(line, line.package(known.package.digest)),
        kinds=tuple(kind.value for kind in known.kinds),
        counts=tuple(CountView(*one.name, known=one.known, new=one.new) for one in known.counts),
    )


def _side(line: TakenLine, package: TakenPackage) -> SideView:
    taken = line.taken(package)
    return SideView(
        sequence=package.sequence,
        digest=package.digest,
        previous=package.previous,
        campaign=package.campaign,
        received_at=package.taken_at,
        held=taken.held.value,
        is_state=line.facts.state(package.campaign) == taken.package,
    )
