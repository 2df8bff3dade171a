"""Lines of packages as this office took them in, for the rules of sequence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.exchange.line import CountName, Held, Line, Package, Taken
from desktop.exchange.statement import Statement
from desktop.models.exchange import SetAside, Stream, TakenPackage, TakenRecord
from desktop.models.office import Mode, Role
from desktop.services.exchange.cards import trusted_cards


@dataclass(frozen=True, slots=True)
class TakenLine:
    """A line: its packages as they are stored, in the order of arrival, and what the rules ask of them."""

    packages: tuple[TakenPackage, ...]
    facts: Line

    def package(self, digest: str) -> TakenPackage:
        """Return the stored package of a digest that the line holds."""
        return next(package for package in self.packages if package.digest == digest)

    def taken(self, package: TakenPackage) -> Taken:
        """Return what the rules know of a package that the line holds."""
        return self.facts.taken[self.packages.index(package)]


def line_of_statement(session: Session, statement: Statement) -> TakenLine:
    """Return the line that a package belongs to; the recipient is this office. Source: package.md."""
    return _line(session, statement.issuer.key, Stream(statement.stream), Mode(statement.mode))


def line_of_package(session: Session, package: TakenPackage) -> TakenLine:
    """Return the line of a package that was taken in."""
    return _line(session, package.issuer, package.stream, package.mode)


def all_lines(session: Session) -> list[TakenLine]:
    """Return every line that anything was taken in of, in the order of first arrivals."""
    lines: dict[tuple[str, Stream, Mode], list[TakenPackage]] = defaultdict(list)
    packages = session.scalars(select(TakenPackage).order_by(TakenPackage.id)).all()
    for package in packages:
        lines[package.issuer, package.stream, package.mode].append(package)
    known = _Known(session)
    return [known.line(issuer, line) for (issuer, *_), line in lines.items()]


def _line(session: Session, issuer: str, stream: Stream, mode: Mode) -> TakenLine:
    own = (TakenPackage.issuer == issuer, TakenPackage.stream == stream, TakenPackage.mode == mode)
    packages = session.scalars(select(TakenPackage).where(*own).order_by(TakenPackage.id)).all()
    return _Known(session, *own).line(issuer, packages)


class _Known:
    """What beside their own rows is known of packages: counts, which were set aside, first numbers."""

    def __init__(self, session: Session, *which: ColumnElement[bool]) -> None:
        self.counts: dict[int, dict[CountName, str]] = defaultdict(dict)
        # Only digests are read: the contents of a line may be hundreds of megabytes.
        held = select(TakenRecord.package_id, TakenRecord.path, TakenRecord.sha256).join(TakenPackage)
        for key, path, sha256 in session.execute(held.where(TakenRecord.kind == "count", *which)):
            self.counts[key][_count_name(path)] = sha256
        aside = select(SetAside.package_id).join(TakenPackage, SetAside.package_id == TakenPackage.id)
        self.aside = set(session.scalars(aside.where(*which)))
        cards = [known.card for known in trusted_cards(session, Role.COMMUNE)]
        self.first = {card.fingerprint: card.first_sequence for card in cards}

    def line(self, issuer: str, packages: Sequence[TakenPackage]) -> TakenLine:
        taken = tuple(Taken(self._facts(package), self._held(package)) for package in packages)
        return TakenLine(tuple(packages), Line(taken, self.first.get(issuer, 1)))

    def _facts(self, package: TakenPackage) -> Package:
        return Package(
            sequence=package.sequence,
            digest=package.digest,
            previous=package.previous,
            campaign=package.campaign,
            counts=self.counts.get(package.id, {}),
        )

    def _held(self, package: TakenPackage) -> Held:
        return Held.SET_ASIDE if package.id in self.aside else Held(package.outcome.value)


def _count_name(path: str) -> CountName:
    # ``data/counts/<election>-<round>-<revision>.json``; that the record is its path's was checked.
    election, number, revision = PurePosixPath(path).stem.rsplit("-", 2)
    return CountName(election, int(number), int(revision))
