"""Forks at a real receiving office: what waits beside what, and what a person's word makes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from desktop.bootstrap import open_office
from desktop.errors import RequestRefused
from desktop.exchange import records
from desktop.exchange.card import fingerprint, make_card
from desktop.exchange.fork import Kind
from desktop.exchange.line import Held
from desktop.exchange.receipt import receipt_payload
from desktop.exchange.seal import Sealed
from desktop.models.audit import AuditEntry
from desktop.models.exchange import SetAside, SettledFork, TakenPackage, TakenRecord
from desktop.models.store.session import reading, writing
from desktop.services.counting import counts as counting
from desktop.services.exchange import cards, forks, given_receipts, intake, receipts
from desktop.services.exchange.forks import ForkView, SettledView
from desktop.services.exchange.intake import IntakeView
from desktop.services.exchange.outbox import outbox
from desktop.services.exchange.taken_lines import TakenLine, all_lines
from desktop.services.office import backups, keys
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from desktop.wording import known_codes
from tests.offices.by_hand import contents_of, seal_by_hand
from tests.offices.commune import BEFORE, CODE, PASSPHRASE, agree, finalised, traces
from tests.services.exchange.test_packages import district, new_districts, read, send

__all__ = ["district", "new_districts"]

COUNT = f"data/counts/{CODE}-1-1.json"


def take(district: Workplace, package: Sealed | bytes) -> IntakeView:
    data = package if isinstance(package, bytes) else package.data
    return intake.take_in(district, keys.unlock(district, PASSPHRASE), data)


def decide(district: Workplace, keep: str, fork: int | None = None, **words: str) -> SettledView:
    """Decide the one fork that waits, unless another number is given."""
    number = only(district).id if fork is None else fork
    said: Any = {"reason": "đã gọi điện hỏi xã", "by": "Nông Văn Ếch", **words}
    return forks.settle(district, keys.unlock(district, PASSPHRASE), number, keep, **said)  # type: ignore[arg-type]  # a word as typed


def only(district: Workplace) -> ForkView:
    (fork,) = forks.waiting_forks(district)
    return fork


def line(district: Workplace) -> TakenLine:
    with reading(district.database) as session:
        (found,) = all_lines(session)
        return found


def state(district: Workplace) -> str:
    """The digest of the package whose records count."""
    package = line(district).facts.state("2024")
    assert package is not None
    return package.digest


def said(receipt: bytes | None) -> dict[str, Any]:
    assert receipt is not None
    told: dict[str, Any] = json.loads(receipt_payload(receipt))
    return told


def recounted(office: Workplace) -> dict[str, bytes]:
    """The contents with the one count in other bytes, under the same vote and revision."""
    held = contents_of(office)
    record = records.parse_record(COUNT, held[COUNT])
    assert isinstance(record, records.SentCount)
    return {**held, COUNT: records.encode(msgspec.structs.replace(record, single_operator=True))}


def reopened(office: Workplace) -> None:
    counting.reopen(office, CODE)
    agree(office, CODE)
    counting.finalise(office, CODE, reason="đếm lại")


Made = tuple[list[Sealed], Sealed]


def same_sequence(office: Workplace) -> Made:
    first = seal_by_hand(office, 1, None)
    return [first], seal_by_hand(office, 1, None, later=1)


def same_count(office: Workplace) -> Made:
    first = seal_by_hand(office, 1, None)
    return [first], seal_by_hand(office, 2, first.digest, recounted(office))


def denies(office: Workplace) -> Made:
    first = seal_by_hand(office, 1, None)
    return [first], seal_by_hand(office, 2, "a" * 64)


def denied(office: Workplace) -> Made:
    first, second = seal_by_hand(office, 1, None), seal_by_hand(office, 2, None, later=1)
    third = seal_by_hand(office, 3, second.digest)
    return [first, third], seal_by_hand(office, 2, first.digest, later=2)


def lost_count(office: Workplace) -> Made:
    before = contents_of(office)
    reopened(office)
    first = seal_by_hand(office, 1, None)
    return [first], seal_by_hand(office, 2, first.digest, before)


def lost_count_that_came_late(office: Workplace) -> Made:
    before = contents_of(office)
    first = seal_by_hand(office, 1, None, before)
    reopened(office)
    second = seal_by_hand(office, 2, first.digest)
    return [first, seal_by_hand(office, 3, second.digest, before)], second


WAYS = [
    pytest.param(same_sequence, "same_sequence", id="same_sequence"),
    pytest.param(same_count, "same_count", id="same_count"),
    pytest.param(denies, "denies", id="denies"),
    pytest.param(denied, "denied", id="denied"),
    pytest.param(lost_count, "lost_count", id="lost_count"),
    pytest.param(lost_count_that_came_late, "lost_count", id="lost_count_that_came_late"),
]


@pytest.mark.parametrize(("make", "kind"), WAYS)
@pytest.mark.parametrize("keep", ["known", "new"])
def test_a_fork_waits_counts_for_nothing_and_is_decided_either_way(
    office: Workplace, district: Workplace, make: Callable[[Workplace], Made], kind: str, keep: str
) -> None:
    finalised(office)
    known, new = make(office)
    for package in known:
        assert take(district, package).outcome == "accepted"
    counted = state(district)
    waits = take(district, new)
    assert (waits.outcome, waits.code) == ("waiting", None)
    assert (waits.steps[-1].step, waits.steps[-1].ok) == ("sequence", False)
    assert (waits.steps[-1].reason, waits.steps[-1].locations) == ("sequence.fork", (kind,))
    assert said(waits.receipt)["last"]["digest"] == counted == known[-1].digest
    assert state(district) == counted

    fork = only(district)
    assert (fork.unit, fork.stream, fork.mode) == ("06859", "government", "training")
    assert (fork.new.digest, fork.new.held, fork.new.is_state) == (new.digest, "waiting", False)
    (other,) = fork.known
    assert (other.kinds, other.package.held) == ((kind,), "accepted")
    assert other.package.is_state == (other.package.digest == counted)
    assert BEFORE < other.package.received_at < fork.new.received_at < district.clock()

    settled = decide(district, keep)
    assert forks.waiting_forks(district) == ()
    outcome = {"known": ("refused", "sequence"), "new": ("accepted", None)}[keep]
    receipt = said(settled.receipt.content)
    assert (receipt["outcome"], receipt["code"]) == outcome
    assert (receipt["package"], receipt["records"]["count"]) == (new.digest, len(fork_counts(new, district)))
    assert settled.set_aside == (() if keep == "known" else (other.package.digest,))
    if keep == "known":
        assert state(district) == counted
    else:
        assert state(district) == new.digest
        assert receipt["last"]["digest"] == new.digest
    with reading(district.database) as session:
        (kept,) = session.scalars(select(SettledFork))
        assert (kept.kept.value, kept.reason, kept.settled_by) == (keep, "đã gọi điện hỏi xã", "Nông Văn Ếch")
        assert kept.contradicts == [{"package": other.package.digest, "kinds": [kind]}]
        stored = session.scalars(select(TakenPackage)).all()
    assert {one.digest for one in stored} == {one.digest for one in (*known, new)}, "history stays stored"


def fork_counts(package: Sealed, district: Workplace) -> list[str]:
    with reading(district.database) as session:
        paths = (
            select(TakenRecord.path)
            .join(TakenPackage)
            .where(TakenPackage.digest == package.digest, TakenRecord.kind == "count")
        )
        return list(session.scalars(paths))


def test_the_counts_that_differ_stand_beside_each_other_by_their_digests(
    office: Workplace, district: Workplace
) -> None:
    finalised(office)
    (first,), second = same_count(office)
    take(district, first)
    take(district, second)
    with reading(district.database) as session:
        held = dict(
            session.execute(
                select(TakenPackage.digest, TakenRecord.sha256)
                .join(TakenRecord)
                .where(TakenRecord.path == COUNT)
            ).all()
        )
    (other,) = only(district).known
    assert other.counts == (forks.CountView(CODE, 1, 1, known=held[first.digest], new=held[second.digest]),)


def test_a_count_that_one_side_lacks_is_named_with_nothing_beside_it(
    office: Workplace, district: Workplace
) -> None:
    finalised(office)
    (first,), second = lost_count(office)
    take(district, first)
    take(district, second)
    (lost,) = only(district).known[0].counts
    assert (lost.election, lost.round, lost.revision, lost.new) == (CODE, 1, 2, None)
    assert lost.known is not None


@pytest.mark.parametrize(
    ("keep", "told"),
    [("known", ("refused", "sequence", "sequence.refused")), ("new", ("accepted", None, "sequence.known"))],
)
def test_the_same_package_again_gives_its_newest_receipt(
    office: Workplace, district: Workplace, keep: str, told: tuple[str, str | None, str]
) -> None:
    finalised(office)
    (first,), second = same_sequence(office)
    early = take(district, first)
    waits = take(district, second)
    again = take(district, second)
    assert (again.outcome, again.receipt, again.steps[-1].reason) == (
        "waiting",
        waits.receipt,
        "sequence.waits",
    )
    settled = decide(district, keep)
    before = traces(district)
    later = take(district, second)
    assert (later.outcome, later.code, later.steps[-1].reason) == told
    assert later.receipt == settled.receipt.content != waits.receipt
    assert (later.receipt_name, later.receipt_code) == (settled.receipt.name, settled.receipt.code)
    assert take(district, first).receipt == early.receipt, "it was accepted once, and that stays said"
    assert traces(district) == before


@pytest.mark.parametrize(("keep", "outcome"), [("known", "refused"), ("new", "accepted")])
def test_the_commune_reads_what_was_decided_and_an_older_receipt_never_overtakes_it(
    office: Workplace, district: Workplace, tmp_path: Path, keep: str, outcome: str
) -> None:
    finalised(office)
    take(district, seal_by_hand(office, 1, None, later=1))
    own = send(office, tmp_path / "out")
    waits = take(district, own.path.read_bytes())
    assert read(office, waits.receipt).outcome == "waiting"
    assert receipts.waiting(office) == (own.path.name,)
    settled = decide(district, keep)
    told = read(office, settled.receipt.content)
    assert (told.outcome, told.code) == (outcome, None if outcome == "accepted" else "sequence")
    read(office, waits.receipt)
    assert receipts.waiting(office) == ()
    (package,) = outbox(office).packages
    assert (package.outcome, package.refused_by) == (told.outcome, told.code)


def restored_packages(office: Workplace, folder: Path) -> list[bytes]:
    """Send a package; let the office go on, and its copy of before too: 1, 2, 3, and other 2, 3, 4."""
    sent = [send(office, folder / "out").path.read_bytes()]
    backups.back_up(office, folder / "commune.sao-luu")
    sent += [send(office, folder / "out").path.read_bytes() for _ in range(2)]
    backups.restore_office(folder / "commune.sao-luu", folder / "anew", PASSPHRASE, BEFORE)
    return sent


def test_a_restored_sender_goes_on_once_its_side_is_kept(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    known = restored_packages(office, tmp_path)
    first = take(district, known[0])
    for package in known[1:]:
        take(district, package)
    copy = open_office(tmp_path / "anew", PASSPHRASE, TrainingClock(BEFORE + timedelta(hours=1)))
    try:
        read(copy, first.receipt)
        others = [send(copy, tmp_path / "new") for _ in range(3)]
        for sealed in others:
            assert take(district, sealed.path.read_bytes()).outcome == "waiting"
        second, third, fourth = forks.waiting_forks(district)
        assert [one.new.sequence for one in (second, third, fourth)] == [2, 3, 4]
        assert {kind for other in fourth.known for kind in other.kinds} == {"denies", "unsettled"}
        settled = decide(district, "new", second.id)
        assert [receipt.package for receipt in settled.released] == [one.digest for one in others[1:]]
        for receipt in (settled.receipt, *settled.released):
            told = read(copy, receipt.content)
            assert (told.outcome, told.missing) == ("accepted", ())
            assert said(receipt.content)["last"]["sequence"] == 4
        assert state(district) == others[-1].digest
        fifth = take(district, send(copy, tmp_path / "new").path.read_bytes())
        assert (fifth.outcome, fifth.steps[-1].reason) == ("accepted", "")
    finally:
        copy.database.close()
    held = {taken.package.digest: taken.held for taken in line(district).facts.taken}
    assert list(held.values()).count(Held.SET_ASIDE) == 2
    # The office that was there before goes on upon the side that is history now.
    late = take(district, send(office, tmp_path / "out").path.read_bytes())
    assert late.outcome == "waiting"
    assert late.steps[-1].locations == ("same_sequence", "denies", "denied", "unsettled")


def test_nothing_is_decided_without_reason_name_or_a_fork_that_waits(
    office: Workplace, district: Workplace
) -> None:
    finalised(office)
    (first,), second = same_sequence(office)
    take(district, first)
    take(district, second)
    fork = only(district).id
    before = traces(district)
    for words, number, code in (
        ({"reason": " \u200b "}, fork, "fork.reason"),
        ({"by": "\u00a0"}, fork, "fork.by"),
        ({}, fork + 1, "fork.unknown"),
        ({}, fork - 1, "fork.unknown"),
    ):
        with pytest.raises(RequestRefused) as caught:
            decide(district, "new", number, **words)
        assert (caught.value.code, caught.value.where) == (code, str(number))
    assert traces(district) == before
    decide(district, "known")
    before = traces(district)
    for keep in ("known", "new"):
        with pytest.raises(RequestRefused) as caught:
            decide(district, keep, fork)
        assert caught.value.code == "fork.decided"
    assert traces(district) == before
    assert state(district) == first.digest


def test_a_decision_that_fails_midway_leaves_everything_as_it_was(
    office: Workplace, district: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    finalised(office)
    (first,), second = same_sequence(office)
    take(district, first)
    take(district, second)
    before, fork = traces(district), only(district)

    def fail(*_: object) -> None:
        raise RuntimeError("the receipt cannot be signed")

    with monkeypatch.context() as patch:
        patch.setattr(given_receipts, "give", fail)
        for keep in ("known", "new"):
            with pytest.raises(RuntimeError, match="signed"):
                decide(district, keep)
    assert traces(district) == before
    assert only(district) == fork
    assert state(district) == first.digest


def test_the_log_tells_what_was_done_and_no_name_nor_reason(office: Workplace, district: Workplace) -> None:
    finalised(office)
    (first,), second = same_sequence(office)
    take(district, first)
    take(district, second)
    decide(district, "new")
    with reading(district.database) as session:
        entries = session.scalars(select(AuditEntry).order_by(AuditEntry.sequence.desc()).limit(2)).all()
    assert [(entry.action, entry.record_kind, entry.fields) for entry in reversed(entries)] == [
        ("package.set_aside", "TakenPackage", []),
        ("fork.settle", "SettledFork", ["kept", "reason", "settled_by"]),
    ]


@pytest.mark.parametrize("table", [SettledFork, SetAside])
def test_what_was_decided_stays_as_it_was_written(
    office: Workplace, district: Workplace, table: type[SettledFork | SetAside]
) -> None:
    finalised(office)
    (first,), second = same_sequence(office)
    take(district, first)
    take(district, second)
    decide(district, "new")
    name = table.__tablename__
    for sql in (
        f"UPDATE {name} SET rowid = rowid",  # noqa: S608 - a table of ours
        f"DELETE FROM {name}",  # noqa: S608
        f"INSERT OR REPLACE INTO {name} SELECT * FROM {name}",  # noqa: S608
    ):
        with pytest.raises(IntegrityError, match="stay as they are"), writing(district.database) as session:
            session.execute(text(sql))


def test_a_number_too_far_above_is_refused_and_nothing_is_stored(
    office: Workplace, district: Workplace
) -> None:
    finalised(office)
    first = seal_by_hand(office, 1, None)
    take(district, first)
    before = traces(district)
    far = take(district, seal_by_hand(office, 52, "a" * 64))
    assert (far.outcome, far.code, far.steps[-1].reason) == ("refused", "sequence", "sequence.far")
    assert far.steps[-1].locations == ("1",)
    told = said(far.receipt)
    assert (told["outcome"], told["code"], told["missing"]) == ("refused", "sequence", [])
    assert traces(district) == before
    near = take(district, seal_by_hand(office, 51, "a" * 64))
    assert (near.outcome, near.steps[-1].reason) == ("accepted", "sequence.gap")
    assert said(near.receipt)["missing"] == list(range(2, 51))


def test_a_lower_number_that_comes_late_is_history(office: Workplace, district: Workplace) -> None:
    finalised(office)
    first = seal_by_hand(office, 1, None)
    second = seal_by_hand(office, 2, first.digest)
    assert take(district, second).steps[-1].locations == ("1",)
    late = take(district, first)
    assert (late.outcome, late.steps[-1].ok, late.steps[-1].reason) == ("accepted", True, "sequence.history")
    assert said(late.receipt)["last"]["digest"] == second.digest == state(district)


def test_nothing_is_missing_below_the_first_number_of_a_card(office: Workplace, district: Workplace) -> None:
    finalised(office)
    own = keys.unlock(office, PASSPHRASE)
    card = make_card(own, "Xã Mẫu", office.clock(), first_sequence=60)
    cards.trust(district, card, " ".join(fingerprint(card)))
    taken = take(district, seal_by_hand(office, 60, None))
    assert (taken.outcome, said(taken.receipt)["missing"]) == ("accepted", [])


def test_two_communes_are_two_lines(office: Workplace, district: Workplace) -> None:
    finalised(office)
    take(district, seal_by_hand(office, 1, None))
    with writing(district.database) as session:
        # The same number of another key: no line of this office's.
        first = session.scalars(select(TakenPackage)).one()
        session.add(
            TakenPackage(
                issuer="b" * 64,
                unit_code="06860",
                stream=first.stream,
                mode=first.mode,
                campaign=first.campaign,
                sequence=1,
                digest="c" * 64,
                outcome=first.outcome,
                taken_at=first.taken_at,
                statement=first.statement,
            )
        )
    with reading(district.database) as session:
        assert [len(found.packages) for found in all_lines(session)] == [1, 1]
    second = take(district, seal_by_hand(office, 2, first.digest))
    assert (second.outcome, forks.waiting_forks(district)) == ("accepted", ())


def test_each_kind_of_fork_has_its_sentence() -> None:
    assert {f"fork.{kind}" for kind in Kind} <= known_codes()
