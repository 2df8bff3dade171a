"""Where and when the example is set: its commune, the office that receives, the day, and its campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from desktop.services.places.succession import NO_DECISION, Decision
from desktop.services.places.units import NewUnit

_LAST_DAY = date(2025, 6, 30)  # districts ended, and xã Húc Động became part of another commune


@dataclass(frozen=True, slots=True)
class CongressDays:
    """When the branches of the example hold their congresses.

    Attributes:
        announced: the day of which was decided and told; ``planned`` when the program was told of it.
        day: of the congresses.
        reported: when the reports went up and came in; ``approved`` when the committee approved the elected.
        term_to: the last day of the term.
    """

    announced: date
    planned: date
    day: date
    reported: date
    approved: date
    term_to: date


@dataclass(frozen=True, slots=True)
class Scene:
    """What of the example differs from one time to another.

    Attributes:
        commune: its unit's code; ``receiver`` that of the office it sends to.
        office: names of both offices; ``superior`` as the commune's letterhead has it; ``place`` of papers.
        units: from the top.
        begins: the moment at which the offices are made.
        day: of the election; it is planned on ``planned`` and its papers are made on ``eve``; the committee
            has its papers on ``received`` and decides on ``decided``.
        campaign: code and name; ``term_to`` the last day of the term.
        hamlets: the sample workbook of them.
        mergers: the sample workbook of what became of them on the day ``begins``, by ``decision``; None where
            they stayed as they were.
        congress: when congresses of branches follow; None where none do.
    """

    commune: str
    receiver: str
    office: tuple[str, str]
    superior: str
    place: str
    units: tuple[NewUnit, ...]
    begins: datetime
    planned: date
    eve: date
    day: date
    received: date
    decided: date
    campaign: tuple[str, str]
    term_to: date
    hamlets: str
    mergers: str | None = None
    decision: Decision = NO_DECISION
    congress: CongressDays | None = None


HUC_DONG = Scene(
    commune="06859",
    receiver="198",
    office=("Ủy ban nhân dân xã Húc Động", "Phòng Nội vụ huyện Bình Liêu"),
    superior="huyện Bình Liêu",
    place="Húc Động",
    units=(
        NewUnit("22", "province", "Tỉnh", "Quảng Ninh"),
        NewUnit("198", "district", "Huyện", "Bình Liêu", ends_on=_LAST_DAY, parent="22"),
        NewUnit("06859", "commune", "Xã", "Húc Động", ends_on=_LAST_DAY, parent="198"),
    ),
    begins=datetime(2024, 11, 18, 1, 0, tzinfo=UTC),
    planned=date(2024, 11, 22),
    eve=date(2024, 12, 6),
    day=date(2024, 12, 8),
    received=date(2024, 12, 9),
    decided=date(2024, 12, 12),
    campaign=("truong-thon-2024", "Bầu Trưởng thôn xã Húc Động, nhiệm kỳ 2024 - 2027"),
    term_to=date(2027, 6, 8),
    hamlets="thon-ban.csv",
)
"""Sunday 08/12/2024, before districts ended: Decree 59/2023/NĐ-CP as it stood then."""

BINH_LIEU = Scene(
    commune="06838",
    receiver="22",
    office=("Ủy ban nhân dân xã Bình Liêu", "Sở Nội vụ tỉnh Quảng Ninh"),
    superior="tỉnh Quảng Ninh",
    place="Bình Liêu",
    units=(
        NewUnit("22", "province", "Tỉnh", "Quảng Ninh"),
        NewUnit("06838", "commune", "Xã", "Bình Liêu", starts_on=date(2025, 7, 1), parent="22"),
    ),
    begins=datetime(2026, 6, 1, 1, 0, tzinfo=UTC),
    planned=date(2026, 6, 5),
    eve=date(2026, 6, 26),
    day=date(2026, 6, 28),
    received=date(2026, 6, 29),
    decided=date(2026, 7, 3),
    campaign=("truong-thon-2026", "Bầu Trưởng thôn xã Bình Liêu, nhiệm kỳ 2026 - 2031"),
    term_to=date(2031, 6, 28),
    hamlets="thon-ban-2026.csv",
    mergers="sap-nhap-thon-2026.csv",
    decision=Decision("08/NQ-HĐND", date(2026, 5, 29), "Hội đồng nhân dân xã Bình Liêu"),
    # Told 30 working days before; reported within 7 and approved within 15 of them.
    congress=CongressDays(
        announced=date(2026, 6, 10),
        planned=date(2026, 7, 6),
        day=date(2026, 7, 26),
        reported=date(2026, 7, 29),
        approved=date(2026, 8, 5),
        term_to=date(2029, 1, 26),
    ),
)
"""Sunday 28/06/2026, under today's law: Decree 59/2023/NĐ-CP as Decree 185/2026/NĐ-CP changed it.

The commune is new since 01/07/2025, and its 22 hamlets have just become thirteen.
"""

SCENES = {"2024": HUC_DONG, "2026": BINH_LIEU}
"""By the year of the election."""
