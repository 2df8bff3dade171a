"""The facts of one vote: what was counted, read strictly from a document."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NoReturn

from desktop.errors import FactsRefused
from desktop.rules.library import Library
from desktop.rules.statute import Statute
from desktop.vietnamese.printed import printed_key

VOTES = ("first", "again", "run_off", "hand_out")
BALLOTS = ("strike", "agree", "hands")
POSTS = ("committee", "secretary", "deputy", "delegates")
ELECTORATE_KINDS = ("households", "voters")
LEAST_CLUSTERS = 2
DEDUCTIONS = ("moved_out", "exempt_absent", "suspended", "detained", "excused")

_BALLOT_COUNTS = ("issued", "returned", "valid", "invalid")
_STOCK_COUNTS = ("printed", "unused")
_NEEDED = ("statute", "contest", "seats", "vote", "attempt", "ballot")
_COMMON = {*_NEEDED, "present", "candidates", "seats_left", *_STOCK_COUNTS}
_CANDIDATE_COUNTS = {
    "strike": ("votes",),
    "agree": ("votes", "against"),
    "hands": ("votes", "against", "abstain"),
}


@dataclass(frozen=True, slots=True)
class CandidateFacts:
    """One candidate's votes for, against and abstaining; ``None`` where they were not counted."""

    name: str
    votes: int | None = None
    against: int | None = None
    abstain: int | None = None


@dataclass(frozen=True, slots=True)
class ClusterFacts:
    """What one cluster of a large hamlet counted at its own meeting; its figures are parts of the whole's.

    Attributes:
        name: such as ``Cụm 1``.
        entitled: its part of the electorate.
        candidates: those of the vote, in the same order, with their votes here.
    """

    name: str
    entitled: int
    present: int
    candidates: tuple[CandidateFacts, ...]
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """One vote as it was counted; a count that was not made is ``None``.

    Attributes:
        entitled: everybody entitled to vote: the electorate, or the official members convened.
        present: who took part; ``None`` where slips are handed to households, since nobody meets.
        deductions: members taken off the base of a congress, by reason; empty in a hamlet.
        clusters: the meetings whose figures add up to these; none where all meet as one.
    """

    statute: Statute
    seats: int
    vote: str
    attempt: int
    ballot: str
    entitled: int
    present: int | None
    candidates: tuple[CandidateFacts, ...]
    electorate_kind: str = "households"
    post: str | None = None
    seats_left: int | None = None
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    printed: int | None = None
    unused: int | None = None
    deductions: tuple[tuple[str, int], ...] = ()
    clusters: tuple[ClusterFacts, ...] = ()

    @property
    def is_congress(self) -> bool:
        """Tell whether a branch congress votes, not a hamlet."""
        return self.statute.kind == "branch_congress"

    @property
    def entitled_field(self) -> str:
        """Name the field of the document that holds ``entitled``."""
        return "convened" if self.is_congress else "electorate"

    @property
    def cast(self) -> int | None:
        """Return the votes on which a candidate's votes are counted: valid ballots, or hands present.

        Source: commands.md ("for hands, P stands for E").
        """
        return self.present if self.ballot == "hands" else self.valid

    @property
    def cast_field(self) -> str:
        """Name the field of the document that holds ``cast``."""
        return "present" if self.ballot == "hands" else "valid"


def counted_in_meeting(statute: Statute, ballot: str) -> bool:
    """Tell whether a vote is counted at once into the minutes of its meeting, without a counting committee.

    Source: Decree 59/2023/NĐ-CP art. 3.5.c (rules.md §2, hands).
    """
    return ballot == "hands" and statute.find("hands_counted") is not None


def hand_out_is_allowed(statute: Statute) -> bool:
    """Tell whether slips may be handed to households after a meeting that too few attended.

    Source: rules.md §2 (too few attended).
    """
    return statute.find("ballots_to_households") is not None


def read_facts(document: object, library: Library, *, sealed: bool = False) -> Facts:
    """Read the facts of one vote from a JSON document.

    Args:
        document: as it was parsed.
        library: the statutes that it may name.
        sealed: of a count that was finalised already, perhaps before names that print alike were refused:
            only a name written twice is, so that a result that people signed can be decided again.

    Raises:
        FactsRefused: code ``facts``; ``where`` names the field. An unknown key, a count that is no whole
            number or negative, a name that is repeated or prints like another's, a needed field missing, an
            unknown statute, contest, vote, ballot or post, a vote that the statute does not know.

    Source: commands.md (``decide``).
    """
    if not isinstance(document, Mapping):
        _refuse("no_object", "")
    statute = _statute(document, library)
    congress = statute.kind == "branch_congress"
    _demand_known(document, congress=congress)
    vote, ballot = _vote_and_ballot(document, statute)
    candidates = _candidates(document, ballot, _as_written if sealed else printed_key)
    counts = {key: _count(document, key) for key in (*_BALLOT_COUNTS, *_STOCK_COUNTS) if key in document}
    return Facts(
        statute=statute,
        seats=_count(document, "seats", least=1),
        vote=vote,
        attempt=_count(document, "attempt", least=1),
        ballot=ballot,
        entitled=_count(document, "convened" if congress else "electorate"),
        present=None if vote == "hand_out" else _count(document, "present"),
        candidates=candidates,
        electorate_kind=_electorate_kind(document, statute),
        post=_one_of(document, "post", POSTS) if "post" in document else None,
        seats_left=_count(document, "seats_left") if "seats_left" in document else None,
        deductions=tuple((key, _count(document, key)) for key in DEDUCTIONS if key in document),
        clusters=_clusters(document, ballot, [candidate.name for candidate in candidates]),
        **counts,
    )


