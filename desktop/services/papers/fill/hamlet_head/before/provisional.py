"""The decision that names a provisional head of a hamlet, from what is written of it."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.models.places import Unit
from desktop.models.posts import Post, ProvisionalReason
from desktop.printing.hamlet_head.before.provisional_decision import ProvisionalDecision
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.papers.fill.authority import AGREED_WITH_FRONT, proposal_of
from desktop.services.papers.fill.decision_frame import Made, unit_frame
from desktop.services.places.provisional import months_clause
from desktop.vietnamese.hamlet_kinds import head_of

_REASONS = {
    ProvisionalReason.VACANT: "khuyết {post}",
    ProvisionalReason.MADE_ANEW: "thành lập, tổ chức lại {kind}, chưa bầu {post}",
}


def provisional_decision_of(
    workplace: Workplace, session: Session, unit: Unit, serving: Post
) -> ProvisionalDecision:
    """Fill the decision on a hamlet's provisional head by the law of its day, or of today."""
    day = serving.paper_on or workplace.today()
    statute = workplace.statutes.in_force("hamlet_head", day).as_of(day)
    post, kind, why = head_of(unit.kind), unit.kind.lower(), serving.why
    commune = unit.parent.kind.lower() if unit.parent else ""
    return ProvisionalDecision(
        frame=unit_frame(
            session,
            unit,
            statute,
            "provisional_head_by",
            on=day,
            made=Made(serving.paper_number, serving.paper_on),
            further_bases=(
                f"{AGREED_WITH_FRONT} {commune}".strip(),
                *proposal_of(statute, own_office(session).settings),
            ),
        ),
        post=f"{post} {unit.name}",
        post_short=post,
        name=serving.holder,
        reason=None if why is None else _REASONS[why].format(post=post, kind=kind),
        until=serving.until,
        limited=serving.until is not None or months_clause(workplace, day) is not None,
    )
