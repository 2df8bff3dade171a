"""Taking in: what a receiving office makes of a package, and the receipt it gives for it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from desktop.exchange.keys import OfficeKeys
from desktop.exchange.line import CountName, Held, Package
from desktop.exchange.records import AnyCount
from desktop.exchange.sequence import Placement, Verdict, place
from desktop.exchange.statement import Statement
from desktop.exchange.verify import Reader, Step, Verification, verify
from desktop.models.exchange import Intake, TakenPackage, TakenRecord
from desktop.models.exchange import Stream as StreamKind
from desktop.models.office import Mode, Role
from desktop.models.store.session import reading, writing
from desktop.rules.facts import read_facts
from desktop.rules.outcome import decide, sealed_document
from desktop.services.exchange import given_receipts
from desktop.services.exchange.cards import trusted_cards
from desktop.services.exchange.given_receipts import GivenReceipt
from desktop.services.exchange.taken_lines import line_of_statement
from desktop.services.office.workplace import Workplace

SEQUENCE = "sequence"
"""The last step of taking in, and the code of what it refuses. Source: package.md ("Taking in")."""


@dataclass(frozen=True, slots=True)
class IntakeView:
    """What came of one package.

    Attributes:
        outcome: ``accepted``, ``waiting`` or ``refused``.
        code: the step that refused it, else ``None``.
        receipt: bytes of the ``.bn``; ``None`` where nobody can be told (the sender is not known).
        receipt_name: the package's stem with ``.bn``.
        receipt_code: the receipt's code for the telephone.
    """

    digest: str | None
    outcome: str
    code: str | None
    steps: tuple[Step, ...]
    receipt: bytes | None = field(repr=False)
    receipt_name: str | None
    receipt_code: str | None


def check(workplace: Workplace, keys: OfficeKeys, data: bytes) -> Verification:
    """Take a package through every step that needs no sequence; stores nothing."""
    with reading(workplace.database) as session:
        reader = Reader(keys, trusted_cards(session, Role.COMMUNE))

    def recount(facts: dict[str, Any], held_on: date) -> dict[str, object]:
        return sealed_document(decide(read_facts(facts, workplace.statutes.dated(held_on), sealed=True)))

    return verify(data, reader, recount)


def take_in(workplace: Workplace, keys: OfficeKeys, data: bytes) -> IntakeView:
    """Check a package, and in one transaction place it in its sequence, store it and give a receipt.

    The same package again gives its newest receipt. A gap is taken in and the missing numbers are asked for;
    a lower sequence is kept as history; a number too far above the last is refused. A fork waits for a
    person: its records are stored, and count once it is accepted.

    Source: package.md ("Taking in", "Streams"); the rules are ``desktop.exchange.sequence``.
    """
    verification = check(workplace, keys, data)
    statement = verification.statement
    if statement is None or verification.digest is None:
        return IntakeView(None, "refused", verification.code, verification.steps, None, None, None)
    with writing(workplace.database) as session:
        line = line_of_statement(session, statement)
        placement = place(line.facts, _facts(statement, verification))
        step = _step(placement)
        if placement.verdict is Verdict.KNOWN:
            known = line.package(verification.digest)
            given = given_receipts.newest(session, known)
            return _view(verification, known.outcome, known.code, given, step)
        refused_by = verification.code or (None if placement.held else SEQUENCE)
        if refused_by is not None:
            answer = given_receipts.refuse(workplace, session, keys, verification, refused_by)
            asked = step if verification.code is None else None
            return _view(verification, Intake.REFUSED, refused_by, answer, asked)
        outcome = Intake.WAITING if placement.held is Held.WAITING else Intake.ACCEPTED
        package = _stored(workplace, session, verification, statement, outcome)
        receipt = given_receipts.give(workplace, session, keys, package, verification.log)
        workplace.note(session, "package.take_in", package, "outcome", "records")
        return _view(verification, outcome, None, receipt, step)


def _view(
    verification: Verification,
    outcome: Intake,
    code: str | None,
    given: GivenReceipt | None,
    step: Step | None,
) -> IntakeView:
    return IntakeView(
        digest=verification.digest,
        outcome=outcome.value,
        code=code,
        steps=(*verification.steps, step) if step else verification.steps,
        receipt=given.content if given else None,
        receipt_name=given.name if given else None,
        receipt_code=given.code if given else None,
    )


def _facts(statement: Statement, verification: Verification) -> Package:
    counts = {
        CountName(record.election, record.round, record.revision): _sha256(verification.files[path])
        for path, record in verification.records.items()
        if isinstance(record, AnyCount)
    }
    return Package(
        sequence=statement.sequence,
        digest=verification.digest or "",
        previous=statement.previous,
        campaign=statement.campaign,
        counts=counts,
    )


def _step(placement: Placement) -> Step:
    verdict = placement.verdict
    if verdict is Verdict.FORK:
        named = tuple(kind.value for kind in placement.kinds())
        return Step(SEQUENCE, ok=False, reason="sequence.fork", locations=named)
    if verdict is Verdict.FAR:
        return Step(SEQUENCE, ok=False, reason="sequence.far", locations=(str(placement.last),))
    if verdict is Verdict.GAP:
        numbers = tuple(str(number) for number in placement.missing)
        return Step(SEQUENCE, ok=True, reason="sequence.gap", locations=numbers)
    if verdict is Verdict.HISTORY:
        return Step(SEQUENCE, ok=True, reason="sequence.history")
    if verdict is Verdict.NEWEST:
        return Step(SEQUENCE, ok=True)
    reasons = {Held.WAITING: "sequence.waits", Held.REFUSED: "sequence.refused"}
    reason = reasons.get(placement.held or Held.ACCEPTED)
    return Step(SEQUENCE, ok=reason is None, reason=reason or "sequence.known")


def _stored(
    workplace: Workplace, session: Session, verification: Verification, statement: Statement, outcome: Intake
) -> TakenPackage:
    package = TakenPackage(
        issuer=statement.issuer.key,
        unit_code=statement.issuer.unit,
        stream=StreamKind(statement.stream),
        mode=Mode(statement.mode),
        campaign=statement.campaign,
        sequence=statement.sequence,
        digest=verification.digest or "",
        previous=statement.previous,
        outcome=outcome,
        taken_at=workplace.clock(),
        statement=verification.payload,
    )
    session.add(package)
    for path, content in verification.files.items():
        record = verification.records.get(path)
        kind = record.kind if record else "paper" if path.endswith(".pdf") else "report"
        session.add(TakenRecord(package=package, path=path, kind=kind, content=content))
    session.flush()
    return package


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
