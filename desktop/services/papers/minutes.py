"""The minutes that tell what was counted: of ballots their own, of raised hands those of the meeting."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.elections import Round, Vote
from desktop.printing.form import emptied
from desktop.printing.hamlet_head.count import blank as counting_blank
from desktop.printing.hamlet_head.count import meeting_blank
from desktop.printing.hamlet_head.count import meeting_minutes as meeting_form
from desktop.printing.hamlet_head.count import minutes as counting_minutes
from desktop.printing.hamlet_head.count.blank import BlankMinutes
from desktop.printing.hamlet_head.count.meeting_blank import BlankMeeting
from desktop.printing.hamlet_head.count.meeting_minutes import MeetingMinutes
from desktop.rules.facts import counted_in_meeting
from desktop.services.counting.finalised import latest_count, record_of
from desktop.services.elections.lookup import statute_for
from desktop.services.office.workplace import Workplace, is_training
from desktop.services.papers.fill.hamlet_head.count.meeting import meeting_minutes
from desktop.services.papers.fill.hamlet_head.count.minutes import blank_facts, minutes_facts
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.fill.heads import hamlet_of


def minutes_form(workplace: Workplace, vote: Round) -> str:
    """Name the form of the minutes that tell a vote's count, as the catalogue does.

    Source: Decree 59/2023/NĐ-CP arts 3.5.c, 4.6 (hands into the minutes of the meeting, slips form 04).
    """
    if vote.vote is Vote.HAND_OUT:
        return "handed-out-minutes"
    by_meeting = counted_in_meeting(statute_for(workplace, vote.election), vote.ballot)
    return "meeting-minutes" if by_meeting else "counting-minutes"


def draw_counted(workplace: Workplace, session: Session, vote: Round) -> bytes:
    """Draw the minutes of the newest finalised count, from its bytes.

    Raises:
        RequestRefused: ``count.none``, ``officials.committee`` or ``officials.witnesses``: nobody is named;
            ``minutes.proceedings``: hands were raised, and what the meeting did isn't written down.
        PaperRefused: the minutes cannot be drawn.
    """
    training, count = is_training(session), latest_count(session, vote)
    if minutes_form(workplace, vote) == "meeting-minutes":
        minutes = _of_meeting(workplace, session, vote)
        if not isinstance(minutes, MeetingMinutes):
            raise RequestRefused("minutes.proceedings", where=hamlet_of(vote.election))
        return meeting_form.draw(minutes, training=training)
    facts = minutes_facts(session, vote, record_of(count), count.sha256)
    return counting_minutes.draw(facts, training=training)


def can_be_full(workplace: Workplace, session: Session, vote: Round) -> bool:
    """Tell whether the minutes of a counted meeting can be drawn in full: its proceedings are written."""
    return isinstance(_of_meeting(workplace, session, vote), MeetingMinutes)


def draw_blank(workplace: Workplace, session: Session, vote: Round, *, known: bool = True) -> bytes:
    """Draw the minutes for a pen.

    Args:
        workplace: the open office.
        session: open.
        vote: that will be counted.
        known: with what is known before the meeting; else nothing but the form.

    Raises:
        PaperRefused: the minutes cannot be drawn.
    """
    training = is_training(session)
    if minutes_form(workplace, vote) == "meeting-minutes":
        minutes = _of_meeting(workplace, session, vote)
        blank = minutes if isinstance(minutes, BlankMeeting) else meeting_blank.half_filled(minutes)
        return meeting_blank.draw_blank(blank if known else emptied(blank), training=training)
    facts = blank_facts(workplace, session, vote)
    if not known:
        facts = BlankMinutes(
            form_label=facts.form_label,
            vote=facts.vote,
            handed_out=facts.handed_out,
            electors=facts.electors,
            threshold=facts.threshold,
        )
    return counting_blank.draw_blank(facts, training=training)


def _of_meeting(workplace: Workplace, session: Session, vote: Round) -> MeetingMinutes | BlankMeeting:
    statute = statute_for(workplace, vote.election)
    return meeting_minutes(PaperSource(workplace, session, vote, statute))
