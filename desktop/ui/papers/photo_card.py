"""Photographs for the posting sheet: one file for each candidate, for this print alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.services.elections.candidate_photos import read_photo
from desktop.services.elections.candidate_views import CandidatesView, candidates_view
from desktop.ui.page.page import Context
from desktop.ui.widgets import style
from desktop.ui.widgets.areas.layouts import clear
from desktop.ui.widgets.buttons import Button, quiet
from desktop.ui.widgets.card import Card
from desktop.ui.widgets.dialogs.file_choosing import ask_open_file
from desktop.ui.widgets.labels import ElidedLabel, label


class PhotoCard(Card):
    """The candidates in the order of the ballot, each with a button; ``changed`` follows each choice.

    Attributes:
        buttons: one for each candidate.

    Args:
        context: the open office and the runner.
        parent: the panel.
    """

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Ảnh người ứng cử"), parent)
        self._context = context
        self._code = ""
        self._people: list[tuple[int, str]] = []
        self._photos: dict[int, bytes] = {}
        self.buttons: list[Button] = []
        said = label(self.tr("Ảnh 4 × 6, chỉ dùng cho lần in này; không có thì dán."), "caption", self)
        said.setWordWrap(True)
        self.body.addWidget(said)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(style.size("grid"))
        self._grid.setVerticalSpacing(style.size("inner"))
        self._grid.setColumnStretch(0, 1)
        self.body.addLayout(self._grid)

    def photos(self) -> dict[int, bytes]:
        """Return the photographs by the keys of the people on them."""
        return dict(self._photos)

    def load(self, code: str) -> None:
        """Name the candidates of an election; the photographs of another one are let go."""
        if code != self._code:
            self._photos.clear()
        self._code = code
        place = self._context.workplace

        def shown(view: CandidatesView) -> None:
            if code == self._code:
                self._show([(line.person.person or 0, line.person.name) for line in view.candidates])

        self._context.ask(lambda: candidates_view(place, code), shown)

    def choose(self, person: int) -> None:
        """Choose the photograph of a candidate, or take it away where there is one."""
        if self._photos.pop(person, None) is not None:
            self._dress()
            self.changed.emit()
            return
        ask_open_file(
            self,
            "photos",
            self.tr("Chọn ảnh người ứng cử"),
            [(self.tr("Ảnh"), ["*.jpg", "*.jpeg", "*.png"])],
            partial(self.take, person),
        )

    def take(self, person: int, path: Path) -> None:
        """Read a file as the photograph of a candidate."""

        def read(content: bytes) -> None:
            self._photos[person] = content
            self._dress()
            self.changed.emit()

        self._context.ask(lambda: read_photo(path), read)

    def _show(self, people: Sequence[tuple[int, str]]) -> None:
        clear(self._grid)
        self.buttons, self._people = [], list(people)
        for row, (person, name) in enumerate(people):
            button = quiet("", self)
            button.clicked.connect(partial(self._pressed, person))
            self.buttons.append(button)
            self._grid.addWidget(ElidedLabel(name, "body", self), row, 0)
            self._grid.addWidget(button, row, 1)
        self._photos = {person: self._photos[person] for person, _ in people if person in self._photos}
        self._dress()

    def _pressed(self, person: int, _checked: bool = False) -> None:
        self.choose(person)

    def _dress(self) -> None:
        for (person, name), button in zip(self._people, self.buttons, strict=True):
            there = person in self._photos
            button.setText(self.tr("Bỏ ảnh") if there else self.tr("Chọn ảnh…"))
            said = self.tr("Bỏ ảnh của {0}") if there else self.tr("Chọn ảnh của {0}")
            button.setAccessibleName(said.format(name))
