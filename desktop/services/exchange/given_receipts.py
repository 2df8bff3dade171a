"""Receipts that this office gives: signed, stored beside their package, and found again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from msgspec import UNSET
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.exchange import receipt as receipts
from desktop.exchange import telephone
from desktop.exchange.keys import OfficeKeys
from desktop.exchange.log_head import LogHead
from desktop.exchange.receipt import LastAccepted, Receipt
from desktop.exchange.seal import file_name
from desktop.exchange.statement import Party, Statement, digest, read_statement
from desktop.exchange.verify import Verification
from desktop.models.exchange import Intake, ReceiptOut, TakenPackage, TakenRecord
from desktop.services.exchange.taken_lines import line_of_statement
from desktop.services.office.workplace import Workplace

_KINDS = ("count", "units", "recognition", "approval", "papers", "heads")


@dataclass(frozen=True, slots=True)
class GivenReceipt:
    """A receipt as it is handed over.

    Attributes:
        package: digest of the package that it is for.
        content: bytes of the ``.bn``.
        name: the package's stem with ``.bn``: a label, the same for two packages of one number.
        code: for the telephone.
    """

    package: str
    content: bytes = field(repr=False)
    name: str
    code: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a receipt says of a package; ``kinds`` is the number of records by kind, ``log`` what it said."""

    statement: Statement
    package: str
    outcome: Intake
    code: str | None
    kinds: Mapping[Any, int]
    log: LogHead | None


def give(
    workplace: Workplace,
    session: Session,
    keys: OfficeKeys,
    package: TakenPackage,
    log: LogHead | None = None,
) -> GivenReceipt:
    """Make and store the receipt that says how a package is held now; earlier ones stay.

    What the package said of its sender's ``log`` stands in its first receipt, and in those after it.
    """
    session.flush()
    of_kind = (
        select(TakenRecord.kind, func.count().label("number"))
        .where(TakenRecord.package_id == package.id, TakenRecord.kind.in_(_KINDS))
        .group_by(TakenRecord.kind)
    )
    kinds = {row.kind: row.number for row in session.execute(of_kind)}
    statement = read_statement(package.statement)
    answer = _Answer(
        statement, package.digest, package.outcome, package.code, kinds, log or _log_of(session, package)
    )
    content = _signed(workplace, session, keys, answer)
    given = ReceiptOut(package=package, outcome=package.outcome, made_at=workplace.clock(), content=content)
    session.add(given)
    session.flush()
    return _handed_over(statement, package.digest, content)


def newest(session: Session, package: TakenPackage) -> GivenReceipt | None:
    """Return the receipt that was given last for a package."""
    given = session.scalars(
        select(ReceiptOut).where(ReceiptOut.package_id == package.id).order_by(ReceiptOut.id.desc())
    ).first()
    if given is None:
        return None
    return _handed_over(read_statement(package.statement), package.digest, given.content)


def refuse(
    workplace: Workplace, session: Session, keys: OfficeKeys, refused: Verification, step: str
) -> GivenReceipt:
    """Make the receipt of a package that a step refused: neither is stored, for it may come again.

    Args:
        workplace: the open office.
        session: open on it.
        keys: the office's.
        refused: its signature and format held.
        step: the one that refused it.

    Raises:
        ValueError: nobody is proved to have sent it.
    """
    statement, package = refused.statement, refused.digest
    if statement is None or package is None:
        raise ValueError("only a package whose sender is proved gets a receipt")
    kinds = Counter(record.kind for record in refused.records.values())
    answer = _Answer(statement, package, Intake.REFUSED, step, kinds, refused.log)
    content = _signed(workplace, session, keys, answer)
    return _handed_over(statement, package, content)


def _log_of(session: Session, package: TakenPackage) -> LogHead | None:
    given = select(ReceiptOut.content).where(ReceiptOut.package_id == package.id).order_by(ReceiptOut.id)
    content = session.scalars(given).first()
    log = receipts.stored_receipt(content).log if content is not None else UNSET
    return None if log is UNSET else log


def _handed_over(statement: Statement, package: str, content: bytes) -> GivenReceipt:
    return GivenReceipt(
        package=package,
        content=content,
        name=file_name(statement, ".bn"),
        code=telephone.code(digest(receipts.receipt_payload(content))),
    )


def _signed(workplace: Workplace, session: Session, keys: OfficeKeys, answer: _Answer) -> bytes:
    statement = answer.statement
    line = line_of_statement(session, statement).facts
    last = line.newest()
    return receipts.make_receipt(
        Receipt(
            issuer=Party(unit=keys.unit, key=keys.fingerprint),
            recipient=statement.issuer,
            stream=statement.stream,
            mode=keys.mode,
            package=answer.package,
            outcome=answer.outcome.value,
            code=answer.code,
            records=dict(answer.kinds),
            last=LastAccepted(sequence=last.sequence, digest=last.digest) if last else None,
            missing=line.missing(),
            created=workplace.clock(),
            log=answer.log or UNSET,
        ),
        keys,
    )
