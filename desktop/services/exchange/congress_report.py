"""The report workbook of congresses: one line for each finalised vote, figures as they were counted."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.exchange.facts_record import CongressFacts, counted
from desktop.exchange.records import CountRecord
from desktop.services.exchange.report import OUTCOMES
from desktop.sheets.report import write_report
from desktop.wording import words

_HEADINGS = (
    "Chi bộ",
    "Bầu",
    "Lần bỏ phiếu",
    "Lần lập",
    "Đảng viên chính thức được triệu tập",
    "Căn cứ tính tỷ lệ (được triệu tập, trừ theo quy định)",
    "Có mặt",
    "Phiếu phát ra",
    "Phiếu thu vào",
    "Phiếu hợp lệ",
    "Phiếu không hợp lệ",
    "Kết quả",
    "Người trúng cử",
    "Số phiếu",
    "Tỷ lệ so với căn cứ (%)",
)


def congress_report(counts: Sequence[CountRecord], campaign: str) -> bytes:
    """Write the report of a campaign of congresses as a workbook; the same counts give the same bytes.

    Args:
        counts: at least one, in the order of the lines.
        campaign: its name, for the title.
    """
    latest = max(count.finalised for count in counts)
    return write_report(
        "Kết quả",
        _HEADINGS,
        [_line(count) for count in counts],
        stamp=latest,
        title_lines=("KẾT QUẢ BẦU CỬ TẠI ĐẠI HỘI CHI BỘ", campaign),
    )


def _line(count: CountRecord) -> list[str | int | None]:
    facts, outcome = count.facts, count.outcome
    post = facts.post if isinstance(facts, CongressFacts) else None
    elected = [share for name in outcome.elected if (share := outcome.share_of(name)) is not None]
    figures = (facts.present, facts.issued, facts.returned, facts.valid, facts.invalid)
    return [
        count.unit.name,
        words(f"party.contest.{post}") if post else None,
        count.round,
        count.revision,
        facts.entitled,
        outcome.base.value,
        *map(counted, figures),
        OUTCOMES[outcome.outcome],
        "; ".join(share.name for share in elected) or None,
        "; ".join(str(share.numerator) for share in elected) or None,
        "; ".join(share.percent or "" for share in elected) or None,
    ]
