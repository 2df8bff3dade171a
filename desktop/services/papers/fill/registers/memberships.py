"""Who was in a branch in the period of a register, and how a membership ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.models.party import Ending, Member, Membership, Organisation

LEFT = {
    Ending.STRUCK_OFF: "Xóa tên",
    Ending.EXPELLED: "Khai trừ",
    Ending.RESIGNED: "Xin ra khỏi Đảng",
}
"""What registers say of a membership that ended by no move and no death."""


@dataclass(frozen=True, slots=True)
class Span:
    """The period of a register: its first and its last day."""

    since: date
    until: date

    def holds(self, day: date | None) -> bool:
        """Tell whether a day is in it."""
        return day is not None and self.since <= day <= self.until


def memberships_in(session: Session, branch: Organisation | None, span: Span) -> list[Membership]:
    """Return who was in a branch, or in any, at some time of a period."""
    found = (
        select(Membership)
        .where(
            or_(Membership.starts_on.is_(None), Membership.starts_on <= span.until),
            or_(Membership.ends_on.is_(None), Membership.ends_on >= span.since),
        )
        .options(
            joinedload(Membership.branch),
            joinedload(Membership.member).options(joinedload(Member.person), selectinload(Member.standings)),
        )
    )
    if branch is not None:
        found = found.where(Membership.branch_id == branch.id)
    return list(session.scalars(found))
