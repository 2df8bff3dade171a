"""Steps on the waves of a campaign: made, changed, elections put into them, taken away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from desktop.services.elections import waves
from tests.torture.walking.walker import Walker


def make(walker: Walker) -> None:
    """Make a wave of a campaign, with elections of it, now and then of another."""
    campaign, codes = _chosen(walker)
    new = _new(walker)
    key = walker.ask(
        f"wave of {campaign} {codes}", lambda: waves.make_wave(walker.office, campaign, new, codes)
    )
    _demand(walker, new)
    walker.model.waves[key] = (campaign, set())
    _put(walker, key, codes)


def change(walker: Walker) -> None:
    """Change a wave, and write down what was learned from it."""
    key, new = walker.pick(sorted(walker.model.waves), (99,)), _new(walker)
    walker.ask(f"change wave {key}", lambda: waves.change_wave(walker.office, key, new))
    _demand(walker, new)
    walker.demand(key in walker.model.waves, "a wave was changed that isn't there")


def put_in(walker: Walker) -> None:
    """Say which elections are in a wave."""
    key = walker.pick(sorted(walker.model.waves), (99,))
    campaign, codes = _chosen(walker, walker.model.waves.get(key, ("", set()))[0])
    walker.ask(f"put {codes} of {campaign} into wave {key}", lambda: waves.put_in(walker.office, key, codes))
    _put(walker, key, codes)


def remove(walker: Walker) -> None:
    """Take a wave away."""
    key = walker.pick(sorted(walker.model.waves), (99,))
    walker.ask(f"remove wave {key}", lambda: waves.remove_wave(walker.office, key))
    walker.demand(not walker.model.waves[key][1], "a wave was taken away that elections are in")
    del walker.model.waves[key]


def look(walker: Walker) -> None:
    """Hold the waves of all campaigns against the notes."""
    model = walker.model
    for campaign in {one.campaign for one in model.contests.values()}:
        shown = {one.key: set(one.elections) for one in waves.waves_of(walker.office, campaign)}
        noted = {
            key: {code for code in codes if not model.contests[code].cancelled}
            for key, (of, codes) in model.waves.items()
            if of == campaign
        }
        walker.demand(shown == noted, f"waves of {campaign}: {shown}, not {noted}")


def _put(walker: Walker, key: int, codes: Sequence[str]) -> None:
    model = walker.model
    campaign = model.waves[key][0]
    same = all(code in model.contests and model.contests[code].campaign == campaign for code in codes)
    walker.demand(same, f"{codes} are not all of {campaign}")
    for _, held in model.waves.values():
        held.difference_update(codes)
    model.waves[key] = (campaign, set(codes))


def _chosen(walker: Walker, campaign: str = "") -> tuple[str, list[str]]:
    """Choose a campaign and some of its elections, now and then of another."""
    contests = walker.model.contests
    chosen = campaign or walker.pick(sorted({one.campaign for one in contests.values()}), ("2099",))
    own = sorted(code for code, one in contests.items() if one.campaign == chosen)
    codes = walker.chance.sample(own, walker.chance.randint(0, min(2, len(own))))
    if walker.likely(0.1):
        codes.append(walker.pick([*contests, "khong-co"]))
    return chosen, list(dict.fromkeys(codes))


def _new(walker: Walker) -> waves.NewWave:
    day = walker.office.today() + timedelta(days=walker.pick((0, 5)))
    last = walker.pick((None, day, day + timedelta(days=9)), (day - timedelta(days=1),))
    kind = walker.pick(tuple(waves.WaveKind))
    return waves.NewWave(walker.pick(("Đợt điểm", "Đợt chính"), ("", "  ")), kind, day, last, "họp tối")


def _demand(walker: Walker, new: waves.NewWave) -> None:
    walker.demand(bool(new.name.strip()), "a wave without a name")
    walker.demand(new.finish_by is None or new.finish_by >= new.day, "a wave that ends before its day")
