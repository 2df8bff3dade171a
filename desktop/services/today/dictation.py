"""How far a wave is in one line to read out: no name of a person, each share with its base."""

from __future__ import annotations

from datetime import datetime

from desktop.rules.shares import percent_text
from desktop.services.today.wave_units import Stage
from desktop.services.today.waves import WaveLine, WavesPage
from desktop.wording import words


def dictated(page: WavesPage) -> str:
    """Return the line on the wave that is shown; empty where there is none.

    A wave whose units have a hundred names says them all: whoever asks wants to know whom to call.

    Source: field-practice.md P05 (list of the late, by the hour); §5 (a share prints its base).
    """
    if page.shown is None:
        return ""
    return dictated_of(page.lines[page.shown], page.now)


def dictated_of(line: WaveLine, now: datetime) -> str:
    """Return the line on one wave."""
    base = len(line.units)
    if not base:
        return ""
    whose = "congress" if line.congress else "heads"
    today = now.date()
    late = [unit for unit in line.units if unit.done_at is None and unit.held_on <= today]
    to_come = sum(unit.done_at is None and unit.held_on > today for unit in line.units)
    again = [unit for unit in late if unit.stage is Stage.AGAIN]
    called = [unit.name for unit in late if unit not in again]
    moment = f"{now:%H:%M}" if line.day == today else f"{now:%H:%M} {now:%d/%m/%Y}"
    parts = [
        words(
            f"dictated.{whose}",
            moment=moment,
            done=line.done,
            base=base,
            share=percent_text(line.done, base),
            wave=_inside(line.name),
        )
    ]
    if called:
        parts.append(words("dictated.late", number=len(called), names=", ".join(called)))
    if again:
        named = (
            words("dictated.again_on", name=unit.name, day=f"{unit.meets_on:%d/%m}")
            if unit.meets_on and unit.meets_on > today
            else unit.name
            for unit in again
        )
        parts.append(words("dictated.again", number=len(again), names=", ".join(named)))
    if to_come:
        parts.append(words("dictated.to_come", number=to_come))
    if not (called or again or to_come):
        parts.append(words("dictated.all"))
    return f"{', '.join(parts)}."


def _inside(name: str) -> str:
    """Return the name of a wave within a sentence."""
    return f"{name[:1].lower()}{name[1:]}" if name[1:2].islower() else name
