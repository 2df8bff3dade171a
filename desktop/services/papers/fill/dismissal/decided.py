"""What is answered to those who asked for a dismissal, and the decisions on it."""

from __future__ import annotations

from dataclasses import replace

from desktop.models.dismissals import DismissalRecord
from desktop.printing.hamlet_head.dismissal.answer import DismissalAnswer
from desktop.printing.hamlet_head.dismissal.decision import DismissalDecision
from desktop.printing.hamlet_head.dismissal.facts import DismissedHead
from desktop.printing.setting.wording import day_text
from desktop.rules.dismissal import AskedBy, DismissalStep
from desktop.services.office.signing import Signature
from desktop.services.office.workplace import own_office
from desktop.services.papers.fill.authority import AGREED_WITH_FRONT, proposal_of
from desktop.services.papers.fill.decision_frame import Made, unit_frame
from desktop.services.papers.fill.dismissal.source import DismissalSource, inside
from desktop.services.papers.fill.heads import SAMPLE

_LETTER_SYMBOL = "UBND"


def recognition(source: DismissalSource) -> DismissalDecision:
    """Fill the decision that recognises what the meeting agreed."""
    return _decision(
        source, source.record(DismissalStep.RECOGNISE), "dismissal_recognised_by", recognises=True
    )


def commune_decision(source: DismissalSource) -> DismissalDecision:
    """Fill the commune's own decision, after it agreed with the Front."""
    return _decision(source, source.record(DismissalStep.DECIDE), "dismissal_not_agreed_by", recognises=False)


def answer(source: DismissalSource) -> DismissalAnswer:
    """Fill the written answer: why it isn't taken up, isn't recognised, or why the head stays."""
    asked = source.dismissal
    record = source.record(DismissalStep.REFUSE, DismissalStep.ANSWER, DismissalStep.KEEP)
    come = source.held()
    refused = record is not None and record.step is DismissalStep.REFUSE
    after_meeting = come is not None and not refused
    figures, _, symbol = ((record.paper_number or "") if record is not None else "").partition("/")
    frame = unit_frame(
        source.session,
        source.unit,
        source.statute,
        "recognised_by",
        on=record.on_day if record is not None else source.workplace.today(),
        made=Made(signature=_signature(record)),
    )
    return DismissalAnswer(
        form_label=SAMPLE,
        issuer_lines=frame.issuer_lines,
        number=figures or None,
        symbol=symbol or _LETTER_SYMBOL,
        dated=source.dated(record.on_day if record is not None else None),
        addressees=(f"Ông (bà) {asked.name}",)
        if asked.asked_by is AskedBy.HEAD and not after_meeting
        else (source.board,),
        head=_because(source, record),
        asked_by=asked.asked_by.value,
        after_meeting=after_meeting,
        date=come.record.on_day if after_meeting and come is not None else asked.asked_on,
        signer_lines=frame.signer_lines,
        signer=frame.signer,
    )


def _because(source: DismissalSource, record: DismissalRecord | None) -> DismissedHead:
    head = source.head()
    return replace(head, reason=inside(record.reason) if record is not None else None)


def _decision(
    source: DismissalSource, record: DismissalRecord | None, decided_by: str, *, recognises: bool
) -> DismissalDecision:
    session, statute = source.session, source.statute
    come, days = source.held(), statute.find("replacement_within")
    day = record.on_day if record is not None else source.workplace.today()
    law = source.law_on(day)
    held = come.record.on_day if come is not None else None
    commune = source.unit.parent.kind.lower() if source.unit.parent else ""
    further = (
        (f"Căn cứ Biên bản cuộc họp của cộng đồng dân cư {source.hamlet} {day_text(held)}",)
        if recognises and held is not None
        else ()
        if recognises
        else (f"{AGREED_WITH_FRONT} {commune}".strip(),)
    )
    return DismissalDecision(
        frame=unit_frame(
            session,
            source.unit,
            law,
            decided_by,
            on=day,
            made=Made(
                record.paper_number if record is not None else None,
                record.on_day if record is not None else None,
                _signature(record),
            ),
            further_bases=(*further, *proposal_of(law, own_office(session).settings)),
        ),
        head=source.head(),
        recognises=recognises,
        date=held,
        replacement_days=None if days is None else days.whole(),
    )


def _signature(record: DismissalRecord | None) -> Signature | None:
    if record is None or record.by_deputy is None:
        return None
    return Signature(record.by_deputy, record.signer)
