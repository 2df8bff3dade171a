"""A list of the office, declared once: how it is read, stored, given out and printed, and whose it is.

Whatever handles lists (the command, the wizard, the log, what is given out) asks the declaration. They stand
together in ``services/catalogue``, a small file each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from sqlalchemy.orm import Session

from desktop.models.party import Organisation
from desktop.models.places import Unit
from desktop.services.lists.batches import Batch, Import, Progress
from desktop.services.lists.parts import PartAccount
from desktop.services.lists.preview import Preview, RowChoice, Verdict
from desktop.services.lists.sources import Said, read_as_remembered, read_as_said
from desktop.services.office.sides import Side, refuse_other
from desktop.services.office.workplace import Workplace
from desktop.sheets.lists.block import block_file
from desktop.sheets.lists.kinds import list_kind
from desktop.sheets.lists.other_kind import kind_headed, likelier_kind
from desktop.sheets.lists.reading import ListFile, Reading, open_list
from desktop.wording import words

Target = TypeVar("Target", Unit, Organisation)
"""What a list is for: a unit, or a Party branch."""

_SIDES = {"": Side.BOTH, "elections": Side.ELECTIONS, "party": Side.PARTY}


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a list is given out: what is of one place, by its code, or all; as of a day, or today."""

    place: str | None = None
    on: date | None = None


ALL = Extent()
"""The whole list, as it is today."""


@dataclass(frozen=True, slots=True)
class Given:
    """What of a list is given out.

    Attributes:
        rows: the values of each by the keys of the list's headings.
        place: of what they are, in words.
        record: which record the log says it of.
        more: keys and headings of columns besides.
    """

    rows: Sequence[Mapping[str, Any]]
    place: str
    record: object
    more: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class OfficeList:
    """A list that comes in, and is given out so that it comes in again the same.

    Attributes:
        sheet: its columns, how a row of it is read, and whose work it is.
        given: finds what is given out.
        paper: draws it as PDF in its layout.
    """

    sheet: list_kind.ListKind
    given: Callable[[Workplace, Session, Extent], Given]
    paper: Callable[[Workplace, Extent], bytes]

    @property
    def name(self) -> str:
        """The name by which commands, batches and the log know it."""
        return self.sheet.name

    @property
    def side(self) -> Side:
        """Whose work it is."""
        return _SIDES[self.sheet.work]

    @property
    def title(self) -> str:
        """What stands above it: "Danh sách cử tri"."""
        return words(f"list.{self.name}.title")

    @property
    def file_stem(self) -> str:
        """What its files are called, without ending: ``cu-tri``."""
        return words(f"list.{self.name}.file")

    @property
    def page(self) -> str:
        """The page of the window that it belongs to."""
        return words(f"list.{self.name}.page")

    def guard(self, workplace: Workplace) -> None:
        """Refuse who works on the other side.

        Raises:
            RequestRefused: ``side.party``, ``side.elections``.
        """
        if self.side is not Side.BOTH:
            refuse_other(workplace.side, self.side)

    def draw(self, workplace: Workplace, extent: Extent = ALL) -> bytes:
        """Print it.

        Raises:
            RequestRefused: ``unknown.unit``, ``unknown.branch``.
            PaperRefused: ``paper.face``, ``paper.letter``.
        """
        self.guard(workplace)
        return self.paper(workplace, extent)


@dataclass(frozen=True, slots=True)
class Into(Generic[Target]):
    """What the rows of a list are for.

    Attributes:
        unit: what the list as a whole is for.
        of_rows: by the number of a row what it is for, where that is told of each; rows that aren't named are
            for nothing that is known. None where all are for the whole.
    """

    unit: Target
    of_rows: Mapping[int, Target] | None = None

    def of(self, number: int) -> Target | None:
        """Return what a row is for; None where nobody knows."""
        return self.unit if self.of_rows is None else self.of_rows.get(number)


