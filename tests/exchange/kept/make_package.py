"""Makes the package that is kept for a format of a count's record: an invented commune's results, sealed.

Usage, once for each format that is released: ``python -m tests.exchange.kept.make_package``.
"""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_type_hints

from sqlalchemy import select

from desktop.bootstrap import shipped_statutes
from desktop.errors import Problem
from desktop.exchange.card import fingerprint
from desktop.exchange.keys import keys_from_seed
from desktop.exchange.records import CountRecord
from desktop.models.counting import Count
from desktop.models.store.session import reading
from desktop.services.counting import counts
from desktop.services.exchange import cards
from desktop.services.exchange.sealing import seal
from desktop.services.office import keys
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import Workplace
from desktop.services.training.clock import TrainingClock
from tests.offices import commune

_OTHERS = ("Bàn Thị Ảo", "Nình A Bịa", "Chìu Văn Mẫu", "Phùn A Giả")
# Two of four households came, and that is not more than a half.
_TOO_FEW = {
    "present": 2,
    "issued": 2,
    "unused": 5,
    "returned": 2,
    "valid": 2,
    "invalid": 0,
    "candidates[0].votes": 2,
}
_NO_QUORUM = Problem("W204", ("present", "electorate"))


def make_kept_package(folder: Path) -> None:
    """Make the package, the bytes of one of its counts, and what opens it, in a folder.

    Args:
        folder: one that does not exist yet.
    """
    folder.mkdir(parents=True)
    clock = TrainingClock(commune.BEFORE)
    with TemporaryDirectory() as scratch:
        office = _opened(Path(scratch) / "commune", commune.OFFICE, clock, 1)
        district = _opened(Path(scratch) / "district", commune.DISTRICT, clock, 2)
        try:
            received = cards.own_card(district, keys.unlock(district, commune.PASSPHRASE))
            cards.trust(office, received, " ".join(fingerprint(received)))
            commune.settle(office)
            clock.moment = datetime(2024, 12, 8, 4, 0, tzinfo=UTC)
            _elected_and_counted_anew(office)
            too_few = _attended_by_too_few(office)
            own = keys.unlock(office, commune.PASSPHRASE)
            (folder / "commune.the").write_bytes(cards.own_card(office, own))
            sealed = seal(office, own, "government", commune.DISTRICT.unit_code, outbox=Path(scratch))
            shutil.copyfile(sealed.path, folder / "package.goi")
            with reading(office.database) as session:
                contents = session.scalars(select(Count.content)).all()
            (folder / "count.json").write_bytes(
                next(content for content in contents if json.loads(content)["election"] == too_few)
            )
        finally:
            district.database.close()
            office.database.close()
    opens = keys_from_seed(_seed(2), commune.DISTRICT.unit_code, "receiving", ("government", "party"))
    held = {
        "unit": opens.unit,
        "signing": opens.signing.hex(),
        "reading": {stream: secret.hex() for stream, secret in opens.reading.items()},
    }
    (folder / "office.json").write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")


def _seed(number: int) -> bytes:
    return bytes([number]) * 32


def _opened(folder: Path, new: NewOffice, clock: TrainingClock, number: int) -> Workplace:
    made, _ = make_office(folder, new, commune.PASSPHRASE, shipped_statutes(), clock, seed=_seed(number))
    return made


def _elected_and_counted_anew(office: Workplace) -> None:
    code = commune.finalised(office)
    counts.reopen(office, code, "đếm lại phiếu")
    commune.agree(office, code, commune.NOBODY)
    counts.finalise(office, code)


def _attended_by_too_few(office: Workplace) -> str:
    commune.store(office, [commune.row(name) for name in _OTHERS], commune.OTHER_HAMLET)
    code = commune.meeting(office, _OTHERS[0], hamlet=commune.OTHER_HAMLET, ballot="agree")
    commune.agree(office, code, _TOO_FEW)
    counts.explain(office, code, _NO_QUORUM, "mưa lũ, đường vào thôn bị cắt", "Nông Văn Ếch")
    counts.finalise(office, code)
    return code


def main() -> None:
    """Make the folder of this program's format anew."""
    (of_counts,) = get_type_hints(CountRecord)["format"].__args__
    folder = Path(__file__).parent / str(of_counts)
    shutil.rmtree(folder, ignore_errors=True)
    make_kept_package(folder)


if __name__ == "__main__":
    main()
