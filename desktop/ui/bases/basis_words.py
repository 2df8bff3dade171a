"""What documents of the register are called on the screen: kind, level, whose papers, what for, in force."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.rules.bases import BasisScope, DocumentKind, IssuerLevel, PaperSubject
from desktop.services.bases.register import BasisView, InForce
from desktop.ui.widgets.state import State
from desktop.vietnamese.document_kinds import document_word


def _tr(words: str) -> str:
    return QCoreApplication.translate("Bases", words)


def kind_choices() -> list[tuple[DocumentKind, str]]:
    """Return the kinds of documents with their words."""
    return [(kind, document_word(kind)) for kind in DocumentKind]


def level_choices() -> list[tuple[IssuerLevel, str]]:
    """Return how high issuers stand, from above."""
    return [
        (IssuerLevel.CENTRAL, _tr("Trung ương")),
        (IssuerLevel.PROVINCE, _tr("Tỉnh, thành phố")),
        (IssuerLevel.DISTRICT, _tr("Huyện (trước 01/7/2025)")),
        (IssuerLevel.COMMUNE, _tr("Xã, phường")),
    ]


def scope_word(scope: BasisScope) -> str:
    """Say on whose papers a document stands."""
    return {
        BasisScope.STATE: _tr("Giấy của Nhà nước"),
        BasisScope.PARTY: _tr("Giấy của Đảng"),
        BasisScope.BOTH: _tr("Cả hai"),
    }[scope]


def subject_word(subject: PaperSubject) -> str:
    """Say what papers are about."""
    return {
        PaperSubject.HEADS: _tr("Bầu Trưởng thôn"),
        PaperSubject.MID_TERM: _tr("Cho thôi, lâm thời"),
        PaperSubject.CONGRESS: _tr("Đại hội chi bộ"),
    }[subject]


def subjects_words(view: BasisView) -> str:
    """Say what the papers are about that name a document."""
    return ", ".join(subject_word(subject) for subject in PaperSubject if subject in view.basis.subjects)


def state_of(view: BasisView) -> State:
    """Say whether a document is in force, as a table shows it."""
    basis = view.basis
    if view.state is InForce.ENDED:
        return State("not_yet", _tr("Hết {0}").format(f"{basis.ends_on:%d/%m/%Y}"))
    if view.state is InForce.NOT_YET:
        since = max(basis.dated, basis.holds_from or basis.dated)
        return State("doing", _tr("Từ {0}").format(f"{since:%d/%m/%Y}"))
    if basis.ends_on is not None:
        return State("done", _tr("Đến {0}").format(f"{basis.ends_on:%d/%m/%Y}"))
    return State("done", _tr("Đang hiệu lực"))
