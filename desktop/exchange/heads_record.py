"""What a commune's Party office learns of the hamlets' heads: who was elected and recognised; no votes."""

import datetime as dt
from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from desktop.exchange.fields import Closed, Code, Digest, Ordinal, Text

HeadState = Literal["planned", "elected", "not_elected", "recognised", "held_again"]

_WITH_PERSON: frozenset[HeadState] = frozenset({"elected", "recognised"})
_ANSWERED: frozenset[HeadState] = frozenset({"recognised", "held_again"})


class HeadLine(Closed, frozen=True, kw_only=True):
    """How far one hamlet's election of its head is, by the vote that is being held.

    Args:
        unit: code of the hamlet; ``name`` without, ``kind`` the word before it.
        day: of the vote.
        state: ``planned`` before its count is finalised, ``not_elected`` where that elected nobody.
        revision, count: of the finalised count, and SHA-256 of its bytes; null before that.
        person: who was elected, as the ballots named them; null where nobody was.
        born: the year of their birth, by which two of a name are told apart; null where it isn't known.
        number, decided: of the decision that answers the count; null before that.
    """

    unit: Code
    name: Text
    kind: Text
    election: Code
    day: dt.date
    round: Ordinal
    state: HeadState
    revision: Ordinal | None = None
    count: Digest | None = None
    person: Text | None = None
    born: Annotated[int, Meta(ge=1800, le=9999)] | None = None
    number: Text | None = None
    decided: dt.date | None = None


class HeadsRecord(Closed, frozen=True, kw_only=True):
    """Every hamlet of a campaign, for the Party office of the same commune; it travels alone.

    Source: package.md ("Two offices of one commune").
    """

    format: Literal[1] = 1
    kind: Literal["heads"] = "heads"
    commune: Code
    campaign: Code
    campaign_name: Text
    heads: tuple[HeadLine, ...]


def sense_of_heads(record: HeadsRecord) -> Iterator[tuple[str, bool]]:
    """Yield what has to hold between the fields of a record, each with the field that is to blame."""
    elections = [head.election for head in record.heads]
    yield "heads", bool(elections) and len(set(elections)) == len(elections)
    for at, head in enumerate(record.heads):
        counted, answered = head.state != "planned", head.state in _ANSWERED
        yield f"heads[{at}].count", (head.count is not None, head.revision is not None) == (counted, counted)
        yield f"heads[{at}].person", (head.person is not None) == (head.state in _WITH_PERSON)
        yield f"heads[{at}].born", head.born is None or head.person is not None
        yield (
            f"heads[{at}].number",
            (head.number is not None, head.decided is not None) == (answered, answered),
        )
