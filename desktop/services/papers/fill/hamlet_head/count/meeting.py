"""The minutes of a meeting: of a finalised count all that was written of it, before that what is known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from desktop.models.counting import Proceedings
from desktop.models.elections import Election, OfficialRole, Round, Vote
from desktop.printing.counting.facts import CountingMinutes
from desktop.printing.hamlet_head.count.meeting_blank import BlankMeeting
from desktop.printing.hamlet_head.count.meeting_minutes import MeetingMinutes
from desktop.printing.setting.people import Official, named_inside
from desktop.rules.timeline import sending_deadline
from desktop.services.counting.finalised import record_of
from desktop.services.counting.proceedings import closing_of, proceedings_of
from desktop.services.elections.officials import missing_officials
from desktop.services.office.working_days import working_days
from desktop.services.office.workplace import local
from desktop.services.papers.fill.hamlet_head.cited import team_cited
from desktop.services.papers.fill.hamlet_head.count.minutes import blank_facts, minutes_facts
from desktop.services.papers.fill.hamlet_head.facts import newest_count
from desktop.services.papers.fill.hamlet_head.source import PaperSource
from desktop.services.papers.fill.heads import official_of, serving_head

_NOBODY = "Không có người tự ứng cử hoặc được giới thiệu thêm tại cuộc họp."


def meeting_minutes(source: PaperSource) -> MeetingMinutes | BlankMeeting:
    """Fill the minutes of the meeting from its proceedings and its count; before both with what is known.

    Of slips they are those of the meeting before them, which is sent with their result.

    Source: Law 10/2022/QH15 art. 20.2; Decree 59/2023/NĐ-CP art. 3.5, form 03.
    """
    source = replace(source, vote=meeting_of(source.vote))
    session, vote = source.session, source.vote
    written, count = proceedings_of(session, vote), newest_count(session, vote)
    closing = closing_of(session, vote)
    chair, secretary = _chair(source), _secretary(source.election, written)
    front_head = official_of(source.election, OfficialRole.FRONT_BOARD_HEAD)
    front_name = front_head.name if front_head else None
    counting_known = not missing_officials(source.statute, vote)
    if not (count and counting_known and chair and secretary and vote.opened_at and written and closing):
        return BlankMeeting(
            form_label=source.label("03"),
            chair=chair,
            secretary=secretary,
            head=serving_head(session, source.election),
            front_head=front_name,
            commune=source.committee,
            front=source.front,
            count=blank_facts(source.workplace, session, vote),
        )
    counted = minutes_facts(session, vote, record_of(count), count.sha256)
    sent = sending_deadline(source.statute, counted.date, working_days(session, counted.date))
    return MeetingMinutes(
        form_label=source.label("03"),
        issuer_lines=source.hamlet_issuers,
        opening=local(vote.opened_at).time().replace(second=0, microsecond=0),
        closing=closing,
        chair=chair,
        secretary=secretary,
        head=serving_head(session, source.election),
        front_head=front_name,
        proceedings=tuple(_said(written, counted)),
        secretary_approval=written.secretary_approval,
        list_approval=written.list_approval,
        form_approval=written.form_approval,
        committee_approval=written.committee_approval,
        commune=source.committee,
        front=source.front,
        sent_by=sent.day if sent else None,
        copies=counted.copies,
        count=counted,
    )


def meeting_of(vote: Round) -> Round:
    """Return the vote whose meeting a vote rests on: its own, or of slips the one that too few attended."""
    return vote.parent if vote.vote is Vote.HAND_OUT and vote.parent is not None else vote


def _said(written: Proceedings, counted: CountingMinutes) -> Iterator[str]:
    names = [named_inside(one) for one in counted.candidates]
    listed = f"{', '.join(names[:-1])} và {names[-1]}" if len(names) > 1 else names[0]
    opened = f"Chủ trì nêu lý do, đọc danh sách chính thức người ứng cử: {listed}."
    more = f"Tự ứng cử, được giới thiệu thêm tại cuộc họp: {written.put_up}." if written.put_up else _NOBODY
    yield f"{opened} {more}"
    if written.opinions:
        yield f"Ý kiến của cuộc họp: {written.opinions}."


def _chair(source: PaperSource) -> Official | None:
    """Return who chairs: the head of the election team, by the decision that set it up.

    Source: rules.md §2 (the election team leads).
    """
    election = source.election
    head, decision = official_of(election, OfficialRole.TEAM_HEAD), team_cited(election, source.statute)
    if head is None:
        return None
    front = official_of(election, OfficialRole.FRONT_BOARD_HEAD)
    both = ", Trưởng ban công tác Mặt trận" if front and front.name == head.name else ""
    by = f", theo {decision}" if decision else ""
    return Official(title=head.title, name=head.name, role=f"Tổ trưởng Tổ bầu cử{both}{by}")


def _secretary(election: Election, written: Proceedings | None) -> Official | None:
    named = official_of(election, OfficialRole.MEETING_SECRETARY)
    if named is None:
        return None
    post = (written.secretary_post or "") if written else ""
    return Official(title=named.title, name=named.name, role=post)
