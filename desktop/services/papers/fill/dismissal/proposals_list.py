"""The list of proposals to replace heads, from what is written of them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop.printing.hamlet_head.dismissal.proposals_list import ProposedLine, ReplacementProposals
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.wording import short_day_text
from desktop.services.dismissals.proposals import ProposalOutcome, ProposalView
from desktop.services.office.signing import signature_of
from desktop.services.office.workplace import Workplace, own_office, own_unit
from desktop.services.papers.fill.authority import signing_lines
from desktop.services.papers.fill.heads import SAMPLE

_BECAME = {
    None: "",
    ProposalOutcome.DISMISSAL: "Đã lập hồ sơ cho thôi",
    ProposalOutcome.STAYS: "Tiếp tục giữ chức",
    ProposalOutcome.WITHDRAWN: "Rút đề xuất",
}


def replacement_proposals_of(
    workplace: Workplace, session: Session, views: Sequence[ProposalView]
) -> ReplacementProposals:
    """Fill the list as it stands today."""
    unit, settings = own_unit(session), own_office(session).settings
    signature = signature_of(settings)
    return ReplacementProposals(
        form_label=SAMPLE,
        issuer_lines=("ỦY BAN NHÂN DÂN", f"{unit.kind} {unit.name}".upper()),
        dated=DateLine.on(settings.place or unit.name, workplace.today()),
        lines=tuple(map(_line, views)),
        signer_lines=signing_lines(chair=False, by_deputy=signature.by_deputy),
        signer=signature.name,
    )


def _line(view: ProposalView) -> ProposedLine:
    settled = f", {short_day_text(view.settled_on)}" if view.settled_on is not None else ""
    note = f": {view.note}" if view.note else ""
    return ProposedLine(
        hamlet=view.hamlet,
        name=view.name,
        proposed=f"{view.proposer}, {short_day_text(view.proposed_on)}",
        reason=view.reason,
        outcome=f"{_BECAME[view.outcome]}{settled}{note}",
    )
