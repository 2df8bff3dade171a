"""The outbox: what would travel, and every sealed package with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from desktop.errors import RequestRefused
from desktop.exchange import receipt as receipts
from desktop.exchange.facts_record import CongressFacts
from desktop.exchange.fields import Stream
from desktop.exchange.keys import OfficeKeys
from desktop.exchange.records import CountRecord
from desktop.models.audit import AuditEntry
from desktop.models.elections import Campaign, ContestKind, Election, is_on
from desktop.models.exchange import Intake, ReceiptIn, SealedPackage
from desktop.models.exchange import Stream as StreamKind
from desktop.models.office import Role
from desktop.models.papers import Paper, PaperRole
from desktop.models.store.session import reading
from desktop.services.counting.finalised import counts_of, record_of
from desktop.services.elections.lookup import campaigns_of, election_of
from desktop.services.exchange.cards import party_office, trusted_cards
from desktop.services.exchange.contents import branches_of, decisions_of
from desktop.services.exchange.outbox_files import outbox_folder
from desktop.services.exchange.streams import kind_in, stream_of, streams_seen
from desktop.services.office.sides import refuse_other, side_of_election
from desktop.services.office.workplace import Workplace, own_office

if TYPE_CHECKING:
    from desktop.services.exchange.sealing import SealedView


@dataclass(frozen=True, slots=True)
class Recipient:
    """The receiving office whose card is trusted: unit code, name, groups of its card's fingerprint."""

    unit: str
    name: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Travels:
    """What a package of a campaign would carry now.

    Attributes:
        stream: in which it travels.
        counts: hamlets or branches with a finalised count, each once; ``missing`` those without.
        unprinted: hamlets and branches with a post whose newest count has no minutes printed yet.
        decisions: how many answers to counts.
        changed: whether anything of it is newer than the last package.
        newest: when the latest count or decision came; None before the first.
    """

    stream: str
    campaign: str
    campaign_name: str
    counts: tuple[str, ...]
    minutes: int
    decisions: int
    missing: tuple[str, ...]
    unprinted: tuple[str, ...]
    changed: bool
    newest: datetime | None


@dataclass(frozen=True, slots=True)
class PackageLine:
    """A sealed package, and what became of it.

    Attributes:
        units: hamlets or branches whose counts it carries; ``decisions`` how many answers beside them.
        outcome: ``open`` without a receipt, else what the last receipt says.
        code: for the telephone; ``refused_by`` the step that refused it; ``missing`` numbers asked for.
        written_at: when it was last written to a stick or folder and compared; None where it never was.
        receipt_at: when the receipt was read.
        beside: whether it is for the Party office of the same commune, with the heads alone.
    """

    id: int
    sequence: int
    stream: str
    campaign: str
    units: tuple[str, ...]
    decisions: int
    sealed_at: datetime
    file_name: str
    size: int
    code: str
    digest: str
    recipient: str
    outcome: str
    refused_by: str | None
    missing: tuple[int, ...]
    written_at: datetime | None
    receipt_at: datetime | None
    beside: bool

    def wants_a_person(self) -> bool:
        """Tell whether it waits for somebody here: not on a stick yet, or refused and to be made again."""
        return self.outcome == Intake.REFUSED or (self.outcome == "open" and self.written_at is None)


@dataclass(frozen=True, slots=True)
class Beside:
    """The Party office of the same commune, which gets the heads of a campaign alone.

    Attributes:
        name: of the office, as its card says.
        unit: its unit code, which is this office's own.
        campaign: code of the campaign whose heads it would get now.
        changed: whether anything of it is newer than the last package for that office.
    """

    name: str
    unit: str
    campaign: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Outbox:
    """Everything that the sending page shows; the newest package first.

    Attributes:
        beside: what the commune's Party office would get; None where it has no folder of its own, or nothing
            was counted yet.
    """

    recipient: Recipient | None
    travels: Travels | None
    packages: tuple[PackageLine, ...]
    now: datetime
    beside: Beside | None = None


