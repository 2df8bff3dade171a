"""Steps between the commune's two offices: heads sealed for the Party's, taken in, forged."""

from __future__ import annotations

import msgspec
from sqlalchemy import select

from desktop.exchange.heads_record import HeadsRecord
from desktop.exchange.records import HEADS
from desktop.models.exchange import TakenRecord
from desktop.models.store.session import reading
from desktop.services.exchange import intake
from desktop.services.exchange.sealing import seal
from tests.offices.commune import COMMUNE
from tests.torture.walking.model import Contest, Heads
from tests.torture.walking.sending import forge
from tests.torture.walking.walker import Walker

_ANSWERED = {"recognised": "recognised", "to_hold_again": "held_again"}


def seal_heads(walker: Walker) -> None:
    """Seal the heads of a campaign for the commune's Party office."""
    campaign = walker.pick(("2024", "2025"), ("2099",))
    outbox = walker.office.database.folder / "outbox"
    made = walker.ask(
        f"seal heads of {campaign}",
        lambda: seal(walker.office, walker.keys, "government", COMMUNE, outbox=outbox, campaign=campaign),
    )
    model = walker.model
    walker.demand(not model.restored, "an office that was put back sealed heads before it read a receipt")
    told = {
        code: _states(one)
        for code, one in model.contests.items()
        if one.campaign == campaign and not one.cancelled
    }
    walker.demand(
        any("planned" not in states for states in told.values()), "heads were sealed, and none counted"
    )
    walker.heads.append(Heads(made.sequence, made.digest, made.path.read_bytes(), told))


def take_heads(walker: Walker) -> None:
    """Bring the Party office a package of heads, whichever one comes to hand."""
    package = walker.pick(walker.heads[-4:])
    if walker.likely(0.15):
        forge(walker, walker.party, walker.party_keys, package)
        return
    walker.steps.append(f"take in heads {package.sequence} {package.digest[:8]}")
    found = intake.take_in(walker.party, walker.party_keys, package.data)
    walker.steps[-1] += f" -> {found.outcome} {found.code}"
    walker.demand(found.digest == package.digest, "the Party office took in another package")
    if found.outcome != "accepted":
        return
    with reading(walker.party.database) as session:
        records = session.scalars(select(TakenRecord).where(TakenRecord.path == HEADS)).all()
        (content,) = (row.content for row in records if row.package.digest == package.digest)
    held = {line.election: line.state for line in msgspec.json.decode(content, type=HeadsRecord).heads}
    same = held.keys() == package.told.keys() and all(held[code] in package.told[code] for code in held)
    walker.demand(same, f"the Party office was told {held}, and it stood {package.told}")


def _states(contest: Contest) -> frozenset[str]:
    """Return how an election may be told to stand."""
    if not any(number == contest.round for number, _, _ in contest.counts):
        return frozenset({"planned"})
    answered = _ANSWERED.get(contest.state)
    return frozenset({answered}) if answered else frozenset({"elected", "not_elected"})
