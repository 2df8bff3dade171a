"""Forks: packages of one line that contradict each other, and what keeping one of them changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desktop.exchange.line import CountName, Held, Line, Package


class Kind(StrEnum):
    """In what a new package contradicts one that is known.

    ``same_sequence``: another content under the same number. ``same_count``: the same vote and revision with
    other bytes. ``denies``: the new one names another package before it; ``denied``: the known one does.
    ``lost_count``: the later of the two lacks a finalised count that the earlier one held. ``unsettled``: the
    new one follows a package that waits or was not kept, so it stands on a side that nobody has chosen.

    Source: package.md ("Streams").
    """

    SAME_SEQUENCE = "same_sequence"
    SAME_COUNT = "same_count"
    DENIES = "denies"
    DENIED = "denied"
    LOST_COUNT = "lost_count"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class CountDifference:
    """A finalised count that two packages hold differently: SHA-256 of its bytes, null where one lacks it."""

    name: CountName
    known: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A known package that the new one contradicts.

    Args:
        kinds: at least one.
        counts: every count in which the two differ, whether or not that is what contradicts.
    """

    package: Package
    held: Held
    kinds: tuple[Kind, ...]
    counts: tuple[CountDifference, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """What follows once a person has kept the new package of a fork.

    Args:
        line: as it stands then.
        set_aside: digests of the packages that counted until then and are history now.
        released: digests of packages that waited and contradict nothing any more.
    """

    line: Line
    set_aside: tuple[str, ...]
    released: tuple[str, ...]


def contradictions(line: Line, new: Package) -> tuple[Contradiction, ...]:
    """Name every package of the line that a package contradicts, in the order of arrival; none is no fork.

    It is compared with all that count, whichever came first. What waits or was not kept holds up nobody but
    those that follow it.

    Args:
        line: may hold the package itself.
        new: one that is to be accepted.
    """
    found = []
    for taken in line.taken:
        known = taken.package
        if known.digest == new.digest:
            continue
        if taken.held is Held.ACCEPTED:
            kinds = tuple(_kinds(known, new))
        else:
            kinds = (Kind.UNSETTLED,) if new.previous == known.digest else ()
        if kinds:
            found.append(Contradiction(known, taken.held, kinds, _differences(known, new)))
    return tuple(found)


def keep_new(line: Line, digest: str) -> Kept:
    """Accept a package that waits.

    Its other side is set aside: what it contradicts, and what was built upon that, except its own forebears.
    Packages that waited for this one, and contradict nothing that counts now, are accepted as if they
    arrived now, in their order. Over a gap nothing is known of what was built upon what: such a package
    stays as it is.

    Args:
        line: holds it.
        digest: of the package that is kept.

    Raises:
        KeyError: no package of the line that waits has that digest.
    """
    taken = line.find(digest)
    if taken is None or taken.held is not Held.WAITING:
        raise KeyError(digest)
    aside = _other_side(line, taken.package)
    settled = line.holding(frozenset(aside), Held.SET_ASIDE).holding(frozenset({digest}), Held.ACCEPTED)
    released: list[str] = []
    while (freed := _freed(settled)) is not None:
        released.append(freed)
        settled = settled.holding(frozenset({freed}), Held.ACCEPTED)
    return Kept(settled, aside, tuple(released))


def keep_known(line: Line, digest: str) -> Line:
    """Refuse a package that waits; nothing that counts changes, and what follows it waits on."""
    return line.holding(frozenset({digest}), Held.REFUSED)


def _kinds(known: Package, new: Package) -> Iterator[Kind]:
    if known.sequence == new.sequence:
        yield Kind.SAME_SEQUENCE
    if any(known.counts.get(name, sha256) != sha256 for name, sha256 in new.counts.items()):
        yield Kind.SAME_COUNT
    if _denies(new, known):
        yield Kind.DENIES
    if _denies(known, new):
        yield Kind.DENIED
    if _loses(known, new):
        yield Kind.LOST_COUNT


def _denies(later: Package, earlier: Package) -> bool:
    """Tell whether one says of another that it is before it and it isn't, or isn't and it is."""
    return (later.sequence == earlier.sequence + 1) != (later.previous == earlier.digest)


def _loses(known: Package, new: Package) -> bool:
    # A package holds the state of one campaign: one of another campaign lacks nothing.
    if known.campaign != new.campaign or known.sequence == new.sequence:
        return False
    earlier, later = sorted((known, new), key=lambda package: package.sequence)
    return not earlier.counts.keys() <= later.counts.keys()


def _differences(known: Package, new: Package) -> tuple[CountDifference, ...]:
    names = sorted(known.counts.keys() | new.counts.keys())
    pairs = ((name, known.counts.get(name), new.counts.get(name)) for name in names)
    return tuple(CountDifference(*pair) for pair in pairs if pair[1] != pair[2])


def _other_side(line: Line, kept: Package) -> tuple[str, ...]:
    accepted = line.accepted()
    aside = {one.package.digest for one in contradictions(line, kept) if one.held is Held.ACCEPTED}
    forebears = _forebears(line, kept)
    grown = True
    while grown:
        built = {one.digest for one in accepted if one.previous in aside and one.digest not in forebears}
        grown = not built <= aside
        aside |= built
    return tuple(one.digest for one in accepted if one.digest in aside)


def _forebears(line: Line, package: Package) -> frozenset[str]:
    found: set[str] = set()
    before = package.previous
    while before is not None and before not in found:
        found.add(before)
        taken = line.find(before)
        before = taken.package.previous if taken else None
    return frozenset(found)


def _freed(line: Line) -> str | None:
    for taken in line.taken:
        if taken.held is Held.WAITING and not contradictions(line, taken.package):
            return taken.package.digest
    return None
