"""Whether the office's data are what the program wrote: whole, as the log sealed it, as stands elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import PackageRefused, Problem, RequestRefused, StorageRefused
from desktop.exchange import receipt as receipts
from desktop.exchange.log_head import LogHead
from desktop.models.audit import AuditEntry, Head, entry_with_hash
from desktop.models.exchange import ReceiptIn, SealedPackage
from desktop.models.finals import BY_NAME
from desktop.models.store import integrity
from desktop.models.store.database import is_locked_otherwise
from desktop.models.store.heads import RESTORED, holds, kept_mark, mark_of, mark_of_backup
from desktop.models.store.integrity import Step
from desktop.models.store.names import PARAMETERS_NAME
from desktop.models.store.opened import Database
from desktop.models.store.session import reading
from desktop.services.office.folder import SUFFIX_OF_BACKUP
from desktop.services.office.kept_copies import copies_that_differ
from desktop.services.office.log import record_words
from desktop.services.office.workplace import VIET_NAM, Workplace, own_office
from desktop.wording import refusal_sentence, words

# What the column is called that says to which record a row belongs.
_ROOTS = {
    "election_id": "Election",
    "contest_id": "Contest",
    "round_id": "Round",
    "log_id": "TallyLog",
    "roll_id": "Roll",
    "count_id": "Count",
    "decision_id": "Decision",
    "congress_id": "Congress",
    "dismissal_id": "Dismissal",
    "package_id": "TakenPackage",
}

_PARTS = ("audit", "digest", "guards", "references")
_NAMED = 5
# Half of a hash, or the whole one.
_ON_PAPER = re.compile(r"[0-9a-f]{32}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as the program left it.

    Attributes:
        code: such as ``storage.changed``.
        about: what it is, as a clerk names it: "Kết quả kiểm phiếu của Thôn Nà Ếch".
        named: whether its sentence is about that; else it is about the office's data as a whole.
        facts: what the sentence says besides.
    """

    code: str
    about: str
    named: bool = True
    facts: Mapping[str, object] = field(default_factory=dict)

    def refusal(self, where: str) -> StorageRefused:
        """Return the refusal that says what it means and what to do now, of data of a name."""
        return StorageRefused(self.code, where=self.about if self.named else where, **self.facts)


@dataclass(frozen=True, slots=True)
class CheckView:
    """What a check found: nothing when all is well.

    Attributes:
        where: name of the office's folder.
        entries: of the audit log, as far as it holds, and ``head`` the hash of the last.
        compared: the ends of the log that stand elsewhere and were compared with it.
    """

    where: str
    findings: tuple[Finding, ...]
    entries: int
    head: str
    compared: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        """The codes of what was found."""
        return tuple(each.code for each in self.findings)

    def sentences(self) -> tuple[str, ...]:
        """Say of each finding what it means and what to do now."""
        return tuple(refusal_sentence(each.refusal(self.where)) for each in self.findings)

    def sentence(self) -> str:
        """Say in one sentence what was found and what to do now."""
        if not self.findings:
            return words("check.whole", entries=self.entries, compared=len(self.compared))
        if len(self.findings) == 1:
            return self.sentences()[0]
        abouts = list(dict.fromkeys(each.about for each in self.findings))
        some = "; ".join(abouts[:_NAMED])
        if len(abouts) > _NAMED:
            some = words("check.more", some=some, others=len(abouts) - _NAMED)
        return words("check.several", number=len(self.findings), some=some)


def check_office(workplace: Workplace, step: Step | None = None, on_paper: str = "") -> CheckView:
    """Check the data whole: the file, the chain of the log, all that it sealed, and what stands elsewhere.

    Args:
        workplace: the open office.
        step: is told how many parts of how many are done, and may raise to stop.
        on_paper: the groups of the log at the foot of minutes, as they were typed; empty where none were.

    Raises:
        RequestRefused: ``check.groups``: what was typed are not all groups of a foot.
    """
    typed = tidy_groups(on_paper).replace(" ", "") if on_paper else ""
    checked = integrity.check(workplace.database, step)
    where = workplace.database.name
    if checked.head is None:
        return CheckView(where, tuple(_of_file(problem) for problem in checked.problems), 0, "")
    with reading(workplace.database) as session:
        findings = [
            _of_record(session, problem)
            if "record" in problem.context and _is_final(problem)
            else _of_file(problem)
            for problem in checked.problems
        ]
        elsewhere = tuple(_elsewhere(session, workplace.database.folder))
        findings += [Finding("check.older", said) for said, found in elsewhere if not holds(session, found)]
        findings += [
            Finding("check.copy", name) for name in copies_that_differ(session, workplace.database.folder)
        ]
        findings += _of_lock(workplace.database)
        if _forgot_restore(session):
            findings.append(Finding("check.restored", words("check.part.restored")))
        compared = [said for said, _ in elsewhere]
        if typed:
            told = entry_with_hash(session, typed)
            if told is None:
                said = words("check.head.typed", groups=tidy_groups(on_paper))
                findings.append(Finding("check.paper", said, facts=_restored(session)))
            else:
                compared.append(words("check.head.paper", entries=told.sequence))
    return CheckView(
        where,
        tuple(findings),
        checked.head.sequence,
        checked.head.hash,
        tuple(compared),
    )


