"""The "Căn cứ" lines that papers draw from the office's register of documents.

Source: Decree 30/2020/NĐ-CP, annex I; Guidance 36-HD/VPTW of 2018; field-practice.md P10.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from sqlalchemy.orm import Session

from desktop.printing.setting.wording import day_text, short_day_text
from desktop.rules.bases import Basis, DocumentKind, Letterhead, PaperSubject, drawn, is_named
from desktop.services.bases.register import bases_on
from desktop.vietnamese.document_kinds import document_word

# With what a document begins to say what it is about, where it doesn't begin with "về".
_VERBS = ("về", "quy định", "ban hành", "hướng dẫn", "sửa đổi", "phê duyệt", "triển khai", "thực hiện")


def state_lines(session: Session, subject: PaperSubject, day: date, said: Sequence[str]) -> tuple[str, ...]:
    """Return what the register adds to the bases of a State paper.

    Args:
        session: open.
        subject: what the paper is about.
        day: that it bears, or today.
        said: its lines from the statute, which are not said twice.
    """
    return _added(bases_on(session, Letterhead.STATE, subject, day), said, state_line)


def party_lines(register: Iterable[Basis], day: date, said: Sequence[str]) -> tuple[str, ...]:
    """Return what the register adds to the bases of a congress's paper of a day, beside the lines it has."""
    return _added(drawn(register, Letterhead.PARTY, PaperSubject.CONGRESS, day), said, party_line)


def state_line(basis: Basis) -> str:
    """Cite a document as State papers do: ``Căn cứ Kế hoạch số 87/KH-UBND ngày 18 tháng 3 năm 2022 của …``.

    A law is cited by its name.
    """
    if basis.kind is DocumentKind.LAW:
        return f"Căn cứ {_law(basis)} {day_text(basis.dated)}"
    return (
        f"Căn cứ {document_word(basis.kind)} số {basis.number} {day_text(basis.dated)} "
        f"của {basis.issuer} {_about(basis)}"
    )


def party_line(basis: Basis) -> str:
    """Cite a document as Party papers do: ``Căn cứ Chỉ thị số 24-CT/TU, ngày 18/02/2022 của …``."""
    if basis.kind is DocumentKind.LAW:
        return f"Căn cứ {_law(basis)}, ngày {short_day_text(basis.dated)}"
    return (
        f"Căn cứ {document_word(basis.kind)} số {basis.number}, ngày {short_day_text(basis.dated)} "
        f"của {basis.issuer} {_about(basis)}"
    )


def _added(bases: Iterable[Basis], said: Sequence[str], cite: Callable[[Basis], str]) -> tuple[str, ...]:
    return tuple(cite(basis) for basis in bases if not is_named(basis, said))


def _law(basis: Basis) -> str:
    word = document_word(basis.kind)
    return basis.about if basis.about.startswith(f"{word} ") else f"{word} {basis.about}"


def _about(basis: Basis) -> str:
    said = basis.about
    if f"{said} ".casefold().startswith(tuple(f"{verb} " for verb in _VERBS)):
        return f"{said[:1].lower()}{said[1:]}"
    return f"về {said[:1].lower()}{said[1:]}"
