"""Scenes of the branches and their members."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.ui.page.page import Session
from desktop.ui.party.party_page import PartyPage
from tests.offices import party_example, register_example, structure_example
from tests.offices.hands import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.frame import Frame
    from tests.offices.register_example import Register
    from tests.ui.screens.studio import Studio


_TABS = ("to-chuc", "chuc-vu", "phan-cong", "ba-chuc-danh")


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        register = register_example.with_hamlets(Path(kept) / "trong")
        _page(register, studio, "chi-bo-trong")
        register.workplace.database.close()
        register = party_example.with_members(Path(kept) / "xa")
        place = register.workplace

        def first(frame: Frame) -> None:
            wanted = party_example.first_branch(place)
            page_of(frame, PartyPage).branches.select(lambda line: line.code == wanted)

        def away(frame: Frame) -> None:
            page_of(frame, PartyPage).table.select(lambda line: line.name == "Đặng Quốc Hưởng")

        _page(register, studio, "chi-bo-khong-ai")
        _page(register, studio, "chi-bo", first, away)
        for name in ("add_one", "change_standing", "move_out"):
            _page(register, studio, f"chi-bo-{name.replace('_', '-')}", first, partial(_ask, name))
        _page(register, studio, "chi-bo-so", first, partial(_ask, "show_registers"))
        _page(register, studio, "chi-bo-den-han", first, partial(_ask, "show_dues"))
        for name in ("reconcile", "contact"):
            _page(
                register,
                studio,
                f"chi-bo-so-{name}",
                first,
                partial(_ask, "show_registers"),
                partial(_press, name),
            )
        place.database.close()
        _structure(studio, Path(kept))


def _structure(studio: Studio, kept: Path) -> None:
    """Set organisations, posts, assignments and the model of three posts, empty and full."""

    def over(tab: int, frame: Frame) -> None:
        page = page_of(frame, PartyPage)
        if page.structure is None:
            page.show_structure()
        assert page.structure is not None
        page.structure.tabs.choose(tab)

    def does(name: str, frame: Frame) -> None:
        structure = page_of(frame, PartyPage).structure
        assert structure is not None
        part = structure.parts[structure.tabs.index()]
        getattr(part, name)()

    def joint(frame: Frame) -> None:
        structure = page_of(frame, PartyPage).structure
        assert structure is not None
        structure.organisations.table.select(lambda line: line.term is not None and line.term.lengthened_by)

    register = register_example.with_hamlets(kept / "trong-2")
    _page(register, studio, "chi-bo-to-chuc-trong", partial(over, 0))
    register.workplace.database.close()
    register = structure_example.with_structure(kept / "to-chuc")
    for tab, name in enumerate(_TABS):
        _page(register, studio, f"chi-bo-{name}", partial(over, tab), *([joint] if tab == 0 else []))
    for asked in ("primary", "term", "lengthen", "merge"):
        _page(register, studio, f"chi-bo-to-chuc-{asked}", partial(over, 0), joint, partial(does, asked))
    _page(register, studio, "chi-bo-chuc-vu-primary", partial(over, 1), partial(does, "primary"))
    _page(register, studio, "chi-bo-chuc-vu-tieu-chuan", partial(over, 1), partial(does, "standard"))
    _page(register, studio, "chi-bo-phan-cong-primary", partial(over, 2), partial(does, "primary"))
    register.workplace.database.close()


def _ask(name: str, frame: Frame) -> None:
    getattr(page_of(frame, PartyPage), name)()


def _press(name: str, frame: Frame) -> None:
    getattr(page_of(frame, PartyPage).registers, name).click()


def _page(register: Register, studio: Studio, name: str, *steps: Callable[[Frame], None]) -> None:
    session = Session(register.workplace, register.keys)
    studio.window(session, name, "party", None, steps=steps)
