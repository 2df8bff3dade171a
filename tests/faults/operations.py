"""What an office does with its disk, each as plain steps over a small office that was prepared."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import openpyxl
from sqlalchemy import select

from desktop.bootstrap import shipped_statutes
from desktop.exchange.card import fingerprint
from desktop.models.elections import Election
from desktop.models.exchange import SealedPackage
from desktop.models.people import ImportBatch
from desktop.models.store.session import reading
from desktop.services.catalogue.households import HOUSEHOLDS
from desktop.services.congress import votes
from desktop.services.congress.planning import choose_posts
from desktop.services.counting import counts, entries
from desktop.services.exchange import cards, intake, receipts
from desktop.services.exchange.receipt_files import write_receipt
from desktop.services.exchange.sealing import seal
from desktop.services.exchange.stick import save_package
from desktop.services.lists import batches, taking
from desktop.services.office import backups, checking, keys
from desktop.services.office.files import read_file
from desktop.services.office.offices import make_office
from desktop.services.office.passphrases import change_passphrase
from desktop.services.office.settings import back_up_now, set_backup_folder
from desktop.services.office.workplace import Workplace
from desktop.services.papers.delivery import Destination, deliver
from desktop.services.papers.minutes_views import print_minutes
from desktop.services.places import succession
from desktop.services.places.units import NewUnit, add_unit
from desktop.services.training.clock import TrainingClock
from tests.faults.congress_operations import OF_A_CONGRESS
from tests.faults.operation import NEW_PASSPHRASE, Act, Operation, opened, staged
from tests.faults.statute_operations import OF_A_STATUTE
from tests.models import kept as kept_offices
from tests.offices import commune
from tests.offices import congress_example as congress


def _made(place: Path) -> None:
    clock = TrainingClock(commune.BEFORE)
    workplace, _ = make_office(
        place / "commune", commune.OFFICE, commune.PASSPHRASE, shipped_statutes(), clock, seed=bytes(32)
    )
    workplace.database.close()


@staged
def _settled(place: Path) -> None:
    _made(place)
    (place / "stick").mkdir()
    (place / "backup").mkdir()
    with opened(place) as office:
        commune.settle(office)


@staged
def _agreed(place: Path) -> None:
    _settled(place)
    with opened(place) as office:
        set_backup_folder(office, place / "backup")
        commune.agreed(office)


@staged
def _counted(place: Path) -> None:
    _agreed(place)
    clock = TrainingClock(commune.BEFORE)
    made, _ = make_office(
        place / "district",
        commune.DISTRICT,
        commune.PASSPHRASE,
        shipped_statutes(),
        clock,
        seed=bytes([1]) * 32,
    )
    made.database.close()
    with opened(place) as office, opened(place, "district") as district:
        counts.finalise(office, commune.CODE)
        print_minutes(office, commune.CODE)
        for teller, reader in ((office, district), (district, office)):
            card = cards.own_card(teller, keys.unlock(teller, commune.PASSPHRASE))
            cards.trust(reader, card, " ".join(fingerprint(card)))


@staged
def _sealed(place: Path) -> None:
    _counted(place)
    _seal(place)


def _taken(place: Path) -> None:
    _sealed(place)
    _take_in(place)


def _backed_up(place: Path) -> None:
    _agreed(place)
    _back_up_to_stick(place)
    shutil.rmtree(place / "commune")


def _older(place: Path) -> None:
    shutil.copytree(Path(kept_offices.__file__).parent / "0010", place / "commune")


def _voted(place: Path) -> None:
    """A congress whose first vote both operators have entered."""
    branch = congress.make_branch(place / "commune", 31)
    code = congress.planned(branch)
    choose_posts(branch.place, code, {"committee": 5, "secretary": 1, "deputy": 1})
    congress.called(branch, code)
    congress.bodies_chosen(branch, code, congress.COUNTERS)
    congress.listed(branch, code, "committee", *congress.COMMITTEE)
    vote = f"{code}.1"
    congress.printed(branch, vote)
    votes.open_vote(branch.place, vote, branch.at(1))
    marks = dict(zip(congress.COMMITTEE, (30, 29, 28, 27, 26, 10), strict=True))
    figures = {"present": 31, "issued": 31, "unused": 0, "returned": 31, "valid": 31, "invalid": 0}
    figures |= {f"candidates[{at}].votes": marks[name] for at, name in enumerate(congress.COMMITTEE)}
    for operator in (commune.ANH, commune.BINH):
        entries.enter(branch.place, vote, operator, commune.PINS[operator], figures)
    branch.place.database.close()


def _rights(workplace: Workplace) -> keys.OfficeKeys:
    return keys.unlock(workplace, commune.PASSPHRASE)


def _add_unit(number: int) -> Act:
    def add(place: Path) -> None:
        with opened(place) as office:
            add_unit(
                office,
                NewUnit(f"06859-T0{number}", "hamlet", "Thôn", f"Bản {number}", parent=commune.COMMUNE),
            )

    return add


def _finalise(place: Path) -> None:
    with opened(place) as office:
        counts.finalise(office, commune.CODE)


def _finalise_vote(place: Path) -> None:
    with opened(place, at=congress.OPENS + timedelta(hours=2)) as office:
        with reading(office.database) as session:
            (code,) = session.scalars(select(Election.code))
        counts.finalise(office, f"{code}.1")


def _change_passphrase(place: Path) -> None:
    with opened(place) as office:
        change_passphrase(office, commune.PASSPHRASE, NEW_PASSPHRASE)


def _back_up_to_stick(place: Path) -> None:
    with opened(place) as office:
        backups.back_up(office, place / "stick" / "xa.sao-luu")


def _back_up_now(place: Path) -> None:
    with opened(place) as office:
        back_up_now(office)


def _restore(place: Path) -> None:
    file = place / "stick" / "xa.sao-luu"
    backups.restore_office(file, place / "commune", commune.PASSPHRASE, commune.OPENS)


def _seal(place: Path) -> None:
    with opened(place) as office:
        seal(office, _rights(office), "government", "198", outbox=place / "commune" / "outbox")


def _save(place: Path) -> None:
    with opened(place) as office:
        with reading(office.database) as session:
            package = session.scalars(select(SealedPackage.id)).one()
        save_package(office, package, place / "stick", lambda _done, _whole, _part: None)


def _package(place: Path) -> Path:
    (found,) = (place / "commune" / "outbox").glob("*.goi")
    return found


def _take_in(place: Path) -> None:
    with opened(place, "district") as district:
        taken = intake.take_in(district, _rights(district), read_file(_package(place)))
        assert taken.receipt is not None
        assert taken.receipt_name is not None
        write_receipt(place / "stick", taken.receipt_name, taken.receipt, taken.outcome)


def _read_receipt(place: Path) -> None:
    (receipt,) = (place / "stick").glob("*.bn")
    with opened(place) as office:
        receipts.read_receipt(office, _rights(office), read_file(receipt))


def _import(place: Path) -> None:
    with opened(place) as office:
        rows = [commune.row(f"Lò A {number}", birth=f"19{number + 50}") for number in range(40)]
        commune.store(office, rows, commune.OTHER_HAMLET)


def _handed_over(place: Path) -> None:
    """A hamlet hands over a workbook, by its headings a list of households."""
    _settled(place)
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Họ và tên chủ hộ", "Giới tính", "Ngày sinh", "Số nhân khẩu"])
    for number in range(30):
        sheet.append([f"Lò A {commune.HEADS[number % 12][0].split()[-1]} {number}", "Nam", 1950 + number, 4])
    book.save(place / "stick" / "ho.xlsx")


def _take_list(place: Path) -> None:
    with opened(place) as office:
        shown = HOUSEHOLDS.open_file(office, place / "stick" / "ho.xlsx", commune.OTHER_HAMLET)
        taking.store(office, HOUSEHOLDS, shown)


def _merge(place: Path) -> None:
    with opened(place, at=commune.BEFORE) as office:
        merged = (commune.HAMLET, commune.OTHER_HAMLET)
        succession.merge(office, merged, "Thôn", "Lục Ngù Chợ", office.today())


def _unmerge(place: Path) -> None:
    with opened(place, at=commune.BEFORE) as office:
        with reading(office.database) as session:
            last = session.scalars(select(ImportBatch.id).order_by(ImportBatch.id.desc())).first()
        assert last is not None
        succession.undo_change(office, last)


def _undo(place: Path) -> None:
    with opened(place) as office:
        with reading(office.database) as session:
            last = session.scalars(select(ImportBatch.id).order_by(ImportBatch.id.desc())).first()
        assert last is not None
        batches.undo(office, last)


def _open(place: Path) -> None:
    with opened(place):
        pass


def _print_minutes(place: Path) -> None:
    with opened(place) as office:
        paper = print_minutes(office, commune.CODE)
        deliver(paper.content, Destination(path=place / "stick" / "bien-ban.pdf"))


def _to_print(place: Path) -> None:
    _agreed(place)
    _finalise(place)


def _newest_is_of_now(folder: str) -> Callable[[Path, int], None]:
    """Once a backup was acknowledged, one of those in a folder holds all that the office does."""

    def holds(place: Path, done: int) -> None:
        if not done:
            return
        with opened(place) as office:
            head = checking.check_office(office).head
        found = [each.read_bytes() for each in (place / folder).glob("*.sao-luu")]
        assert found, "no backup"
        heads = {_head_of(place, each) for each in found}
        assert head in heads, "the backup that was acknowledged is not there"

    return holds


def _head_of(place: Path, backup: bytes) -> str:
    name = hashlib.sha256(backup).hexdigest()[:12]
    (place.parent / "looked-into").mkdir(exist_ok=True)
    file = place.parent / "looked-into" / f"{name}.sao-luu"
    file.write_bytes(backup)
    folder = place.parent / "looked-into" / "office"
    shutil.rmtree(folder, ignore_errors=True)
    found = backups.restore_office(file, folder, commune.PASSPHRASE, commune.OPENS)
    shutil.rmtree(place.parent / "looked-into")
    return found.head


OPERATIONS = (
    Operation("first start", lambda place: place.mkdir(exist_ok=True), (_made,), takes_long=True),
    Operation("opening, writing, closing", _settled, (_add_unit(3), _add_unit(4))),
    Operation("finalising a count", _agreed, (_finalise,)),
    Operation("finalising a vote of a congress", _voted, (_finalise_vote,)),
    Operation("changing the passphrase", _agreed, (_change_passphrase,)),
    Operation("backing up", _agreed, (_back_up_now, _back_up_now), _newest_is_of_now("backup")),
    Operation("backing up to a stick", _agreed, (_back_up_to_stick,), _newest_is_of_now("stick")),
    Operation("restoring", _backed_up, (_restore,)),
    Operation("sealing", _counted, (_seal,)),
    Operation("saving to a stick", _sealed, (_save,)),
    Operation("taking in", _sealed, (_take_in,)),
    Operation("reading a receipt", _taken, (_read_receipt,)),
    Operation("importing a list and taking it back", _settled, (_import, _undo)),
    Operation("taking in a workbook", _handed_over, (_take_list,)),
    Operation("merging hamlets and taking it back", _settled, (_merge, _unmerge)),
    *OF_A_CONGRESS,
    Operation("bringing an older office up to date", _older, (_open,), takes_long=True),
    Operation("printing to a file", _to_print, (_print_minutes,)),
    *OF_A_STATUTE,
)
