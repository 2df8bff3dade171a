"""Lists of an election as a clerk makes them, one line after another."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop.services.elections.candidate_views import candidates_view, put_on
from desktop.services.elections.candidates import take_off_list
from desktop.services.elections.officials import record_official

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.services.elections.candidate_views import PersonLine
    from desktop.services.elections.officials import Appointment
    from desktop.services.office.workplace import Workplace


def choose_candidates(office: Workplace, code: str, people: Sequence[PersonLine]) -> None:
    """Put people on the candidate list who aren't on it, then take off who isn't among them."""
    wanted = {person.person for person in people}
    before = {line.person.person for line in candidates_view(office, code).candidates}
    for person in people:
        if person.person is None or person.person not in before:
            put_on(office, code, person)
    for key in before - wanted:
        take_off_list(office, code, key or 0)


def draft_officials(office: Workplace, code: str, appointments: Sequence[Appointment]) -> None:
    """Write who runs the election line by line, in place of whoever stood there."""
    for line in candidates_view(office, code).officials:
        record_official(office, code, line.role, line.place, name="")
    places: Counter[str] = Counter()
    for one in appointments:
        places[one.role] += 1
        record_official(
            office, code, one.role, places[one.role], title=one.title, name=one.name, post=one.post
        )
