"""The facts of one vote inside a count: exactly the document that ``hom-phieu decide`` reads.

Source: commands.md (``decide``).
"""

from typing import Annotated, Any, Literal, TypeAlias

import msgspec
from msgspec import UNSET, Meta, UnsetType

from desktop.exchange.fields import Closed

Figure = Annotated[int, Meta(ge=0)]
"""A number that was counted, in people or ballots; as large as the rules take it."""

Least = Annotated[int, Meta(ge=1)]

MaybeFigure: TypeAlias = Figure | UnsetType
"""A figure that was perhaps not counted: then its key is left out, and null is refused."""


class CandidateCount(Closed, frozen=True, kw_only=True):
    """One candidate's votes for, against and abstaining, as far as they were counted."""

    name: str
    votes: MaybeFigure = UNSET
    against: MaybeFigure = UNSET
    abstain: MaybeFigure = UNSET


class CandidateMarks(Closed, frozen=True, kw_only=True):
    """One candidate's votes in one cluster, as far as they were counted; the order says whose."""

    votes: MaybeFigure = UNSET
    against: MaybeFigure = UNSET
    abstain: MaybeFigure = UNSET


class ClusterCount(Closed, frozen=True, kw_only=True):
    """What one cluster of a large hamlet counted at its own meeting."""

    name: str
    electorate: Figure
    present: Figure
    issued: MaybeFigure = UNSET
    returned: MaybeFigure = UNSET
    valid: MaybeFigure = UNSET
    invalid: MaybeFigure = UNSET
    candidates: tuple[CandidateMarks, ...]


class _VoteFacts(Closed, frozen=True, kw_only=True):
    statute: str
    seats: Least
    vote: Literal["first", "again", "run_off", "hand_out"]
    attempt: Least
    ballot: Literal["strike", "agree", "hands"]
    present: MaybeFigure = UNSET
    issued: MaybeFigure = UNSET
    returned: MaybeFigure = UNSET
    valid: MaybeFigure = UNSET
    invalid: MaybeFigure = UNSET
    printed: MaybeFigure = UNSET
    unused: MaybeFigure = UNSET
    seats_left: MaybeFigure = UNSET
    candidates: tuple[CandidateCount, ...]


class HamletFacts(_VoteFacts, frozen=True, kw_only=True, tag_field="contest", tag="hamlet_head"):
    """A vote on the head of a hamlet.

    Args:
        electorate: everybody on the roll, in ``electorate_kind`` (households where left out).
        present: who took part; left out where slips were handed to households.
        seats: that this vote fills; ``seats_left`` is what the vote before left.
        clusters: the meetings whose figures add up to these; left out where all meet as one.
    """

    electorate: Figure
    clusters: tuple[ClusterCount, ...] | UnsetType = UNSET
    electorate_kind: Literal["households", "voters"] | UnsetType = UNSET

    @property
    def contest(self) -> Literal["hamlet_head"]:
        """The kind of contest, as the document names it."""
        return "hamlet_head"

    @property
    def entitled(self) -> int:
        """Everybody entitled to vote."""
        return self.electorate


class CongressFacts(_VoteFacts, frozen=True, kw_only=True, tag_field="contest", tag="branch_congress"):
    """A vote of a branch congress.

    Args:
        convened: the official members.
        post: that is voted on.
        moved_out, exempt_absent, suspended, detained, excused: members taken off the base; left out means 0.
    """

    convened: Figure
    post: Literal["committee", "secretary", "deputy", "delegates"] | UnsetType = UNSET
    moved_out: MaybeFigure = UNSET
    exempt_absent: MaybeFigure = UNSET
    suspended: MaybeFigure = UNSET
    detained: MaybeFigure = UNSET
    excused: MaybeFigure = UNSET

    @property
    def contest(self) -> Literal["branch_congress"]:
        """The kind of contest, as the document names it."""
        return "branch_congress"

    @property
    def entitled(self) -> int:
        """Everybody entitled to vote."""
        return self.convened


VoteFacts: TypeAlias = HamletFacts | CongressFacts
"""The facts of a vote, told apart by their ``contest``."""


def counted(figure: int | UnsetType) -> int | None:
    """Return a figure; ``None`` where it was not counted."""
    return None if isinstance(figure, UnsetType) else figure


def typed_facts(document: dict[str, Any]) -> VoteFacts:
    """Return facts from their document, which the rules have read already.

    Raises:
        msgspec.ValidationError: a key or value that no facts have.
    """
    facts: VoteFacts = msgspec.convert(document, VoteFacts)
    return facts


def facts_document(facts: VoteFacts) -> dict[str, Any]:
    """Write facts as the document that the rules read."""
    document: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(facts))
    return document
