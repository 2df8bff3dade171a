"""The example's two offices: the commune's, and the one above it that receives its results."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.errors import PackageRefused
from desktop.exchange.card import fingerprint
from desktop.exchange.fields import Stream
from desktop.exchange.keys import OfficeKeys
from desktop.models.office import Settings
from desktop.rules.library import Library
from desktop.services.exchange import cards, intake, receipts
from desktop.services.exchange.sealing import seal
from desktop.services.office import keys
from desktop.services.office.files import read_file, write_file
from desktop.services.office.offices import NewOffice, make_office
from desktop.services.office.workplace import Workplace
from desktop.services.places.units import add_unit
from desktop.services.training.clock import TrainingClock
from desktop.services.training.scene import Scene
from desktop.wording import words

RESERVE = 7

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class TrainingDay:
    """The two offices of the example, where and when it is set, and where its files go."""

    out: Path
    chance: random.Random
    clock: TrainingClock
    commune: Workplace
    commune_keys: OfficeKeys
    office: Workplace
    office_keys: OfficeKeys
    tell: Progress
    scene: Scene


def open_training_offices(
    out: Path, seed: int, passphrase: str, statutes: Library, tell: Progress, *, scene: Scene
) -> TrainingDay:
    """Make both offices of a scene with keys from the seed, and let them trust each other's cards.

    Raises:
        Refusal: the folder cannot be written.
    """
    clock = TrainingClock(scene.begins)
    settings = Settings(reserve=RESERVE, place=scene.place, backup_folder=str((out / "backup").resolve()))
    name, above = scene.office
    commune_office = NewOffice(scene.commune, name, "commune", superior=scene.superior, settings=settings)
    receiving_office = NewOffice(scene.receiver, above, "receiving")
    opened = []
    for folder, new in (("commune", commune_office), ("office", receiving_office)):
        key_seed = hashlib.sha256(f"hom-phieu demo {seed} {folder}".encode()).digest()
        workplace, _ = make_office(out / "data" / folder, new, passphrase, statutes, clock, seed=key_seed)
        opened.append((workplace, keys.unlock(workplace, passphrase)))
    (commune, commune_keys), (office, office_keys) = opened
    for teller, reader, secrets in ((office, commune, office_keys), (commune, office, commune_keys)):
        card = cards.own_card(teller, secrets)
        cards.trust(reader, card, " ".join(fingerprint(card)))
    for unit in scene.units:
        add_unit(commune, unit)
    write_file(out / "office.age", keys.age_identity(office_keys, "government").encode() + b"\n")
    if scene.congress is not None:
        write_file(out / "office-party.age", keys.age_identity(office_keys, "party").encode() + b"\n")
    tell(words("training.offices"))
    return TrainingDay(
        out,
        random.Random(seed),  # noqa: S311 - an example, no secret
        clock,
        commune,
        commune_keys,
        office,
        office_keys,
        tell,
        scene,
    )


def close_training_offices(day: TrainingDay) -> None:
    """Close both databases."""
    day.commune.database.close()
    day.office.database.close()


def send(day: TrainingDay, stream: Stream = "government") -> dict[str, str]:
    """Seal the commune's results of a stream, take them in at the office above, and read the receipt.

    Returns:
        A line of the summary: path, digest and receipt.

    Raises:
        PackageRefused: the office did not accept the package; ``code`` is the step.
    """
    sealed = seal(day.commune, day.commune_keys, stream, day.scene.receiver, outbox=day.out / "packages")
    taken = intake.take_in(day.office, day.office_keys, read_file(sealed.path))
    if taken.receipt is None or taken.receipt_name is None or taken.outcome != "accepted":
        raise PackageRefused(taken.code or "sequence", where=sealed.path.name)
    receipt = write_file(day.out / "receipts" / taken.receipt_name, taken.receipt)
    receipts.read_receipt(day.commune, day.commune_keys, read_file(receipt))
    day.tell(words("training.sent", package=sealed.path.name, receipt=taken.receipt_code))
    return {
        "path": sealed.path.relative_to(day.out).as_posix(),
        "digest": sealed.digest,
        "receipt": receipt.relative_to(day.out).as_posix(),
    }
