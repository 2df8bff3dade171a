"""Steps between the two offices: sealed, taken in, lost on the way, forged, answered."""

from __future__ import annotations

import msgspec
from sqlalchemy import select

from desktop.exchange.keys import OfficeKeys
from desktop.exchange.receipt import stored_receipt
from desktop.exchange.records import CountRecord
from desktop.models.exchange import ReceiptIn, TakenRecord
from desktop.models.store.session import reading
from desktop.services.exchange import intake, receipts
from desktop.services.exchange.sealing import seal
from desktop.services.office.workplace import Workplace
from tests.torture.walking.model import Heads, Package
from tests.torture.walking.walker import Walker, changes, tables_of


def seal_counts(walker: Walker) -> None:
    """Seal a campaign for the district."""
    campaign, to = walker.pick(("2024", "2025"), ("2099",)), walker.pick(("198",), ("999",))
    outbox = walker.office.database.folder / "outbox"
    made = walker.ask(
        f"seal {campaign}",
        lambda: seal(walker.office, walker.keys, "government", to, outbox=outbox, campaign=campaign),
    )
    model = walker.model
    walker.demand(not model.restored, "an office that was put back sealed before it read a receipt")
    counts = frozenset(
        (code, *count)
        for code, one in model.contests.items()
        if one.campaign == campaign and not one.cancelled
        for count in one.counts
    )
    walker.demand(bool(counts), "sealed before any count was final")
    walker.packages.append(Package(made.sequence, made.digest, made.path.read_bytes(), counts))


def take_in(walker: Walker) -> None:
    """Bring the district a package, whichever one comes to hand; others are lost on the way."""
    package = walker.pick(walker.packages[-4:])
    if walker.likely(0.15):
        forge(walker, walker.district, walker.district_keys, package)
        return
    walker.steps.append(f"take in {package.sequence} {package.digest[:8]}")
    found = intake.take_in(walker.district, walker.district_keys, package.data)
    walker.steps[-1] += f" -> {found.outcome} {found.code}"
    walker.demand(found.digest == package.digest, "the district took in another package")
    if found.receipt is not None:
        walker.receipts.append(found.receipt)
    if found.outcome == "accepted":
        with reading(walker.district.database) as session:
            held = {
                (record.election, record.round, record.revision, row.sha256)
                for row in session.scalars(select(TakenRecord).where(TakenRecord.kind == "count"))
                if row.package.digest == package.digest and (record := _count(row.content))
            }
        walker.demand(held == package.counts, f"the district holds {sorted(held ^ package.counts)} otherwise")


def read_receipt(walker: Walker) -> None:
    """Read a receipt, the newest or an older one; an office that was put back may then seal again."""
    data = walker.receipts[-1] if walker.receipts and walker.likely(0.6) else walker.pick(walker.receipts)
    if walker.likely(0.1):
        data = _changed(walker, data)
        walker.ask("read a forged receipt", lambda: receipts.read_receipt(walker.office, walker.keys, data))
        walker.demand(data in walker.receipts, "a forged receipt was read")
    said = stored_receipt(data)
    walker.ask(
        f"read receipt of {said.package[:8]}",
        lambda: receipts.read_receipt(walker.office, walker.keys, data),
    )
    with reading(walker.office.database) as session:
        stored = session.scalars(select(ReceiptIn.content)).all()
    walker.demand(data in stored, "a receipt was read and not kept")
    if said.last is not None:
        walker.model.restored = False


def forge(walker: Walker, reader: Workplace, reader_keys: OfficeKeys, package: Package | Heads) -> None:
    """Bring an office a package of which one bit is another: it is refused and changes nothing."""
    data, before = _changed(walker, package.data), tables_of(reader)
    walker.steps.append(f"forge {package.sequence}")
    found = intake.take_in(reader, reader_keys, data)
    walker.demand(found.outcome == "refused" or data == package.data, f"FORGED: {found.outcome}")
    changed = changes(before, tables_of(reader))
    walker.demand(not changed or data == package.data, f"a forgery changed {sorted(changed)}")


def _changed(walker: Walker, data: bytes) -> bytes:
    at = walker.chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << walker.chance.randrange(8))]) + data[at + 1 :]


def _count(content: bytes) -> CountRecord:
    return msgspec.json.decode(content, type=CountRecord)
