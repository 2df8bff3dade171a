"""What an import says of the parts of a file: each is of a hamlet, or of a branch."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class PartWords:
    """The words; ``{0}`` stands for a number.

    Attributes:
        into: heads the choice of a part's place.
        step: of the stepper.
        target: says what the whole list is taken into.
        every: the choice that takes each part into its own place.
        table, explain: name the table of parts, and say what a choice means.
        places: so many places are meant.
        unknown: of so many parts nobody knows which.
        as_name, like_name, never: why a part is what it is: its name, one like it, one that nobody bears.
        old: it bears a name of the past.
    """

    into: str
    step: str
    target: str
    every: str
    table: str
    explain: str
    places: str
    unknown: str
    as_name: str
    like_name: str
    old: str
    never: str


def part_words(of: str) -> PartWords:
    """Return the words of a list by what its parts are of, as its reach says."""
    return branch_words() if of == "branches" else hamlet_words()


def hamlet_words() -> PartWords:
    """Return the words of a list whose parts are of hamlets."""
    tr = QCoreApplication.translate
    return PartWords(
        into=tr("Import", "Ghi vào thôn"),
        step=tr("Import", "Ghép thôn"),
        target=tr("Import", "Thôn mà danh sách hộ này được ghi vào."),
        every=tr("Import", "Mỗi phần vào thôn của nó"),
        table=tr("Import", "Các phần của tệp theo thôn"),
        explain=tr(
            "Import",
            "Trang hay giá trị này của tệp là thôn nào. Lần sau tệp có cùng tiêu đề được ghi như đã chọn.",
        ),
        places=tr("Import", "{0} thôn"),
        unknown=tr("Import", "{0} phần chưa rõ là thôn nào."),
        as_name=tr("Import", "Tên giống tên thôn trong sổ."),
        like_name=tr("Import", "Tên gần giống; hãy xem lại."),
        old=tr("Import", "Tên cũ của thôn."),
        never=tr("Import", "Chưa thôn nào trong sổ mang tên này. Chọn thôn, hoặc chọn không nhập."),
    )


def branch_words() -> PartWords:
    """Return the words of a list whose parts are of branches."""
    tr = QCoreApplication.translate
    return PartWords(
        into=tr("Import", "Ghi vào chi bộ"),
        step=tr("Import", "Ghép chi bộ"),
        target=tr("Import", "Chi bộ mà danh sách đảng viên này được ghi vào."),
        every=tr("Import", "Mỗi phần vào chi bộ của nó"),
        table=tr("Import", "Các phần của tệp theo chi bộ"),
        explain=tr(
            "Import",
            "Trang hay giá trị này của tệp là chi bộ nào. Lần sau tệp có cùng tiêu đề được ghi như đã chọn.",
        ),
        places=tr("Import", "{0} chi bộ"),
        unknown=tr("Import", "{0} phần chưa rõ là chi bộ nào."),
        as_name=tr("Import", "Tên giống tên chi bộ hoặc thôn của chi bộ."),
        like_name=tr("Import", "Tên gần giống; hãy xem lại."),
        old=tr("Import", "Tên cũ, trước khi sáp nhập hoặc đổi tên."),
        never=tr("Import", "Chưa chi bộ nào trong sổ mang tên này. Chọn chi bộ, hoặc chọn không nhập."),
    )
