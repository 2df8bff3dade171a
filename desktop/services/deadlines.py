"""The deadlines of the days ahead, for all hamlets together, and those that were missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.rules.election_state import ElectionState
from desktop.rules.timeline import Deadline, WorkingDays
from desktop.services.board_cells import due_days
from desktop.services.standings import Standing

AHEAD = timedelta(days=20)

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

_COUNTED = (ElectionState.FINALISED, ElectionState.RECOGNISED, ElectionState.TO_HOLD_AGAIN)

WORDS = {
    "decision_before": "Quyết định và kế hoạch bầu",
    "candidates_before": "Chốt danh sách ứng cử",
    "team_before": "Lập tổ bầu cử",
    "posting_before": "Niêm yết ở nhà văn hóa",
    "recognition": "Công nhận kết quả",
    "held_again": "Bầu lại",
    "election_day": "Ngày bầu cử",
}


@dataclass(frozen=True, slots=True)
class DueView:
    """A deadline as a clerk reads it.

    Attributes:
        day: as the law counts it, working day or not.
        headline: what has to be done.
        note: for whom, and how long is left; a day off names the last working day before it.
        kind: ``not_yet``, ``attention`` within two days, ``wrong`` once missed.
        key: of the clause.
        article: where it stands; empty for the election day itself.
    """

    day: date
    headline: str
    note: str
    kind: str
    key: str
    article: str = ""


def deadlines_ahead(
    standings: Sequence[Standing], working: WorkingDays, today: date, hamlets: int
) -> tuple[DueView, ...]:
    """List what is due within 20 days and what was missed, the earliest first.

    A step that is done needs no reminder. Whether the decision was signed or a list posted is not recorded:
    those are shown until their day has passed.

    Args:
        standings: the elections of the campaign.
        working: the office's working days.
        today: the day it is in Viet Nam.
        hamlets: how many the commune has, to say "13 thôn" or the hamlet's name.
    """
    found: dict[tuple[date, str], list[tuple[Standing, Deadline | None]]] = defaultdict(list)
    for standing in standings:
        for key, day, deadline in _open_deadlines(standing, working, today):
            if day <= today + AHEAD:
                found[day, key].append((standing, deadline))
    views = []
    for (day, key), due in sorted(found.items(), key=lambda item: item[0]):
        standing, deadline = due[0]
        whose = standing.hamlet if len(due) == 1 and hamlets > 1 else f"{len(due)} thôn"
        views.append(
            DueView(
                day=day,
                headline=WORDS[key],
                note=f"{whose}, {day_note(day, deadline, today)}",
                kind="wrong" if day < today else "attention" if (day - today).days <= 2 else "not_yet",
                key=key,
                article=deadline.clause.article if deadline else "",
            )
        )
    return tuple(views)


def day_note(day: date, deadline: Deadline | None, today: date) -> str:
    """Say how long is left until a day, and where it is a day off, by when to be done."""
    left = (day - today).days
    text = "hôm nay" if left == 0 else f"còn {left} ngày" if left > 0 else f"quá hạn {-left} ngày"
    if deadline is not None and left >= 0 and deadline.last_working_day != day:
        last = deadline.last_working_day
        name = WEEKDAYS[day.weekday()] if day.weekday() >= 5 else "ngày nghỉ"
        text += f"; {name}, làm trước {last:%d/%m}" if last < day else ""
    return text


def _open_deadlines(
    standing: Standing, working: WorkingDays, today: date
) -> Iterator[tuple[str, date, Deadline | None]]:
    state, held_on = standing.state, standing.held_on
    for key, deadline in due_days(standing, working).items():
        if _wanted(standing, key, deadline.day, today):
            yield key, deadline.day, deadline
    if standing.round == 1 and held_on >= today and state not in _COUNTED:
        yield "election_day", held_on, None


def _wanted(standing: Standing, key: str, day: date, today: date) -> bool:
    state = standing.state
    if key == "candidates_before":
        return state is ElectionState.DRAFT
    if key == "team_before":
        return standing.team_lacking > 0 and state not in _COUNTED
    if key == "recognition":
        return state is ElectionState.FINALISED
    if key == "held_again":
        return state not in (ElectionState.FINALISED, ElectionState.RECOGNISED)
    return day >= today
