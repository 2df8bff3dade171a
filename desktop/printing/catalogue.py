"""Every form by name, gathered from the rooms that list their own."""

from __future__ import annotations

from desktop.errors import PaperRefused
from desktop.printing.congress.after import forms as after_congress
from desktop.printing.congress.before import forms as before_congress
from desktop.printing.congress.day import forms as day_of_congress
from desktop.printing.congress.listing import forms as congress_listing
from desktop.printing.congress.vote import forms as congress_vote
from desktop.printing.form import Form
from desktop.printing.hamlet_head.after import forms as after_election
from desktop.printing.hamlet_head.before import forms as before_election
from desktop.printing.hamlet_head.count import forms as count_of_election
from desktop.printing.hamlet_head.day import forms as day_of_election
from desktop.printing.hamlet_head.dismissal import forms as dismissal
from desktop.printing.office import forms as office
from desktop.printing.registers import forms as registers

ROOMS = (
    before_election,
    day_of_election,
    count_of_election,
    after_election,
    dismissal,
    registers,
    office,
    before_congress,
    congress_listing,
    congress_vote,
    day_of_congress,
    after_congress,
)
"""The rooms that list forms, as an election goes, then as a congress goes."""

FORMS: dict[str, Form] = {form.name: form for room in ROOMS for form in room.FORMS}
"""The forms in the order in which they are listed: room by room."""


def find(name: str) -> Form:
    """Give the form of that name.

    Raises:
        PaperRefused: ``paper.no_such_form``.
    """
    form = FORMS.get(name)
    if form is None:
        raise PaperRefused("paper.no_such_form", where=name, known=", ".join(FORMS))
    return form