def outbox(workplace: Workplace, *, election: str | None = None) -> Outbox:
    """Return what would travel and every package that was sealed, of the streams of who works here.

    Args:
        workplace: the open office.
        election: code of an election whose campaign is meant; where left out, the latest one with something
            newer than its last package, else the latest with a count, else the newest: a campaign that was
            only planned does not hide what is still to be sent of the one before.

    Raises:
        RequestRefused: ``unknown.election``; ``side.elections``, ``side.party`` for one of the other side.
    """
    with reading(workplace.database) as session:
        offices = trusted_cards(session, Role.RECEIVING)
        current = [office for office in offices if office.revoked_from is None]
        streams = streams_seen(workplace.side)
        reading_them = [one for one in current if set(streams) & set(one.card.reading_keys)]
        recipient = None
        if current:
            card = (reading_them or current)[-1].card
            recipient = Recipient(card.unit, card.name, card.fingerprint)
        held = _held(session, streams)
        meant = None
        if election is not None:
            named = election_of(session, election)
            refuse_other(workplace.side, side_of_election(named))
            meant = named.campaign
        lines = _lines(session, held, streams)
        newest = _newest(lines)
        found = [
            contents.travels(session, newest.get(code))
            for code, contents in held.items()
            if meant in (None, contents.campaign)
        ]
        beside = _beside(session, found, lines) if "government" in streams else None
        return Outbox(recipient, _first_to_send(found), lines, workplace.clock(), beside)


def campaigns_to_send(workplace: Workplace, session: Session) -> int:
    """Count the campaigns, of the streams of who works here, of which somebody here has something to send.

    Either something is newer than the last package, or that one is on no stick yet or was refused. What waits
    for a receipt waits for the office above, and an older package for nobody: each carries the whole state.
    """
    streams = streams_seen(workplace.side)
    held = _held(session, streams)
    newest = _newest(_lines(session, held, streams))
    return sum(
        contents.travels(session, last).changed or (last is not None and last.wants_a_person())
        for contents, last in ((contents, newest.get(code)) for code, contents in held.items())
    )


def seal_campaign(workplace: Workplace, keys: OfficeKeys, campaign: str, to: str) -> SealedView:
    """Seal the whole current state of a campaign in its stream; its file goes into the program's own outbox.

    Raises:
        RequestRefused, PackageRefused: as ``seal``.
    """
    from desktop.services.exchange.sealing import seal  # noqa: PLC0415 - what waits is counted without it

    with reading(workplace.database) as session:
        held = session.scalars(select(Campaign).where(Campaign.code == campaign)).one_or_none()
        if held is None:
            raise RequestRefused("seal.nothing", where=campaign)
        stream = stream_of(held.contest_kind)
    return seal(workplace, keys, stream, to, outbox=outbox_folder(workplace), campaign=campaign)


def _held(session: Session, streams: Sequence[Stream]) -> dict[str, _Contents]:
    """Return what there is of each campaign of some streams, by its code."""
    campaigns = [one for stream in streams for one in campaigns_of(session, kind_in(stream))]
    # Of both streams the latest comes first, as within one.
    campaigns.sort(key=lambda one: one.election_day, reverse=True)
    return {one.code: _Contents(session, one) for one in campaigns}


def _beside(session: Session, found: Sequence[Travels], lines: Sequence[PackageLine]) -> Beside | None:
    """Return what the Party office would get: of the latest campaign of heads with a count."""
    travels = next((one for one in found if one.stream == "government" and one.counts), None)
    card = party_office(session) if travels is not None else None
    if card is None or travels is None:
        return None
    last = next((line for line in lines if line.beside and line.campaign == travels.campaign), None)
    changed = last is None or (travels.newest is not None and travels.newest > last.sealed_at)
    return Beside(card.name, card.unit, travels.campaign, changed)


def _first_to_send(found: Sequence[Travels]) -> Travels | None:
    # Of equals the first, which is the latest.
    return max(found, key=lambda travels: (travels.changed, bool(travels.counts)), default=None)


