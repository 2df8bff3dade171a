"""Which members of a branch are listed: by standing, by what else is asked of them, by a part of a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.services.party.member_views import MemberLine
from desktop.services.party.standing import Standing
from desktop.ui.lists.kept_filters import Chosen
from desktop.ui.lists.search_box import SearchBox
from desktop.ui.party.structure_words import held_words
from desktop.ui.widgets import style
from desktop.ui.widgets.buttons import Segmented
from desktop.ui.widgets.fields.choice import ChoiceField
from desktop.ui.widgets.fields.field import width_of
from desktop.vietnamese.finding import begins, words_sought
from desktop.vietnamese.text import fold
from desktop.vietnamese.theory_levels import THEORY_WORDS

_ALL, _OFFICIAL, _PROBATIONARY, _TO_SEE = range(4)
_MAJORITY = "kinh"
_YOUNG, _OLD = 30, 60

Fits = Callable[[MemberLine], bool]


class MemberFilter(QWidget):
    """The filter; ``changed`` when other members are to be listed.

    Args:
        parent: the page.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standings = Segmented(self._words(), self, wraps=True)
        self.standings.chosen.connect(lambda _: self.changed.emit())
        self.more = ChoiceField("", self._choices(), self)
        self.more.combo.setAccessibleName(self.tr("Lọc thêm"))
        self.more.committed.connect(lambda _: self.changed.emit())
        self.more.combo.setMinimumWidth(1)
        self.more.setMaximumWidth(style.grown(168))
        self.more.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search = SearchBox(self)
        self.search.set_hint(self.tr("Tìm tên (Ctrl+F)"))
        self.search.setMinimumWidth(width_of(self.tr("Tìm tên")))
        self.search.setAccessibleName(self.tr("Tìm trong chi bộ"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(style.grown(200))
        self.search.textChanged.connect(lambda _: self.changed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.size("grid"))
        row.addWidget(self.standings, 3)
        row.addWidget(self.more, 1)
        row.addWidget(self.search, 1)

    def filtered(self, lines: Sequence[MemberLine]) -> list[MemberLine]:
        """Return the members that are to be listed, and count in the words those of each standing."""
        more, sought = _ASKED[self.more.value()], words_sought(self.search.text())
        kept = [line for line in lines if more(line) and _is_named(line, sought)]
        self.standings.set_words(
            [
                f"{word} {sum(_STANDINGS[number](line) for line in kept)}"
                for number, word in enumerate(self._words())
            ]
        )
        return [line for line in kept if _STANDINGS[self.standings.index()](line)]

    def clear(self) -> None:
        """List everybody."""
        self.search.clear()
        self.more.forget()
        self.more.set_value("all")
        self.standings.choose(_ALL)
        self.changed.emit()

    def narrowed_to(self) -> Chosen:
        """Tell what the list is narrowed to, for a filter that is kept."""
        return {
            "search": self.search.text().strip(),
            "standing": str(self.standings.index()),
            "more": str(self.more.value()),
        }

    def narrow(self, chosen: Chosen) -> None:
        """List whom a kept filter means."""
        standing = str(chosen.get("standing") or _ALL)
        self.standings.choose(int(standing) if standing.isdigit() and int(standing) in _STANDINGS else _ALL)
        more = chosen.get("more")
        self.more.set_value(more if more in _ASKED else "all")
        self.search.setText(str(chosen.get("search") or ""))
        self.changed.emit()

    def show_only_to_see(self) -> None:
        """List only who wants a person."""
        self.clear()
        self.standings.choose(_TO_SEE)

    def focus_search(self) -> None:
        """Go to the search, what stands in it selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def clear_search(self) -> bool:
        """Empty the search; False where it is empty already."""
        if not self.search.text():
            return False
        self.search.clear()
        return True

    def _words(self) -> tuple[str, ...]:
        return self.tr("Tất cả"), self.tr("Chính thức"), self.tr("Dự bị"), self.tr("Cần xem")

    def _choices(self) -> list[tuple[str, str]]:
        return [
            ("all", self.tr("Mọi người")),
            ("exempt", self.tr("Miễn sinh hoạt")),
            ("elsewhere", self.tr("Đi nơi khác")),
            ("here", self.tr("Nơi khác đến")),
            ("women", self.tr("Nữ")),
            ("ethnic", self.tr("Dân tộc thiểu số")),
            ("young", self.tr("Đến 30 tuổi")),
            ("old", self.tr("Từ 60 tuổi")),
            ("untrained", self.tr("Chưa học hoặc chưa rõ lý luận")),
        ]


def _anybody(_: MemberLine) -> bool:
    return True


def _is_named(line: MemberLine, sought: Sequence[str]) -> bool:
    words = f"{line.name} {line.post} {held_words(line)}"
    return all(begins(words, part) for part in sought)


_STANDINGS: dict[int, Fits] = {
    _ALL: _anybody,
    _OFFICIAL: lambda line: line.standing is Standing.OFFICIAL,
    _PROBATIONARY: lambda line: line.standing is Standing.PROBATIONARY,
    _TO_SEE: lambda line: bool(line.troubles) or line.standing is Standing.UNKNOWN,
}
_ASKED: dict[str, Fits] = {
    "all": _anybody,
    "exempt": lambda line: line.standing is Standing.EXEMPT,
    "elsewhere": lambda line: line.standing is Standing.ELSEWHERE,
    "here": lambda line: line.standing is Standing.HERE,
    "women": lambda line: line.sex == "Nữ",
    "ethnic": lambda line: bool(line.ethnic) and fold(line.ethnic) != _MAJORITY,
    "young": lambda line: line.age is not None and line.age <= _YOUNG,
    "old": lambda line: line.age is not None and line.age >= _OLD,
    "untrained": lambda line: line.theory in ("", THEORY_WORDS[0]),
}
