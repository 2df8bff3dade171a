"""Which hamlet each part of a commune's list is of: each sheet, or each value of its column of hamlets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import partial

from desktop.errors import RequestRefused
from desktop.models.places import Unit
from desktop.models.store.session import reading as reading_session
from desktop.services.lists import taking as list_import
from desktop.services.lists.list_kind import ListKind
from desktop.services.lists.parts import (
    Part,
    PartAccount,
    Proposal,
    Why,
    accounted,
    divided,
    places_of,
)
from desktop.services.lists.preview import Preview
from desktop.services.office.workplace import Workplace, is_training, own_unit
from desktop.services.places.choice import kind_and_name, named
from desktop.services.places.hamlets import HamletLine, add_hamlet, hamlet_lines
from desktop.sheets.lists.reading import Reading
from desktop.sheets.lists.stated import hamlets_stated
from desktop.vietnamese.text import fold

# What stands before a hamlet's name in sheets' names and columns, written out or not.
_BEFORE = (
    re.compile(r"^\d+ (?=[a-z])"),
    re.compile(r"^(?:ds|danh sach)(?: (?:cac )?ho(?: gia dinh| dan)?)? "),
    re.compile(
        r"^(?:thon|ban|khu pho|khu dan cu|to dan pho|tieu khu|buon|lang|ap|xom|khom|tdp|kp|kdc|tk|t|b|k) "
    ),
)
_SIGNS = re.compile(r"[^a-z0-9]+")
# A slip of the pen: most letters are the same, in their order.
_NEAR = 0.8


def parts_of(
    workplace: Workplace, reading: Reading, said: Mapping[str, str | None] | None = None
) -> tuple[Part, ...]:
    """Return the parts of a list in their order, each with the hamlet that the program or a person says.

    Args:
        workplace: the open office.
        reading: the list.
        said: by what a part says the hamlet's code as a person has it; None where it is left out.
    """
    lines = hamlet_lines(workplace, ended=True)
    living = {line.code for line in lines if line.ends_on is None}
    return divided(reading, hamlets_stated(reading), said or {}, living, partial(proposed, lines))


def is_of_several(reading: Reading) -> bool:
    """Tell whether a list is of several hamlets by what its sheets or its column say."""
    return len(set(hamlets_stated(reading).values())) > 1


def accounts_of(workplace: Workplace, shown: Preview) -> tuple[PartAccount, ...]:
    """Return the account of a list by its parts; none of a list that is of one hamlet."""
    if shown.places is None:
        return ()
    names = {line.code: line.full_name for line in hamlet_lines(workplace)}
    parts = parts_of(workplace, shown.whole, shown.said.hamlets)
    return accounted(shown, hamlets_stated(shown.whole), parts, names)


def preview_parts(
    workplace: Workplace, kind: ListKind[Unit], reading: Reading, said: Mapping[str, str | None]
) -> Preview:
    """Set a list of several hamlets beside the registers of all of them, and write nothing.

    Args:
        workplace: the open office.
        kind: of the list.
        reading: all that the file holds.
        said: by what a part says the code of its hamlet; parts without one wait for a person.

    Raises:
        RequestRefused: ``unknown.unit``.
    """
    places = places_of(hamlets_stated(reading), parts_of(workplace, reading, said))
    with reading_session(workplace.database) as session:
        commune = own_unit(session).code
    return list_import.preview(workplace, kind, commune, reading, places=places)


def proposed(lines: Sequence[HamletLine], text: str) -> Proposal:
    """Return the code of the living hamlet that a text means, and how that is known.

    Args:
        lines: the commune's hamlets, those of the past too.
        text: as a sheet or a column says it.
    """
    living = [line for line in lines if line.ends_on is None]
    if not text:
        return None, Why.UNKNOWN
    exact = named(living, text) or _alone(living, text)
    if exact is not None:
        return exact.code, Why.NAME
    past = [line for line in lines if line.ends_on is not None]
    before = named(past, text) or _alone(past, text)
    if before is not None:
        heirs = [line for line in living if line.full_name in before.successors or line.code == before.code]
        return (heirs[0].code, Why.OLD) if len(heirs) == 1 else (None, Why.UNKNOWN)
    keys, bare = {_plain(line.name): line.code for line in living}, _forms(text)[-1]
    near = get_close_matches(bare, keys, 2, _NEAR)
    # A number is no slip of the pen for another.
    if len(near) == 1 and not any(sign.isdigit() for sign in bare):
        return keys[near[0]], Why.NEAR
    return None, Why.UNKNOWN


def with_hamlets(workplace: Workplace, parts: Sequence[Part], file: str) -> dict[str, str | None]:
    """Return the hamlet of each part for a command, which can ask nobody.

    A training office, whose people are invented, makes the hamlets that it lacks.

    Raises:
        RequestRefused: ``import.parts`` with those that are no known hamlet.
    """
    unknown = [part.said for part in parts if part.place is None]
    known: dict[str, str | None] = {part.said: part.place for part in parts}
    if not unknown:
        return known
    with reading_session(workplace.database) as session:
        training = is_training(session)
    if not training or not all(unknown):
        raise RequestRefused("import.parts", where=file, parts=", ".join(text or "?" for text in unknown))
    return known | {text: add_hamlet(workplace, *kind_and_name(text)) for text in unknown}


def _alone(lines: Sequence[HamletLine], text: str) -> HamletLine | None:
    """Return the only hamlet whose name is a text, or what remains without what stands before names."""
    for form in _forms(text):
        found = [line for line in lines if form in (_plain(line.name), _plain(line.full_name))]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _forms(text: str) -> list[str]:
    """Return a text as it is compared, and then without one after the other that may stand before a name."""
    forms = [_plain(text)]
    for before in _BEFORE:
        forms.append(before.sub("", forms[-1], count=1))
    return forms


def _plain(text: str) -> str:
    words = _SIGNS.sub(" ", fold(text)).split()
    return " ".join(str(int(word)) if word.isdigit() else word for word in words)
