"""Steps of safekeeping: backed up, put back, another passphrase, operators who come and go."""

from __future__ import annotations

import copy

from desktop.bootstrap import open_office
from desktop.errors import Refusal
from desktop.services.office import backups, operators, passphrases
from tests.torture.walking.model import Typist
from tests.torture.walking.walker import Declined, Walker, later

_PASSPHRASES = ("rừng tre xanh mát", "suối trong bên bản", "mùa quế trên nương")


def pass_time(walker: Walker) -> None:
    """Let some minutes, hours or days go by."""
    later(walker, minutes=walker.pick((1, 61, 600, 2900)))


def back_up(walker: Walker) -> None:
    """Write a backup onto a stick."""
    file = walker.place / f"{len(walker.backups)}.sao-luu"
    view = walker.ask(f"back up {file.name}", lambda: backups.back_up(walker.office, file))
    walker.demand(view.head == walker.head.hash, "a backup holds another head than the office")
    walker.backups.append((view.path, copy.deepcopy(walker.model)))


def put_back(walker: Walker) -> None:
    """Put an older state of the office back, as after a computer broke; it seals nothing before a receipt."""
    file, model = walker.pick(walker.backups[-2:])
    walker.number += 1
    folder = walker.place / f"office-{walker.number}"
    typed = walker.pick((model.passphrase,), ("không phải",))
    at = walker.office.clock()
    walker.steps.append(f"put back {file.name}")
    try:
        backups.restore_office(file, folder, typed, at)
    except Refusal as refusal:
        walker.refusals[refusal.code] += 1
        walker.demand(typed != model.passphrase, f"a backup was refused with {refusal.code}")
        walker.demand(not (folder / "office.db").exists(), "a backup was refused and left an office")
        raise Declined from refusal
    walker.demand(typed == model.passphrase, "a backup was put back with a wrong passphrase")
    walker.office.database.close()
    again = copy.deepcopy(model)
    again.restored = True
    walker.reopened(open_office(folder, typed, walker.clock), again)
    walker.look()


def close_and_open(walker: Walker) -> None:
    """Close the office and open it again: all is there."""
    walker.steps.append("close and open")
    folder, before = walker.office.database.folder, walker.tables
    walker.office.database.close()
    walker.reopened(open_office(folder, walker.model.passphrase, walker.clock), walker.model)
    walker.demand(walker.tables == before, "an office that was opened again is another")


def change_passphrase(walker: Walker) -> None:
    """Set another passphrase, now and then without knowing the one in use, or one too short."""
    current = walker.pick((walker.model.passphrase,), ("không phải",))
    new = walker.pick(_PASSPHRASES, ("ngắn",))
    walker.ask(
        f"change passphrase to {new}", lambda: passphrases.change_passphrase(walker.office, current, new)
    )
    walker.demand(current == walker.model.passphrase, "the passphrase was changed without the one in use")
    walker.model.passphrase = new
    close_and_open(walker)


def register(walker: Walker) -> None:
    """Register an operator."""
    name, pin = walker.pick(("Chị Cúc", "Anh Dần", "Bà Én")), walker.pick(("9753",), ("12", ""))
    key = walker.ask(f"register {name}", lambda: operators.register_operator(walker.office, name, pin))
    walker.demand(len(pin) >= 4 and key not in walker.model.typists, "an operator with a short PIN")
    walker.model.typists[key] = Typist(pin)


def retire(walker: Walker) -> None:
    """Let an operator type no longer, or again."""
    key, retired = walker.pick(list(walker.model.typists), (99,)), walker.likely(0.3)
    walker.ask(
        f"retire {key} {retired}",
        lambda: operators.retire_operator(walker.office, key, retired=retired),
    )
    walker.model.typists[key].retired = retired


def reset_pin(walker: Walker) -> None:
    """Give an operator a new PIN by the office's passphrase."""
    key, pin = walker.pick(list(walker.model.typists), (99,)), walker.pick(("8642",), ("1",))
    typed = walker.pick((walker.model.passphrase,), ("không phải",))
    walker.ask(f"reset PIN of {key}", lambda: operators.reset_pin(walker.office, key, pin, typed))
    walker.demand(typed == walker.model.passphrase and len(pin) >= 4, "a PIN was reset that may not be")
    walker.model.typists[key].pin = pin
