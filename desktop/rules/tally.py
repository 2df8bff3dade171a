"""A count ballot by ballot: keys one after another, and the ballots and totals that they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

OTHER = "other"
"""The reason of an invalid ballot that no list has; it is said in a sentence."""


class KeyKind(StrEnum):
    """What one key says of the ballot that is being read."""

    MARK = "mark"
    AGREE = "agree"
    AGAINST = "against"
    BLANK = "blank"
    END = "end"
    INVALID = "invalid"
    BACK = "back"


class TallyFault(StrEnum):
    """Why a key says nothing that could be true of the ballot."""

    UNKNOWN = "unknown"
    TWICE = "twice"
    OVER_SEATS = "over_seats"
    NOBODY = "nobody"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class TallyKey:
    """One key of a count.

    Attributes:
        kind: what it says.
        candidate: whose name was read out, from 0 in the order of the ballot; of a mark alone.
        reason: of an invalid ballot: a word of the statute's list, or ``other``.
        words: the sentence of an ``other`` reason; empty else.
    """

    kind: KeyKind
    candidate: int | None = None
    reason: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class TallyForm:
    """What ballots of a vote can say.

    Attributes:
        ballot: ``strike`` or ``agree``; raised hands have no ballots.
        seats: to be filled.
        candidates: on the ballot.
        reasons: for which a ballot can be invalid, in the order of the statute.
    """

    ballot: str
    seats: int
    candidates: int
    reasons: tuple[str, ...] = ()

    @property
    def one_key(self) -> bool:
        """Tell whether one key is one ballot: one name is left, or one name is agreed to or not."""
        return (self.seats if self.ballot == "strike" else self.candidates) == 1

    @property
    def may_be_blank(self) -> bool:
        """Tell whether a row of an agree ballot may have neither box marked, or both.

        Of several names a row without a vote leaves the ballot valid. Of one name it is no ballot where the
        statute lists that as invalid. Source: rules.md §3 (valid without a vote), congress.md §5.
        """
        return self.ballot == "agree" and (self.candidates > 1 or "unmarked" not in self.reasons)


@dataclass(frozen=True, slots=True)
class ReadBallot:
    """A ballot that was read to its end.

    Attributes:
        keys: that it took, without those that were taken back.
    """

    keys: tuple[TallyKey, ...]

    @property
    def reason(self) -> str | None:
        """Why it is invalid; None where it is valid."""
        return self.keys[-1].reason

    @property
    def words(self) -> str:
        """The sentence of a reason that no list has."""
        return self.keys[-1].words


@dataclass(frozen=True, slots=True)
class TallyTotals:
    """What the ballots that were read add up to; an unfinished one counts nowhere.

    Attributes:
        read: ballots in all: valid and invalid.
        votes: marks of each candidate, or who agreed.
        against: who did not agree, by candidate; of agree ballots alone.
        blank: rows without a vote, by candidate; of agree ballots alone.
        reasons: ballots by reason and its words, in the order in which the first of each was read.
    """

    read: int
    valid: int
    invalid: int
    votes: tuple[int, ...]
    against: tuple[int, ...]
    blank: tuple[int, ...]
    reasons: tuple[tuple[str, str, int], ...]

    def by_reason(self, reason: str) -> int:
        """Return how many ballots were invalid for a reason, whatever its words."""
        return sum(count for one, _, count in self.reasons if one == reason)


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a count is: the ballots that were read, and what was read of the next.

    Attributes:
        form: what its ballots can say.
        ballots: read to their end.
        open: keys of the ballot that is being read.
    """

    form: TallyForm
    ballots: tuple[ReadBallot, ...] = ()
    open: tuple[TallyKey, ...] = ()

    def fault(self, key: TallyKey) -> TallyFault | None:
        """Return why a key can't be true of the ballot that is being read; None for one that can.

        A ballot on which more names are left than there are seats is no valid one: the name too many is
        refused here, and the ballot is counted as invalid.
        """
        if key.kind is KeyKind.BACK:
            return None if self.open or self.ballots else TallyFault.EMPTY
        if key.kind is KeyKind.INVALID:
            listed = key.reason in self.form.reasons or (key.reason == OTHER and bool(key.words.strip()))
            return None if listed else TallyFault.UNKNOWN
        return self._strike_fault(key) if self.form.ballot == "strike" else self._agree_fault(key)

    def after(self, key: TallyKey) -> Tally:
        """Return the count after a key.

        Raises:
            ValueError: the key has a fault.
        """
        if self.fault(key) is not None:
            raise ValueError("a key that says nothing of this ballot was counted")
        if key.kind is KeyKind.BACK:
            if self.open:
                return Tally(self.form, self.ballots, self.open[:-1])
            return Tally(self.form, self.ballots[:-1])
        if key.kind is KeyKind.INVALID:
            # Marks that were read before its fault was seen are none.
            return Tally(self.form, (*self.ballots, ReadBallot((key,))))
        keys = (*self.open, key)
        if self._ends(key, len(keys)):
            return Tally(self.form, (*self.ballots, ReadBallot(keys)))
        return Tally(self.form, self.ballots, keys)

    def totals(self) -> TallyTotals:
        """Add up the ballots that were read."""
        names = range(self.form.candidates)
        votes: Counter[int] = Counter()
        against: Counter[int] = Counter()
        blank: Counter[int] = Counter()
        reasons: Counter[tuple[str, str]] = Counter()
        for ballot in self.ballots:
            if ballot.reason is not None:
                reasons[ballot.reason, ballot.words] += 1
                continue
            for row, key in enumerate(ballot.keys):
                if key.kind is KeyKind.MARK and key.candidate is not None:
                    votes[key.candidate] += 1
                elif key.kind is KeyKind.AGREE:
                    votes[row] += 1
                elif key.kind is KeyKind.AGAINST:
                    against[row] += 1
                elif key.kind is KeyKind.BLANK:
                    blank[row] += 1
        invalid = sum(reasons.values())
        return TallyTotals(
            read=len(self.ballots),
            valid=len(self.ballots) - invalid,
            invalid=invalid,
            votes=tuple(votes[name] for name in names),
            against=tuple(against[name] for name in names),
            blank=tuple(blank[name] for name in names),
            reasons=tuple((reason, words, count) for (reason, words), count in reasons.items()),
        )

    def _ends(self, key: TallyKey, keys: int) -> bool:
        if self.form.ballot == "agree":
            return keys == self.form.candidates
        return key.kind is KeyKind.END or self.form.one_key

    def _strike_fault(self, key: TallyKey) -> TallyFault | None:
        left = [one.candidate for one in self.open]
        if key.kind is KeyKind.END and not self.form.one_key:
            chosen = bool(left) or "nobody_chosen" not in self.form.reasons
            return None if chosen else TallyFault.NOBODY
        if key.kind is not KeyKind.MARK or key.candidate not in range(self.form.candidates):
            return TallyFault.UNKNOWN
        if key.candidate in left:
            return TallyFault.TWICE
        return TallyFault.OVER_SEATS if len(left) == self.form.seats else None

    def _agree_fault(self, key: TallyKey) -> TallyFault | None:
        if key.kind not in (KeyKind.AGREE, KeyKind.AGAINST, KeyKind.BLANK):
            return TallyFault.UNKNOWN
        kinds = [one.kind for one in self.open]
        if key.kind is KeyKind.AGREE and kinds.count(KeyKind.AGREE) == self.form.seats:
            return TallyFault.OVER_SEATS
        if key.kind is KeyKind.BLANK:
            if not self.form.may_be_blank:
                return TallyFault.NOBODY
            last = len(kinds) == self.form.candidates - 1
            if last and "unmarked" in self.form.reasons and set(kinds) <= {KeyKind.BLANK}:
                return TallyFault.NOBODY
        return None


