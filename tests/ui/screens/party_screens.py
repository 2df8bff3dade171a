"""Scenes of the branches and their members."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.services.office.sides import Side
from desktop.services.party.books import Book
from desktop.ui.page.page import Session
from desktop.ui.party.party_page import PartyPage
from tests.offices import party_example, register_example, structure_example
from tests.offices.desks import COMMUNE
from tests.offices.hands import page_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.ui.frame.frame import Frame
    from tests.offices.register_example import Register
    from tests.ui.screens.studio import Steps, Studio


_TABS = ("to-chuc", "chuc-vu", "phan-cong", "ba-chuc-danh")
_ASKED = {
    "to-chuc": tuple((asked, asked) for asked in ("primary", "term", "gather", "lengthen", "merge")),
    "chuc-vu": (("primary", "primary"), ("tieu-chuan", "standard")),
    "phan-cong": (("primary", "primary"),),
}


def draw(studio: Studio) -> None:
    """Set them."""
    with tempfile.TemporaryDirectory() as kept:
        register = register_example.with_hamlets(Path(kept) / "trong")
        _page(register, studio, "chi-bo-trong")
        register.workplace.database.close()
        register = party_example.with_members(Path(kept) / "xa")
        place = register.workplace
        party_example.with_entries(place)

        def first(frame: Frame) -> None:
            wanted = party_example.first_branch(place)
            page_of(frame, PartyPage).branches.select(lambda line: line.code == wanted)

        def away(frame: Frame) -> None:
            page_of(frame, PartyPage).table.select(lambda line: line.name == "Đặng Quốc Hưởng")

        stops: list[tuple[str, Steps]] = [("chi-bo-khong-ai", ()), ("chi-bo", (first, away))]
        stops += [
            (f"chi-bo-{name.replace('_', '-')}", (partial(_ask, name),))
            for name in ("add_one", "change_standing", "move_out")
        ]
        stops.append(("chi-bo-so", (partial(_ask, "show_registers"),)))
        stops.append(("chi-bo-so-reconcile", (_reconcile,)))
        for kind in ("home", "files_lent", "resolutions"):
            stops.append((f"chi-bo-so-{kind}", (partial(_book, kind),)))
        stops += [(f"chi-bo-so-{book}-ghi", (partial(_book, book.value), _write)) for book in Book]
        stops.append(("chi-bo-so-contact", (partial(_book, "home"), _contact)))
        stops.append(("chi-bo-den-han", (partial(_ask, "show_list"), partial(_ask, "show_dues"))))
        workbook = party_example.commune_workbook(place, Path(kept) / "ca-xa.xlsx")
        stops.append(("chi-bo-nhap-ca-xa", (partial(_ask, "show_list"), partial(_take, workbook))))
        studio.tour(Session(place, register.keys), stops, "party")
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
    stops: list[tuple[str, Steps]] = [("chi-bo-nhieu", ())]
    for tab, name in enumerate(_TABS):
        stops.append((f"chi-bo-{name}", (partial(over, tab), *([joint] if tab == 0 else []))))
        stops += [(f"chi-bo-{name}-{slug}", (partial(does, asked),)) for slug, asked in _ASKED.get(name, ())]
    studio.tour(Session(register.workplace, register.keys), stops, "party")
    # An office of the Party alone: its own places in the rail, and the hamlets that branches follow.
    alone = Session(replace(register.workplace, side=Side.PARTY), register.keys)
    studio.tour(alone, [("dang-uy-chi-bo", ())], "party", desk=replace(COMMUNE, side="party"))
    studio.tour(alone, [("dang-uy-thon", ())], "hamlets", desk=replace(COMMUNE, side="party"))
    register.workplace.database.close()


def _ask(name: str, frame: Frame) -> None:
    getattr(page_of(frame, PartyPage), name)()


def _reconcile(frame: Frame) -> None:
    page_of(frame, PartyPage).registers.reconcile.click()


def _book(kind: str, frame: Frame) -> None:
    page_of(frame, PartyPage).registers.table.select(lambda one: one == kind)


def _write(frame: Frame) -> None:
    page_of(frame, PartyPage).registers.entries.add.click()


def _contact(frame: Frame) -> None:
    page_of(frame, PartyPage).registers.contacts.add.click()


def _take(workbook: Path, frame: Frame) -> None:
    page_of(frame, PartyPage).take_file(workbook)


def _page(register: Register, studio: Studio, name: str, *steps: Callable[[Frame], None]) -> None:
    session = Session(register.workplace, register.keys)
    studio.window(session, name, "party", None, steps=steps)
