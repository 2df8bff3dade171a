"""The roster of members in 14 columns, as its paper has it."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.party import (
    Beginning,
    Ending,
    Member,
    Membership,
    Organisation,
    Reconciliation,
    StandingKind,
)
from desktop.printing.registers.roster import Gone, MemberRoster, RosterLine
from desktop.printing.setting.wording import short_day_text
from desktop.services.papers.fill.registers.cells import day_cell, joined, partial_cell
from desktop.services.papers.fill.registers.headings import dated_on, issuers_of
from desktop.services.papers.fill.registers.memberships import LEFT, Span, memberships_in
from desktop.services.party.order import in_list_order
from desktop.vietnamese.identity_number import mask
from desktop.vietnamese.sexes import sex_word
from desktop.vietnamese.theory_levels import theory_word

_LABEL = "Mẫu tham khảo theo Mẫu 7-HSĐV"
_GONE: dict[Ending | None, Gone] = {
    None: "",
    Ending.MOVED: "moved",
    Ending.WITHIN: "moved",
    Ending.DIED: "died",
    Ending.STRUCK_OFF: "left",
    Ending.EXPELLED: "left",
    Ending.RESIGNED: "left",
}


def roster_of(session: Session, branch: Organisation, span: Span) -> MemberRoster:
    """Return the roster of a branch at the end of a period; who left in the period keeps the row."""
    held = [
        each
        for each in memberships_in(session, branch, span)
        if each.ends_on is None or each.ends_on > span.until or span.holds(each.ends_on)
    ]
    last = session.scalars(
        select(Reconciliation.held_on)
        .where(Reconciliation.branch_id == branch.id, Reconciliation.held_on <= span.until)
        .order_by(Reconciliation.held_on.desc())
    ).first()
    lines = tuple(
        _roster_line(each, each.member.list_number or number, span.until)
        for number, each in enumerate(in_list_order(held), 1)
    )
    return MemberRoster(
        form_label=_LABEL,
        issuer_lines=issuers_of(session, branch),
        dated=dated_on(session, span.until),
        reconciled_on=last,
        lines=lines,
    )


def _roster_line(held: Membership, number: int, on: date) -> RosterLine:
    member, person = held.member, held.member.person
    gone = _GONE[held.ending] if held.ends_on is not None and held.ends_on <= on else ""
    went = _with_day(held.ends_on, held.destination)
    came = _with_day(held.starts_on, held.origin)
    return RosterLine(
        number=number,
        name=person.name,
        birth_name=member.birth_name or "",
        sex=sex_word(person.sex) if person.sex else "",
        ethnic=person.ethnic or "",
        religion=member.religion or "",
        home=member.home or "",
        schooling=member.schooling or "",
        theory=theory_word(member.theory) if member.theory else "",
        qualification=member.qualification or "",
        languages=member.languages or "",
        before=member.occupation_before or "",
        now=member.occupation or "",
        admitted=partial_cell(member.admitted),
        official=partial_cell(member.official),
        card=mask(member.card) if member.card else "",
        curriculum=member.curriculum or "",
        badge=member.badge or "",
        service=member.service or "",
        moved_out=went if gone == "moved" else "",
        moved_in=came if held.beginning in (Beginning.MOVED_IN, Beginning.WITHIN) else "",
        died=went if gone == "died" else "",
        left=f"{LEFT[held.ending]} {went}" if gone == "left" and held.ending in LEFT else "",
        note=_noted(member, on),
        gone=gone,
    )


def _noted(member: Member, on: date) -> str:
    """Say what differs on the day, the post, and what was noted."""
    words = {
        StandingKind.EXEMPT: "Miễn sinh hoạt",
        StandingKind.ELSEWHERE: "Tạm thời ở nơi khác",
        StandingKind.HERE: "Sinh hoạt tạm thời ở đây",
        StandingKind.SUSPENDED: "Đình chỉ sinh hoạt",
        StandingKind.CHARGED: "Bị khởi tố, tạm giam",
    }
    told = [
        joined(words[each.kind], each.place, each.paper_number, f"từ {short_day_text(each.starts_on)}")
        for each in member.standings
        if each.starts_on <= on and (each.ends_on is None or each.ends_on >= on)
    ]
    return joined(member.post, *told, member.note, between="; ")


def _with_day(day: date | None, words: str | None) -> str:
    return joined(day_cell(day), words, between=" ")
