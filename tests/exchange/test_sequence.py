"""The rules of sequence and fork, on lines of invented packages in every order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.exchange.fork import CountDifference, Kind, contradictions, keep_known, keep_new
from desktop.exchange.line import CountName, Held, Line, Package
from desktop.exchange.sequence import FURTHEST, Placement, Verdict, place

LONGEST = 8


def sha(*parts: object) -> str:
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def count(number: int, revision: int = 1) -> CountName:
    return CountName(f"e-2024-{number:02d}", 1, revision)


def package(
    sequence: int, before: Package | str | None, counts: dict[CountName, str], campaign: str = "2024"
) -> Package:
    """A package whose digest follows from all that it says, as a statement's does."""
    previous = before.digest if isinstance(before, Package) else before
    digest = sha(sequence, previous, campaign, sorted(counts.items()))
    return Package(sequence, digest, previous, campaign, counts)


def chain(length: int = LONGEST, *, after: Sequence[Package] = (), salt: str = "") -> list[Package]:
    """What an honest sender seals: each names the one before, and holds every count so far and one more."""
    made = list(after)
    for sequence in range(len(made) + 1, length + 1):
        before = made[-1] if made else None
        counts = dict(before.counts) if before else {}
        counts[count(sequence)] = sha(salt, sequence)
        made.append(package(sequence, before, counts))
    return made[len(after) :]


def arriving(packages: Iterable[Package], line: Line | None = None) -> tuple[Line, list[Placement]]:
    """Let packages arrive one after another."""
    line = line or Line()
    placed = []
    for one in packages:
        placement = place(line, one)
        placed.append(placement)
        if placement.verdict is not Verdict.KNOWN and placement.held is not None:
            line = line.adding(one, placement.held)
    return line, placed


def held(line: Line) -> dict[str, Held]:
    return {taken.package.digest: taken.held for taken in line.taken}


def only(placed: Placement) -> tuple[Kind, ...]:
    assert placed.verdict is Verdict.FORK
    return placed.kinds()


HONEST = chain()
FIRST, SECOND, THIRD, FOURTH, FIFTH, *_ = HONEST
# A sender restored from a copy of the time after the first package: it seals 2, 3 and 4 anew.
ELSEWHERE = chain(4, after=HONEST[:1], salt="restored")
OTHER_SECOND, OTHER_THIRD, OTHER_FOURTH = ELSEWHERE


orders = st.permutations(range(LONGEST)).flatmap(
    lambda order: st.integers(1, LONGEST).map(lambda length: order[:length])
)


@given(orders)
def test_honest_packages_of_one_chain_are_all_accepted_in_any_order(order: list[int]) -> None:
    line, placed = arriving(HONEST[index] for index in order)
    arrived = {index + 1 for index in order}
    assert {placement.held for placement in placed} == {Held.ACCEPTED}
    assert line.state("2024") == line.newest() == HONEST[max(order)]
    assert set(line.missing()) == set(range(1, max(arrived))) - arrived
    assert placed[-1].missing == line.missing()
    for number, placement in enumerate(placed):
        newest = order[number] == max(order[: number + 1])
        assert (placement.verdict is Verdict.HISTORY) == (not newest)
        assert (placement.verdict is Verdict.GAP) == (newest and bool(placement.missing))
        assert placement.last == max((index + 1 for index in order[:number]), default=0)


class Denial(NamedTuple):
    """Packages in the order of arrival, two of which contradict each other in one way at least."""

    packages: list[Package]
    target: Package
    other: Package
    way: Kind


@st.composite
def denials(draw: st.DrawFn) -> Denial:
    """A chain with one package more that contradicts one of it, in one way, as it is drawn."""
    target = draw(st.sampled_from(HONEST))
    counts = dict(target.counts)
    way = draw(st.sampled_from(list(Kind)[:5]))
    if way is Kind.SAME_SEQUENCE:
        other = package(target.sequence, target.previous, {**counts, count(99): sha("more")})
    elif way is Kind.SAME_COUNT:
        name = draw(st.sampled_from(sorted(counts)))
        number = draw(st.integers(1, LONGEST + 2))
        other = package(number, sha("unknown"), {**counts, name: sha("forged")})
    elif way is Kind.DENIES:
        other = package(target.sequence + 1, sha("another"), counts)
    elif way is Kind.DENIED:
        assume(target.sequence > 1)
        other = package(target.sequence - 1, sha("another"), {})
    else:
        lost = draw(st.sampled_from(sorted(counts)))
        number = draw(st.integers(target.sequence + 1, LONGEST + 2))
        less = {name: value for name, value in HONEST[-1].counts.items() if name != lost}
        other = package(number, sha("unknown"), less)
    rest = draw(st.lists(st.sampled_from(HONEST), unique_by=lambda one: one.digest))
    once = {one.digest: one for one in (*rest, target, other)}
    return Denial(draw(st.permutations(list(once.values()))), target, other, way)


