"""How a congress's papers write what its facts hold: days, lists typed as text, the programme, shares."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from desktop.printing.congress.before.programme import Step
from desktop.printing.congress.before.report import Section
from desktop.printing.setting.wording import short_day_text
from desktop.vietnamese.partial_date import PartialDate

_HOUR = re.compile(
    r"^(?P<hour>[01]?\d|2[0-3])(?::|h|g| giờ ?)(?P<minute>[0-5]\d)?(?: ?phút)?[\s.,:;-]*(?P<rest>.+)$"
)
_WHO = re.compile(r"^(?P<what>.+?)(?:\t|\s[-–|]\s)(?P<who>[^-–|\t]+)$")
_ARTICLE = re.compile(r"^Điều \d+[.:]?\s*", re.IGNORECASE)
_HEAD = re.compile(r"^(?:\d{1,2}|[IVX]{1,4})[.)]\s+(?P<head>[^.]+)$")
_STATUTE = re.compile(r"^Điều lệ Đảng[^,]*, (?P<clause>[^;(]+?)\s*(?:\(|;|$)")


def number_alone(number: str | None) -> str | None:
    """Return the number of a paper without its symbol, which the paper prints: ``05`` of ``05-BC/CB``."""
    return (number or "").partition("-")[0].strip() or None


def day_of(day: PartialDate | None) -> str:
    """Return a day as a table prints it, the year alone where no more is known; empty for none."""
    if day is None:
        return ""
    return short_day_text(day.earliest()) if day.day is not None else day.text()


def dated_day(day: dt.date | None) -> str:
    """Return a known day as a table prints it; empty for none."""
    return short_day_text(day) if day is not None else ""


def lines_of(text: str | None) -> tuple[str, ...]:
    """Return the lines of a text without their closing marks and dashes."""
    lines = (line.strip().lstrip("-•+ ").rstrip(".;").strip() for line in (text or "").splitlines())
    return tuple(line for line in lines if line)


def articles_of(text: str | None) -> tuple[str, ...]:
    """Return the articles of working rules, one a line, without their numbers, each a whole sentence."""
    return tuple(f"{_ARTICLE.sub('', line)}." for line in lines_of(text))


def steps_of(text: str | None) -> tuple[Step, ...]:
    """Read a programme, one step a line: ``07:30 Chào cờ - Toàn thể``; hour and who leads may be left out."""
    return tuple(_step(line) for line in lines_of(text))


def sections_of(text: str | None) -> tuple[Section, ...]:
    """Part a report at lines such as ``1. Kết quả``; what stands before the first has no head."""
    sections: list[tuple[str, list[str]]] = []
    for line in (one.strip() for one in (text or "").splitlines()):
        head = _HEAD.match(line)
        if head:
            sections.append((head["head"].strip(), []))
        elif line:
            if not sections:
                sections.append(("", []))
            sections[-1][1].append(line)
    return tuple(Section(head=head, paragraphs=tuple(said)) for head, said in sections)


def mean_text(values: Sequence[int]) -> str:
    """Return a mean with one place after the comma: ``44,7``."""
    tenths, rest = divmod(sum(values) * 10, len(values))
    tenths += 2 * rest >= len(values)
    return f"{tenths // 10},{tenths % 10}"


def _step(line: str) -> Step:
    timed = _HOUR.match(line)
    rest = timed["rest"].strip() if timed else line
    led = _WHO.match(rest)
    at = dt.time(int(timed["hour"]), int(timed["minute"] or 0)) if timed else None
    return Step(what=led["what"].strip() if led else rest, at=at, who=led["who"].strip() if led else "")


def cited(article: str) -> str:
    """Cite an article of the Party's Statute as papers do: ``khoản 3 Điều 12 Điều lệ Đảng``."""
    found = _STATUTE.match(article)
    return f"{found['clause']} Điều lệ Đảng" if found else article
