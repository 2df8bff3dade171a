"""What every decision of the commune on an election says around its articles, from what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from desktop.models.elections import Election, Round
from desktop.models.places import Unit
from desktop.printing.setting.date_line import DateLine
from desktop.printing.state.decision_paper import DecidedElection, DecisionFrame
from desktop.rules.bases import PaperSubject
from desktop.rules.statute import Statute
from desktop.services.elections.lookup import term_of
from desktop.services.office.signing import Signature, signature_of
from desktop.services.office.workplace import own_office
from desktop.services.papers.fill.authority import authority_line, chair_decides, executors_of, signing_lines
from desktop.services.papers.fill.bases import state_lines
from desktop.services.papers.fill.heads import SAMPLE, place_of_unit, post_of, team_name

_SYMBOL = "QĐ-UBND"
_RECIPIENTS = ("Ủy ban MTTQ Việt Nam {commune}", "Chi bộ {hamlet}", "Lưu: VT")


@dataclass(frozen=True, slots=True)
class Made:
    """What is known of a decision's making.

    Attributes:
        number: with its symbol, such as ``102/QĐ-UBND``.
        decided_on: the day it is dated.
        signature: who signs it; None for whom the office has set.
    """

    number: str | None = None
    decided_on: date | None = None
    signature: Signature | None = None


NOT_MADE = Made()
"""A decision that is still to be made: number, day and signature are left to the pen."""


def decision_frame(
    session: Session,
    election: Election,
    statute: Statute,
    decided_by: str,
    *,
    on: date,
    made: Made = NOT_MADE,
    further_bases: Sequence[str] = (),
    with_team: bool = False,
) -> DecisionFrame:
    """Return the frame of a decision on an election; what is not decided yet is left to the pen.

    Args:
        session: open.
        election: that the decision is about.
        statute: as it stood on the day of the decision; its bases are cited.
        decided_by: key of the clause that says who decides, such as ``recognised_by``.
        on: the day that it bears, or is drawn for: what is in force then is drawn from the register of bases.
        made: its number, its day and who signs it, as far as they are known.
        further_bases: after those of the statute and the register.
        with_team: whether the election team carries it out too.
    """
    frame = unit_frame(
        session,
        election.unit,
        statute,
        decided_by,
        on=on,
        made=made,
        further_bases=further_bases,
        subject=PaperSubject.HEADS,
    )
    return replace(frame, executors=f"{frame.executors}, {team_name(election)}") if with_team else frame


def unit_frame(
    session: Session,
    unit: Unit,
    statute: Statute,
    decided_by: str,
    *,
    on: date,
    made: Made = NOT_MADE,
    further_bases: Sequence[str] = (),
    subject: PaperSubject = PaperSubject.MID_TERM,
) -> DecisionFrame:
    """Return the frame of a decision on a hamlet, whether there is an election or not.

    Args:
        session: open.
        unit: the hamlet.
        statute: as :func:`decision_frame` is told, like what follows.
        decided_by: key of a clause.
        on: the day that it bears, or is drawn for.
        made: its number, its day and who signs it.
        further_bases: after those of the statute and the register.
        subject: what it is about; a dismissal or a provisional head where left out.
    """
    commune, settings = unit.parent, own_office(session).settings
    named = f"{commune.kind} {commune.name}" if commune else own_office(session).name
    figures, _, symbol = (made.number or "").partition("/")
    place = place_of_unit(session, unit)
    lower = f"{named[0].lower()}{named[1:]}"
    hamlet = f"{unit.kind.lower()} {unit.name}"
    bases = tuple(f"Căn cứ {text}" for text in statute.clause("decision_bases").words())
    chair = chair_decides(statute, decided_by)
    signed = made.signature or signature_of(settings)
    return DecisionFrame(
        form_label=SAMPLE,
        issuer_lines=("ỦY BAN NHÂN DÂN", named.upper()),
        authority=authority_line(f"ỦY BAN NHÂN DÂN {named.upper()}", chair=chair),
        number=figures or None,
        symbol=symbol or _SYMBOL,
        dated=DateLine.on(place, made.decided_on) if made.decided_on else DateLine(place=place),
        bases=(*bases, *state_lines(session, subject, on, (*bases, *further_bases)), *further_bases),
        executors=executors_of(statute, settings, commune.kind.lower() if commune else "xã"),
        recipients=tuple(line.format(commune=lower, hamlet=hamlet) for line in _RECIPIENTS),
        signer_lines=signing_lines(chair=chair, by_deputy=signed.by_deputy),
        signer=signed.name,
    )


def decided_election(vote: Round, day: date) -> DecidedElection:
    """Name the election that a decision is about, as held on a day."""
    return DecidedElection(
        post=post_of(vote), post_short=vote.contest.post, term=term_of(vote.election), date=day
    )