@given(denials())
def test_of_two_that_contradict_each_other_one_waits_and_nothing_is_overwritten(
    drawn: Denial,
) -> None:
    packages, target, other, _ = drawn
    line, placed = arriving(packages)
    how = held(line)
    assert Held.WAITING in (how[target.digest], how[other.digest])
    assert set(how) == {one.digest for one in packages}
    accepted = line.accepted()
    for one in accepted:
        others = [each for each in contradictions(line, one) if each.held is Held.ACCEPTED]
        assert others == [], "no two that count contradict each other"
    for placement, arrived in zip(placed, packages, strict=True):
        assert (placement.held is Held.WAITING) == (placement.verdict is Verdict.FORK)
        assert bool(placement.contradicts) == (placement.verdict is Verdict.FORK)
        assert all(one.package != arrived for one in placement.contradicts)
    # Whatever counted when a package came to wait counts still.
    so_far = Line()
    for one in packages:
        before = so_far.accepted()
        so_far, _ = arriving([one], so_far)
        assert so_far.accepted()[: len(before)] == before


@given(denials())
def test_a_contradiction_is_the_same_from_both_sides(drawn: Denial) -> None:
    _, target, other, way = drawn
    mirrored = {Kind.DENIES: Kind.DENIED, Kind.DENIED: Kind.DENIES}
    (one,) = contradictions(Line().adding(target, Held.ACCEPTED), other)
    (back,) = contradictions(Line().adding(other, Held.ACCEPTED), target)
    assert way in one.kinds
    assert {mirrored.get(kind, kind) for kind in one.kinds} == set(back.kinds)
    assert {(each.name, each.known, each.new) for each in one.counts} == {
        (each.name, each.new, each.known) for each in back.counts
    }


@given(denials(), st.data())
def test_a_known_digest_changes_nothing(drawn: Denial, data: st.DataObject) -> None:
    line, _ = arriving(drawn.packages)
    again = data.draw(st.sampled_from(drawn.packages))
    placement = place(line, again)
    assert (placement.verdict, placement.held) == (Verdict.KNOWN, held(line)[again.digest])
    assert (placement.missing, placement.contradicts) == (line.missing(), ())
    assert arriving([again], line)[0] == line


@given(denials(), st.sampled_from(["known", "new"]))
def test_whichever_side_is_kept_all_that_came_is_held_and_what_counts_agrees(
    drawn: Denial, keep: str
) -> None:
    line, _ = arriving(drawn.packages)
    before = held(line)
    while waiting := [digest for digest, how in held(line).items() if how is Held.WAITING]:
        counted = line.accepted()
        if keep == "known":
            line = keep_known(line, waiting[0])
            assert line.accepted() == counted
            assert held(line)[waiting[0]] is Held.REFUSED
            continue
        kept = keep_new(line, waiting[0])
        line = kept.line
        assert held(line)[waiting[0]] is Held.ACCEPTED
        assert [one.digest for one in counted if one not in line.accepted()] == list(kept.set_aside)
        for one in line.accepted():
            assert all(each.held is not Held.ACCEPTED for each in contradictions(line, one))
    assert set(held(line)) == set(before)


def test_a_package_too_far_above_the_last_one_is_refused() -> None:
    assert FURTHEST == 50
    line, _ = arriving([FIRST])
    near = package(51, sha("x"), {}, campaign="2026")
    assert place(line, near).missing == tuple(range(2, 51))
    found = place(line, replace(near, sequence=52))
    assert (found.verdict, found.held, found.last) == (Verdict.FAR, None, 1)
    assert place(Line(), replace(near, sequence=50)).verdict is Verdict.GAP
    assert place(Line(), near).verdict is Verdict.FAR


def test_a_package_that_waits_does_not_stretch_the_line() -> None:
    line, _ = arriving([FIRST, SECOND])
    far_fork = package(52, sha("x"), {})
    line, (waits,) = arriving([far_fork], line)
    assert (only(waits), line.missing()) == ((Kind.LOST_COUNT,), ())
    assert place(line, package(53, far_fork, {})).verdict is Verdict.FAR
    kept = keep_new(line, far_fork.digest).line
    assert kept.missing() == tuple(range(3, 52)), "the numbers of what was set aside are asked for no more"
    assert place(kept, package(53, far_fork, {})).verdict is Verdict.GAP


