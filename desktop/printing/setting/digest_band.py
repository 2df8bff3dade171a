"""The band at the foot of minutes that ties the paper to the finalised count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.printing.setting import qr
from desktop.printing.setting.faces import MONO, SERIF
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.sheets import LEFT, RIGHT

CAPTION = "Mã kiểm tra tệp dữ liệu của cuộc bầu cử này (SHA-256), 16 nhóm. Bản giấy có chữ ký là bản gốc."
SIDE = 14.8


@dataclass(frozen=True, slots=True, kw_only=True)
class CountDigest:
    """What ties a paper to the bytes of the finalised count.

    Args:
        sha256: 64 hexadecimal digits.
        qr_full: the text of the QR with unit, election, round, revision, counts and digest.
        qr_short: the same without the votes, for when the full one would print too small.

    Raises:
        ValueError: the digest is not 64 hexadecimal digits.

    Source: package.md, "The minutes and the package say the same".
    """

    sha256: str
    qr_full: str
    qr_short: str

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[0-9a-f]{64}", self.sha256):
            raise ValueError("a SHA-256 has 64 hexadecimal digits")

    @property
    def groups(self) -> list[str]:
        """The digest as a voice says it: 16 groups of 4."""
        return [self.sha256[start : start + 4] for start in range(0, 64, 4)]


def draw_band(pen: Pen, digest: CountDigest) -> None:
    """Draw the band over the bottom margin of an A4 page.

    Raises:
        PaperRefused: ``paper.qr``: the short text is too long as well.

    Source: paper.md §4.
    """
    pen.grey(0.35)
    pen.line(LEFT, 273.7, RIGHT, 273.7, 0.35)
    for label, y in (("1-8", 283.6), ("9-16", 288.2)):
        pen.text(LEFT, y, label, SERIF, 8)
    pen.grey(0)
    pen.text(LEFT, 278.3, CAPTION, SERIF, 8.5)
    for groups, y in ((digest.groups[:8], 283.6), (digest.groups[8:], 288.2)):
        pen.text(LEFT + 7.9, y, "  ".join(groups), MONO, 9)
    code = qr.fitting(SIDE, digest.qr_full, digest.qr_short)
    qr.draw(pen, code, RIGHT - SIDE, 275.6, SIDE)
