"""The log of keys of a count ballot by ballot: each ballot with its keys, those taken back struck, totals."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.printing.setting.block import Block
from desktop.printing.setting.leaders import REST, Part
from desktop.printing.setting.ruled_table import SMALL, Cell, Column, Strong, Struck, ruled_table

LABEL = "Tờ kèm theo biên bản kiểm phiếu"
EXPLAINED = (
    "Phiếu theo thứ tự đọc, mỗi ô là các phím đã bấm cho một phiếu; phiếu gạch ngang là phiếu bỏ lại rồi "
    "đọc lại. Thứ tự phiếu không cho biết phiếu của ai: hòm được lắc hoặc đổ ra trước khi đọc."
)

_MEASURE = 165.0
_NUMBER = 9.5
_SHORT_KEYS, _SHORT_PAIRS, _LONG_PAIRS = 8, 6, 3
_ROW = 5.6
_TOTALS = (Column("Nội dung", 120, centred=False), Column("Số phiếu", 45))
_BLANK_ROWS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyedBallot:
    """A ballot: its number, the keys it took, and whether it was taken back.

    Args:
        number: from 1; one that was taken back has the number of the one that was read instead.
        keys: as they were pressed, such as ``2`` or ``1 3 4``.
        struck: taken back.
    """

    number: int
    keys: str
    struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """A line of the totals: what it counts, and how many."""

    words: str
    figure: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLog:
    """What the log says of the count; everything that is None becomes a dotted line.

    Args:
        number: which of the two counts.
        operator: who counted.
        begun, ended: from when to when; ``ended`` None while it isn't locked.
        cluster: whose box; None where all meet as one.
        legend: what the keys mean, such as ``1: bà Lò Thu Liễu``.
        ballots: in the order in which they were read, those taken back too.
        totals: names first, then invalid ballots, then all.
        unlike_box: why another number was read than the box held; None where it wasn't.
        sha256: of the log, 64 hexadecimal digits; None while it isn't locked.
    """

    number: int | None = None
    operator: str | None = None
    begun: dt.datetime | None = None
    ended: dt.datetime | None = None
    cluster: str | None = None
    legend: tuple[str, ...] = ()
    ballots: tuple[KeyedBallot, ...] = ()
    totals: tuple[Total, ...] = ()
    unlike_box: str | None = None
    sha256: str | None = None


def told_parts(log: KeyLog) -> Iterator[list[Part]]:
    """Give the lines over the table: which count, whose, from when to when, what the keys mean."""
    which = "Lượt kiểm" if log.number is None else f"Lượt kiểm {log.number}"
    yield [f"{which}{f', {log.cluster}' if log.cluster else ''}; người ghi:", log.operator or REST]
    if log.begun is not None:
        until = f" đến {log.ended:%H:%M ngày %d/%m/%Y}" if log.ended is not None else ", chưa xong"
        yield [f"Từ {log.begun:%H:%M ngày %d/%m/%Y}{until}."]
    if log.legend:
        yield [f"Phím: {'; '.join(log.legend)}."]
    if log.unlike_box:
        yield [f"Số phiếu đọc khác số phiếu trong hòm: {log.unlike_box}."]


def ballots_table(log: KeyLog) -> Block:
    """Set the ballots in columns, read from left to right."""
    longest = max((len(one.keys) for one in log.ballots), default=0)
    pairs = _SHORT_PAIRS if longest <= _SHORT_KEYS else _LONG_PAIRS
    wide = _MEASURE / pairs - _NUMBER
    columns = [column for _ in range(pairs) for column in (Column("STT", _NUMBER), Column("Phím", wide))]
    cells = [cell for one in log.ballots for cell in _cells(one)]
    if not cells:
        cells = [""] * (2 * pairs * _BLANK_ROWS)
    across = 2 * pairs
    cells += [""] * (-len(cells) % across)
    rows = [cells[first : first + across] for first in range(0, len(cells), across)]
    return ruled_table(columns, rows, row_height=_ROW, type_=SMALL)


def totals_table(totals: Sequence[Total]) -> Block:
    """Set what the ballots add up to; the last line is all of them."""
    *parts, whole = totals
    rows: list[list[Cell]] = [[one.words, str(one.figure)] for one in parts]
    rows.append([Strong(whole.words), Strong(str(whole.figure))])
    return ruled_table(_TOTALS, rows, row_height=_ROW, type_=SMALL)


def digest_words(log: KeyLog) -> str:
    """Say the digest of the log in groups, or why there is none."""
    if log.sha256 is None:
        if log.number is None:
            return "Nhật ký ghi tay không có mã kiểm tra."
        return "Lượt kiểm này chưa xong nên nhật ký chưa có mã kiểm tra."
    groups = " ".join(log.sha256[first : first + 4] for first in range(0, len(log.sha256), 4))
    return f"Mã kiểm tra nhật ký (SHA-256): {groups}."


def _cells(one: KeyedBallot) -> tuple[Cell, Cell]:
    number = str(one.number)
    return (Struck(number), Struck(one.keys)) if one.struck else (number, one.keys)
