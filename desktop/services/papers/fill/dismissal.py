"""The papers of a dismissal, from what is written of it; what isn't known is left to a pen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from desktop.models.dismissals import Dismissal, DismissalMeeting, DismissalRecord
from desktop.models.places import Unit
from desktop.printing.hamlet_head.dismissal.answer import DismissalAnswer
from desktop.printing.hamlet_head.dismissal.counting import DismissalCount
from desktop.printing.hamlet_head.dismissal.decision import DismissalDecision
from desktop.printing.hamlet_head.dismissal.facts import DismissalVote, DismissedHead
from desktop.printing.hamlet_head.dismissal.invitation import DismissalGuest, DismissalInvitation
from desktop.printing.hamlet_head.dismissal.minutes import DismissalMinutes
from desktop.printing.hamlet_head.dismissal.petition import DismissalPetition, PetitionLine
from desktop.printing.hamlet_head.dismissal.proposal import DismissalProposal
from desktop.printing.hamlet_head.dismissal.request import DismissalRequest
from desktop.printing.hamlet_head.dismissal.submission import DismissalSubmission
from desktop.printing.setting.date_line import DateLine
from desktop.printing.setting.wording import day_text
from desktop.rules.dismissal import AskedBy, DismissalStep, MeetingForm
from desktop.rules.statute import Statute
from desktop.services.dismissals.lookup import (
    Come,
    chair_calls,
    front_board_head,
    law_of,
    walked,
)
from desktop.services.elections.drawn_up import represented_on
from desktop.services.office.signing import Signature
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.papers.fill.authority import (
    AGREED_WITH_FRONT,
    proposal_of,
)
from desktop.services.papers.fill.decision_frame import Made, unit_frame
from desktop.services.papers.fill.heads import SAMPLE, form_label, place_of_unit
from desktop.vietnamese.hamlet_kinds import head_of

_LETTER_SYMBOL = "UBND"
_BOARD_SIGNS = ("TM. BAN CÔNG TÁC MẶT TRẬN", "TRƯỞNG BAN")
_RESULTS = {"agreed": "agreed", "not_agreed": "not_agreed", "too_few": "too_few"}


@dataclass(frozen=True, slots=True)
class DismissalSource:
    """A dismissal, its law and how far it has come, from which each of its papers is filled."""

    workplace: Workplace
    session: Session
    dismissal: Dismissal
    statute: Statute
    come: tuple[Come, ...]

    @classmethod
    def of(cls, workplace: Workplace, session: Session, dismissal: Dismissal) -> DismissalSource:
        """Gather it."""
        statute = law_of(workplace, dismissal.asked_on)
        return cls(workplace, session, dismissal, statute, walked(statute, dismissal))

    @property
    def unit(self) -> Unit:
        """The hamlet under the name that it bore."""
        return self.dismissal.unit

    @property
    def hamlet(self) -> str:
        """The hamlet inside a sentence."""
        return f"{self.unit.kind.lower()} {self.unit.name}"

    @property
    def commune(self) -> str:
        """The commune inside a sentence: ``xã Húc Động``."""
        parent = self.unit.parent
        return f"{parent.kind.lower()} {parent.name}" if parent else own_office(self.session).name

    @property
    def committee(self) -> str:
        """Who recognises: ``Ủy ban nhân dân xã Húc Động``."""
        return f"Ủy ban nhân dân {self.commune}"

    @property
    def front(self) -> str:
        """To whom what a meeting decided is sent too."""
        return f"Ủy ban MTTQ Việt Nam {self.commune}"

    @property
    def board(self) -> str:
        """The Front board of the hamlet."""
        return f"Ban công tác Mặt trận {self.hamlet}"

    def record(self, *steps: DismissalStep) -> DismissalRecord | None:
        """Return the latest of some steps, or None while none was taken."""
        found = [record for record in self.dismissal.steps if record.step in steps]
        return found[-1] if found else None

    def held(self) -> Come | None:
        """Return the latest meeting with what it decided, or None before the first."""
        found = [come for come in self.come if come.record.meeting is not None]
        return found[-1] if found else None

    def head(self, reason: str | None = None) -> DismissedHead:
        """Return whom it is about; the reason is why it was asked, or another."""
        post = head_of(self.unit.kind)
        return DismissedHead(
            post_short=post,
            post=f"{post} {self.unit.name}",
            hamlet=self.hamlet,
            name=self.dismissal.name,
            reason=_inside(reason or self.dismissal.reason),
        )

    def dated(self, day: date | None) -> DateLine:
        """Return place and day of a paper."""
        place = place_of_unit(self.session, self.unit)
        return DateLine(place=place) if day is None else DateLine.on(place, day)

    def cited(self, key: str) -> str | None:
        """Return where a clause stands, inside a sentence; None where the law has none."""
        clause = self.statute.find(key)
        return None if clause is None else clause.cited

    def issuer(self, *last: str) -> tuple[str, ...]:
        """Return the lines of the commune and of a body under it."""
        line = own_office(self.session).settings.issuer_line or f"UBND {self.commune}"
        return tuple(text.upper() for text in (line, *last))

    def board_head(self) -> str | None:
        """Return who heads the Front board: who proposed it, or as the registers know."""
        asked = self.dismissal
        if asked.asked_by is AskedBy.FRONT_BOARD and asked.proposer:
            return asked.proposer
        return front_board_head(self.session, self.unit, asked.asked_on)


def request(source: DismissalSource) -> DismissalRequest:
    """Fill the letter by which the head asks."""
    return DismissalRequest(
        form_label=SAMPLE,
        dated=source.dated(source.dismissal.asked_on),
        addressee=f"Chủ tịch {source.committee}",
        head=source.head(),
        article=source.cited("dismissal_asked_by"),
    )


def proposal(source: DismissalSource) -> DismissalProposal:
    """Fill the proposal of the head of the Front board."""
    return DismissalProposal(
        form_label=SAMPLE,
        issuer_lines=(source.front.upper(), source.board.upper()),
        dated=source.dated(source.dismissal.asked_on),
        addressee=f"Chủ tịch {source.committee}",
        board=source.board,
        head=source.head(),
        article=source.cited("dismissal_asked_by"),
        signer=source.board_head(),
    )


def petition(source: DismissalSource) -> DismissalPetition:
    """Fill the petition with a line for each household of the hamlet."""
    asked = source.dismissal
    drawn = represented_on(source.session, source.unit.id, asked.asked_on)
    clause = source.statute.find("dismissal_petition")
    return DismissalPetition(
        form_label=SAMPLE,
        dated=source.dated(asked.asked_on),
        addressee=f"Chủ tịch {source.committee}",
        head=source.head(),
        lines=tuple(PetitionLine(number=number, name=one.person.name) for number, one in enumerate(drawn, 1)),
        households=asked.households,
        signed=asked.signed,
        needed=None if clause is None or not asked.households else clause.needed_of(asked.households),
        article=source.cited("dismissal_petition"),
        speaker=asked.proposer,
    )


def invitation(source: DismissalSource) -> DismissalInvitation:
    """Fill the invitations to the meeting, one for each household."""
    called = source.record(DismissalStep.ACCEPT)
    day = called.meets_on if called is not None and called.meets_on is not None else source.dismissal.asked_on
    drawn = represented_on(source.session, source.unit.id, day)
    by_chair = chair_calls(source.session, source.dismissal)
    settings = own_office(source.session).settings
    return DismissalInvitation(
        form_label=form_label(source.statute, "01"),
        issuer_lines=("ỦY BAN NHÂN DÂN", source.commune.upper()) if by_chair else source.issuer(source.board),
        dated=source.dated(None),
        head=source.head(),
        inviter=f"Chủ tịch {source.committee}" if by_chair else source.board,
        date=called.meets_on if called is not None else None,
        opening=called.opening if called is not None else None,
        venue=called.venue if called is not None else None,
        chair=f"Chủ tịch {source.committee}" if by_chair else f"Trưởng {_lower(source.board)}",
        invited="mỗi hộ gia đình một người đại diện",
        contact=None,
        signer_lines=("CHỦ TỊCH",) if by_chair else _BOARD_SIGNS,
        signer=settings.chair if by_chair else source.board_head(),
        addressees=tuple(
            DismissalGuest(name=one.person.name, capacity=f"Đại diện hộ gia đình, {source.hamlet}")
            for one in drawn
        ),
    )


def minutes(source: DismissalSource) -> DismissalMinutes:
    """Fill the minutes of the meeting."""
    come = source.held()
    record = None if come is None else come.record
    meeting = None if record is None else record.meeting
    called = source.record(DismissalStep.ACCEPT)
    return DismissalMinutes(
        form_label=form_label(source.statute, "03"),
        issuer_lines=source.issuer(f"{source.unit.kind} {source.unit.name}"),
        dated=source.dated(record.on_day if record is not None else None),
        head=source.head(),
        opening=called.opening if called is not None else None,
        date=record.on_day if record is not None else None,
        venue=called.venue if called is not None else None,
        chair=meeting.chair if meeting is not None else None,
        secretary=meeting.secretary if meeting is not None else None,
        vote=_vote(come),
        needed=come.outcome.needed if come is not None and come.outcome is not None else None,
        opinions=None if meeting is None else meeting.opinions,
        sent_to=f"{source.committee} và {source.front}",
        explanation=(meeting.explanation or "") if meeting is not None else "",
        witnesses=_witnesses(meeting),
        front_head=source.board_head(),
    )


def counting(source: DismissalSource) -> DismissalCount:
    """Fill the minutes of the count of ballots or slips."""
    come = source.held()
    record = None if come is None else come.record
    called = source.record(DismissalStep.ACCEPT)
    vote = _vote(come)
    return DismissalCount(
        form_label=form_label(source.statute, "04" if vote.form == "slips" else "02"),
        issuer_lines=source.issuer(f"{source.unit.kind} {source.unit.name}"),
        dated=source.dated(record.on_day if record is not None else None),
        head=source.head(),
        date=record.on_day if record is not None else None,
        venue=called.venue if called is not None else None,
        vote=vote if vote.form != "hands" else DismissalVote(form="secret"),
        witnesses=_witnesses(None if record is None else record.meeting),
    )


def submission(source: DismissalSource) -> DismissalSubmission:
    """Fill the submission of what the meeting decided."""
    come = source.held()
    called, days = source.record(DismissalStep.ACCEPT), source.statute.find("dismissal_recognition")
    enclosed = {
        AskedBy.HEAD: "đơn xin thôi làm",
        AskedBy.FRONT_BOARD: "giấy đề nghị cho thôi",
        AskedBy.PETITION: "đơn kiến nghị của các hộ gia đình",
    }[source.dismissal.asked_by]
    counted = come is not None and come.record.meeting is not None
    secret = counted and _vote(come).form != "hands"
    return DismissalSubmission(
        form_label=SAMPLE,
        issuer_lines=source.issuer(source.board),
        dated=source.dated(None),
        addressees=(source.committee, source.front),
        head=source.head(),
        submitter=source.board,
        date=come.record.on_day if come is not None else None,
        venue=called.venue if called is not None else None,
        vote=_vote(come),
        recognition_days=None if days is None else days.whole(),
        recognition_article=None if days is None else days.cited,
        enclosed=(enclosed, "biên bản cuộc họp", *(("biên bản kiểm phiếu",) if secret else ())),
        signer_lines=_BOARD_SIGNS,
        signer=source.board_head(),
    )


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
    return replace(head, reason=_inside(record.reason) if record is not None else None)


def _decision(
    source: DismissalSource, record: DismissalRecord | None, decided_by: str, *, recognises: bool
) -> DismissalDecision:
    session, statute = source.session, source.statute
    come, days = source.held(), statute.find("replacement_within")
    day = record.on_day if record is not None else source.workplace.today()
    law = law_of(source.workplace, day)
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


def _vote(come: Come | None) -> DismissalVote:
    if come is None or come.record.meeting is None:
        return DismissalVote()
    meeting = come.record.meeting
    figures: dict[str, Any] = {
        name: getattr(meeting, name)
        for name in (
            *("entitled", "present", "agree", "against", "abstain"),
            *("issued", "returned", "valid", "invalid"),
        )
    }
    return DismissalVote(
        form=meeting.form.value,
        electors=meeting.electorate.value,
        result=_RESULTS[come.outcome.state] if come.outcome is not None else None,  # type: ignore[arg-type]
        **figures,
    )


def _witnesses(meeting: DismissalMeeting | None) -> tuple[str, ...]:
    if meeting is None:
        return ()
    return tuple(filter(None, (meeting.first_witness, meeting.second_witness)))


def is_by_ballots(source: DismissalSource) -> bool:
    """Tell whether ballots or slips were counted."""
    come = source.held()
    meeting = None if come is None else come.record.meeting
    return meeting is not None and meeting.form is not MeetingForm.HANDS


def _inside(text: str | None) -> str | None:
    """Let a reason stand inside a sentence, without its closing mark."""
    return None if text is None else text.rstrip(" .;")


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
