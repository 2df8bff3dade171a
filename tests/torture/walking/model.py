"""What must be true of an office, in plain Python: as much as a clerk would note down on paper."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

ALLOWED = {
    "list": ({"draft", "listed"}, "listed"),
    "freeze": ({"listed"}, "printed"),
    "supplement": ({"printed"}, "printed"),
    "open": ({"printed"}, "meeting"),
    "figures": ({"meeting", "counted_once", "different", "agreed"}, None),
    "enter": ({"meeting", "counted_once", "different", "agreed"}, None),
    "alone": ({"meeting"}, "agreed"),
    "finalise": ({"agreed"}, "finalised"),
    "reopen": ({"finalised"}, "meeting"),
    "recognise": ({"finalised"}, "recognised"),
    "order again": ({"finalised"}, "to_hold_again"),
    "begin": ({"to_hold_again"}, "draft"),
    "move": ({"draft", "listed", "printed"}, None),
    "cancel": ({"draft", "listed", "printed", "meeting", "counted_once", "different", "agreed"}, None),
    "take back": ({"draft"}, None),
}
"""In which states of a vote a step may be taken, and the state after it; None where it depends."""

FOLLOWS = {
    "": ("submitted", "approved"),
    "submitted": ("returned", "approved"),
    "returned": ("submitted",),
    "approved": (),
}
"""What may be written of a plan of personnel after what was written last."""


@dataclass(slots=True)
class Home:
    """A household: under which hamlet's name it is, its first day and its last."""

    hamlet: str
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(slots=True)
class Change:
    """A change of hamlets that can be taken back: what it made and ended, and where households were."""

    batch: int
    made: tuple[str, ...]
    ended: tuple[str, ...]
    before: dict[int, str]
    voters: dict[int, str] = field(default_factory=dict)
    contests: list[str] = field(default_factory=list)
    undone: bool = False


@dataclass(slots=True)
class Contest:
    """An election of a head: its vote that is being held, and every count that was finalised.

    Attributes:
        hamlet_ends: its hamlet's last day, where it has become another since.
        electorate: as it was frozen, with what came since.
        supplements: how many lines came since.
        true: the figures that both operators have before them.
        entries: what each of them typed of this revision, the first one's first.
        counts: round, revision and SHA-256 of each finalised count.
        scans: round and revision of each count whose signed minutes are kept.
    """

    hamlet: str
    held_on: date
    campaign: str
    ballot: str
    state: str = "draft"
    round: int = 1
    cancelled: bool = False
    hamlet_ends: date | None = None
    candidates: tuple[str, ...] = ()
    electorate: int = 0
    supplements: int = 0
    true: dict[str, int | None] = field(default_factory=dict)
    entries: dict[int, dict[str, int | None]] = field(default_factory=dict)
    counts: list[tuple[int, int, str]] = field(default_factory=list)
    scans: set[tuple[int, int]] = field(default_factory=set)

    @property
    def revision(self) -> int:
        """The number that the next finalised count of the vote will have."""
        return 1 + sum(number == self.round for number, _, _ in self.counts)

    @property
    def is_over(self) -> bool:
        """Whether its hamlet may change again."""
        return self.cancelled or self.state == "recognised"


@dataclass(slots=True)
class Typist:
    """An operator: the PIN, and whether the office still lets them type."""

    pin: str
    retired: bool = False


@dataclass(slots=True)
class Package:
    """A package that was sealed, by whichever state of the office; its file lies on some stick.

    Attributes:
        counts: election, round, revision and SHA-256 of each count that it holds.
    """

    sequence: int
    digest: str
    data: bytes = field(repr=False)
    counts: frozenset[tuple[str, int, int, str]]


@dataclass(slots=True)
class Heads:
    """A package of heads for the commune's Party office.

    Attributes:
        told: of each election that is on, how it may be told to stand.
    """

    sequence: int
    digest: str
    data: bytes = field(repr=False)
    told: dict[str, frozenset[str]]


@dataclass(slots=True)
class Order:
    """The chain of a campaign: its key, what was written of each plan, gates that were let through."""

    key: int
    plans: dict[str, list[str]] = field(default_factory=dict)
    through: set[tuple[str, int]] = field(default_factory=set)


@dataclass(slots=True)
class Model:
    """One state of the office; a backup keeps it as the office was then."""

    passphrase: str
    hamlets: set[str] = field(default_factory=set)
    homes: dict[int, Home] = field(default_factory=dict)
    voters: dict[int, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    lists: dict[int, set[int]] = field(default_factory=dict)
    contests: dict[str, Contest] = field(default_factory=dict)
    typists: dict[int, Typist] = field(default_factory=dict)
    orders: dict[str, Order] = field(default_factory=dict)
    waves: dict[int, tuple[str, set[str]]] = field(default_factory=dict)
    restored: bool = False

    def forget(self, code: str) -> None:
        """Forget an election whose plan was taken back, and of its campaign what nothing is left of."""
        campaign = self.contests.pop(code).campaign
        for _, codes in self.waves.values():
            codes.discard(code)
        if all(one.campaign != campaign for one in self.contests.values()):
            self.orders.pop(campaign, None)
            self.waves = {key: wave for key, wave in self.waves.items() if wave[0] != campaign}

    def living(self, hamlet: str) -> list[int]:
        """Return the keys of the households that live in a hamlet."""
        return [key for key, home in self.homes.items() if home.hamlet == hamlet and home.ends_on is None]

    def elects(self, hamlet: str) -> bool:
        """Tell whether an election of a hamlet is not over."""
        here = [one for one in self.contests.values() if one.hamlet == hamlet and one.hamlet_ends is None]
        return any(not one.is_over for one in here)

    def votes_on(self, hamlet: str, day: date) -> int:
        """Count the households that vote in a hamlet on a day."""
        return sum(
            home.hamlet == hamlet
            and (home.starts_on is None or home.starts_on <= day)
            and (home.ends_on is None or home.ends_on >= day)
            for home in self.homes.values()
        )
