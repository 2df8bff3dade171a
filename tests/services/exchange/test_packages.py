from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pyrage
import pytest
from sqlalchemy import select

from desktop.bootstrap import open_office, shipped_statutes
from desktop.errors import PackageRefused, RequestRefused
from desktop.exchange.card import fingerprint
from desktop.exchange.log_head import LogHead
from desktop.exchange.receipt import receipt_payload, stored_receipt
from desktop.models.audit import head
from desktop.models.exchange import ReceiptIn, SealedPackage, TakenPackage
from desktop.models.store.session import reading
from desktop.services.counting import counts as counting
from desktop.services.elections.changes import Because, cancel_election, take_up
from desktop.services.exchange import cards, intake, receipts, sealing
from desktop.services.exchange.intake import IntakeView
from desktop.services.exchange.outbox_files import outbox_folder, write_missing_copies
from desktop.services.exchange.sealing import SealedView, seal, unwritten_words
from desktop.services.office import backups, checking, keys
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import Workplace
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.party.branches import add_hamlet_branches, branch_lines
from desktop.services.party.members import add_member, edit_member
from desktop.services.results import decisions
from desktop.services.training.clock import TrainingClock
from tests.offices.by_hand import contents_of
from tests.offices.commune import (
    BEFORE,
    DAY,
    DISTRICT,
    HEADS,
    OFFICIALS,
    PASSPHRASE,
    TYPED,
    agree,
    finalised,
    rows,
    traces,
)