class _Contents:
    """What of a campaign there is to carry, by the moment when it came."""

    def __init__(self, session: Session, campaign: Campaign) -> None:
        self.campaign = campaign
        self.of_congresses = campaign.contest_kind is ContestKind.BRANCH_CONGRESS
        self.counts = [(record_of(count), count) for count in counts_of(session, campaign)]
        self.decided_at = [recorded.at for _, recorded in decisions_of(session, campaign)]

    def units(self, until: datetime | None = None) -> tuple[str, ...]:
        """Name the hamlets or branches with a count, those finalised by a moment."""
        return _once(
            record.unit.name for record, count in self.counts if until is None or count.finalised_at <= until
        )

    def decided(self, until: datetime) -> int:
        """Count the decisions recorded by a moment."""
        return sum(recorded_at <= until for recorded_at in self.decided_at)

    def travels(self, session: Session, last: PackageLine | None) -> Travels:
        """Say what a package would carry now, and whether it differs from the last one."""
        printed = session.execute(
            select(Paper.election_id, Paper.round_id, Paper.revision, func.max(Paper.printed_at))
            .join(Election, Paper.election_id == Election.id)
            .where(Election.campaign_id == self.campaign.id, Paper.role == PaperRole.MINUTES, is_on())
            .group_by(Paper.election_id, Paper.round_id, Paper.revision)
        ).all()
        papers = {(round_id, revision) for _, round_id, revision, _ in printed}
        names = self._names(session)
        # Minutes are of what was voted on, and tell of all votes on it that came before.
        newest = {_voted_on(record): (record, count) for record, count in self.counts}
        counted = {record.unit.code for record, _ in newest.values()}
        known = [*(count.finalised_at for _, count in self.counts), *self.decided_at]
        moments = [*known, *(at for *_, at in printed)]
        return Travels(
            stream=stream_of(self.campaign.contest_kind),
            campaign=self.campaign.code,
            campaign_name=self.campaign.name,
            counts=_once(names.get(record.unit.code, record.unit.name) for record, _ in newest.values()),
            minutes=len(printed),
            decisions=len(self.decided_at),
            missing=tuple(name for unit, name in names.items() if unit not in counted),
            unprinted=_once(
                names.get(record.unit.code, record.unit.name)
                for record, count in newest.values()
                if (count.round_id, count.revision) not in papers
            ),
            changed=bool(moments) and (last is None or max(moments) > last.sealed_at),
            newest=max(known, default=None),
        )

    def _names(self, session: Session) -> dict[str, str]:
        """Return the names of those who elect, by their codes."""
        if self.of_congresses:
            return branches_of(session, self.campaign)
        on = select(Election).where(Election.campaign_id == self.campaign.id, is_on())
        elections = session.scalars(on.order_by(Election.code))
        return {one.unit.code: f"{one.unit.kind} {one.unit.name}" for one in elections}


def _lines(
    session: Session, held: Mapping[str, _Contents], streams: Sequence[Stream]
) -> tuple[PackageLine, ...]:
    """Return every sealed package of some streams, the newest first."""
    sealed = session.execute(
        select(SealedPackage, func.length(SealedPackage.content))
        .where(SealedPackage.stream.in_([StreamKind(stream) for stream in streams]))
        .options(defer(SealedPackage.content))
        .order_by(SealedPackage.id.desc())
    ).all()
    written, own = _written(session), own_office(session).unit_code
    return tuple(
        _line(session, package, size, held.get(package.campaign), written.get(str(package.id)), own)
        for package, size in sealed
    )


def _newest(lines: Sequence[PackageLine]) -> dict[str, PackageLine]:
    """Return the last package of each campaign for the office above, by its code."""
    return {line.campaign: line for line in reversed(lines) if not line.beside}


def _written(session: Session) -> dict[str, datetime]:
    """Return when packages were last written to a stick, by their keys: the log tells it."""
    saved = select(AuditEntry.record_id, func.max(AuditEntry.at)).where(
        AuditEntry.action == "package.save", AuditEntry.record_kind == SealedPackage.__name__
    )
    return dict(session.execute(saved.group_by(AuditEntry.record_id)).all())


def _line(
    session: Session,
    package: SealedPackage,
    size: int,
    contents: _Contents | None,
    written_at: datetime | None,
    own_unit: str,
) -> PackageLine:
    received = session.scalars(
        select(ReceiptIn).where(ReceiptIn.package_id == package.id).order_by(ReceiptIn.id)
    ).all()
    # A receipt that accepts is never overtaken by one that waits.
    final = [receipt for receipt in received if receipt.outcome is not Intake.WAITING]
    progress = (final or list(received))[-1:]
    said = receipts.stored_receipt(progress[0].content) if progress else None
    return PackageLine(
        id=package.id,
        sequence=package.sequence,
        stream=package.stream.value,
        campaign=package.campaign,
        units=contents.units(package.sealed_at) if contents else (),
        decisions=contents.decided(package.sealed_at) if contents else 0,
        sealed_at=package.sealed_at,
        file_name=package.file_name,
        size=size,
        code=package.code,
        digest=package.digest,
        recipient=package.recipient,
        outcome=progress[0].outcome.value if progress else "open",
        refused_by=said.code if said else None,
        missing=said.missing if said else (),
        written_at=written_at,
        receipt_at=progress[0].received_at if progress else None,
        beside=package.recipient == own_unit,
    )


def _voted_on(record: CountRecord) -> tuple[str, str]:
    """Return what a count is of: the head of a hamlet, or a post of one congress."""
    facts = record.facts
    if isinstance(facts, CongressFacts):
        return record.election, str(facts.post)
    return record.unit.code, ""


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
