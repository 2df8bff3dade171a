"""The registers of members printed, as Word and as workbooks: the roster, and the books bound by year."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, get_args

from sqlalchemy.orm import Session

from desktop.errors import RequestRefused
from desktop.models.store.session import reading, writing
from desktop.printing import catalogue
from desktop.printing.form import Filled
from desktop.printing.merge import merged
from desktop.printing.registers import roster
from desktop.printing.registers.book import COLUMNS, BookKind, MemberBook, title_of
from desktop.services.lists.list_kind import Extent
from desktop.services.office.files import prepared
from desktop.services.office.sides import for_party
from desktop.services.office.workplace import Workplace, is_training, own_office
from desktop.services.papers.fill.registers.books import book_of
from desktop.services.papers.fill.registers.memberships import Span
from desktop.services.papers.fill.registers.roster import roster_of
from desktop.services.party.branches import branch_on
from desktop.services.party.giving_out import branches_on
from desktop.sheets.report import write_report
from desktop.wording import words

MEMBERS: Literal["members"] = "members"
BOOKS: tuple[str, ...] = get_args(BookKind)
REGISTERS = (MEMBERS, *BOOKS)
"""The roster of members, then the books beside it."""


@dataclass(frozen=True, slots=True)
class Register:
    """Which register: one of ``REGISTERS``, of a branch by its code or with None of all, and its period.

    Raises:
        RequestRefused: ``register.period`` where it ends before it begins.
    """

    kind: str
    branch: str | None
    since: date
    until: date

    def __post_init__(self) -> None:
        if self.until < self.since:
            raise RequestRefused("register.period")

    def check_paper(self) -> None:
        """Refuse what no paper can be made of: a roster is a branch's, its workbook may be of all.

        Raises:
            RequestRefused: ``register.branch``.
        """
        if self.kind == MEMBERS and self.branch is None:
            raise RequestRefused("register.branch")


@for_party
def draw_register(workplace: Workplace, wanted: Register) -> bytes:
    """Print a register as PDF, a book with its cover.

    Raises:
        RequestRefused: ``unknown.branch``, ``register.branch``.
        PaperRefused: it cannot be drawn.
    """
    with reading(workplace.database) as session:
        form, value = _filled(workplace, session, wanted)
        return catalogue.find(form).pdf(Filled(value), training=is_training(session))


@for_party
def roster_paper(workplace: Workplace, extent: Extent) -> bytes:
    """Print the roster of a branch on a day, or of all branches one after the other.

    Raises:
        RequestRefused: ``unknown.branch``; ``register.branch`` where there is none.
        PaperRefused: it cannot be drawn.
    """
    day = extent.on or workplace.today()
    with reading(workplace.database) as session:
        branches = (
            branches_on(session, day) if extent.place is None else [branch_on(session, extent.place, day)]
        )
        if not branches:
            raise RequestRefused("register.branch")
        training = is_training(session)
        rosters = [roster_of(session, branch, Span(day, day)) for branch in branches]
        return merged([roster.draw(each, training=training) for each in rosters])


@for_party
def save_register_word(workplace: Workplace, wanted: Register, path: Path) -> None:
    """Save a register as Word; the file gets its name once the log has its entry.

    Raises:
        RequestRefused: ``unknown.branch``, ``register.branch``, ``file.write``.
        PaperRefused: it cannot be set.
    """
    with ExitStack() as file, writing(workplace.database) as session:
        form, value = _filled(workplace, session, wanted)
        content = catalogue.find(form).word(Filled(value), training=is_training(session))
        file.enter_context(prepared(path, content))
        workplace.note(session, "members.give_out", own_office(session))


@for_party
def save_register_workbook(workplace: Workplace, wanted: Register, path: Path) -> int:
    """Save a book as a workbook, and return how many rows it has; the roster is a list that is given out.

    It shows of a card the last three digits alone, as on paper. The file gets its name once the log has its
    entry.

    Raises:
        RequestRefused: ``unknown.branch``, ``file.write``.
    """
    with ExitStack() as file, writing(workplace.database) as session:
        _, value = _filled(workplace, session, wanted)
        if not isinstance(value, MemberBook):
            raise TypeError(wanted.kind)
        headings = [column.head for column in COLUMNS[value.kind]]
        rows: list[list[str | int | None]] = [
            [number, *line.cells] for number, line in enumerate(value.lines, 1)
        ]
        period = words("list.period", since=f"{wanted.since:%d/%m/%Y}", until=f"{wanted.until:%d/%m/%Y}")
        title = title_of(value.kind)
        lines = (*value.issuer_lines, title, period)
        content = write_report(title.capitalize(), headings, rows, stamp=workplace.clock(), title_lines=lines)
        file.enter_context(prepared(path, content))
        workplace.note(session, "members.give_out", own_office(session))
        return len(rows)


def _filled(workplace: Workplace, session: Session, wanted: Register) -> tuple[str, Any]:
    wanted.check_paper()
    span = Span(wanted.since, wanted.until)
    branch = branch_on(session, wanted.branch, wanted.until) if wanted.branch is not None else None
    if wanted.kind == MEMBERS and branch is not None:
        return "member-roster", roster_of(session, branch, span)
    kind = next(kind for kind in get_args(BookKind) if kind == wanted.kind)
    return "member-book", book_of(workplace, session, kind, branch, span)