@dataclass(frozen=True, slots=True)
class Taking(Generic[Target]):
    """What the writing of rows is given: their batch, what the list is for, the day, the file's name."""

    batch: Batch
    unit: Target
    today: date
    source: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a command says that a list is for, as it was typed."""

    hamlet: str | None = None
    branch: str | None = None


@dataclass(frozen=True, slots=True)
class Reach(Generic[Target]):
    """How far a list reaches: over the commune, or a part of it for each hamlet, or for each branch.

    Attributes:
        of: ``commune``, ``hamlets`` or ``branches``.
        beside: sets a list beside what it says that it is for, else beside what is on show, by its code.
        again: the same, of what a person says: the code of the commune where each part is for its own.
        accounts: tells what became of its parts; nothing of a list that has none.
        take_in: stores a list for a command, which can ask nobody; returns what was taken of it too.
    """

    of: str
    beside: Callable[[Workplace, ListKind[Target], Reading, str | None, Said], Preview]
    again: Callable[[Workplace, ListKind[Target], Preview, Reading, str, Said], Preview]
    accounts: Callable[[Workplace, Preview], tuple[PartAccount, ...]]
    take_in: Callable[[Workplace, ListKind[Target], Reading, Wanted, Progress | None], tuple[Import, Reading]]


@dataclass(frozen=True, kw_only=True)
class ListKind(OfficeList, Generic[Target]):
    """A list whose rows are set beside the register and stored, one record or more for each.

    Attributes:
        reach: how far it reaches.
        fields: keys of the cells in each row of a preview.
        unit: finds what the list is for, by its code.
        verdicts: says of each row what it is to the register.
        make: stores rows as new records.
        update: stores rows over the records of their keys.
    """

    reach: Reach[Target]
    fields: tuple[str, ...]
    unit: Callable[[Session, str, date], Target]
    verdicts: Callable[[Session, Into[Target], Reading, date], Sequence[Verdict]]
    make: Callable[[Taking[Target], Sequence[Mapping[str, Any]]], None]
    update: Callable[[Taking[Target], Mapping[int, Mapping[str, Any]]], None]

    def open_file(self, workplace: Workplace, path: Path, place: str | None = None) -> Preview:
        """Read a workbook and set it beside the register, and write nothing.

        What it says itself of its hamlet or branch goes first; one that names several is set beside all of
        theirs; of one that names none, with none given, a person says it. What a person said before of
        lists with the same headings holds.

        Args:
            workplace: the open office.
            path: of the workbook.
            place: code of the hamlet or branch on show; None for none.

        Raises:
            SheetRefused: the workbook cannot be read.
            RequestRefused: ``unknown.unit``, ``unknown.branch``.
        """
        self.guard(workplace)
        return self._opened(workplace, open_list(path), place)

    def open_block(
        self, workplace: Workplace, rows: Sequence[Sequence[str]], name: str, place: str | None = None
    ) -> Preview:
        """Set a block of cells that was copied from a spreadsheet beside the register, as ``open_file`` does.

        Args:
            workplace: the open office.
            rows: the copied cells as text.
            name: what the block is called in messages.
            place: code of the hamlet or branch on show; None for none.

        Raises:
            SheetRefused: the block is empty, or no list.
        """
        self.guard(workplace)
        return self._opened(workplace, block_file(rows, self.name, name), place)

    def _opened(self, workplace: Workplace, file: ListFile, place: str | None) -> Preview:
        reading, said = read_as_remembered(workplace, self.name, file)
        shown = self.reach.beside(workplace, self, reading, place, said)
        rather = likelier_kind(file.sheets, self.name)
        if rather is None and shown.is_unnamed:
            rather = kind_headed(file.sheets, self.name)
        return replace(shown, file=file, said=said, rather=rather or "")

    def look_again(self, workplace: Workplace, shown: Preview, place: str, said: Said) -> Preview:
        """Set a list beside the register anew: of another hamlet or branch, or read as a person says.

        Args:
            workplace: the open office.
            shown: what was shown of it.
            place: the hamlet's or branch's code; the commune's where each part is for its own.
            said: of its columns and of its parts.

        Raises:
            SheetRefused: so read it is no list.
            RequestRefused: ``unknown.unit``, ``unknown.branch``, ``import.sheets``.
        """
        self.guard(workplace)
        whole = shown.whole
        if shown.file is not None and said.columns != shown.said.columns:
            whole = read_as_said(workplace, self.name, shown.file, said)
        again = self.reach.again(workplace, self, shown, whole, place, said)
        return replace(again, file=shown.file, said=said)

    def take_in(
        self,
        workplace: Workplace,
        reading: Reading,
        wanted: Wanted = Wanted(),
        progress: Progress | None = None,
    ) -> tuple[Import, Reading]:
        """Store a list that was read, for a command, which can ask nobody; doubtful rows wait for a person.

        Returns:
            What came of it, and the part of the file that was taken.

        Raises:
            RequestRefused: nothing tells what it is for.
        """
        self.guard(workplace)
        return self.reach.take_in(workplace, self, reading, wanted, progress)


Choices = Mapping[int, RowChoice]
"""What was decided of rows, by the number that the reading gives each."""
