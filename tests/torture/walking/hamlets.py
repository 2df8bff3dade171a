"""Steps on hamlets: added, renamed, merged, split, ended, and each of these taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from desktop.services.places import hamlets, shares, succession
from tests.torture.walking.model import Change
from tests.torture.walking.walker import LOG, Walker, changes

_NAMES = ("Lục Ngù", "Nà Ếch", "Khe Mó", "Pò Đán", "Nà Choòng", "Khe Vằn", "Sú Cáu", "Thánh Thìn", "Mò Túc")
_WRONG = ("", "   ")


def add(walker: Walker) -> None:
    """Add a hamlet."""
    name = walker.pick(_NAMES, _WRONG)
    batch = walker.ask(
        f"add hamlet {name}", lambda: hamlets.new_hamlet(walker.office, "Thôn", name, walker.office.today())
    )
    model = walker.model
    walker.demand(name in _NAMES and name not in model.hamlets, f"{name!r} was added")
    _note(walker, Change(batch, (name,), (), {}))


def rename(walker: Walker) -> None:
    """Give a hamlet another name."""
    old, new = walker.pick(sorted(walker.model.hamlets), ("Không Có",)), walker.pick(_NAMES, _WRONG)
    code, on = walker.code_of(old), _day(walker)
    _change(
        walker,
        f"rename {old} {new} on {on}",
        lambda: succession.rename(walker.office, code, "Thôn", new, on),
        (old,),
        {new: walker.model.living(old)},
        on - timedelta(days=1),
    )


def merge(walker: Walker) -> None:
    """Make one hamlet of two."""
    olds = (walker.pick(sorted(walker.model.hamlets)), walker.pick(sorted(walker.model.hamlets)))
    new, on = walker.pick(_NAMES, _WRONG), _day(walker)
    codes = [walker.code_of(old) for old in olds]
    _change(
        walker,
        f"merge {olds} {new} on {on}",
        lambda: succession.merge(walker.office, codes, "Thôn", new, on),
        olds,
        {new: [key for old in olds for key in walker.model.living(old)]},
        on - timedelta(days=1),
    )
    walker.demand(len(set(olds)) == 2, "one hamlet was merged with itself")


def split(walker: Walker) -> None:
    """Make two hamlets of one, all that lives there shared out; now and then one is forgotten."""
    old, on = walker.pick(sorted(walker.model.hamlets)), _day(walker)
    homes = walker.model.living(old)
    alone = [-key for key, hamlet in walker.model.voters.items() if hamlet == old]
    walker.chance.shuffle(homes)
    cut = walker.chance.randint(0, len(homes))
    parts = {walker.pick((*_NAMES, old), _WRONG): homes[:cut], walker.pick(_NAMES, _WRONG): homes[cut:]}
    forgotten = bool(homes) and walker.likely(0.1)
    made = [
        shares.Share("Thôn", name, tuple(keys[1:] if forgotten and keys else keys))
        for name, keys in parts.items()
    ]
    made[0] = shares.Share("Thôn", made[0].name, (*made[0].households, *alone))
    code, target = walker.code_of(old), made[0].name
    _change(
        walker,
        f"split {old} {[(one.name, len(one.households)) for one in made]} on {on}",
        lambda: shares.split(walker.office, code, made, on),
        (old,),
        parts,
        on - timedelta(days=1),
        voters_to=target,
    )
    walker.demand(not forgotten, "a hamlet was split and a household forgotten")


def end(walker: Walker) -> None:
    """End a hamlet in which nobody lives."""
    old = walker.pick(sorted(walker.model.hamlets))
    code, on = walker.code_of(old), walker.office.today() - timedelta(days=1)
    homes, alone = walker.model.living(old), old in walker.model.voters.values()
    _change(
        walker,
        f"end {old}",
        lambda: succession.end_hamlet(walker.office, code, on),
        (old,),
        {},
        on,
    )
    walker.demand(not homes and not alone, f"{old} ended, and people live there")


def undo(walker: Walker) -> None:
    """Take a change back, not always the last."""
    found = walker.pick(walker.model.changes[-3:])
    walker.ask(f"undo {found.batch}", lambda: succession.undo_change(walker.office, found.batch))
    walker.demand(not found.undone, "a change was taken back twice")
    model = walker.model
    left = {key for name in found.made for key in model.living(name)} - set(found.before)
    walker.demand(not left, f"a change was taken back on which households rest: {left}")
    _take_back(walker, found)


def _change(  # noqa: PLR0917 - what a change is
    walker: Walker,
    said: str,
    act: Callable[[], int],
    olds: tuple[str, ...],
    parts: dict[str, list[int]],
    last: date,
    voters_to: str | None = None,
) -> None:
    model, before = walker.model, dict(walker.tables)
    batch = walker.ask(said, act)
    walker.demand(set(olds) <= model.hamlets, "a hamlet that isn't there was changed")
    walker.demand(not any(map(model.elects, olds)), "a hamlet was changed while it elects")
    others = model.hamlets - set(olds)
    walker.demand(not set(parts) & (others | set(_WRONG)), f"a name is there twice: {sorted(parts)}")
    change = Change(
        batch, tuple(parts), olds, {key: model.homes[key].hamlet for one in parts.values() for key in one}
    )
    for code, contest in model.contests.items():
        if contest.hamlet in olds and contest.hamlet_ends is None:
            change.contests.append(code)
            contest.hamlet_ends = last
    for voter, hamlet in model.voters.items():
        if hamlet in olds and parts:
            change.voters[voter] = hamlet
            model.voters[voter] = voters_to or next(iter(parts))
    for name, keys in parts.items():
        for key in keys:
            model.homes[key].hamlet = name
    model.hamlets -= set(olds)
    _note(walker, change)
    if walker.likely(0.3):
        walker.ask(f"undo {batch} at once", lambda: succession.undo_change(walker.office, batch))
        other = changes(before, walker.tables) - LOG
        walker.demand(not other, f"taken back at once, and yet otherwise: {sorted(other)}")
        _take_back(walker, change)


def _note(walker: Walker, change: Change) -> None:
    walker.model.hamlets |= set(change.made)
    walker.model.changes.append(change)


def _take_back(walker: Walker, change: Change) -> None:
    model = walker.model
    model.hamlets = (model.hamlets - set(change.made)) | set(change.ended)
    for key, hamlet in change.before.items():
        model.homes[key].hamlet = hamlet
    model.voters |= change.voters
    for code in change.contests:
        if code in model.contests:
            model.contests[code].hamlet_ends = None
    change.undone = True


def _day(walker: Walker) -> date:
    return walker.office.today() + timedelta(days=walker.pick((0, 0, -1), (-30, 3, 2, 40)))
