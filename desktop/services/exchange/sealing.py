"""Sealing: the whole current state of a campaign, in one package for one receiving office."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.exchange import seal as packages
from desktop.exchange.card import Card
from desktop.exchange.fields import Stream
from desktop.exchange.keys import OfficeKeys
from desktop.exchange.log_head import LogHead
from desktop.models.audit import head
from desktop.models.elections import Campaign
from desktop.models.exchange import SealedPackage
from desktop.models.exchange import Stream as StreamKind
from desktop.models.office import Mode
from desktop.models.store.session import writing
from desktop.services.elections.lookup import campaigns_of
from desktop.services.exchange.cards import party_office, receiving_card
from desktop.services.exchange.contents import package_contents
from desktop.services.exchange.heads import heads_contents
from desktop.services.exchange.outbox_files import write_copy
from desktop.services.exchange.streams import kind_in, side_of
from desktop.services.office.sides import refuse_other
from desktop.services.office.workplace import Workplace, own_office
from desktop.wording import refusal_sentence, words


@dataclass(frozen=True, slots=True)
class SealedView:
    """A sealed package.

    Attributes:
        path: of its file in the outbox.
        digest: in hex.
        sequence: its number.
        code: for the telephone.
        unwritten: why its file could not be written; the package is sealed and stored all the same.
    """

    path: Path
    digest: str
    sequence: int
    code: str
    unwritten: RequestRefused | None = None


def seal(
    workplace: Workplace,
    keys: OfficeKeys,
    stream: Stream,
    to: str,
    *,
    outbox: Path,
    campaign: str | None = None,
) -> SealedView:
    """Seal every finalised count, minutes, result and decision of a campaign; recognition may come later.

    The package is stored first. Its file is a copy: a program that dies between the two, or a full disk,
    leaves a package without a file, which is written later, and never a file without a package.

    Args:
        workplace: the open office.
        keys: the office's, unlocked.
        stream: ``government`` for heads of hamlets, ``party`` for congresses.
        to: unit code of the receiving office; the office's own for the Party office of the same commune,
            where its card is trusted: that gets the heads alone.
        outbox: folder that the file is written into; made when it is not there.
        campaign: its code; the latest where left out.

    Raises:
        RequestRefused: ``side.elections``, ``side.party`` for who works on the other side;
            ``seal.nothing`` before the first finalised count or for a stream that holds nothing;
            ``seal.restored`` for an office restored from a backup that has not read a receipt since;
            ``card.none``.
        PackageRefused: the card cannot receive it.
    """
    refuse_other(workplace.side, side_of(stream))
    with writing(workplace.database) as session:
        package = _sealed(workplace, session, keys, stream, to, campaign)
        name, digest, content = package.file_name, package.digest, package.content
        path, sealed = outbox / name, (digest, package.sequence, package.code)
    try:
        return SealedView(write_copy(outbox, name, digest, content), *sealed)
    except RequestRefused as refusal:
        return SealedView(path, *sealed, unwritten=refusal)


def unwritten_words(sealed: SealedView) -> str:
    """Say that a package is sealed though its file could not be written, why, and when it will be."""
    why = refusal_sentence(sealed.unwritten) if sealed.unwritten else ""
    return words("seal.unwritten", where=sealed.path.name, number=sealed.sequence, why=why)


def line_of(package: SealedPackage) -> tuple[ColumnElement[bool], ...]:
    """Return what a sequence is counted for: issuer key, recipient, stream, mode. Source: package.md."""
    return (
        SealedPackage.issuer == package.issuer,
        SealedPackage.recipient == package.recipient,
        SealedPackage.stream == package.stream,
        SealedPackage.mode == package.mode,
    )


def _sealed(
    workplace: Workplace, session: Session, keys: OfficeKeys, stream: Stream, to: str, campaign: str | None
) -> SealedPackage:
    office = own_office(session)
    if office.restored_at is not None:
        raise RequestRefused("seal.restored", where=office.unit_code)
    held = _campaign(session, stream, campaign)
    beside = party_office(session) if (to, stream) == (office.unit_code, "government") else None
    fill = heads_contents if beside is not None else package_contents
    contents = fill(session, office, held)
    if not contents:
        raise RequestRefused("seal.nothing", where=stream)
    recipient = beside or receiving_card(session, to, stream)
    header = _header(workplace, session, keys, recipient, stream, held)
    sealed = packages.seal(contents, header, keys, recipient)
    package = SealedPackage(
        issuer=keys.fingerprint,
        recipient=recipient.unit,
        stream=StreamKind(stream),
        mode=Mode(keys.mode),
        campaign=held.code,
        sequence=header.sequence,
        digest=sealed.digest,
        previous=header.previous,
        content=sealed.data,
        file_name=sealed.file_name,
        code=sealed.code,
        sealed_at=header.created,
    )
    session.add(package)
    session.flush()
    workplace.note(session, "package.seal", package, "content", "sequence")
    return package


def _campaign(session: Session, stream: Stream, code: str | None) -> Campaign:
    held = campaigns_of(session, kind_in(stream))
    found = next((one for one in held if code in (None, one.code)), None)
    if found is None:
        raise RequestRefused("seal.nothing", where=code or stream)
    return found


def _header(
    workplace: Workplace,
    session: Session,
    keys: OfficeKeys,
    recipient: Card,
    stream: Stream,
    campaign: Campaign,
) -> packages.Header:
    last = session.scalars(
        select(SealedPackage)
        .where(
            SealedPackage.issuer == keys.fingerprint,
            SealedPackage.recipient == recipient.unit,
            SealedPackage.stream == StreamKind(stream),
            SealedPackage.mode == Mode(keys.mode),
        )
        .order_by(SealedPackage.sequence.desc())
    ).first()
    return packages.Header(
        stream=stream,
        campaign=campaign.code,
        sequence=last.sequence + 1 if last else 1,
        previous=last.digest if last else None,
        created=workplace.clock(),
        log=_log(session),
    )


def _log(session: Session) -> LogHead | None:
    found = head(session)
    return LogHead(entries=found.sequence, hash=found.hash) if found.sequence else None
