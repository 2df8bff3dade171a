"""A list given out by the window: as a workbook that is taken in again, or on paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.lists.columns import bears_numbers
from desktop.services.lists.giving_out import give_out
from desktop.services.lists.list_kind import Extent, OfficeList
from desktop.ui.lists.give_out_question import GivingOut
from desktop.ui.page.page import Context
from desktop.ui.page.print_dialog import print_paper
from desktop.ui.page.runner import Progress
from desktop.ui.page.workbooks import save_workbook
from desktop.ui.widgets.fields.choice_row import Way


def ways_of(parent: QWidget, context: Context, kind: OfficeList, extent: Extent) -> list[GivingOut]:
    """Return both ways to give a list out.

    Args:
        parent: the page.
        context: the open office and the runner.
        kind: which list.
        extent: how much of it, and as of which day.
    """
    tr = QCoreApplication.translate
    back = tr("Import", "Sửa xong nhập lại được.")
    printed = tr("Import", "In ra máy in hoặc lưu PDF.")
    if bears_numbers(kind.name):
        back = tr("Import", "Tệp có đủ số định danh; sửa xong nhập lại được.")
        printed = tr("Import", "In ra máy in hoặc lưu PDF; không có đủ số định danh.")
    return [
        GivingOut(
            Way(f"{kind.name}-file", "table", tr("Import", "{0}, Excel").format(kind.title), back),
            partial(save_list, parent, context, kind, extent),
        ),
        GivingOut(
            Way(f"{kind.name}-paper", "printer", tr("Import", "{0}, giấy").format(kind.title), printed),
            partial(print_list, parent, context, kind, extent),
        ),
    ]


def save_list(parent: QWidget, context: Context, kind: OfficeList, extent: Extent) -> None:
    """Ask where a list goes, and write it there as a workbook; it can be stopped."""
    tr, workplace = QCoreApplication.translate, context.workplace
    caption = tr("Import", "Lưu {0}").format(_lower(kind.title))
    if bears_numbers(kind.name):
        caption = tr("Import", "{0}; tệp có đủ số định danh").format(caption)
    word = tr("Import", "dòng")

    def write(path: Path, progress: Progress) -> int:
        return give_out(workplace, kind, path, extent, lambda done, total: progress.step(done, total, word))

    save_workbook(parent, context, caption, f"{file_stem(kind, extent)}.xlsx", write)


def print_list(parent: QWidget, context: Context, kind: OfficeList, extent: Extent) -> None:
    """Ask for a printer or a file, and print a list."""
    tr, workplace = QCoreApplication.translate, context.workplace
    sentence = tr("Import", "Danh sách theo sổ hôm nay.")
    if extent.on is not None:
        sentence = tr("Import", "Danh sách theo sổ ngày {0}.").format(f"{extent.on:%d/%m/%Y}")
    print_paper(
        context,
        parent,
        lambda: kind.draw(workplace, extent),
        headline=kind.title,
        sentence=sentence,
        yes=tr("Import", "In"),
        file_name=f"{file_stem(kind, extent)}.pdf",
    )


def file_stem(kind: OfficeList, extent: Extent) -> str:
    """Return the name of a list's file without its ending: what it is, of which place, of which day."""
    day = "" if extent.on is None else f"{extent.on:%Y-%m-%d}"
    return "-".join(filter(None, (kind.file_stem, extent.place or "", day)))


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"