def test_a_line_that_begins_later_asks_for_nothing_below_its_first_number() -> None:
    line = Line(first=12)
    begun = package(12, None, {})
    assert place(line, begun).verdict is Verdict.NEWEST
    assert place(line, replace(begun, sequence=14)).missing == (12, 13)
    assert place(line, replace(begun, sequence=61)).verdict is Verdict.GAP
    assert place(line, replace(begun, sequence=62)).verdict is Verdict.FAR


@pytest.mark.parametrize(
    ("known", "new", "kinds"),
    [
        ([FIRST, SECOND], OTHER_SECOND, (Kind.SAME_SEQUENCE,)),
        ([FIRST, SECOND], OTHER_THIRD, (Kind.DENIES,)),
        ([FIRST, THIRD], OTHER_SECOND, (Kind.DENIED,)),
        ([FIRST], package(3, FIRST, {}), (Kind.DENIES,)),
        ([FIRST, package(4, SECOND, {})], SECOND, (Kind.DENIED,)),
    ],
)
def test_numbers_that_deny_each_other_are_told_apart(
    known: list[Package], new: Package, kinds: tuple[Kind, ...]
) -> None:
    # Only numbers and digests are looked at here.
    bare = [replace(one, counts={}) for one in known]
    assert only(place(arriving(bare)[0], replace(new, counts={}))) == kinds


def test_over_a_gap_nobody_knows_what_was_before_and_nothing_is_guessed() -> None:
    line, placed = arriving([FIRST, package(3, sha("never seen"), HONEST[2].counts)])
    assert [placement.verdict for placement in placed] == [Verdict.NEWEST, Verdict.GAP]
    # The number between turns out to be another one: then it is known, and that one waits.
    assert only(place(line, SECOND)) == (Kind.DENIED,)


def test_the_counts_that_differ_are_named_with_both_digests() -> None:
    reopened = {**SECOND.counts, count(2, revision=2): sha("again")}
    forged = package(3, SECOND, {**reopened, count(1): sha("forged")})
    line, _ = arriving([FIRST, package(2, FIRST, reopened)])
    (first, second) = place(line, forged).contradicts
    assert first.kinds == (Kind.SAME_COUNT,)
    assert second.kinds == (Kind.SAME_COUNT, Kind.DENIES)
    assert second.counts == (CountDifference(count(1), FIRST.counts[count(1)], sha("forged")),)
    assert [each.known for each in first.counts] == [FIRST.counts[count(1)], None, None]


def test_a_count_that_the_later_one_lacks_waits_whichever_came_first() -> None:
    forgetful = package(3, SECOND, FIRST.counts)
    for order in ([FIRST, SECOND, forgetful], [FIRST, forgetful, SECOND]):
        line, placed = arriving(order)
        assert only(placed[-1]) == (Kind.LOST_COUNT,)
        assert line.taken[-1].held is Held.WAITING


def test_a_package_of_another_campaign_lacks_nothing() -> None:
    later = package(3, SECOND, {CountName("e-2026-01", 1, 1): sha("2026")}, campaign="2026")
    for order in ([FIRST, SECOND, later], [FIRST, later, SECOND]):
        line, placed = arriving(order)
        assert {placement.held for placement in placed} == {Held.ACCEPTED}
        assert Verdict.HISTORY not in {placement.verdict for placement in placed}
        assert (line.state("2024"), line.state("2026"), line.newest()) == (SECOND, later, later)
        assert line.state("2027") is None


def test_what_follows_a_package_that_waits_waits_with_it_and_holds_up_nobody_else() -> None:
    line, placed = arriving([FIRST, SECOND, OTHER_SECOND, THIRD, OTHER_THIRD, OTHER_FOURTH, FOURTH])
    assert [placement.held for placement in placed] == [
        Held.ACCEPTED,
        Held.ACCEPTED,
        Held.WAITING,
        Held.ACCEPTED,
        Held.WAITING,
        Held.WAITING,
        Held.ACCEPTED,
    ]
    assert Kind.UNSETTLED in placed[5].kinds()
    assert line.newest() == FOURTH
    # Nothing under its own number speaks against this one: only that it follows one that waits.
    line, placed = arriving([FIRST, SECOND, *(replace(one, counts={}) for one in ELSEWHERE)])
    over_a_gap, _ = arriving([replace(FIRST, counts={}), replace(SECOND, counts={})])
    over_a_gap, placed = arriving(
        [replace(one, counts={}) for one in (OTHER_THIRD, OTHER_FOURTH)], over_a_gap
    )
    assert [only(placement) for placement in placed] == [(Kind.DENIES,), (Kind.UNSETTLED,)]


