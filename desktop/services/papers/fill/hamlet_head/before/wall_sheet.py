"""The wall sheet of an election: what its statute wants by which day, on the office's working days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from desktop.models.elections import Round, Vote
from desktop.printing.hamlet_head.before.wall_sheet_facts import Milestone, WallSheet
from desktop.printing.setting.wording import short_day_text, weekday_text
from desktop.rules.statute import Clause, Statute
from desktop.rules.timeline import (
    Deadline,
    WorkingDays,
    deadlines_before,
    hand_out_deadlines,
    held_again_deadline,
    recognition_deadline,
    sending_deadline,
)
from desktop.services.elections.lookup import day_of, slip_days, term_of
from desktop.services.office.working_days import working_days
from desktop.services.papers.fill.heads import issuer_lines

_COUNTED = (
    "Ngày tính lùi theo lịch; mốc rơi vào ngày nghỉ vẫn giữ nguyên là hạn chót, "
    "dòng chữ nghiêng là ngày làm việc liền trước."
)
_UNREAD = "Căn cứ có dấu * chưa được đối chiếu với văn bản chính thức."
_NOT_READ_MARK = " *"
# How a deadline before slips are collected is counted, and its words on the scale.
_SLIPS = {"hand_out_plan_sent": ("+", "gửi kế hoạch"), "hand_out_notice_before": ("−", "báo các hộ")}


def wall_sheet_of(session: Session, vote: Round, statute: Statute) -> WallSheet:
    """Return what the wall sheet of an election shows: its statute's deadlines, the earliest first.

    A later round hangs with its own day, before which the law only asks for the notice of its meeting.

    Source: rules.md §2 (timeline); paper.md §5.
    """
    election = vote.election
    day = day_of(vote)
    working = working_days(session, day)
    milestones = tuple(_milestones(vote, statute, working))
    unread = any(milestone.basis.endswith(_NOT_READ_MARK) for milestone in milestones)
    office = statute.find("takes_office")
    return WallSheet(
        issuer_lines=issuer_lines(session, election, election.unit.kind),
        post=vote.contest.post,
        election_day=day,
        day_words="Hạn thu phiếu lấy ý kiến" if vote.vote is Vote.HAND_OUT else "Ngày bầu cử",
        term=term_of(election),
        milestones=milestones,
        notes=(
            _COUNTED,
            *((_filled(office.words()[0], vote),) if office else ()),
            *((_UNREAD,) if unread else ()),
        ),
    )


def _slip_milestones(vote: Round, statute: Statute, working: WorkingDays) -> Iterator[Milestone]:
    """Yield the deadlines of slips, around the last day on which they are collected."""
    day = day_of(vote)
    before = hand_out_deadlines(statute, replace(slip_days(vote), ends=None), working)
    for deadline in sorted(before, key=lambda each: each.day):
        sign, label = _SLIPS[deadline.clause.key]
        mark, offset = f"{sign}{deadline.clause.whole()} ngày", (deadline.day - day).days
        yield _milestone(vote, statute, deadline, mark, label, offset=offset)
    yield _day_itself(vote, statute)
    for deadline in hand_out_deadlines(statute, replace(slip_days(vote), planned=None, begins=None), working):
        yield _milestone(vote, statute, deadline, _working_days(deadline), "hạn gửi")


def _milestones(vote: Round, statute: Statute, working: WorkingDays) -> Iterator[Milestone]:
    day, first = day_of(vote), vote.number == 1
    if vote.vote is Vote.HAND_OUT:
        yield from _slip_milestones(vote, statute, working)
    else:
        yield from _meeting_milestones(vote, statute, working)
    received = working.after(day, 1)
    recognised = recognition_deadline(statute, received, working)
    if recognised is not None:
        note = _filled(f"nếu UBND {{commune}} nhận kết quả {_inside(received)}", vote)
        yield _milestone(vote, statute, recognised, _working_days(recognised), "hạn công nhận", note=note)
    again = held_again_deadline(statute, day, working) if first else None
    if again is not None:
        days = (again.day - day).days
        yield _milestone(vote, statute, again, f"+{days} ngày", "hạn bầu lại", offset=days)


def _meeting_milestones(vote: Round, statute: Statute, working: WorkingDays) -> Iterator[Milestone]:
    day, first = day_of(vote), vote.number == 1
    for deadline in deadlines_before(statute, day, working, first=first):
        days = (deadline.day - day).days
        yield _milestone(vote, statute, deadline, f"−{-days} ngày", f"−{-days}", offset=days)
    yield _day_itself(vote, statute)
    sent = sending_deadline(statute, day, working)
    if sent is not None:
        yield _milestone(vote, statute, sent, _working_days(sent), "hạn gửi")


def _day_itself(vote: Round, statute: Statute) -> Milestone:
    slips = vote.vote is Vote.HAND_OUT
    work = statute.find("hand_out_day_work" if slips else "election_day_work")
    task, who, basis = work.words() if work else ("Cuộc họp bầu cử {post}", "", "")
    lead, mark, rest = _filled(task, vote).partition(";")
    return Milestone(
        mark="0",
        label="HẾT HẠN THU" if slips else "NGÀY BẦU CỬ",
        offset=0,
        day=day_of(vote),
        lead=lead,
        task=f"{mark}{rest}",
        who=_filled(who, vote),
        basis=_basis(work, basis) if work else basis,
    )


def _milestone(
    vote: Round,
    statute: Statute,
    deadline: Deadline,
    mark: str,
    label: str,
    *,
    offset: int | None = None,
    note: str = "",
) -> Milestone:
    clause = deadline.clause
    work = statute.find(f"{clause.key}_work")
    # An election frozen by an older program has the clause, and its sentence, but not the short words.
    task, who, basis = work.words() if work else (clause.explanation, "", clause.article)
    return Milestone(
        mark=mark,
        label=label,
        offset=offset,
        day=deadline.day,
        work_by=None if deadline.last_working_day == deadline.day else deadline.last_working_day,
        task=_filled(task, vote),
        note=note,
        who=_filled(who, vote),
        basis=_basis(clause, basis),
    )


def _working_days(deadline: Deadline) -> str:
    return f"+{deadline.clause.whole()} ngày làm việc"


def _basis(clause: Clause, short: str) -> str:
    return short if clause.checked == "read" else f"{short}{_NOT_READ_MARK}"


def _filled(text: str, vote: Round) -> str:
    """Put the words that places differ in: the kinds of commune and hamlet, the post."""
    commune = vote.election.unit.parent
    words = {
        "commune": commune.kind.lower() if commune else "xã",
        "hamlet": vote.election.unit.kind.lower(),
        "post": vote.contest.post,
    }
    for name, word in words.items():
        text = text.replace(f"{{{name}}}", word)
    return text


def _inside(day: date) -> str:
    weekday = weekday_text(day)
    return f"{weekday[0].lower()}{weekday[1:]} {short_day_text(day)}"
