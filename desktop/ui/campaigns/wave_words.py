"""What the page says of waves, of their last days, and of the units that haven't finished."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from desktop.services.elections.time_left import DueTask, Left
from desktop.services.progress.cells import Mark
from desktop.services.today.wave_rows import WaveRow
from desktop.services.today.wave_units import Stage, WaveUnit
from desktop.services.today.waves import WaveLine
from desktop.ui.widgets.drawn.calendar_axis import AxisLine, LineKind
from desktop.ui.widgets.state import State
from desktop.vietnamese.articles import short_article
from desktop.wording import due_word, left_words

_READ = "read"
UNREAD = " *"


def _say(text: str) -> str:
    return QCoreApplication.translate("Waves", text)


def units_word(number: int, *, congress: bool) -> str:
    """Say how many units of a kind there are."""
    return _say("{0} chi bộ" if congress else "{0} thôn").format(number)


def axis_line(line: WaveLine, now: datetime) -> AxisLine:
    """Return how a wave stands on the calendar."""
    first, last = line.span()
    return AxisLine(
        title=f"{line.name} {line.day:%d/%m}",
        sub=_sub(line, now.date()),
        kind=_kind(line, now.date()),
        day=line.day,
        first=first,
        last=last,
    )


def _kind(line: WaveLine, today: date) -> LineKind:
    if line.mark is Mark.DONE:
        return "done"
    if line.day == today:
        return "today"
    return "to_come" if line.mark is Mark.NOT_YET else "late"


def _sub(line: WaveLine, today: date) -> str:
    units = units_word(len(line.units), congress=line.congress)
    if len(line.units) == 1:
        units = f"{units}: {line.units[0].name}"
    parts = [units]
    own = sum(unit.held_on != line.day for unit in line.units)
    if own:
        parts.append(_say("{0} nơi ngày riêng").format(own))
    again = [unit for unit in line.units if unit.stage is Stage.AGAIN]
    if again:
        day = again[0].meets_on
        on = f" {day:%d/%m}" if len(again) == 1 and day is not None and day > line.day else ""
        parts.append(_say("{0} bầu lại{1}").format(len(again), on))
    if line.day == today:
        parts.append(_say("hôm nay"))
    early = line.early
    if early is not None:
        parts.append(
            _say("xong trước hạn {0} ngày").format(early)
            if early > 0
            else _say("xong sau hạn {0} ngày").format(-early)
            if early < 0
            else _say("xong đúng hạn")
        )
    return ", ".join(parts)


def row_task(row: WaveRow) -> str:
    """Say what has to be done by a last day."""
    word = due_word(row.task)
    named = row.unit and row.task in (DueTask.AGAIN_DAY, DueTask.HELD_AGAIN)
    return f"{word} {row.unit}" if named else word


def row_count(row: WaveRow) -> str:
    """Say how a last day is counted."""
    if row.days is not None:
        sign = "−" if row.before else "+"
        unit = _say("ngày làm việc") if row.working else _say("ngày")
        return f"{sign}{row.days} {unit}"
    return _say("trong ngày") if row.hour is not None else _say("xã ấn định")


def row_basis(row: WaveRow) -> str:
    """Say where it is set, in few words; a star where nobody compared it with the official text."""
    if row.clause is None:
        hour = f", {row.hour:%H:%M}" if row.hour is not None else ""
        return _say("kế hoạch xã{0}").format(hour)
    return short_article(row.clause.article) + ("" if row.clause.checked == _READ else UNREAD)


def row_state(row: WaveRow) -> State:
    """Say how a last day stands."""
    return State(row.mark.value, _state_word(row))


def _state_word(row: WaveRow) -> str:
    done = f"{row.done}/{row.base}"
    if row.task is DueTask.COMPLAINTS and row.mark is Mark.DONE:
        return _say("đã hết hạn")
    if row.mark is Mark.DONE:
        return f"{done} {_say('chi bộ') if row.congress else _say('thôn')}"
    if row.start is not None and row.mark is Mark.NOT_YET and row.done == 0:
        return _say("{0}, tính từ {1}").format(done, f"{row.start:%d/%m}")
    left = row.left.left
    word = f"{left}.short" if left in (Left.HOUR, Left.HOUR_PAST) else left
    said = left_words(word, row.left.facts)
    return said if row.task is DueTask.COMPLAINTS else f"{done}, {said}"


def unit_state(unit: WaveUnit) -> State:
    """Return how a unit stands that hasn't finished."""
    return State("wrong" if unit.stage is Stage.AGAIN else "attention")


def unit_words(unit: WaveUnit, today: date) -> str:
    """Say how far a unit is, as far as anybody here knows."""
    opening = f" {unit.opening:%H:%M}" if unit.opening else ""
    met = _say("họp{0}").format(opening)
    if unit.held_on < today:
        met = _say("họp {0}").format(f"{unit.held_on:%d/%m}")
    if unit.stage is Stage.AGAIN:
        on = f" {unit.meets_on:%d/%m}" if unit.meets_on and unit.meets_on != unit.held_on else ""
        return _say("bầu lại{0}").format(on) if on else _say("phải bầu lại, chưa có ngày")
    if unit.stage is Stage.VOTING:
        post = f"{unit.post[:1].lower()}{unit.post[1:]}"
        return _say("{0}, đang bầu {1}").format(met, post) if post else _say("{0}, chờ bế mạc").format(met)
    words = {
        Stage.MEETING: _say("{0}, đang họp bầu"),
        Stage.COUNTING: _say("{0}, đang kiểm phiếu"),
    }
    return words.get(unit.stage, _say("{0}, chưa báo")).format(met)
