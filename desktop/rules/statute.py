"""A statute: one regulation in one version, as clauses with values, articles and marks."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import NoReturn

from desktop.errors import StatuteRefused

KINDS = ("hamlet_head", "branch_congress")
COMPARISONS = ("more_than", "at_least")
CHECKED = ("read", "second_hand", "unread")

ClauseValue = int | str | Fraction | tuple[int | str | Fraction, ...]

# TOML has no NUL.
_BETWEEN_FILES = b"\0"

_HEADER_NEEDED = ("id", "title", "issuer", "number", "dated", "in_force_from", "kind")
_HEADER_KEYS = {*_HEADER_NEEDED, "in_force_to", "clause"}
_OVERLAY_NEEDED = ("over", "title", "issuer", "number", "dated", "in_force_from")
_CLAUSE_NEEDED = ("key", "value", "article", "explanation", "checked")
_CLAUSE_KEYS = {*_CLAUSE_NEEDED, "unit", "comparison", "in_force_from"}


@dataclass(frozen=True, slots=True)
class Clause:
    """One rule of a statute.

    Attributes:
        key: its name in the program (``quorum``).
        value: a whole number, a word, an exact fraction, or a list of these.
        unit: what a number counts, or what a fraction is taken of (``electorate``, ``days``).
        comparison: ``more_than`` or ``at_least`` where the clause is a threshold.
        article: where it stands in the regulation.
        explanation: one Vietnamese sentence for the clerk.
        checked: who has compared it with the official text: ``read``, ``second_hand`` or ``unread``.
        in_force_from: the first day, where a later text added the clause; else the statute's.
    """

    key: str
    value: ClauseValue
    unit: str | None
    comparison: str | None
    article: str
    explanation: str
    checked: str
    in_force_from: date | None

    @property
    def cited(self) -> str:
        """The first place that the clause stands in, as a sentence cites it: the article before its text."""
        text, _, place = self.article.split(";")[0].rpartition(", ")
        return f"{place} {text}".strip()

    def fraction(self) -> Fraction:
        """Return the value of a threshold as an exact fraction."""
        if not isinstance(self.value, int | Fraction):
            _refuse("value", self.key)
        return Fraction(self.value)

    def whole(self) -> int:
        """Return the value as a whole number."""
        if not isinstance(self.value, int):
            _refuse("value", self.key)
        return self.value

    def words(self) -> tuple[str, ...]:
        """Return the value as a list of words."""
        values = self.value if isinstance(self.value, tuple) else (self.value,)
        return tuple(str(value) for value in values)

    def passed_by(self, count: int, base: int) -> bool:
        """Tell whether ``count`` out of ``base`` passes this threshold.

        A base of 0 or less has no share that could pass. Source: rules.md §4.
        """
        if base <= 0:
            return False
        share = self.fraction()
        left, right = share.denominator * count, share.numerator * base
        return left > right if self.comparison == "more_than" else left >= right

    def reached_by(self, count: int) -> bool:
        """Tell whether a number reaches this clause, whose value is a whole number of the same things."""
        return count > self.whole() if self.comparison == "more_than" else count >= self.whole()

    def needed_of(self, base: int) -> int:
        """Return the smallest count that passes this threshold of ``base`` (at least 1)."""
        share = self.fraction() * base
        floor = share.numerator // share.denominator
        return floor + 1 if self.comparison == "more_than" or floor < share else floor


@dataclass(frozen=True, slots=True)
class Statute:
    """One regulation in one version.

    Attributes:
        id: its name in the program (``nd59-2023``).
        kind: ``hamlet_head`` or ``branch_congress``.
        in_force_from, in_force_to: first and last day, the last ``None`` while it is in force.
        clauses: in the order of the file; a key may come again with a later ``in_force_from``.
        files: the bytes that it was read from, the shipped file first.
    """

    id: str
    title: str
    issuer: str
    number: str
    dated: date
    in_force_from: date
    in_force_to: date | None
    kind: str
    clauses: tuple[Clause, ...]
    files: tuple[bytes, ...] = field(repr=False, compare=False)

    def in_force_on(self, day: date) -> bool:
        """Tell whether the statute is in force on that day."""
        return self.in_force_from <= day and (self.in_force_to is None or day <= self.in_force_to)

    def as_of(self, day: date) -> Statute:
        """Return the statute as it stood on a day: of each key the clause latest in force."""
        latest: dict[str, Clause] = {}
        for clause in sorted(self.clauses, key=lambda clause: clause.in_force_from or self.in_force_from):
            if (clause.in_force_from or self.in_force_from) <= day:
                latest[clause.key] = clause
        return replace(self, clauses=tuple(latest.values()))

    def find(self, key: str) -> Clause | None:
        """Return the first clause of that key: the original one, unless the statute is taken as of a day."""
        return next((clause for clause in self.clauses if clause.key == key), None)

    def clause(self, key: str) -> Clause:
        """Return the clause of that key.

        Raises:
            StatuteRefused: the statute has no such clause.
        """
        found = self.find(key)
        if found is None:
            raise StatuteRefused("statute", where=self.id, reason="no_clause", key=key)
        return found

    def frozen(self) -> bytes:
        """Return the files that the statute was read from, as one run of bytes for ``thawed``."""
        return _BETWEEN_FILES.join(self.files)


def clause_value(value: ClauseValue) -> int | str | list[int | str]:
    """Write a value as it stands in a statute file: a fraction as ``"1/2"``, a list as a list."""
    if isinstance(value, tuple):
        return [str(each) if isinstance(each, Fraction) else each for each in value]
    return str(value) if isinstance(value, Fraction) else value


@lru_cache(maxsize=64)
def thawed(data: bytes, name: str = "") -> Statute:
    """Read a frozen statute back: the shipped file and what an office laid over it.

    The elections of a day hold the same bytes, and each look at one of them asks for its statute.

    Raises:
        StatuteRefused: as ``read_statute``.
    """
    shipped, *laid = data.split(_BETWEEN_FILES)
    statute = read_statute(shipped, name)
    for overlay in laid:
        statute = overlaid(statute, overlay, name)
    return statute


def read_statute(data: bytes, name: str = "") -> Statute:
    """Read a statute file.

    Args:
        data: the file's bytes, TOML in UTF-8.
        name: what to call the file in a refusal.

    Raises:
        StatuteRefused: a float, an unknown or missing key, a clause without an article, a key twice
            from the same day, a day of ending before the day of beginning, or a clause from a day on which
            the statute isn't in force.

    Source: rules.md §1.
    """
    document = _parse(data, name)
    _demand_keys(document, _HEADER_NEEDED, _HEADER_KEYS, name)
    kind = document["kind"]
    if kind not in KINDS:
        _refuse("kind", name)
    begins, ends = _day(document, "in_force_from", name), document.get("in_force_to")
    if ends is not None:
        ends = _day(document, "in_force_to", name)
        if ends < begins:
            _refuse("dates", name)
    clauses = _clauses(document, name)
    for clause in clauses:
        first = clause.in_force_from
        if first is not None and (first < begins or (ends is not None and ends < first)):
            _refuse("dates", f"{name}: {clause.key}")
    return Statute(
        id=_word(document, "id", name),
        title=_word(document, "title", name),
        issuer=_word(document, "issuer", name),
        number=_word(document, "number", name),
        dated=_day(document, "dated", name),
        in_force_from=begins,
        in_force_to=ends,
        kind=kind,
        clauses=clauses,
        files=(data,),
    )


def overlaid(statute: Statute, data: bytes, name: str = "") -> Statute:
    """Lay an office's own file over a shipped statute.

    The file has a header with ``over`` (the statute's id), ``title``, ``issuer``, ``number``, ``dated`` and
    ``in_force_from``, then clauses, each with its citation. A clause of a known key replaces the shipped
    one from the file's day on; a new key is added.

    Raises:
        StatuteRefused: as ``read_statute``; or the file is for another statute.

    Source: rules.md §1 (a province's decision fixes the term, the ballot size, the reserve).
    """
    document = _parse(data, name)
    _demand_keys(document, _OVERLAY_NEEDED, {*_OVERLAY_NEEDED, "clause"}, name)
    if document["over"] != statute.id:
        _refuse("over", name)
    begins = _day(document, "in_force_from", name)
    laid = tuple(
        clause if clause.in_force_from else replace(clause, in_force_from=begins)
        for clause in _clauses(document, name)
    )
    return replace(statute, clauses=statute.clauses + laid, files=(*statute.files, data))


def _parse(data: bytes, name: str) -> dict[str, object]:
    def no_float(_: str) -> NoReturn:
        _refuse("float", name)

    try:
        return tomllib.loads(data.decode("utf-8"), parse_float=no_float)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise StatuteRefused("statute", where=name, reason="toml") from error


def _clauses(document: dict[str, object], name: str) -> tuple[Clause, ...]:
    tables = document.get("clause")
    if not isinstance(tables, list) or not tables:
        _refuse("no_clauses", name)
    clauses = tuple(_clause(table, name) for table in tables)
    if len({(clause.key, clause.in_force_from) for clause in clauses}) != len(clauses):
        _refuse("twice", name)
    return clauses


def _clause(table: object, name: str) -> Clause:
    if not isinstance(table, dict):
        _refuse("clause", name)
    where = f"{name}: {table.get('key', '?')}"
    _demand_keys(table, _CLAUSE_NEEDED, _CLAUSE_KEYS, where)
    comparison = table.get("comparison")
    if comparison is not None and comparison not in COMPARISONS:
        _refuse("comparison", where)
    if table["checked"] not in CHECKED:
        _refuse("checked", where)
    value = _value(table["value"], where)
    if comparison is not None and not isinstance(value, int | Fraction):
        _refuse("value", where)
    return Clause(
        key=_word(table, "key", where),
        value=value,
        unit=_word(table, "unit", where) if "unit" in table else None,
        comparison=comparison,
        article=_word(table, "article", where),
        explanation=_word(table, "explanation", where),
        checked=table["checked"],
        in_force_from=_day(table, "in_force_from", where) if "in_force_from" in table else None,
    )


def _value(raw: object, where: str) -> ClauseValue:
    if isinstance(raw, list) and raw:
        return tuple(_single(item, where) for item in raw)
    return _single(raw, where)


def _single(raw: object, where: str) -> int | str | Fraction:
    if isinstance(raw, bool) or not isinstance(raw, int | str) or not str(raw).strip():
        _refuse("value", where)
    if isinstance(raw, str) and re.fullmatch(r"\d+/[1-9]\d*", raw):
        return Fraction(raw)
    return raw


def _demand_keys(table: dict[str, object], needed: tuple[str, ...], known: set[str], where: str) -> None:
    for key in needed:
        if key not in table:
            _refuse("missing", f"{where}: {key}")
    for key in table:
        if key not in known:
            _refuse("unknown", f"{where}: {key}")


def _word(table: dict[str, object], key: str, where: str) -> str:
    value = table[key]
    if not isinstance(value, str) or not value.strip():
        _refuse("word", f"{where}: {key}")
    return value


def _day(table: dict[str, object], key: str, where: str) -> date:
    value = table[key]
    # A TOML date-time is a subclass of date; only a plain day is meant here.
    if type(value) is not date:
        _refuse("day", f"{where}: {key}")
    return value


def _refuse(reason: str, where: str) -> NoReturn:
    raise StatuteRefused("statute", where=where, reason=reason)
