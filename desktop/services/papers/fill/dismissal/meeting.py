"""Papers of the meeting on a dismissal, from the invitation to the submission of what it decided."""

from __future__ import annotations

from typing import Any

from desktop.models.dismissals import DismissalMeeting
from desktop.printing.hamlet_head.dismissal.counting import DismissalCount
from desktop.printing.hamlet_head.dismissal.facts import DismissalVote
from desktop.printing.hamlet_head.dismissal.invitation import DismissalGuest, DismissalInvitation
from desktop.printing.hamlet_head.dismissal.minutes import DismissalMinutes
from desktop.printing.hamlet_head.dismissal.submission import DismissalSubmission
from desktop.rules.dismissal import AskedBy, DismissalStep, MeetingForm
from desktop.services.dismissals.lookup import Come, chair_calls
from desktop.services.elections.drawn_up import represented_on
from desktop.services.office.workplace import own_office
from desktop.services.papers.fill.dismissal.source import DismissalSource
from desktop.services.papers.fill.heads import SAMPLE, form_label

_BOARD_SIGNS = ("TM. BAN CÔNG TÁC MẶT TRẬN", "TRƯỞNG BAN")
_RESULTS = {"agreed": "agreed", "not_agreed": "not_agreed", "too_few": "too_few"}


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


def is_by_ballots(source: DismissalSource) -> bool:
    """Tell whether ballots or slips were counted."""
    come = source.held()
    meeting = None if come is None else come.record.meeting
    return meeting is not None and meeting.form is not MeetingForm.HANDS


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


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
