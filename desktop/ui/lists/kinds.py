"""The lists that the window takes in: what each needs of the services, and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.services.lists.batches import Import, Progress
from desktop.services.lists.parts import PartAccount
from desktop.services.lists.preview import Preview, RowChoice
from desktop.services.lists.sources import Said
from desktop.services.office.workplace import Workplace
from desktop.services.party import branch_lists, post_lists
from desktop.services.party import importing as member_import
from desktop.services.party.matching import FIELDS as MEMBER_FIELDS
from desktop.services.party.parts import accounts_of as branch_accounts_of
from desktop.services.people import importing as household_import
from desktop.services.people import member_importing as household_member_import
from desktop.services.people import voter_importing as voter_import
from desktop.services.people.matching import FIELDS
from desktop.services.people.member_matching import FIELDS as HOUSEHOLD_MEMBER_FIELDS
from desktop.services.people.voter_matching import FIELDS as VOTER_FIELDS
from desktop.services.places import importing as hamlet_import
from desktop.services.places.parts import accounts_of
from desktop.ui.lists.part_words import PartWords, branch_words, hamlet_words

Open = Callable[[Workplace, str | None], Preview]
Store = Callable[[Workplace, Preview, Mapping[int, RowChoice], Progress], Import]


@dataclass(frozen=True, slots=True)
class ImportKind:
    """A kind of list.

    Attributes:
        place: the page that it belongs to, in words.
        fields: keys of its fields.
        again: sets a preview beside the register anew: of another hamlet, or read as a person says.
        accounts: tells what became of the parts of a list of the whole commune.
        words: of the hamlets or branches that its parts are of.
    """

    place: str
    fields: tuple[str, ...]
    store: Store
    again: Callable[[Workplace, Preview, str, Said], Preview]
    accounts: Callable[[Workplace, Preview], tuple[PartAccount, ...]] = accounts_of
    words: PartWords = field(default_factory=hamlet_words)


def household_kind() -> ImportKind:
    """Return the list of households of a hamlet."""
    return ImportKind(
        place=QCoreApplication.translate("Import", "Hộ và cử tri"),
        fields=FIELDS,
        store=household_import.store,
        again=household_import.look_again,
    )


def household_member_kind() -> ImportKind:
    """Return the list of the members of households."""
    return replace(
        household_kind(),
        fields=HOUSEHOLD_MEMBER_FIELDS,
        store=household_member_import.store,
        again=household_member_import.look_again,
    )


def household_member_file(path: Path) -> Open:
    """Return what opens a workbook of members of households."""
    return lambda workplace, hamlet: household_member_import.open_file(workplace, path, hamlet)


def voter_kind() -> ImportKind:
    """Return the list of the voters of a hamlet."""
    return replace(
        household_kind(), fields=VOTER_FIELDS, store=voter_import.store, again=voter_import.look_again
    )


def voter_file(path: Path) -> Open:
    """Return what opens a workbook of voters."""
    return lambda workplace, hamlet: voter_import.open_file(workplace, path, hamlet)


def hamlet_kind() -> ImportKind:
    """Return the list of hamlets of the commune."""
    return ImportKind(
        place=QCoreApplication.translate("Import", "Thôn, bản"),
        fields=hamlet_import.FIELDS,
        store=hamlet_import.store,
        again=lambda workplace, shown, _, said: hamlet_import.look_again(workplace, shown, said),
    )


def member_kind() -> ImportKind:
    """Return the list of members of a branch."""
    return ImportKind(
        place=QCoreApplication.translate("Import", "Chi bộ, đảng viên"),
        fields=MEMBER_FIELDS,
        store=member_import.store,
        again=member_import.look_again,
        accounts=branch_accounts_of,
        words=branch_words(),
    )


def member_file(path: Path) -> Open:
    """Return what opens a workbook of members."""
    return lambda workplace, branch: member_import.open_file(workplace, path, branch)


def member_block(rows: Sequence[Sequence[str]], name: str) -> Open:
    """Return what opens a block of copied cells of members."""
    return lambda workplace, branch: member_import.open_block(workplace, rows, name, branch)


def household_file(path: Path) -> Open:
    """Return what opens a workbook of households."""
    return lambda workplace, hamlet: household_import.open_file(workplace, path, hamlet)


def household_block(rows: Sequence[Sequence[str]], name: str) -> Open:
    """Return what opens a block of copied cells."""
    return lambda workplace, hamlet: household_import.open_block(workplace, rows, name, hamlet)


def hamlet_file(path: Path) -> Open:
    """Return what opens a workbook of hamlets."""
    return lambda workplace, _: hamlet_import.open_file(workplace, path)


def branch_kind() -> ImportKind:
    """Return the list of organisations of the commune."""
    return ImportKind(
        place=QCoreApplication.translate("Import", "Tổ chức, chức vụ"),
        fields=branch_lists.FIELDS,
        store=branch_lists.store,
        again=lambda workplace, shown, _, said: branch_lists.look_again(workplace, shown, said),
    )


def branch_file(path: Path) -> Open:
    """Return what opens a workbook of organisations."""
    return lambda workplace, _: branch_lists.open_file(workplace, path)


def post_kind() -> ImportKind:
    """Return the list of posts."""
    return ImportKind(
        place=QCoreApplication.translate("Import", "Tổ chức, chức vụ"),
        fields=post_lists.FIELDS,
        store=post_lists.store,
        again=lambda workplace, shown, _, said: post_lists.look_again(workplace, shown, said),
    )


def post_file(path: Path) -> Open:
    """Return what opens a workbook of posts."""
    return lambda workplace, _: post_lists.open_file(workplace, path)