def test_keeping_the_first_of_a_restored_sender_takes_its_followers_along() -> None:
    line, _ = arriving([FIRST, SECOND, THIRD, OTHER_SECOND, OTHER_THIRD, OTHER_FOURTH])
    kept = keep_new(line, OTHER_SECOND.digest)
    assert set(kept.set_aside) == {SECOND.digest, THIRD.digest}
    assert kept.released == (OTHER_THIRD.digest, OTHER_FOURTH.digest)
    assert (kept.line.newest(), kept.line.missing()) == (OTHER_FOURTH, ())
    # What is built upon the side that was set aside waits for a person again.
    assert Kind.UNSETTLED in only(place(kept.line, FOURTH))


def test_keeping_what_was_known_changes_nothing_that_counts() -> None:
    line, _ = arriving([FIRST, SECOND, OTHER_SECOND, OTHER_THIRD])
    settled = keep_known(line, OTHER_SECOND.digest)
    assert settled.accepted() == line.accepted()
    assert held(settled)[OTHER_SECOND.digest] is Held.REFUSED
    assert held(settled)[OTHER_THIRD.digest] is Held.WAITING
    assert place(settled, THIRD).held is Held.ACCEPTED


def test_keeping_the_newest_alone_sets_aside_no_more_than_it_contradicts() -> None:
    bare = [
        replace(one, counts={}) for one in (FIRST, SECOND, THIRD, OTHER_SECOND, OTHER_THIRD, OTHER_FOURTH)
    ]
    line, _ = arriving(bare)
    kept = keep_new(line, OTHER_FOURTH.digest)
    assert kept.set_aside == (THIRD.digest,)
    assert kept.released == (), "the second still contradicts another second"
    assert kept.line.newest() == bare[-1]


def test_what_was_built_upon_the_other_side_is_set_aside_with_it() -> None:
    bare = [replace(one, counts={}) for one in (FIRST, SECOND, THIRD, FOURTH, FIFTH)]
    line, _ = arriving([*bare, replace(OTHER_SECOND, counts={})])
    assert set(keep_new(line, OTHER_SECOND.digest).set_aside) == {one.digest for one in bare[1:]}


def test_the_forebears_of_the_one_that_is_kept_stay() -> None:
    # An older program accepted the second, which lost a count; the third and fourth went on from it.
    early, lost = replace(FIRST, counts={count(1): sha(1)}), [replace(one, counts={}) for one in HONEST[1:4]]
    line = Line()
    for one in (early, *lost[:2]):
        line = line.adding(one, Held.ACCEPTED)
    line, (waits,) = arriving(lost[2:], line)
    assert only(waits) == (Kind.LOST_COUNT,)
    kept = keep_new(line, FOURTH.digest)
    assert (kept.set_aside, kept.line.accepted()) == ((early.digest,), tuple(lost))


def test_what_was_refused_stays_refused_though_nothing_contradicts_it_any_more() -> None:
    line, _ = arriving([FIRST, SECOND, OTHER_SECOND, OTHER_THIRD])
    kept = keep_new(keep_known(line, OTHER_SECOND.digest), OTHER_THIRD.digest)
    assert (kept.set_aside, kept.released) == ((SECOND.digest,), ())
    assert contradictions(kept.line, OTHER_SECOND) == ()
    assert held(kept.line)[OTHER_SECOND.digest] is Held.REFUSED


def test_of_two_that_waited_and_contradict_each_other_the_first_to_arrive_is_released() -> None:
    rivals = [package(3, OTHER_SECOND, {**OTHER_SECOND.counts, count(9): sha(salt)}) for salt in "ab"]
    line, _ = arriving([FIRST, SECOND, *rivals, OTHER_SECOND][:2])
    line, _ = arriving([OTHER_SECOND, *rivals], line)
    kept = keep_new(line, OTHER_SECOND.digest)
    assert kept.released == (rivals[0].digest,)
    assert held(kept.line)[rivals[1].digest] is Held.WAITING


@pytest.mark.parametrize("digest", [FIRST.digest, sha("nobody")])
def test_only_what_waits_can_be_kept(digest: str) -> None:
    line, _ = arriving([FIRST, SECOND, OTHER_SECOND])
    with pytest.raises(KeyError):
        keep_new(line, digest)
