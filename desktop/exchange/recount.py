"""Outcomes computed again by our rules, and what differs."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import msgspec

from desktop.errors import PackageRefused, Refusal
from desktop.exchange import canonical
from desktop.exchange.records import CountRecord, Record, SentCount

# How a clause is cited may be worded anew by a later statute file; which clauses were applied may not.
_WORDING = re.compile(r"clauses\[\d+\]\.(?:article|checked)\Z")


def check(
    records: Mapping[str, Record], decide: Callable[[dict[str, Any], date], Mapping[str, Any]]
) -> tuple[str, ...]:
    """Decide every count again from its facts, as they were sent.

    Args:
        records: by path; what is no :class:`SentCount` is passed over.
        decide: facts and the day of the vote to outcome, refusing facts by a :class:`Refusal`.

    Returns:
        Where only the wording of a citation differs, as ``path: field``.

    Raises:
        PackageRefused: ``recount.facts`` for facts that the rules refuse, ``recount.outcome`` with
            ``locations``, each ``path: field``, for an outcome that is not ours.
    """
    differing: list[str] = []
    for path, record in records.items():
        if not isinstance(record, SentCount):
            continue
        try:
            ours = msgspec.to_builtins(decide(dict(record.facts), record.date))
        except Refusal as refusal:
            where = f"{path}: facts.{refusal.where}" if refusal.where else f"{path}: facts"
            raise PackageRefused("recount.facts", where=where) from None
        differing += (f"{path}: outcome.{place}" for place in differences(ours, record.outcome))
    if any(not _WORDING.search(place) for place in differing):
        raise PackageRefused("recount.outcome", where=differing[0], locations=tuple(differing))
    return tuple(differing)


def counted_again(records: Mapping[str, Record]) -> dict[str, Record]:
    """Return the records with typed facts and outcomes, once :func:`check` let them pass.

    Raises:
        PackageRefused: ``recount.outcome`` for a citation that is no words.
    """
    return {
        path: _typed(path, record) if isinstance(record, SentCount) else record
        for path, record in records.items()
    }


def _typed(path: str, record: SentCount) -> CountRecord:
    try:
        return canonical.decode(canonical.encode(record), CountRecord)
    except PackageRefused as refusal:
        raise PackageRefused("recount.outcome", where=f"{path}: {refusal.where}") from None


def differences(ours: Any, theirs: Any, at: str = "") -> Iterator[str]:
    """Name every field in which two JSON values differ, such as ``shares[1].percent``."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(ours.keys() | theirs.keys()):
            place = f"{at}.{key}" if at else key
            if key in ours and key in theirs:
                yield from differences(ours[key], theirs[key], place)
            else:
                yield place
    elif isinstance(ours, list) and isinstance(theirs, list) and len(ours) == len(theirs):
        for index, (mine, other) in enumerate(zip(ours, theirs, strict=True)):
            yield from differences(mine, other, f"{at}[{index}]")
    elif type(ours) is not type(theirs) or ours != theirs:
        yield at
