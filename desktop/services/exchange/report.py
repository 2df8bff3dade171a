"""The report workbook of heads: one line for each finalised count, figures as they were counted."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from desktop.errors import RequestRefused
from desktop.exchange.facts_record import counted
from desktop.exchange.records import CountRecord
from desktop.models.elections import Campaign, ContestKind
from desktop.models.store.session import reading
from desktop.services.counting.finalised import counts_of, record_of
from desktop.services.office.sides import for_elections
from desktop.services.office.workplace import Workplace
from desktop.sheets.report import write_report

HEADINGS = (
    "Thôn, khu phố",
    "Vòng",
    "Lần lập",
    "Tổng số đại diện hộ hoặc cử tri",
    "Dự họp",
    "Phiếu phát ra",
    "Phiếu thu vào",
    "Phiếu hợp lệ",
    "Phiếu không hợp lệ",
    "Kết quả",
    "Người trúng cử",
    "Số phiếu",
    "Tỷ lệ so với tổng số đại diện hộ hoặc cử tri (%)",
)

OUTCOMES = {
    "elected": "Trúng cử",
    "held_again": "Phải bầu lại",
    "no_quorum": "Không đủ người dự",
    "run_off": "Bầu tiếp",
    "void": "Không có giá trị",
}


@for_elections
def print_report(workplace: Workplace, campaign: str) -> bytes:
    """Write the report of a campaign of heads, by its code.

    Raises:
        RequestRefused: ``count.none``.
    """
    with reading(workplace.database) as session:
        of_heads = Campaign.contest_kind == ContestKind.HAMLET_HEAD
        held = session.scalars(select(Campaign).where(Campaign.code == campaign, of_heads)).one_or_none()
        counts = counts_of(session, held) if held else []
        if held is None or not counts:
            raise RequestRefused("count.none", where=campaign)
        return campaign_report([record_of(count) for count in counts], held.name)


def campaign_report(counts: Sequence[CountRecord], campaign: str) -> bytes:
    """Write the report of a campaign as a workbook; the same counts give the same bytes.

    Args:
        counts: at least one, in the order of the lines.
        campaign: its name, for the title.
    """
    latest = max(count.finalised for count in counts)
    return write_report(
        "Kết quả",
        HEADINGS,
        [_line(count) for count in counts],
        stamp=latest,
        title_lines=("KẾT QUẢ BẦU TRƯỞNG THÔN", campaign),
    )


def _line(count: CountRecord) -> list[str | int | None]:
    facts, outcome = count.facts, count.outcome
    winner = outcome.share_of(outcome.elected[0]) if outcome.elected else None
    figures = (facts.present, facts.issued, facts.returned, facts.valid, facts.invalid)
    return [
        count.unit.name,
        count.round,
        count.revision,
        facts.entitled,
        *map(counted, figures),
        OUTCOMES[outcome.outcome],
        ", ".join(outcome.elected) or None,
        winner.numerator if winner else None,
        winner.percent if winner else None,
    ]
