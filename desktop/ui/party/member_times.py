"""A member through time as the panel tells it: standings, days that follow from admission, branches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from PySide6.QtCore import QCoreApplication

from desktop.services.party.member_views import MemberDetail, StandingLine, TimeInBranch
from desktop.services.party.post_views import PostLine
from desktop.services.party.standing import Standing
from desktop.ui.party.party_words import ending_word, standing_word
from desktop.ui.party.structure_words import post_title
from desktop.ui.widgets.drawn.history import Passed


def times_of(detail: MemberDetail, posts: Iterable[PostLine], today: date) -> tuple[Passed, ...]:
    """Return the times of a member, the latest first."""
    found = [
        *((each.starts_on or date.min, _of_post(each)) for each in posts),
        *_of_days(detail),
        *((each.starts_on, _of_standing(each, today)) for each in detail.standings),
        *((each.starts_on or date.min, _of_branch(each, today)) for each in detail.branches),
    ]
    found.sort(key=lambda each: each[0], reverse=True)
    return tuple(passed for _, passed in found)


def _of_post(held: PostLine) -> Passed:
    told = held.where + _paper(held.number, held.paper_on)
    return Passed(post_title(held), _period(held.starts_on, held.ends_on), told, not held.is_over)


def _of_days(detail: MemberDetail) -> Iterator[tuple[date, Passed]]:
    """Tell of admission and of the official day, as far as they are known."""
    for standing, written in ((Standing.OFFICIAL, detail.official), (Standing.PROBATIONARY, detail.admitted)):
        if not written:
            continue
        present = detail.line.standing is standing
        first = _first_of(written)
        yield (
            first,
            Passed(
                standing_word(standing), _tr("từ {0}").format(written) if present else written, "", present
            ),
        )


def _of_standing(held: StandingLine, today: date) -> Passed:
    present = held.starts_on <= today and (held.ends_on is None or held.ends_on >= today)
    paper = held.paper + (_tr(" ngày {0:%d/%m/%Y}").format(held.paper_on) if held.paper_on else "")
    told = [part for part in (held.place, held.reason, paper) if part]
    if held.fits is False:
        told.append(_tr("ngoài khung tạm thời: từ 3 tháng đến dưới 1 năm, đi học đến 2 năm"))
    return Passed(
        standing_word(held.kind),
        _period(held.starts_on, held.ends_on),
        ", ".join(told),
        present,
        held.fits is False,
    )


def _of_branch(held: TimeInBranch, today: date) -> Passed:
    present = (held.starts_on is None or held.starts_on <= today) and (
        held.ends_on is None or held.ends_on >= today
    )
    told = []
    if held.origin:
        told.append(_tr("từ {0}").format(held.origin) + _paper(held.entry, held.entry_on))
    late = False
    if held.ending is not None:
        where = f": {held.destination}" if held.destination else ""
        told.append(ending_word(held.ending) + where + _paper(held.paper, held.paper_on))
        if held.arrived_on is not None:
            told.append(_tr("nơi đến nhận {0:%d/%m/%Y}").format(held.arrived_on))
        elif held.shown_by is not None and held.moved_by is not None:
            late = held.shown_by < today
            told.append(
                _tr("hạn xuất trình giấy {0:%d/%m/%Y}, hạn chuyển xong {1:%d/%m/%Y}").format(
                    held.shown_by, held.moved_by
                )
            )
    return Passed(held.branch, _period(held.starts_on, held.ends_on), "; ".join(told), present, late)


def _paper(number: str, day: date | None) -> str:
    told = [part for part in (number, f"{day:%d/%m/%Y}" if day else "") if part]
    return f" ({', '.join(told)})" if told else ""


def _period(first: date | None, last: date | None) -> str:
    if first is not None and last is not None:
        return f"{first:%d/%m/%Y}–{last:%d/%m/%Y}"
    if last is not None:
        return _tr("đến {0:%d/%m/%Y}").format(last)
    return _tr("từ {0:%d/%m/%Y}").format(first) if first is not None else ""


def _first_of(written: str) -> date:
    """Return the first day of a day that is known to its year, month or day: ``dd/mm/yyyy``."""
    parts = [int(part) for part in written.split("/")]
    year, month, day = ([*reversed(parts), 1, 1])[:3]
    return date(year, month, day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
