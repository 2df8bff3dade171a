"""Scans and photographs of the signed minutes, kept as they came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from desktop.errors import RequestRefused
from desktop.models.counting import Count
from desktop.models.papers import Attachment, Media
from desktop.models.store.session import reading, writing
from desktop.printing.office.scan_sheet import scan_pages
from desktop.services.counting.finalised import latest_count
from desktop.services.elections.lookup import vote_of
from desktop.services.office.workplace import Workplace

LARGEST = 20 * 1024 * 1024
"""The largest scan that is kept, in bytes."""

# Source: ISO 32000-1 §7.5.2; JPEG (SOI and the next marker); PNG specification §5.2.
_BEGINS = {
    b"%PDF-": Media.PDF,
    b"\xff\xd8\xff": Media.JPEG,
    b"\x89PNG\r\n\x1a\n": Media.PNG,
}


@dataclass(frozen=True, slots=True)
class AttachmentView:
    """A scan of signed minutes: of which revision, its file's name, kind, size in bytes and SHA-256."""

    id: int
    revision: int
    file_name: str
    media: str
    size: int
    sha256: str
    attached_at: datetime


def attach_signed_minutes(workplace: Workplace, code: str, file_name: str, data: bytes) -> AttachmentView:
    """Keep a scan or photograph of the signed minutes of the newest finalised count.

    Args:
        workplace: the open office.
        code: the election's.
        file_name: without its folder.
        data: bytes of a PDF, JPEG or PNG.

    Raises:
        RequestRefused: ``count.none``; ``attachment.size`` above 20 MB; ``attachment.kind`` for a file that
            does not begin as one of the three kinds does, whatever its name.
    """
    if len(data) > LARGEST:
        raise RequestRefused("attachment.size", where=file_name, megabytes=LARGEST // 1024 // 1024)
    media = next((kind for begins, kind in _BEGINS.items() if data.startswith(begins)), None)
    if media is None:
        raise RequestRefused("attachment.kind", where=file_name)
    with writing(workplace.database) as session:
        count = latest_count(session, vote_of(session, code))
        kept = Attachment(
            content=data, count=count, file_name=file_name, media=media, attached_at=workplace.clock()
        )
        session.add(kept)
        session.flush()
        workplace.note(session, "minutes.attach", kept, "content", "media")
        return AttachmentView(
            kept.id, count.revision, file_name, media, len(data), kept.sha256, kept.attached_at
        )


def signed_minutes(workplace: Workplace, code: str) -> tuple[AttachmentView, ...]:
    """List the scans of the round that is being held, the newest first; the first of a revision stands."""
    with reading(workplace.database) as session:
        count = latest_count(session, vote_of(session, code))
        rows = session.execute(
            select(
                Attachment.id,
                Count.revision,
                Attachment.file_name,
                Attachment.media,
                func.length(Attachment.content),
                Attachment.sha256,
                Attachment.attached_at,
            )
            .join(Count, Attachment.count_id == Count.id)
            .where(Count.round_id == count.round_id)
            .order_by(Attachment.id.desc())
        )
        return tuple(AttachmentView(*row) for row in rows)


def scan_of(workplace: Workplace, scan: AttachmentView) -> bytes:
    """Return a scan as a PDF, to be looked at and printed.

    Raises:
        RequestRefused: ``attachment.none``.
        PaperRefused: ``paper.scan``: its picture cannot be read.
    """
    return scan_pages(attachment_content(workplace, scan.id), where=scan.file_name)


def attachment_content(workplace: Workplace, attachment: int) -> bytes:
    """Return the bytes of a scan.

    Raises:
        RequestRefused: ``attachment.none``.
    """
    with reading(workplace.database) as session:
        content = session.scalar(select(Attachment.content).where(Attachment.id == attachment))
        if content is None:
            raise RequestRefused("attachment.none")
        return content
