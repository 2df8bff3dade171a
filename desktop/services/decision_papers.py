"""The commune's decision on a result as a paper: recognised, or to be held again; a sample, marked as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Election
from desktop.models.recognitions import Recognition
from desktop.models.session import reading, writing
from desktop.printing import hold_again_decision, recognition_decision
from desktop.printing.date_line import DateLine
from desktop.printing.decision_paper import DecidedElection, DecisionFrame
from desktop.printing.hold_again_decision import HoldAgainDecision
from desktop.printing.recognition_decision import RecognisedHead, RecognitionDecision
from desktop.rules.election_state import ElectionState
from desktop.services.decisions import candidate_names
from desktop.services.elections import title_of
from desktop.services.finalised import latest_count, record_of
from desktop.services.lookup import contest_of, election_of, frozen_statute, round_of, state_of
from desktop.services.paper_heads import place_of, term_of
from desktop.services.papers import PaperView, keep
from desktop.services.recognition import decision_of
from desktop.services.submissions import submission_of, suggested_reason
from desktop.services.workplace import Workplace, is_training, own_office

_LABEL = "Mẫu tham khảo - pháp luật không quy định mẫu bắt buộc"
_SYMBOL = "QĐ-UBND"
_RECIPIENTS = ("Ủy ban MTTQ Việt Nam {commune}", "Chi bộ {hamlet}", "Lưu: VT")


def draw_decision(workplace: Workplace, code: str, *, again: bool = False) -> bytes:
    """Draw the decision on the newest finalised count: as recorded, before that as far as it is written.

    Args:
        workplace: the open office.
        code: the election's.
        again: the order to hold the election again although the count elected somebody.

    Raises:
        RequestRefused: ``count.none``.
        PaperRefused: the decision cannot be drawn.
    """
    with reading(workplace.database) as session:
        return _drawn(session, election_of(session, code), again=again)


def print_decision(workplace: Workplace, code: str) -> PaperView:
    """Print the recorded decision, and keep it as it was printed.

    Raises:
        StepRefused: nothing is decided yet.
        PaperRefused: the decision cannot be drawn.
    """
    with writing(workplace.database) as session:
        election = election_of(session, code)
        state = state_of(election)
        state.demand("print_decision", ElectionState.RECOGNISED, ElectionState.TO_HOLD_AGAIN)
        content = _drawn(session, election)
        recognised = state is ElectionState.RECOGNISED
        form = "recognition-decision" if recognised else "hold-again-decision"
        revision = latest_count(session, election).revision
        return keep(workplace, session, election, form, content, copies=1, revision=revision)


def _drawn(session: Session, election: Election, *, again: bool = False) -> bytes:
    count = latest_count(session, election)
    record, made = record_of(count), decision_of(session, count)
    written = submission_of(session, count)
    number = made.number if made else written.number if written else None
    decided_on = made.decided_on if made else written.decided_on if written else None
    recognised = made.recognised if made else bool(record.outcome["elected"]) and not again
    frame = _frame(session, election, record.date, number, decided_on)
    decided = DecidedElection(
        post=f"{contest_of(election).post} {election.unit.name}",
        post_short=contest_of(election).post,
        term=term_of(election),
        date=record.date,
    )
    training = is_training(session)
    if recognised:
        head = _head(election, record.facts, record.outcome["elected"], made)
        # The form of holding it again names the election team by itself.
        frame = replace(frame, executors=f"{frame.executors}, Tổ bầu cử {_hamlet(election)}")
        return recognition_decision.draw(
            RecognitionDecision(frame=frame, election=decided, head=head), training=training
        )
    reason = (made.reason if made else written.reason if written else None) or suggested_reason(record)
    order = HoldAgainDecision(
        frame=frame,
        election=decided,
        reason=reason.rstrip(".") or "…",
        new_date=written.again_on if written else None,
        venue=election.venue,
        team=f"Tổ bầu cử {_hamlet(election)}",
    )
    return hold_again_decision.draw(order, training=training)


def _frame(
    session: Session, election: Election, held_on: date, number: str | None, decided_on: date | None
) -> DecisionFrame:
    commune = election.unit.parent
    named = f"{commune.kind} {commune.name}" if commune else own_office(session).name
    figures, _, symbol = (number or "").partition("/")
    place = place_of(session, election)
    bases = [f"Căn cứ {text}" for text in frozen_statute(election).clause("decision_bases").words()]
    bases.append(f"Căn cứ Biên bản kiểm phiếu ngày {held_on:%d/%m/%Y} của {_hamlet(election)}")
    bases.append(f"Theo đề nghị của Tổ bầu cử {_hamlet(election)}")
    lower = f"{named[0].lower()}{named[1:]}"
    return DecisionFrame(
        form_label=_LABEL,
        issuer_lines=("ỦY BAN NHÂN DÂN", named.upper()),
        authority=f"ỦY BAN NHÂN DÂN {named.upper()}",
        number=figures or None,
        symbol=symbol or _SYMBOL,
        dated=DateLine.on(place, decided_on) if decided_on else DateLine(place=place),
        bases=tuple(bases),
        executors=f"Văn phòng Ủy ban nhân dân {commune.kind.lower() if commune else 'xã'}",
        recipients=tuple(line.format(commune=lower, hamlet=_hamlet(election)) for line in _RECIPIENTS),
        signer_lines=("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
    )


def _head(
    election: Election, facts: dict[str, object], elected: list[str], made: Recognition | None
) -> RecognisedHead:
    named = zip(candidate_names(round_of(election)), round_of(election).candidacies, strict=True)
    candidates = facts["candidates"]
    votes = {one["name"]: one.get("votes") for one in candidates} if isinstance(candidates, list) else {}
    for name, candidacy in named:
        chosen = candidacy.candidate is made.candidate if made else name in elected
        if chosen:
            person = candidacy.candidate.person
            electorate = facts["electorate"]
            return RecognisedHead(
                title=title_of(person),
                name=candidacy.candidate.printed_name,
                birth=person.birth.text() if person.birth else None,
                votes=votes.get(name) or 0,
                votes_unit="người tán thành" if round_of(election).ballot == "hands" else "phiếu",
                electorate=electorate if isinstance(electorate, int) else 0,
                electorate_words=f"đại diện hộ gia đình của {election.unit.kind.lower()}",
            )
    raise RequestRefused("recognition.nobody", where=election.code)


def _hamlet(election: Election) -> str:
    return f"{election.unit.kind.lower()} {election.unit.name}"
