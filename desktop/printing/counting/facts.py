"""What counting minutes say: form 02 of Decree 59/2023/NĐ-CP as a value."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from desktop.printing.setting.digest_band import CountDigest
from desktop.printing.setting.people import Person
from desktop.vietnamese.numerals import NoTens

VoteForm = Literal["strike", "agree", "hands"]
Electors = Literal["households", "voters"]
OutcomeKind = Literal["elected", "held_again", "no_quorum", "run_off"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitteeMember(Person):
    """A member of the counting committee; ``role`` is the form's word, such as ``Tổ trưởng``.

    ``post`` is what they are beside it, such as ``Trưởng Ban công tác Mặt trận thôn``; empty where unknown.
    """

    role: str
    post: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateVotes(Person):
    """A candidate in ballot order, with votes for, against and abstaining; None where not counted.

    ``birth_year`` is None where it isn't known.
    """

    votes: int | None = None
    against: int | None = None
    abstain: int | None = None
    birth_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A clause that decides, as applied.

    Args:
        fraction: ``1/2``.
        comparison: whether exactly the fraction is enough.
        base: that the fraction is taken of.
        needed: the smallest number that passes.
        article: where it stands, as a sentence cites it; empty names none.
    """

    fraction: str
    comparison: Literal["more_than", "at_least"] = "more_than"
    base: int
    needed: int
    article: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOutcome:
    """What the vote decided.

    Args:
        kind: the outcome, as ``desktop.rules`` names it.
        threshold: the clause on being elected, or on the quorum where there was none; None in a run-off,
            which the higher number wins.
        elected: names of the candidates who passed, most votes first.
        seats_left: that stayed unfilled.
        tied: names of those whose equal votes past the threshold left the last seat empty, in the order of
            the ballot.

    Raises:
        ValueError: elected without a name, or no quorum with one.
    """

    kind: OutcomeKind
    threshold: Threshold | None
    elected: tuple[str, ...] = ()
    seats_left: int = 0
    tied: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if (self.kind == "elected" and not self.elected) or (self.kind == "no_quorum" and self.elected):
            raise ValueError("the outcome and the names of those elected disagree")
        if self.kind == "no_quorum" and self.threshold is None:
            raise ValueError("too few took part, but of how many isn't told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A contradiction in the figures that the committee explains and signs: code, words and name."""

    code: str
    text: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """Why these minutes replace earlier ones.

    Args:
        revision: of the finalised count, 2 or more.
        paper: the earlier minutes in words, such as ``biên bản kiểm phiếu lập ngày 08/12/2024``.
        reason: given when the count was reopened.
    """

    revision: int
    paper: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterResult:
    """What one cluster of a large hamlet counted; a count that is None was not made.

    Args:
        name: such as ``Cụm 1``.
        place: where and at what hour it met, and who chaired, in words; empty where nothing is known.
        households: in the cluster.
        present: of them.
        votes: of each candidate, in ballot order.
    """

    name: str
    place: str = ""
    households: int
    present: int
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    votes: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedMeeting:
    """The meeting that too few attended, after which slips were handed out: its day, who came, of how many.

    Raises:
        ValueError: more were present than there are.
    """

    date: dt.date
    present: int
    electorate: int

    def __post_init__(self) -> None:
        if not self.electorate or self.present > self.electorate:
            raise ValueError("no more come than there are")


@dataclass(frozen=True, slots=True, kw_only=True)
class CountingMinutes:
    """Counting minutes of a hamlet election, ready to print; a count that is None was not made.

    Args:
        form_label: stands at the upper right of page 1.
        issuer_lines: superior first, in capitals.
        place: of the date line.
        date: of the election.
        opening: when the count began.
        closing: when the minutes were finished; earlier than ``opening`` means the next day.
        venue: where.
        hamlet_kind: the word for the unit, such as ``thôn``.
        hamlet_name: without that word.
        post: such as ``Trưởng thôn``.
        term: such as ``2024 - 2027``.
        vote: ballots that strike out, ballots that agree, or hands.
        electors: who votes.
        handed_out: slips were handed to the households, and nobody met (form 04); ``present`` then is how
            many households were reached, and the committee is the team that handed them out.
        failed: the meeting before the slips; None where the vote is a meeting's.
        other_opinions: what households wrote on their slips besides, in words; None where nothing was.
        committee: the head first; empty where raised hands are counted by the meeting itself.
        witnesses: two who are not candidates.
        electorate: the base of every share.
        invalid_reasons: in words, with counts.
        replaced: ballots exchanged because they were spoilt.
        candidates: in ballot order.
        clusters: in which the hamlet met, whose figures add up to these; none where all met as one.
        cluster_decision: by which the commune let it, such as ``Quyết định số 31/QĐ-UBND ngày …``.
        copies: how many originals are signed.
        no_tens: the office's word in numerals such as 105: linh or lẻ.
        entered_by_one: no second person entered the figures.

    Raises:
        ValueError: no committee for ballots, no candidate, or somebody elected who is no candidate.

    Source: Decree 59/2023/NĐ-CP, forms 02 and 04; rules.md §2.
    """

    form_label: str
    issuer_lines: tuple[str, ...]
    place: str
    date: dt.date
    opening: dt.time
    closing: dt.time
    venue: str
    hamlet_kind: str
    hamlet_name: str
    post: str
    term: str
    vote: VoteForm
    electors: Electors = "households"
    handed_out: bool = False
    failed: FailedMeeting | None = None
    other_opinions: str | None = None
    committee: tuple[CommitteeMember, ...]
    witnesses: tuple[Person, Person]
    electorate: int
    present: int
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None
    invalid: int | None = None
    invalid_reasons: str | None = None
    printed: int | None = None
    unused: int | None = None
    replaced: int | None = None
    candidates: tuple[CandidateVotes, ...]
    outcome: CountOutcome
    explanations: tuple[Explanation, ...] = ()
    replacement: Replacement | None = None
    entered_by_one: bool = False
    clusters: tuple[ClusterResult, ...] = ()
    cluster_decision: str | None = None
    copies: int = 3
    no_tens: NoTens = "linh"
    digest: CountDigest

    def __post_init__(self) -> None:
        names = {candidate.name for candidate in self.candidates}
        uncounted = not self.committee and self.vote != "hands"
        if uncounted or not names or not names.issuperset(self.outcome.elected):
            raise ValueError("minutes need a committee and candidates, and nobody else is elected")
