"""The table of hamlets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from PySide6.QtCore import QCoreApplication

from desktop.services.places.hamlets import HamletLine
from desktop.ui.widgets.state import State
from desktop.ui.widgets.table.columns import Column


def hamlet_columns() -> tuple[Column, ...]:
    """Return the columns: name, households counted and stated, head, difficult, from and to."""
    tr = QCoreApplication.translate
    return (
        Column(tr("Hamlets", "Thôn, khu phố"), lambda line: line.full_name, state=_faded, weight="medium"),
        Column(
            tr("Hamlets", "Hộ trong sổ"),
            lambda line: _number(line.counted),
            state=_counted,
            width=92,
            align="right",
        ),
        _fact(tr("Hamlets", "Theo xã"), lambda line: _number(line.stated), 76, align="right"),
        Column(tr("Hamlets", "Trưởng thôn"), _head, state=_serving, width=156),
        _fact(
            tr("Hamlets", "Khó khăn"),
            lambda line: tr("Hamlets", "Đặc biệt") if line.is_difficult else "",
            84,
            gives_way=True,
        ),
        _fact(tr("Hamlets", "Từ ngày"), lambda line: _day(line.starts_on), 116, gives_way=True),
        _fact(tr("Hamlets", "Đến ngày"), lambda line: _day(line.ends_on), 116, gives_way=True),
    )


def totals(lines: Sequence[HamletLine], on: date | None = None) -> tuple[str, str]:
    """Say how many hamlets there are, on a day or today, and their households counted and stated.

    Returns:
        The whole, and the same without what the commune's list states, for a narrow window.
    """
    living = [line for line in lines if on is not None or line.ends_on is None]
    if not living:
        return "", ""
    tr = QCoreApplication.translate
    counted = sum(line.counted for line in living)
    said = shorter = tr("Hamlets", "{0} thôn, khu phố; {1} hộ trong sổ").format(len(living), _number(counted))
    stated = [line.stated for line in living if line.stated is not None]
    if len(stated) == len(living):
        said += tr("Hamlets", ", {0} hộ theo danh sách của xã").format(_number(sum(stated)))
    return said, shorter


def _fact(
    heading: str,
    text: Callable[[HamletLine], str],
    width: int,
    *,
    align: Literal["left", "right"] = "left",
    gives_way: bool = False,
) -> Column:
    # An empty cell has nothing to fade.
    return Column(
        heading,
        text,
        state=lambda line: _faded(line) if text(line) else None,
        width=width,
        align=align,
        gives_way=gives_way,
    )


def _head(line: HamletLine) -> str:
    if line.head or not line.provisional_head:
        return line.head or ""
    return QCoreApplication.translate("Hamlets", "{0} (lâm thời)").format(line.provisional_head)


def _serving(line: HamletLine) -> State | None:
    if line.ends_on is None and line.provisional_ends and not line.head:
        return State("attention")
    return _faded(line) if _head(line) else None


def _counted(line: HamletLine) -> State | None:
    if line.ends_on is not None or not line.counted:
        return _faded(line) or State("not_yet")
    return State("attention") if line.stated not in (None, line.counted) else None


def _faded(line: HamletLine) -> State | None:
    return State("same") if line.ends_on is not None else None


def _number(value: int | None) -> str:
    return "" if value is None else f"{value:,}".replace(",", ".")


def _day(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"
