"""Decisions that other papers rest on, as these cite them: number, day, and who made them."""

from __future__ import annotations

from datetime import date

from desktop.models.elections import Election
from desktop.printing.setting.wording import day_text
from desktop.rules.statute import Statute
from desktop.services.papers.fill.authority import chair_decides


def cited(election: Election, number: str | None, signed: date | None, *, chair: bool) -> str | None:
    """Cite a decision of the commune: ``Quyết định số 31/QĐ-UBND ngày … của Ủy ban nhân dân xã …``.

    Args:
        election: of whose commune it is.
        number: None gives None: nothing is cited that isn't written down.
        signed: its day, left out where that isn't known.
        chair: whether the chair decided, and not the committee.
    """
    if not number:
        return None
    day = f" {day_text(signed)}" if signed else ""
    commune = election.unit.parent
    body = f"Ủy ban nhân dân {commune.kind.lower()} {commune.name}" if commune else ""
    by = f" của {'Chủ tịch ' if chair else ''}{body}" if body else ""
    return f"Quyết định số {number}{day}{by}"


def call_cited(election: Election, statute: Statute) -> str | None:
    """Cite the decision that called an election; None where only a plan, or nothing, is written down."""
    number, signed = election.campaign.plan_number, election.campaign.plan_on
    if number is None or "QĐ" not in number.upper():
        return None
    return cited(election, number, signed, chair=chair_decides(statute, "called_by"))


def team_cited(election: Election, statute: Statute) -> str | None:
    """Cite the decision that set up the election team; None where it isn't written down."""
    chair = chair_decides(statute, "team_named_by")
    return cited(election, election.team_number, election.team_on, chair=chair)
