"""The Vietnamese sentence for each code, from ``resources/i18n/*.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, time
from functools import cache
from typing import NamedTuple

from desktop.errors import Problem, Refusal
from desktop.resources import resource

# A hamlet or branch of a commune, the election or congress that it holds, and a vote of it.
_CODE = re.compile(r"\d{5}-[BT]\d+(-\d{8}(?P<congress>-dh)?(-\d+)?(\.\d+)?)?")
_SPOKEN = re.compile(r"[A-Z]\d{3}")


class NextWords(NamedTuple):
    """The next thing: what happened, what it means and what to do, the words of its one button."""

    headline: str
    sentence: str
    button: str


def refusal_sentence(refusal: Refusal) -> str:
    """Say in one sentence what was refused, what it means, and what to do next."""
    known, where = _sentences(), refusal.where or ""
    named = _CODE.fullmatch(where)
    of_congress = named is not None and named["congress"] is not None
    finer = [f"{refusal.code}.{refusal.context.get('reason')}", *[f"{refusal.code}.congress"] * of_congress]
    template = next((known[key] for key in (*finer, refusal.code) if key in known), known["refused"])
    # People stand before what the code means, and know its name.
    spoken = where if not named or refusal.code.startswith("unknown.") else known["vote.this"]
    vote = _fill(known["vote.congress" if of_congress else "vote.election"], {"where": spoken})
    values = {"where": _named(spoken), "vote": vote, "state": state_words(where), **refusal.context}
    if isinstance(refusal.context.get("stream"), str):
        values["stream"] = _named(str(refusal.context["stream"]))
    said = _fill(template, values)
    return f"{said[:1].upper()}{said[1:]}" if template.startswith("{vote}") else said


def spoken_code(code: str) -> str:
    """Return a code that is read out over the telephone, ``E201``; empty for one that only commands print."""
    return code if _SPOKEN.fullmatch(code) else ""


def reason_sentence(
    reason: str, locations: Sequence[str] = (), facts: Mapping[str, object] | None = None
) -> str:
    """Say a finer reason of a step, such as ``zip.unlisted``; nothing where there is none.

    Args:
        reason: its code.
        locations: paths and fields.
        facts: what the sentence is filled with besides, such as a bound.
    """
    return _fill(_sentences().get(reason, ""), {**(facts or {}), "where": "; ".join(map(_named, locations))})


def row_sentence(code: str, row: str) -> str:
    """Say why a row of a workbook, named by its number and sheet, was not taken, and what to do."""
    return _fill(_sentences().get(f"sheet.refused.{code}", ""), {"row": row})


def passed_sentence(code: str) -> str:
    """Say why a line of a workbook was passed over."""
    return _sentences().get(f"sheet.passed.{code}", "")


def note_sentence(code: str, cell: str, was: str, now: str) -> str:
    """Say what was noted of a cell of a workbook, and what to do."""
    return _fill(_sentences().get(f"sheet.note.{code}", ""), {"cell": cell, "was": was, "now": now})


def problem_sentence(problem: Problem, *, of_congress: bool = False) -> str:
    """Say in one sentence what does not fit in the figures; its code is shown apart."""
    known = _sentences()
    finer = f"{problem.code}.congress" if of_congress else problem.code
    return known.get(finer) or known.get(problem.code, "")


def state_words(state: str, *, hands: bool = False, single: bool = False) -> str:
    """Name the state of an election, such as ``meeting``; of one by show of hands, or typed by one person."""
    known, said = _sentences(), f"state.{state}"
    finer = [f"{said}.hands"] * hands + [f"{said}.single"] * single
    return next((known[key] for key in (*finer, said) if key in known), state)


def cell_word(reason: str, value: int | time | date | None = None) -> str:
    """Say in a word why a step of the board is where it is; nothing where its mark says it all."""
    shown = (
        f"{value:%H:%M}"
        if isinstance(value, time)
        else f"{value:%d/%m}"
        if isinstance(value, date)
        else value
    )
    return _fill(_sentences().get(f"cell.{reason}", ""), {"value": shown})


def next_words(code: str, facts: Mapping[str, object]) -> NextWords:
    """Say what is to be done next, by its code and what the words are filled with."""
    known = _sentences()
    values = {key: known["next.no_day"] if value is None else value for key, value in facts.items()}
    return NextWords(*(_fill(known[f"next.{code}.{part}"], values) for part in NextWords._fields))


def checked_sentence(checked: str) -> str:
    """Say who compared a clause with the official text, by its mark, such as ``second_hand``."""
    return _sentences()[f"checked.{checked}"]


def due_word(task: str) -> str:
    """Say what has to be done by a deadline, such as ``candidates_before``."""
    return _sentences()[f"due.{task}"]


def left_words(left: str, facts: Mapping[str, object]) -> str:
    """Say how long is left until a day or an hour and, where the facts name hamlets or branches, for whom."""
    known = _sentences()
    long = "minutes" if not facts.get("hours") else "both" if facts.get("minutes") else "hours"
    values = {**facts, "long": _fill(known[f"left.long.{long}"], {**facts})}
    said = _fill(known[f"left.{left}"], values)
    if "last" in facts:
        day = facts["weekday"]
        name = weekday_word(day) if isinstance(day, date) else known["left.day_off.name"]
        said = _fill(known["left.day_off"], {**facts, "left": said, "name": name})
    if "hamlets" in facts:
        several = "left.branches" if "branches" in facts else "left.hamlets"
        whose = facts["hamlet"] or _fill(known[several], {**facts})
        said = _fill(known["left.whose"], {"whose": whose, "left": said})
    return said


def weekday_word(day: date) -> str:
    """Name the day of the week, as within a sentence."""
    return _sentences()[f"weekday.{day.weekday()}"]


def fact_value(key: str, value: str | int | date | time) -> str:
    """Say what a paper prints as a fact, by its key: a day, an hour, a number with its noun."""
    shown = f"{value:%H:%M}" if isinstance(value, time) else value
    if isinstance(value, date):
        shown = f"{value:%d/%m/%Y}"
    return _fill(_sentences().get(f"fact.{key}.value", "{value}"), {"value": shown})


def words(code: str, **facts: object) -> str:
    """Say what a code means, filled with its facts, such as ``list.row`` with a row and its sheet.

    Raises:
        KeyError: the code has no words.
    """
    return _fill(_sentences()[code], facts)


def known_codes() -> frozenset[str]:
    """Return every code that has a sentence."""
    return frozenset(_sentences())


def _named(where: str) -> str:
    """Say in Vietnamese what a package calls by a word of its own: its stream or its mode."""
    return _sentences().get(f"word.{where}", where)


def _fill(template: str, values: dict[str, object]) -> str:
    class Known(dict[str, object]):
        def __missing__(self, key: str) -> str:
            return "…"

    return template.format_map(Known(values))


@cache
def _sentences() -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(resource("i18n").glob("*.toml")):
        found.update(tomllib.loads(path.read_text(encoding="utf-8")))
    return found
