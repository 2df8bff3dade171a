"""What ties a paper to the bytes of a finalised count, and to the entry of the log that tells of it."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange.facts_record import MaybeFigure, counted
from desktop.exchange.records import CountRecord
from desktop.models.audit import entry_about
from desktop.models.counting import Count
from desktop.printing.setting.digest_band import CountDigest, LogMark


def digest_of(session: Session, record: CountRecord, sha256: str) -> CountDigest:
    """Return what ties a paper to the bytes of a finalised count, and to the log that tells of it."""
    facts = record.facts
    named = f"HP1:{record.election}:{record.round}:R{record.revision}"
    totals = _figures(facts.entitled, facts.present, facts.issued, facts.returned, facts.valid)
    votes = _figures(*(candidate.votes for candidate in facts.candidates))
    return CountDigest(
        sha256=sha256,
        qr_full=f"{named}:{totals}:{votes}:{sha256.upper()}",
        qr_short=f"{named}:{sha256.upper()}",
        log=log_mark(session, [sha256]),
    )


def log_mark(session: Session, digests: Collection[str]) -> LogMark | None:
    """Return the entry of the log by which the newest of some counts was finalised, by their SHA-256."""
    counts = session.scalars(select(Count.id).where(Count.sha256.in_(digests))).all()
    told = entry_about(session, "count.finalise", counts)
    return LogMark(entry=told.sequence, sha256=told.hash) if told else None


def _figures(*figures: MaybeFigure) -> str:
    return "/".join("-" if counted(figure) is None else str(figure) for figure in figures)