def _statute(document: Mapping[str, object], library: Library) -> Statute:
    for key in ("statute", "contest"):
        if key not in document:
            _refuse("missing", key)
    name = document["statute"]
    statute = library.get(name) if isinstance(name, str) else None
    if statute is None:
        _refuse("unknown_statute", "statute")
    if document["contest"] != statute.kind:
        _refuse("contest", "contest")
    return statute


def _demand_known(document: Mapping[str, object], *, congress: bool) -> None:
    known = {*_COMMON, *_BALLOT_COUNTS}
    known |= {"convened", "post", *DEDUCTIONS} if congress else {"electorate", "electorate_kind", "clusters"}
    for key in document:
        if key not in known:
            _refuse("unknown", str(key))
    for key in (*_NEEDED, "convened" if congress else "electorate", "present", "candidates"):
        if key not in document and not (key == "present" and document["vote"] == "hand_out"):
            _refuse("missing", key)


def _vote_and_ballot(document: Mapping[str, object], statute: Statute) -> tuple[str, str]:
    vote, ballot = _one_of(document, "vote", VOTES), _one_of(document, "ballot", BALLOTS)
    if vote == "hand_out":
        if not hand_out_is_allowed(statute):
            _refuse("no_hand_out", "vote")
        if ballot == "hands":
            _refuse("hands_handed_out", "ballot")
        for key in ("present", "clusters"):
            if key in document:
                _refuse("not_with_hand_out", key)
    if ballot == "hands":
        for key in _BALLOT_COUNTS:
            if key in document:
                _refuse("not_with_hands", key)
    return vote, ballot


def _electorate_kind(document: Mapping[str, object], statute: Statute) -> str:
    if "electorate_kind" not in document:
        return "households"
    kind = _one_of(document, "electorate_kind", ELECTORATE_KINDS)
    if kind not in statute.clause("electorate").words():
        _refuse("electorate_kind", "electorate_kind")
    return kind


def _as_written(name: str) -> str:
    # The same name typed composed, decomposed or with a double space is the same name.
    return " ".join(unicodedata.normalize("NFC", name).split())


def _candidates(
    document: Mapping[str, object], ballot: str, same: Callable[[str], str]
) -> tuple[CandidateFacts, ...]:
    entries = document["candidates"]
    if not isinstance(entries, list):
        _refuse("no_list", "candidates")
    candidates = tuple(_candidate(entry, f"candidates[{i}]", ballot) for i, entry in enumerate(entries))
    seen: set[str] = set()
    for index, candidate in enumerate(candidates):
        name = same(candidate.name)
        if not name:
            _refuse("name", f"candidates[{index}].name")
        if name in seen:
            _refuse("repeated", f"candidates[{index}].name")
        seen.add(name)
    return candidates


def _clusters(document: Mapping[str, object], ballot: str, names: Sequence[str]) -> tuple[ClusterFacts, ...]:
    if "clusters" not in document:
        return ()
    entries = document["clusters"]
    if not isinstance(entries, list) or len(entries) < LEAST_CLUSTERS:
        _refuse("no_list", "clusters")
    return tuple(_cluster(entry, f"clusters[{i}]", ballot, names) for i, entry in enumerate(entries))


def _cluster(entry: object, where: str, ballot: str, names: Sequence[str]) -> ClusterFacts:
    if not isinstance(entry, Mapping):
        _refuse("no_object", where)
    counts = () if ballot == "hands" else _BALLOT_COUNTS
    for key in entry:
        if key not in ("name", "electorate", "present", "candidates", *counts):
            _refuse("unknown", f"{where}.{key}")
    for key in ("name", "electorate", "present", "candidates"):
        if key not in entry:
            _refuse("missing", f"{where}.{key}")
    name, marks = entry["name"], entry["candidates"]
    if not isinstance(name, str) or not name.strip():
        _refuse("name", f"{where}.name")
    if not isinstance(marks, list) or len(marks) != len(names):
        _refuse("no_list", f"{where}.candidates")
    return ClusterFacts(
        name=name,
        entitled=_count(entry, "electorate", f"{where}."),
        present=_count(entry, "present", f"{where}."),
        candidates=tuple(
            _candidate({"name": named, **_marks(mark, f"{where}.candidates[{i}]")}, where, ballot)
            for i, (named, mark) in enumerate(zip(names, marks, strict=True))
        ),
        **{key: _count(entry, key, f"{where}.") for key in counts if key in entry},
    )


def _marks(entry: object, where: str) -> Mapping[str, object]:
    if not isinstance(entry, Mapping) or "name" in entry:
        _refuse("no_object", where)
    return entry


def _candidate(entry: object, where: str, ballot: str) -> CandidateFacts:
    if not isinstance(entry, Mapping):
        _refuse("no_object", where)
    allowed = _CANDIDATE_COUNTS[ballot]
    for key in entry:
        if key != "name" and key not in allowed:
            _refuse("unknown", f"{where}.{key}")
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        _refuse("name", f"{where}.name")
    return CandidateFacts(name, **{key: _count(entry, key, f"{where}.") for key in allowed if key in entry})


def _count(table: Mapping[str, object], key: str, prefix: str = "", least: int = 0) -> int:
    value = table[key]
    # bool is a subclass of int, and `true` is no count.
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        _refuse("count", prefix + key)
    return value


def _one_of(document: Mapping[str, object], key: str, words: tuple[str, ...]) -> str:
    value = document[key]
    if not isinstance(value, str) or value not in words:
        _refuse("word", key)
    return value


def _refuse(reason: str, where: str) -> NoReturn:
    raise FactsRefused("facts", where=where, reason=reason)
