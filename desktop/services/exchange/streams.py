"""The streams of packages: which elections travel in each, and on which side of the office it is sealed."""

from __future__ import annotations

from desktop.exchange.fields import Stream
from desktop.models.elections import ContestKind
from desktop.services.office.sides import Side, sees

_KINDS: dict[Stream, ContestKind] = {
    "government": ContestKind.HAMLET_HEAD,
    "party": ContestKind.BRANCH_CONGRESS,
}
_SIDES: dict[Stream, Side] = {"government": Side.ELECTIONS, "party": Side.PARTY}


def kind_in(stream: Stream) -> ContestKind:
    """Return the kind of the elections that a stream carries. Source: package.md ("Streams")."""
    return _KINDS[stream]


def stream_of(kind: ContestKind) -> Stream:
    """Return the stream in which elections of a kind travel."""
    return next(stream for stream, carried in _KINDS.items() if carried is kind)


def side_of(stream: Stream) -> Side:
    """Return whose work a stream is."""
    return _SIDES[stream]


def streams_seen(side: Side) -> tuple[Stream, ...]:
    """Return the streams that somebody who works on a side sees."""
    return tuple(stream for stream, needed in _SIDES.items() if sees(side, needed))
