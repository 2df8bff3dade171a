"""The register of documents that papers are issued on."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import STRICT, Base, Keyed
from desktop.models.types import Text64, count_check
from desktop.rules.bases import BasisScope, DocumentKind, IssuerLevel


class LegalBasis(Keyed, Base):
    """A document that papers name as their basis: what it is, on which papers, from when to when.

    ``position`` is its place in the office's own order. Nothing refers to it: a paper that was kept says
    what it said.

    Source: field-practice.md P10.
    """

    __tablename__ = "legal_bases"
    __table_args__ = (
        UniqueConstraint("number", "dated", "issuer"),
        count_check("position"),
        CheckConstraint("for_heads OR for_mid_term OR for_congress", name="subject"),
        CheckConstraint("ends_on >= dated AND ends_on >= holds_from", name="period"),
        STRICT,
    )

    kind: Mapped[DocumentKind]
    number: Mapped[Text64]
    dated: Mapped[date]
    issuer: Mapped[str]
    about: Mapped[str]
    level: Mapped[IssuerLevel]
    scope: Mapped[BasisScope]
    for_heads: Mapped[bool]
    for_mid_term: Mapped[bool]
    for_congress: Mapped[bool]
    holds_from: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    position: Mapped[int]