@pytest.fixture(scope="session")
def new_districts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make two receiving offices, to be copied by each test."""
    folder = tmp_path_factory.mktemp("districts")
    for number, office in enumerate((DISTRICT, NewOffice("199", "Phòng Nội vụ huyện Khác", "receiving")), 1):
        made, _ = make_office(
            folder / office.unit_code,
            office,
            PASSPHRASE,
            shipped_statutes(),
            TrainingClock(BEFORE),
            seed=bytes([number]) * 32,
        )
        made.database.close()
    return folder


@pytest.fixture
def district(new_districts: Path, tmp_path: Path, office: Workplace) -> Iterator[Workplace]:
    """Open a receiving office that trusts the commune and is trusted by it, the last of two."""
    shutil.copytree(new_districts, tmp_path / "districts")
    opened = [
        open_office(tmp_path / "districts" / unit, PASSPHRASE, TrainingClock(BEFORE))
        for unit in ("198", "199")
    ]
    for other in opened:
        introduce(office, other)
        introduce(other, office)
    yield opened[0]
    for other in opened:
        other.database.close()


def introduce(teller: Workplace, reader: Workplace) -> None:
    card = cards.own_card(teller, keys.unlock(teller, PASSPHRASE))
    cards.trust(reader, card, " ".join(fingerprint(card)))


def send(office: Workplace, outbox: Path) -> SealedView:
    return seal(office, keys.unlock(office, PASSPHRASE), "government", "198", outbox=outbox)


def take(district: Workplace, sealed: SealedView) -> IntakeView:
    return take_bytes(district, sealed.path.read_bytes())


def take_bytes(district: Workplace, data: bytes) -> IntakeView:
    return intake.take_in(district, keys.unlock(district, PASSPHRASE), data)


def read(office: Workplace, receipt: bytes | None) -> receipts.ReceiptView:
    assert receipt is not None
    return receipts.read_receipt(office, keys.unlock(office, PASSPHRASE), receipt)


def inside(district: Workplace, sealed: SealedView) -> dict[str, bytes]:
    identity = keys.age_identity(keys.unlock(district, PASSPHRASE), "government")
    opened = pyrage.decrypt(sealed.path.read_bytes(), [pyrage.x25519.Identity.from_str(identity)])
    with zipfile.ZipFile(BytesIO(opened)) as bag:
        return {name: bag.read(name) for name in bag.namelist()}


def all_of(office: Workplace, table: type) -> list[object]:
    with reading(office.database) as session:
        return list(session.scalars(select(table)))


def test_a_package_is_taken_in_and_its_receipt_comes_home(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    code = finalised(office)
    print_minutes(office, code)
    sealed = send(office, tmp_path / "out")
    assert sealed.path.name == "06859-government-0001.goi"
    assert receipts.waiting(office) == (sealed.path.name,)
    taken = take(district, sealed)
    assert (taken.outcome, taken.code, taken.digest) == ("accepted", None, sealed.digest)
    view = read(office, taken.receipt)
    assert (view.file_name, view.outcome, view.missing) == (sealed.path.name, "accepted", ())
    assert receipts.waiting(office) == ()
    before = traces(office)
    assert read(office, taken.receipt) == view
    assert traces(office) == before


def test_the_end_of_the_log_travels_in_a_package_and_comes_back_signed(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    with reading(office.database) as session:
        before = head(session)
    sealed = send(office, tmp_path)
    line = f"Hom-Phieu-Log: {before.sequence} {before.hash}"
    assert line in inside(district, sealed)["bag-info.txt"].decode().splitlines()
    taken = take(district, sealed)
    assert taken.receipt is not None
    read(office, taken.receipt)
    told = stored_receipt(taken.receipt).log
    assert told == LogHead(entries=before.sequence, hash=before.hash)
    found = checking.check_office(office)
    assert found.findings == ()
    assert [said for said in found.compared if f"gói số 1 (nhật ký {before.sequence} dòng)" in said]


def test_the_same_package_again_gets_the_same_receipt_and_changes_nothing(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    sealed = send(office, tmp_path)
    first = take(district, sealed)
    before = traces(district)
    again = take(district, sealed)
    assert (again.receipt, again.steps[-1].reason) == (first.receipt, "sequence.known")
    assert traces(district) == before


def test_a_package_carries_the_bytes_that_were_finalised_and_printed(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    code = finalised(office)
    minutes = print_minutes(office, code)
    counting.reopen(office, code)
    agree(office, code)
    view = counting.finalise(office, code, reason="nhập lại")
    again = print_minutes(office, code)
    decisions.recognise(office, code, "12/QĐ-UBND", DAY)
    files = inside(district, send(office, tmp_path))
    assert files[f"data/papers/counting-minutes-{code}-1-1.pdf"] == minutes.content
    assert files[f"data/papers/counting-minutes-{code}-1-2.pdf"] == again.content
    counts = [name for name in files if name.startswith("data/counts/")]
    assert len(counts) == 2
    assert view.revision == 2


def test_an_election_that_was_counted_reopened_and_cancelled_does_not_travel(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    code = finalised(office)
    counting.reopen(office, code)
    cancel_election(office, code, Because("bầu lại từ đầu", "46/QĐ-UBND", DAY))
    with pytest.raises(RequestRefused, match=r"seal\.nothing"):
        send(office, tmp_path)
    take_up(office, code)
    assert f"data/counts/{code}-1-1.json" in inside(district, send(office, tmp_path))


def test_a_package_holds_no_identity_number_no_birth_and_no_name_but_the_minutes(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    code = finalised(office)
    print_minutes(office, code)
    decisions.recognise(office, code, "12/QĐ-UBND", DAY)
    files = inside(district, send(office, tmp_path))
    # The minutes name candidates, committee and witnesses; the records name the candidates alone.
    everything = b"\n".join(
        content for name, content in files.items() if not name.endswith((".pdf", ".xlsx"))
    )
    said = everything.decode()
    named = {"Lò Thị Ơn", "Giàng A Chớ"}
    assert named <= {name for name, *_ in HEADS if name in said}
    assert {name for name, *_ in HEADS if name in said} == named
    assert {name for *_, name in OFFICIALS}.isdisjoint({name for name, *_ in HEADS if name in said})
    for person in rows():
        assert person["identity"] not in said
        assert len(person["birth"]) == 4 or person["birth"] not in said


@pytest.mark.parametrize(
    ("stream", "to", "code"), [("government", "777", "card.none"), ("party", "198", "seal.nothing")]
)
def test_what_cannot_be_sealed_is_refused(
    office: Workplace, district: Workplace, tmp_path: Path, stream: str, to: str, code: str
) -> None:
    del district
    with pytest.raises(RequestRefused) as caught:
        send(office, tmp_path)
    assert caught.value.code == "seal.nothing"
    finalised(office)
    before = traces(office)
    with pytest.raises(RequestRefused) as caught:
        seal(office, keys.unlock(office, PASSPHRASE), stream, to, outbox=tmp_path / "out")  # type: ignore[arg-type]  # a stream as typed
    assert caught.value.code == code
    assert traces(office) == before
    assert not (tmp_path / "out").exists()


def test_a_package_whose_file_cannot_be_written_is_sealed_and_said_to_lack_it(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    (tmp_path / "file").write_bytes(b"")
    sealed = send(office, tmp_path / "file")
    assert (sealed.sequence, sealed.unwritten is not None) == (1, True)
    said = unwritten_words(sealed)
    assert "(số 1)" in said
    assert "Gửi cấp trên" in said
    assert receipts.waiting(office) == (sealed.path.name,)
    write_missing_copies(office)
    written = outbox_folder(office) / sealed.path.name
    assert take_bytes(district, written.read_bytes()).digest == sealed.digest
    assert send(office, tmp_path / "out").sequence == 2


def test_a_file_that_bears_the_name_stops_no_sealing(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    orphan = tmp_path / "06859-government-0001.goi"
    orphan.write_bytes(b"left by a program that died")
    sealed = send(office, tmp_path)
    assert (sealed.sequence, sealed.unwritten) == (1, None)
    assert sealed.path.name == f"06859-government-0001-{sealed.digest[:8]}.goi"
    assert take(district, sealed).outcome == "accepted"
    assert orphan.read_bytes() == b"left by a program that died"
    assert send(office, tmp_path).path.name == "06859-government-0002.goi"


def test_a_program_that_dies_after_the_commit_leaves_a_package_that_the_next_start_writes(
    office: Workplace, district: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    finalised(office)

    def dies(*_: object) -> Path:
        raise KeyboardInterrupt

    with monkeypatch.context() as dying:
        dying.setattr(sealing, "write_copy", dies)
        with pytest.raises(KeyboardInterrupt):
            send(office, outbox_folder(office))
    assert not outbox_folder(office).exists()
    folder = office.database.folder
    office.database.close()
    opened = open_office(folder, PASSPHRASE, office.clock)
    try:
        (written,) = outbox_folder(opened).iterdir()
        taken = take_bytes(district, written.read_bytes())
        assert taken.outcome == "accepted"
        read(opened, taken.receipt)
        written.unlink()
        write_missing_copies(opened)
        assert not written.exists(), "a package that was accepted needs no file any more"
    finally:
        opened.database.close()


def test_a_gap_is_taken_in_and_the_missing_number_asked_for(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    first, second, third = (send(office, tmp_path) for _ in range(3))
    assert read(office, take(district, first).receipt).missing == ()
    late = take(district, third)
    assert (late.outcome, read(office, late.receipt).missing) == ("accepted", (2,))
    assert receipts.waiting(office) == (second.path.name,)
    assert read(office, take(district, second).receipt).missing == ()
    assert receipts.waiting(office) == ()


def test_a_package_for_another_office_and_a_damaged_one_are_refused_by_their_step(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    sealed = seal(office, keys.unlock(office, PASSPHRASE), "government", "199", outbox=tmp_path)
    before = traces(district)
    assert (take(district, sealed).outcome, take(district, sealed).code) == ("refused", "age")
    data = bytearray(send(office, tmp_path / "own").path.read_bytes())
    data[-1] ^= 1
    found = intake.take_in(district, keys.unlock(district, PASSPHRASE), bytes(data))
    assert (found.outcome, found.code, found.receipt) == ("refused", "age", None)
    assert traces(district) == before


def test_a_receipt_is_read_whichever_trusted_office_gave_it_and_refused_from_others(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    receipt = take(district, send(office, tmp_path)).receipt
    assert receipt is not None
    assert read(office, receipt).outcome == "accepted"
    with pytest.raises(PackageRefused) as caught:
        read(office, receipt.replace(b'"sig":"', b'"sig":"AAAA', 1))
    assert caught.value.code.startswith("receipt.")
    with pytest.raises(PackageRefused) as caught:
        read(office, b"{}")
    assert caught.value.code == "receipt.damaged"


def test_a_receipt_is_not_read_by_an_office_that_trusts_nobody(office: Workplace) -> None:
    with pytest.raises(RequestRefused) as caught:
        read(office, b"{}")
    assert caught.value.code == "card.none"


@pytest.fixture
def restored(
    office: Workplace, district: Workplace, tmp_path: Path
) -> Iterator[tuple[Workplace, list[bytes]]]:
    """Send one package, back up, send two more; then restore what the backup held."""
    finalised(office)
    given = [take(district, send(office, tmp_path / "out")).receipt]
    read(office, given[0])
    backups.back_up(office, tmp_path / "commune.sao-luu")
    for _ in range(2):
        given.append(take(district, send(office, tmp_path / "out")).receipt)
        read(office, given[-1])
    backups.restore_office(tmp_path / "commune.sao-luu", tmp_path / "anew", PASSPHRASE, BEFORE)
    workplace = open_office(tmp_path / "anew", PASSPHRASE, TrainingClock(BEFORE))
    yield workplace, [receipt for receipt in given if receipt is not None]
    workplace.database.close()


def test_a_restored_office_seals_nothing_until_it_has_read_its_last_receipt(
    restored: tuple[Workplace, list[bytes]], district: Workplace, tmp_path: Path
) -> None:
    office, given = restored
    with pytest.raises(RequestRefused) as caught:
        send(office, tmp_path / "new")
    assert caught.value.code == "seal.restored"
    # The third package is not in the backup, but its receipt says where the sequence stands.
    assert read(office, given[2]).file_name == "06859-government-0003.goi"
    sealed = send(office, tmp_path / "new")
    assert sealed.sequence == 4
    assert take(district, sealed).outcome == "accepted"
    with reading(district.database) as session:
        held = {taken.sequence: taken for taken in session.scalars(select(TakenPackage))}
    assert held[4].previous == held[3].digest
    assert len(all_of(office, ReceiptIn)) == 2
    assert len(all_of(office, SealedPackage)) == 3


def test_a_package_that_follows_another_than_was_taken_in_waits_for_a_person(
    restored: tuple[Workplace, list[bytes]], district: Workplace, tmp_path: Path
) -> None:
    office, given = restored
    # The oldest receipt will do for an office that knows of no later package: it counts on beside the first.
    read(office, given[0])
    *_, fourth = (send(office, tmp_path / "new") for _ in range(3))
    found = take(district, fourth)
    assert (fourth.sequence, found.outcome) == (4, "waiting"), "the third that was taken in is another one"
    assert (found.steps[-1].ok, found.steps[-1].reason) == (False, "sequence.fork")
    assert read(office, found.receipt).outcome == "waiting"
    assert found.receipt is not None
    assert json.loads(receipt_payload(found.receipt))["last"]["sequence"] == 3, (
        "what waits is not counted yet"
    )


def test_a_late_package_that_the_next_one_denies_waits_for_a_person(
    office: Workplace, district: Workplace, tmp_path: Path
) -> None:
    finalised(office)
    given = take(district, send(office, tmp_path / "out")).receipt
    backups.back_up(office, tmp_path / "commune.sao-luu")
    second, third = (send(office, tmp_path / "out") for _ in range(2))
    assert take(district, third).outcome == "accepted", "the second is on its way yet"
    backups.restore_office(tmp_path / "commune.sao-luu", tmp_path / "anew", PASSPHRASE, BEFORE)
    workplace = open_office(tmp_path / "anew", PASSPHRASE, TrainingClock(BEFORE))
    try:
        read(workplace, given)
        other = send(workplace, tmp_path / "new")
    finally:
        workplace.database.close()
    found = take(district, other)
    assert (other.sequence, found.outcome, found.steps[-1].reason) == (2, "waiting", "sequence.fork")
    assert take(district, second).outcome == "accepted", "the one that the third follows"


def test_the_receipt_that_the_backup_held_will_do_where_it_was_the_last(
    restored: tuple[Workplace, list[bytes]], tmp_path: Path
) -> None:
    office, given = restored
    assert read(office, given[0]).outcome == "accepted"
    assert send(office, tmp_path / "new").sequence == 2


def test_an_older_receipt_does_not_tell_where_the_sequence_stands(
    restored: tuple[Workplace, list[bytes]], district: Workplace, tmp_path: Path
) -> None:
    office, given = restored
    read(office, given[2])
    backups.back_up(office, tmp_path / "again.sao-luu")
    backups.restore_office(tmp_path / "again.sao-luu", tmp_path / "third", PASSPHRASE, BEFORE)
    third = open_office(tmp_path / "third", PASSPHRASE, TrainingClock(BEFORE))
    try:
        read(third, given[0])
        with pytest.raises(RequestRefused) as caught:
            send(third, tmp_path / "new")
        assert caught.value.code == "seal.restored"
        with pytest.raises(RequestRefused) as caught:
            read(third, given[1])
        assert caught.value.code == "receipt.unknown"
    finally:
        third.database.close()
    del district


def test_a_card_is_trusted_only_with_all_its_groups_and_once(office: Workplace, district: Workplace) -> None:
    card = cards.own_card(office, keys.unlock(office, PASSPHRASE))
    for typed, code in (
        (" ".join(fingerprint(card)), "card.known"),
        (" ".join(fingerprint(card)[:15]), "card.groups"),
    ):
        before = traces(district)
        with pytest.raises(RequestRefused) as caught:
            cards.trust(district, card, typed)
        assert caught.value.code == code
        assert traces(district) == before


def test_the_votes_stand_in_no_receipt(office: Workplace, district: Workplace, tmp_path: Path) -> None:
    finalised(office)
    receipt = take(district, send(office, tmp_path)).receipt
    assert receipt is not None
    said = receipt_payload(receipt).decode()
    assert '"records":{"count":1' in said
    assert all(f":{TYPED[field]}," not in said for field in ("candidates[1].votes", "valid"))


def test_a_package_holds_no_member_of_the_party_and_no_number(office: Workplace) -> None:
    code = finalised(office)
    add_hamlet_branches(office)
    key = add_member(office, branch_lines(office)[0].code, HEADS[0][0], "022079001418")
    edit_member(office, key, "card", "022079001417")
    packed = b"".join(contents_of(office).values())
    assert code.encode() in packed
    for number in (b"022079001417", b"022079001418"):
        assert number not in packed
    assert "Chi bộ".encode() not in packed
