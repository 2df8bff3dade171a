"""Taking in: what a receiving office makes of a package, and the receipt it gives for it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.exchange import receipt as receipts
from desktop.exchange import telephone
from desktop.exchange.keys import OfficeKeys
from desktop.exchange.receipt import LastAccepted, Receipt, Verdict
from desktop.exchange.seal import file_name
from desktop.exchange.statement import Party, Statement, digest
from desktop.exchange.verify import Reader, Step, Verification, verify
from desktop.models.exchange import Intake, ReceiptOut, TakenPackage, TakenRecord
from desktop.models.exchange import Stream as StreamKind
from desktop.models.office import Mode, Role
from desktop.models.store.session import reading, writing
from desktop.rules.facts import read_facts
from desktop.rules.outcome import decide, sealed_document
from desktop.services.exchange.cards import trusted_cards
from desktop.services.office.workplace import Workplace


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

    def recount(facts: dict[str, Any]) -> dict[str, object]:
        return sealed_document(decide(read_facts(facts, workplace.statutes, sealed=True)))

    return verify(data, reader, recount)


def take_in(workplace: Workplace, keys: OfficeKeys, data: bytes) -> IntakeView:
    """Check a package, and in one transaction place it in its sequence, store it and give a receipt.

    The same package again gives the same receipt. A gap is taken in and the missing numbers are asked for; a
    lower sequence is kept as history. Another content under a sequence that is known waits for a person, and
    so does a package that denies the one before it, or that the one after it denies.

    Source: package.md ("Taking in", "Streams").
    """
    verification = check(workplace, keys, data)
    statement = verification.statement
    if statement is None or verification.digest is None:
        return IntakeView(None, "refused", verification.code, verification.steps, None, None, None)
    with writing(workplace.database) as session:
        known = session.scalars(
            select(TakenPackage).where(TakenPackage.digest == verification.digest)
        ).one_or_none()
        if known is not None:
            given = session.scalars(select(ReceiptOut).where(ReceiptOut.package_id == known.id)).first()
            steps = (*verification.steps, Step("sequence", ok=True, reason="sequence.known"))
            return _view(
                statement, verification, known.outcome.value, steps, given.content if given else None
            )
        if verification.code is not None:
            refused = _receipt(workplace, session, keys, verification, "refused")
            return _view(statement, verification, "refused", verification.steps, refused)
        forked = _forks(session, statement, verification.digest)
        outcome: Verdict = "waiting" if forked else "accepted"
        package = _stored(workplace, session, verification, statement, Intake(outcome))
        content = _receipt(workplace, session, keys, verification, outcome)
        session.add(
            ReceiptOut(package=package, outcome=Intake(outcome), made_at=workplace.clock(), content=content)
        )
        session.flush()
        workplace.note(session, "package.take_in", package, "outcome", "records")
        step = Step("sequence", ok=not forked, reason="sequence.fork" if forked else "")
        return _view(statement, verification, outcome, (*verification.steps, step), content)


def _view(
    statement: Statement,
    verification: Verification,
    outcome: str,
    steps: tuple[Step, ...],
    content: bytes | None,
) -> IntakeView:
    return IntakeView(
        digest=verification.digest,
        outcome=outcome,
        code=verification.code,
        steps=steps,
        receipt=content,
        receipt_name=file_name(statement.issuer.unit, statement.stream, statement.sequence, ".bn"),
        receipt_code=telephone.code(digest(receipts.receipt_payload(content))) if content else None,
    )


def _line_of(statement: Statement) -> tuple[Any, ...]:
    """Return what a sequence is counted for: issuer key, stream, mode (the recipient is this office)."""
    return (
        TakenPackage.issuer == statement.issuer.key,
        TakenPackage.stream == StreamKind(statement.stream),
        TakenPackage.mode == Mode(statement.mode),
        TakenPackage.outcome == Intake.ACCEPTED,
    )


def _forks(session: Session, statement: Statement, own: str) -> bool:
    # A number that is taken, or two neighbours of which the later one names another before it.
    number = statement.sequence
    near = select(TakenPackage).where(
        *_line_of(statement), TakenPackage.sequence.between(number - 1, number + 1)
    )
    taken = {package.sequence: package for package in session.scalars(near)}
    before, after = taken.get(number - 1), taken.get(number + 1)
    return (
        number in taken
        or (before is not None and before.digest != statement.previous)
        or (after is not None and after.previous != own)
    )


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


def _receipt(
    workplace: Workplace, session: Session, keys: OfficeKeys, verification: Verification, outcome: Verdict
) -> bytes:
    statement, package = verification.statement, verification.digest
    if statement is None or package is None:
        raise ValueError("only a package whose sender is proved gets a receipt")
    accepted = select(TakenPackage).where(*_line_of(statement)).order_by(TakenPackage.sequence)
    held = {package.sequence: package.digest for package in session.scalars(accepted)}
    last = max(held, default=0)
    kinds = Counter(record.kind for record in verification.records.values())
    return receipts.make_receipt(
        Receipt(
            issuer=Party(unit=keys.unit, key=keys.fingerprint),
            recipient=statement.issuer,
            stream=statement.stream,
            mode=keys.mode,
            package=package,
            outcome=outcome,
            code=verification.code,
            records=dict(kinds),
            last=LastAccepted(sequence=last, digest=held[last]) if held else None,
            missing=tuple(number for number in range(1, last) if number not in held),
            created=workplace.clock(),
        ),
        keys,
    )
