"""The example of today in the middle of its day: rolls compared with the registers, and put up."""

from __future__ import annotations

from pathlib import Path

from desktop.bootstrap import open_office, shipped_statutes
from desktop.resources import resource
from desktop.services.elections.election_list import elections
from desktop.services.elections.rolls.check import roll_check
from desktop.services.elections.rolls.objections import objections
from desktop.services.elections.rolls.posting import posting
from desktop.services.training.half_day import hold_half_a_day

_PASSPHRASE = "tap-huan"  # noqa: S105 - of an invented office


def test_every_roll_but_the_later_one_was_compared_and_hangs(tmp_path: Path) -> None:
    out = tmp_path / "vi-du"
    hold_half_a_day(out, 1, _PASSPHRASE, shipped_statutes(), resource("samples"), lambda _: None)
    place = open_office(out / "data" / "commune", _PASSPHRASE)
    codes = [line.code for line in elections(place)]
    hanging = [code for code in codes if posting(place, code).posted_on is not None]
    assert len(codes) - len(hanging) == 1
    assert all(posting(place, code).places for code in hanging)
    assert not any(roll_check(place, code).open for code in hanging)
    said = [one for code in codes for one in objections(place, code)]
    assert [one.settlement.accepted for one in said if one.settlement] == [False]
    place.database.close()