def read_keys(form: TallyForm, keys: Iterable[TallyKey]) -> Tally:
    """Read the keys of a count from its first.

    Raises:
        ValueError: one of them says nothing of its ballot.
    """
    tally = Tally(form)
    for key in keys:
        tally = tally.after(key)
    return tally


@dataclass(frozen=True, slots=True)
class LoggedBallot:
    """A ballot as the log of keys tells it, those that were taken back too.

    Attributes:
        number: it is the so many-th ballot, from 1; who reads again after one that was taken back gives its
            number again.
        keys: each with its place in the log, from 1, and whether it was taken back within the ballot.
        struck: the whole ballot was taken back.
        finished: it was read to its end.
    """

    number: int
    keys: tuple[tuple[int, TallyKey, bool], ...]
    struck: bool
    finished: bool


@dataclass(slots=True)
class _Line:
    """A ballot while the log is read."""

    number: int
    keys: list[tuple[int, TallyKey, bool]] = field(default_factory=list)
    struck: bool = False
    finished: bool = False

    def take_back(self) -> None:
        """Strike the last key that stands."""
        for at in range(len(self.keys) - 1, -1, -1):
            place, key, struck = self.keys[at]
            if not struck:
                self.keys[at] = (place, key, True)
                return


def logged_ballots(form: TallyForm, keys: Sequence[TallyKey]) -> tuple[LoggedBallot, ...]:
    """Tell a log of keys ballot by ballot, in the order in which they were read.

    Raises:
        ValueError: one of the keys says nothing of its ballot.
    """
    tally = Tally(form)
    lines: list[_Line] = []
    current: _Line | None = None
    standing: list[_Line] = []
    for place, key in enumerate(keys, 1):
        before, tally = tally, tally.after(key)
        if key.kind is KeyKind.BACK:
            if before.open and current is not None:
                current.take_back()
            else:
                standing.pop().struck = True
            continue
        if current is None:
            current = _Line(len(before.ballots) + 1)
            lines.append(current)
        current.keys.append((place, key, False))
        if len(tally.ballots) > len(before.ballots):
            if key.kind is KeyKind.INVALID:
                current.keys = [(at, one, at != place) for at, one, _ in current.keys]
            current.finished = True
            standing.append(current)
            current = None
    return tuple(LoggedBallot(one.number, tuple(one.keys), one.struck, one.finished) for one in lines)


def reasons_that_differ(
    first: Mapping[tuple[str, str], int], second: Mapping[tuple[str, str], int]
) -> tuple[str, ...]:
    """Return the reasons of which two counts have not as many ballots, whatever the words of others.

    Two people say the same of one ballot in words of their own.

    Args:
        first: ballots by reason and its words.
        second: those of the other count.
    """
    named = dict.fromkeys(reason for counted in (first, second) for reason, _ in counted)
    return tuple(reason for reason in named if _number_of(first, reason) != _number_of(second, reason))


def _number_of(counted: Mapping[tuple[str, str], int], wanted: str) -> int:
    return sum(count for (reason, _), count in counted.items() if reason == wanted)
