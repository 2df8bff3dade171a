"""Steps on those who live there: households and voters added, corrected, ended, taken in from a list."""

from __future__ import annotations

from datetime import timedelta

from desktop.services.lists import batches
from desktop.services.people import record, retention, voters
from desktop.services.people.households import households
from desktop.services.people.retention import Kept
from tests.offices import commune
from tests.torture.walking.model import Home
from tests.torture.walking.walker import LOG, Walker, changes, later

_GIVEN = ("An", "Bình", "Chớ", "Dũng", "Đôn", "Ơn", "Ức", "Yên", "Sinh", "Hoa", "Múi", "Khánh")
_FIELDS = {
    "birth": (("1980", "02/03/1975", "11/1969"), ("31/02/1980", "abc", "9999", "2970")),
    "sex": (("Nam", "Nữ", ""), ()),
    "ethnic": (("Dao", "Tày", ""), ()),
    "members": ((1, 4, 9, None), (-1,)),
    "identity": (("022099000099", ""), ("1", "x" * 12)),
    "name": (("Lò Văn Khác",), ("", "  ")),
}


def add_household(walker: Walker) -> None:
    """Add a household under its head's name."""
    hamlet, name = walker.pick(sorted(walker.model.hamlets), ("Không Có",)), _name(walker)
    code = walker.code_of(hamlet)
    key = walker.ask(
        f"add household {name!r} to {hamlet}", lambda: record.add_household(walker.office, code, name)
    )
    walker.demand(bool(name.strip()) and hamlet in walker.model.hamlets, "a household of nobody was added")
    walker.model.homes[key] = Home(hamlet, walker.office.today())


def edit_household(walker: Walker) -> None:
    """Correct a field of a household."""
    key = walker.pick(list(walker.model.homes), (10_000,))
    field = walker.pick(sorted(_FIELDS))
    value = walker.pick(*_FIELDS[field])
    shown = walker.ask(
        f"edit household {key} {field} {value!r}",
        lambda: record.edit_household(walker.office, key, field, value),
    )
    walker.demand(value not in _FIELDS[field][1], f"{field} became {value!r}")
    if field in ("name", "sex", "ethnic", "members"):
        walker.demand(getattr(shown, field) == value, f"{field} is {getattr(shown, field)!r}, not {value!r}")


def end_household(walker: Walker) -> None:
    """End a household on its last day here, or let it live on."""
    key = walker.pick(list(walker.model.homes), (10_000,))
    days = walker.pick((0, -1, -20))
    on = None if walker.likely(0.2) else walker.office.today() + timedelta(days=days)
    walker.ask(f"end household {key} on {on}", lambda: record.end_household(walker.office, key, on))
    home = walker.model.homes[key]
    walker.demand(on is None or home.starts_on is None or home.starts_on <= on, "ended before it began")
    walker.demand(
        on is not None or home.hamlet in walker.model.hamlets or home.ends_on is None,
        f"household {key} lives on in a hamlet that has ended",
    )
    home.ends_on = on


def add_voter(walker: Walker) -> None:
    """Put a voter without a household on a hamlet's list."""
    hamlet, name = walker.pick(sorted(walker.model.hamlets), ("Không Có",)), _name(walker)
    code = walker.code_of(hamlet)
    key = walker.ask(f"add voter {name!r} to {hamlet}", lambda: voters.add_voter(walker.office, code, name))
    walker.demand(bool(name.strip()) and hamlet in walker.model.hamlets, "a voter of nobody was added")
    walker.model.voters[key] = hamlet


def house_voter(walker: Walker) -> None:
    """Make a household of a voter's own."""
    key = walker.pick(list(walker.model.voters), (10_000,))
    home = walker.ask(f"house voter {key}", lambda: voters.house_voter(walker.office, key))
    walker.model.homes[home] = Home(walker.model.voters.pop(key), walker.office.today())


def take_list(walker: Walker) -> None:
    """Take a list of households in; now and then take it back at once."""
    hamlet = walker.pick(sorted(walker.model.hamlets))
    code, before = walker.code_of(hamlet), dict(walker.tables)
    known = _living(walker)
    rows = [commune.row(_name(walker, wrong=False)) for _ in range(walker.chance.randint(1, 6))]
    taken = walker.ask(f"list of {len(rows)} for {hamlet}", lambda: commune.store(walker.office, rows, code))
    made = _living(walker) - known
    walker.demand(len(made) == taken.new, f"a list said {taken.new} new households and made {len(made)}")
    for key in made:
        walker.model.homes[key] = Home(hamlet, record.household(walker.office, key).starts_on)
    walker.model.lists[taken.batch] = made
    if walker.likely(0.3):
        walker.ask(f"undo list {taken.batch} at once", lambda: batches.undo(walker.office, taken.batch))
        other = changes(before, walker.tables) - LOG
        walker.demand(not other, f"a list taken back at once left {sorted(other)} otherwise")
        _forget(walker, taken.batch)


def undo_list(walker: Walker) -> None:
    """Take a list back, perhaps one on which something rests."""
    batch = walker.pick(list(walker.model.lists), (10_000,))
    walker.ask(f"undo list {batch}", lambda: batches.undo(walker.office, batch))
    walker.demand(batch in walker.model.lists, "a list was taken back twice, or one that never was")
    _forget(walker, batch)


def delete_due(walker: Walker) -> None:
    """Set a rule of retention, and after some days or more than a year delete what is due."""
    kept = walker.pick((Kept.ENDED, Kept.LISTS))
    years = walker.pick((1,), (0, 100))
    walker.ask(f"keep {kept} {years} years", lambda: retention.set_rule(walker.office, kept, years))
    walker.demand(years == 1, f"a rule of {years} years was set")
    if walker.likely(0.3):
        later(walker, days=400)
    living = _living(walker)
    walker.ask(f"delete {kept}", lambda: retention.delete_due(walker.office, kept))
    walker.demand(living == _living(walker), "a rule of retention deleted a household that lives here")
    if kept is Kept.LISTS:
        return
    left = {one.id for one in households(walker.office, ended=True, limit=9999).lines}
    until = walker.office.today() - timedelta(days=364)
    for key, home in list(walker.model.homes.items()):
        if home.ends_on is not None and key not in left:
            walker.demand(home.ends_on < until, f"household {key} was deleted before its time")
            del walker.model.homes[key]


def _forget(walker: Walker, batch: int) -> None:
    for key in walker.model.lists.pop(batch):
        walker.model.homes.pop(key, None)


def _living(walker: Walker) -> set[int]:
    return {one.id for one in households(walker.office, limit=9999).lines}


def _name(walker: Walker, *, wrong: bool = True) -> str:
    walker.number += 1
    name = f"{walker.chance.choice(('Lò', 'Chìu', 'Tằng'))} A {walker.chance.choice(_GIVEN)}"
    # Numbered by letters, so that each is another person's.
    mark = "".join(chr(ord("A") + int(digit)) for digit in str(walker.number))
    return walker.pick((f"{name} {mark.capitalize()}",), ("", "  ") if wrong else ())
