"""The band at the foot of minutes that ties the paper to the finalised count."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.printing.setting import qr
from desktop.printing.setting.faces import MONO, SERIF
from desktop.printing.setting.pen import Pen
from desktop.printing.setting.sheets import LEFT, RIGHT

# Half of a digest is more than anybody finds a second entry for, and the line has room for it.
_LOG_GROUPS = 8
_LOG = 128.5
_LOG_FIGURES = _LOG + 17.2

CAPTION = "Mã kiểm tra tệp dữ liệu của cuộc bầu cử này (SHA-256), 16 nhóm. Bản giấy có chữ ký là bản gốc."
CAPTION_OF_EACH = (
    "Mã kiểm tra tệp dữ liệu của từng lần bầu (SHA-256), 16 nhóm. Bản giấy có chữ ký là bản gốc."
)
SIDE = 14.8
PITCH = 4.6
"""Millimetres from a line of groups to the next."""

_LAST = 288.2
_MOST = 2  # lines of groups that the band holds before it grows


@dataclass(frozen=True, slots=True, kw_only=True)
class LogMark:
    """The entry of the audit log by which a count was finalised, as it stands beside the count's digest.

    Args:
        entry: its number in the log.
        sha256: its hash, 64 hexadecimal digits, of which the first half is printed.

    Raises:
        ValueError: the hash is not 64 hexadecimal digits.
    """

    entry: int
    sha256: str

    def __post_init__(self) -> None:
        _demand_digest(self.sha256)

    @property
    def groups(self) -> list[str]:
        """What is printed of the hash: 8 groups of 4."""
        return _groups(self.sha256)[:_LOG_GROUPS]

    @property
    def lines(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """What stands beside the two lines of the digest: a word and four groups each."""
        half = _LOG_GROUPS // 2
        return (
            ("Nhật ký", " ".join(self.groups[:half])),
            (f"dòng {self.entry}", " ".join(self.groups[half:])),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class CountDigest:
    """What ties a paper to the bytes of the finalised count, or of each count that it tells of.

    Args:
        sha256: 64 hexadecimal digits; of the last count, where the paper tells of several.
        qr_full: the text of the QR with unit, election, round, revision, counts and digest.
        qr_short: the same without the votes, for when the full one would print too small.
        earlier: digests of the counts before the last, in order: each stands in words, and the code, which
            holds no more than one, is the last count's.
        log: the entry of the log that tells of the count; beside several digests there is no room for it.

    Raises:
        ValueError: a digest is not 64 hexadecimal digits.

    Source: package.md, "The minutes and the package say the same".
    """

    sha256: str
    qr_full: str
    qr_short: str
    earlier: tuple[str, ...] = ()
    log: LogMark | None = None

    def __post_init__(self) -> None:
        for sha256 in (*self.earlier, self.sha256):
            _demand_digest(sha256)

    @property
    def caption(self) -> str:
        """What the groups are, of one count or of each."""
        return CAPTION_OF_EACH if self.earlier else CAPTION

    @property
    def lines(self) -> list[tuple[str, str]]:
        """The lines of the band, each with its label: a digest as a voice says it, in 16 groups of 4.

        The only one takes two lines; of several each takes one, named by its time.
        """
        if not self.earlier:
            groups = _groups(self.sha256)
            return [("1-8", "  ".join(groups[:8])), ("9-16", "  ".join(groups[8:]))]
        several = enumerate((*self.earlier, self.sha256), 1)
        return [(f"lần {number}", " ".join(_groups(sha256))) for number, sha256 in several]

    @property
    def log_lines(self) -> tuple[tuple[str, str], ...]:
        """What stands beside the two lines of an only digest; nothing beside several."""
        return () if self.log is None or self.earlier else self.log.lines

    @property
    def size(self) -> float:
        """Points of the groups: sixteen in one line are smaller, to leave the code its place."""
        return 8 if self.earlier else 9

    @property
    def grows(self) -> float:
        """Millimetres by which the band is higher than that of one count."""
        return max(0, len(self.lines) - _MOST) * PITCH


def draw_band(pen: Pen, digest: CountDigest) -> None:
    """Draw the band over the bottom margin of an A4 page.

    Raises:
        PaperRefused: ``paper.qr``: the short text is too long as well.

    Source: paper.md §4.
    """
    pen.grey(0.35)
    pen.line(LEFT, 273.7 - digest.grows, RIGHT, 273.7 - digest.grows, 0.35)
    lines = digest.lines
    heights = [_LAST - PITCH * number for number in reversed(range(len(lines)))]
    for (label, _), y in zip(lines, heights, strict=True):
        pen.text(LEFT, y, label, SERIF, 8)
    pen.grey(0)
    pen.text(LEFT, 278.3 - digest.grows, digest.caption, SERIF, 8.5)
    for (_, groups), y in zip(lines, heights, strict=True):
        pen.text(LEFT + 7.9, y, groups, MONO, digest.size)
    for (word, figures), y in zip(digest.log_lines, heights, strict=False):
        pen.text(_LOG, y, word, SERIF, 8)
        pen.text(_LOG_FIGURES, y, figures, MONO, 8)
    code = qr.fitting(SIDE, digest.qr_full, digest.qr_short)
    qr.draw(pen, code, RIGHT - SIDE, 275.6, SIDE)


def _demand_digest(sha256: str) -> None:
    if not re.fullmatch(r"[0-9a-f]{64}", sha256):
        raise ValueError("a SHA-256 has 64 hexadecimal digits")


def _groups(sha256: str) -> list[str]:
    return [sha256[start : start + 4] for start in range(0, len(sha256), 4)]