def _of_lock(database: Database) -> Iterator[Finding]:
    """Compare what locks the office with what its database remembers of it; an older one remembers none."""
    try:
        changed = is_locked_otherwise(database)
    except StorageRefused as refusal:
        yield Finding(refusal.code, PARAMETERS_NAME)
        return
    if changed:
        yield Finding("check.lock", PARAMETERS_NAME)


def _forgot_restore(session: Session) -> bool:
    """Tell whether an office may seal again after a restore though it read no receipt since."""
    newest = select(func.max(AuditEntry.sequence))
    restored = session.scalar(newest.where(AuditEntry.action == RESTORED)) or 0
    caught_up = session.scalar(newest.where(AuditEntry.action == "office.catch_up")) or 0
    return restored > caught_up and own_office(session).restored_at is None


def tidy_groups(on_paper: str) -> str:
    """Write the groups of a foot of minutes as they are printed, however they were typed.

    Raises:
        RequestRefused: ``check.groups`` for what are not all groups of a foot.
    """
    typed = "".join(on_paper.split()).lower()
    if not _ON_PAPER.fullmatch(typed):
        raise RequestRefused("check.groups", where=on_paper)
    return " ".join(typed[at : at + 4] for at in range(0, len(typed), 4))


def _restored(session: Session) -> dict[str, object]:
    """Tell when the office came out of a backup last: what was written after it is known to be lost."""
    at = session.scalar(
        select(AuditEntry.at).where(AuditEntry.action == RESTORED).order_by(AuditEntry.sequence.desc())
    )
    return {} if at is None else {"reason": "restored", "on": f"{at.astimezone(VIET_NAM):%H:%M %d/%m/%Y}"}


def _is_final(problem: Problem) -> bool:
    return problem.code != "storage.digest" and problem.fields[0] in BY_NAME


def _of_file(problem: Problem) -> Finding:
    part = problem.code.rpartition(".")[2]
    about = words(f"check.part.{part if part in _PARTS else 'damaged'}")
    return Finding(problem.code, about, named=False, facts=problem.context)


def _of_record(session: Session, problem: Problem) -> Finding:
    final, key = BY_NAME[problem.fields[0]], problem.context["record"]
    root = _ROOTS.get(final.owner, final.records.__name__)
    owner = record_words(session, root, str(key)) or words("check.number", number=key)
    about = words(f"check.record.{final.name}", of=owner)
    return Finding(problem.code, about, facts={"reason": final.name})


def _elsewhere(session: Session, folder: Path) -> Iterator[tuple[str, Head]]:
    """Give each end of this office's log that stands outside its database, with what it is called."""
    own = mark_of(session).office
    beside = kept_mark(folder)
    if beside is not None:
        yield words("check.head.beside", entries=beside.head.sequence), beside.head
    for number, log in _told_by_receipts(session):
        yield words("check.head.receipt", number=number, entries=log.entries), Head(log.entries, log.hash)
    backups = own_office(session).settings.backup_folder
    for file in sorted(Path(backups).glob(f"*{SUFFIX_OF_BACKUP}")) if backups else ():
        mark = mark_of_backup(file)
        if mark is not None and mark.office == own:
            yield words("check.head.backup", name=file.name, entries=mark.head.sequence), mark.head


def _told_by_receipts(session: Session) -> Iterator[tuple[int, LogHead]]:
    """Give what receipts say of our log, with the numbers of their packages."""
    rows = select(SealedPackage.sequence, ReceiptIn.content).join(
        ReceiptIn, ReceiptIn.package_id == SealedPackage.id
    )
    for number, content in session.execute(rows.order_by(ReceiptIn.id)):
        # One that was changed by hand is found by its seal.
        with suppress(PackageRefused):
            log = receipts.stored_receipt(content).log
            if isinstance(log, LogHead):
                yield number, log
