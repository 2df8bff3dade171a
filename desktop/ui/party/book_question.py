"""The question that writes a line into a book of the branch, or writes one anew: each book asks its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.services.party.books import Book, EntryLine, NewEntry
from desktop.ui.page.submitted_question import Asked, Submit, SubmittedQuestion
from desktop.ui.party.party_words import register_word
from desktop.ui.party.question_rows import beside
from desktop.ui.widgets.fields.day import DateField
from desktop.ui.widgets.fields.text import NumberField, TextField


@dataclass(frozen=True, slots=True)
class EntryWords:
    """What a book asks: the label of each field by its name in ``NewEntry``, and what the line means."""

    sentence: str
    labels: Mapping[str, str]


class EntryQuestion(SubmittedQuestion):
    """Asks for a line of a book.

    Args:
        parent: the window it belongs to.
        book: which book.
        today: offered as the day.
        line: the line to be written anew; None for a new one.
        submit: is given a ``NewEntry``.
    """

    def __init__(
        self, parent: QWidget | None, book: Book, today: date, line: EntryLine | None, submit: Submit
    ) -> None:
        words = entry_words(book)
        done = _tr("Ghi dòng") if line is None else _tr("Sửa dòng")
        super().__init__(parent, Asked(register_word(book), words.sentence, done), submit)
        self.fields: dict[str, DateField | NumberField | TextField] = {
            key: _field(key, label, self) for key, label in words.labels.items()
        }
        offered = {"happens_on": today} if line is None else {key: getattr(line, key) for key in self.fields}
        for key, value in offered.items():
            self.fields[key].set_value(value)
        for row in _ROWS[book]:
            beside(self, *(self.fields[key] for key in row))
        next(iter(self.fields.values())).setFocus()

    def _agree(self) -> None:
        for key, field in self.fields.items():
            if isinstance(field, DateField) and not self.check_day(field, needed=key == "happens_on"):
                return
            field.commit()
            if field.problem():
                field.setFocus()
                return
        day = self.fields["happens_on"].value()
        said = {key: field.value() for key, field in self.fields.items()}
        self.hand_in(replace(NewEntry(day), **said))


def entry_words(book: Book) -> EntryWords:
    """Return what a book asks."""
    who, number, paper_on = _tr("Họ và tên đảng viên"), _tr("Số giấy"), _tr("Ngày của giấy")
    note, decision = _tr("Ghi chú"), _tr("Số quyết định")
    return {
        Book.CARDS_RECEIVED: EntryWords(
            _tr("Thẻ của ai, nhận của cấp nào. Số thẻ lấy từ danh sách, sổ in ba số cuối."),
            {
                "name": who,
                "happens_on": _tr("Ngày nhận"),
                "party": _tr("Nơi giao"),
                "number": number,
                "paper_on": paper_on,
            },
        ),
        Book.FILES_RECEIVED: EntryWords(
            _tr("Chỉ ghi hồ sơ của ai, nhận của ai, mấy tài liệu; nội dung hồ sơ không ghi vào máy."),
            {
                "name": who,
                "happens_on": _tr("Ngày nhận"),
                "party": _tr("Nơi giao"),
                "amount": _tr("Số tài liệu"),
                "number": number,
                "paper_on": paper_on,
                "note": note,
            },
        ),
        Book.FILES_LENT: EntryWords(
            _tr("Hồ sơ của ai, ai mượn, hạn trả. Hồ sơ chưa trả còn trong sổ của năm sau."),
            {
                "name": _tr("Hồ sơ của đảng viên"),
                "happens_on": _tr("Ngày mượn"),
                "party": _tr("Người mượn"),
                "until": _tr("Hạn trả"),
                "subject": _tr("Lý do"),
            },
        ),
        Book.BADGES: EntryWords(
            _tr("Ngày vào Đảng lấy từ danh sách."),
            {
                "name": who,
                "happens_on": _tr("Ngày trao"),
                "amount": _tr("Bao nhiêu năm tuổi Đảng"),
                "subject": _tr("Số Huy hiệu"),
                "number": decision,
                "paper_on": _tr("Ngày ký"),
                "note": note,
            },
        ),
        Book.REWARDS: EntryWords(
            _tr("Bỏ trống họ tên khi khen cả chi bộ."),
            {
                "name": who,
                "happens_on": _tr("Ngày khen thưởng"),
                "subject": _tr("Hình thức"),
                "party": _tr("Cấp khen thưởng"),
                "number": decision,
                "paper_on": _tr("Ngày ký"),
                "note": note,
            },
        ),
        Book.RESOLUTIONS: EntryWords(
            _tr("Số, trích yếu và kết quả biểu quyết; văn bản nghị quyết lưu bản giấy."),
            {
                "number": _tr("Số nghị quyết"),
                "happens_on": _tr("Ngày"),
                "subject": _tr("Trích yếu"),
                "amount": _tr("Tán thành"),
                "out_of": _tr("Trên số biểu quyết"),
                "note": note,
            },
        ),
    }[book]


_DATES = ("happens_on", "paper_on", "until")
_NUMBERS = ("amount", "out_of")
_PAPER = ("number", "paper_on")
_ROWS: dict[Book, tuple[tuple[str, ...], ...]] = {
    Book.CARDS_RECEIVED: (("name", "happens_on"), ("party",), _PAPER),
    Book.FILES_RECEIVED: (("name", "happens_on"), ("party", "amount"), _PAPER, ("note",)),
    Book.FILES_LENT: (("name",), ("happens_on", "until"), ("party", "subject")),
    Book.BADGES: (("name", "happens_on"), ("amount", "subject"), _PAPER, ("note",)),
    Book.REWARDS: (("name", "happens_on"), ("subject", "party"), _PAPER, ("note",)),
    Book.RESOLUTIONS: (("number", "happens_on"), ("subject",), ("amount", "out_of"), ("note",)),
}


def _field(key: str, words: str, parent: QWidget) -> DateField | NumberField | TextField:
    if key in _DATES:
        return DateField(words, parent)
    return NumberField(words, parent) if key in _NUMBERS else TextField(words, parent)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Party", text)
