"""The tables of a vote at a congress: the base with what is taken off it, what each got, who is elected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from desktop.printing.congress.vote.facts import BallotKind, Deducted, DeductionReason, TimeHeld, VotesFor
from desktop.printing.setting.ruled_table import CLOSE, TIGHT, Cell, Column, RuledTable, Strong, ruled_table
from desktop.printing.setting.wording import count_text, tied
from desktop.rules.shares import percent_text
from desktop.vietnamese.numerals import in_words

BASE = "Căn cứ tính kết quả"

DEDUCTIONS: Mapping[DeductionReason, str] = {
    "moved_out": "sinh hoạt tạm thời nơi khác và vắng",
    "exempt_absent": "miễn công tác và sinh hoạt, vắng",
    "suspended": "bị đình chỉ sinh hoạt",
    "detained": "bị khởi tố, truy tố hoặc tạm giam",
    "excused": "vắng suốt Đại hội, lý do được đồng ý",
}
_BASE_COLUMNS = (Column(BASE, 104, centred=False), Column("Đảng viên chính thức", 30), Column("Ghi chú", 31))
_NUMBER, _NAME = Column("TT", 13), "Họ và tên"
_BASE_ROW = 6.1
_ROW = 6.7
_PEN_ROW = 9.0
_BLANK_ROWS = 6


def base_table(convened: int | None, deductions: Sequence[Deducted], needed: int | None) -> RuledTable:
    """Set how the base comes about: convened, less each reason, and the least that elects.

    Where nothing is known yet, every reason has its row.

    Source: paper-t2.md §9, 15; rules.md §3 (base).
    """
    base = base_of(convened, deductions)
    told = [one for one in deductions if one.members] if base is not None else list(deductions)
    rows: list[tuple[Cell, Cell, Cell]] = [("Được triệu tập", _figure(convened), "")]
    rows += [(f"Trừ: {DEDUCTIONS[one.reason]}", _figure(one.members), "") for one in told or _every(base)]
    enough = f"trúng cử: từ {count_text(needed)}" if needed is not None else ""
    rows.append((Strong(BASE), Strong(_figure(base)), enough))
    columns = [Column(column.head, column.width, centred=column.centred) for column in _BASE_COLUMNS]
    return ruled_table(columns, rows, row_height=_BASE_ROW if base is not None else _PEN_ROW, type_=TIGHT)


def base_of(convened: int | None, deductions: Sequence[Deducted]) -> int | None:
    """Take the deductions off those convened; None while a figure isn't known."""
    members = [one.members for one in deductions]
    if convened is None or None in members:
        return None
    return convened - sum(one or 0 for one in members)


def results_table(held: TimeHeld, ballot: BallotKind, names: Sequence[str], base: int | None) -> RuledTable:
    """Set what each got, in the order of the ballot, the base of the shares in the head.

    Args:
        held: the time at which it was held.
        ballot: of agree ballots those against are told as well.
        names: of the list, for a pen, where nothing is counted.
        base: official members; None for a pen.
    """
    whole = tied(f"{count_text(base)} đảng viên" if base is not None else "số đảng viên")
    columns = [_NUMBER, *_counted_columns(ballot, f"so với {whole} chính thức (căn cứ)")]
    rows = [
        (str(number), *_counted(one, ballot, base))
        for number, one in enumerate(held.votes or [VotesFor(name=name) for name in names], 1)
    ]
    empty = [(str(number), *[""] * (len(columns) - 1)) for number in range(1, _BLANK_ROWS + 1)]
    return ruled_table(columns, rows or empty, row_height=_ROW if held.votes else _PEN_ROW, type_=CLOSE)


def elected_table(times: Sequence[TimeHeld], base: int | None, blank_rows: int = 0) -> RuledTable:
    """Set who is elected, most votes first within each time; one elected later says at which."""
    bases = {held.base or base for held in times if held.elected}
    of_one = bases <= {base}
    told = f"với {count_text(base)}" if of_one and base is not None else "với căn cứ"
    columns = [
        _NUMBER,
        Column(_NAME, 67, centred=False),
        Column("Số phiếu", 43),
        Column(f"Tỷ lệ so {told}", 42),
    ]
    rows = [
        (str(number), *cells) for number, cells in enumerate(_elected(times, base, of_one=of_one), 1)
    ] or [(str(number), "", "", "") for number in range(1, blank_rows + 1)]
    return ruled_table(columns, rows, row_height=_ROW if base is not None else _PEN_ROW, type_=CLOSE)


def share_words(votes: int, base: int | None) -> str:
    """Say a share with its base: ``, bằng 62,96% của 27``; nothing where there is no base."""
    return f", bằng {percent_text(votes, base)}% của {count_text(base)}" if base else ""


def time_words(number: int) -> str:
    """Name the time at which a vote is held, from 1 on: ``lần thứ nhất``."""
    return f"lần thứ {'nhất' if number == 1 else 'tư' if number == 4 else in_words(number)}"


def _every(base: int | None) -> list[Deducted]:
    return [Deducted(reason=reason) for reason in DEDUCTIONS] if base is None else []


def _counted_columns(ballot: BallotKind, share: str) -> Iterator[Column]:
    if ballot == "strike":
        yield from (Column(_NAME, 67, centred=False), Column("Số phiếu bầu", 27))
        yield Column(f"Tỷ lệ {share}", 58)
    else:
        yield from (Column(_NAME, 53, centred=False), Column("Đồng ý", 19), Column("Không đồng ý", 22))
        yield Column(f"Tỷ lệ đồng ý {share}", 58)


def _counted(one: VotesFor, ballot: BallotKind, base: int | None) -> list[str]:
    figures = [one.votes] if ballot == "strike" else [one.votes, one.against]
    return [tied(one.name), *map(_figure, figures), _share(one.votes, base)]


def _elected(times: Sequence[TimeHeld], base: int | None, *, of_one: bool) -> Iterator[tuple[str, str, str]]:
    for number, held in enumerate(times, 1):
        whole = held.base or base
        for name in (*held.elected, *held.alternates):
            votes = held.got(name).votes
            told = [time_words(number)] if number > 1 else []
            told += ["dự khuyết"] if name in held.alternates else []
            figure = _figure(votes) + (f" ({', '.join(told)})" if told else "")
            share = _share(votes, whole)
            yield tied(name), figure, share if of_one or not share else f"{share} của {_figure(whole)}"


def _share(votes: int | None, base: int | None) -> str:
    return f"{percent_text(votes, base)}%" if votes is not None and base else ""


def _figure(number: int | None) -> str:
    return "" if number is None else count_text(number)
