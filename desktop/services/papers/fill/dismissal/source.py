"""What the papers of a dismissal are filled from: the dismissal, its law, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desktop.models.dismissals import Dismissal, DismissalRecord
from desktop.models.places import Unit
from desktop.printing.hamlet_head.dismissal.facts import DismissedHead
from desktop.printing.setting.date_line import DateLine
from desktop.rules.dismissal import AskedBy, DismissalStep
from desktop.rules.statute import Statute
from desktop.services.dismissals.lookup import Come, front_board_head, law_of, statute_of, walked
from desktop.services.office.workplace import Workplace, own_office
from desktop.services.papers.fill.heads import place_of_unit
from desktop.vietnamese.hamlet_kinds import head_of


@dataclass(frozen=True, slots=True)
class DismissalSource:
    """A dismissal, its law and how far it has come, from which each of its papers is filled."""

    workplace: Workplace
    session: Session
    dismissal: Dismissal
    statute: Statute
    come: tuple[Come, ...]

    @classmethod
    def of(cls, workplace: Workplace, session: Session, dismissal: Dismissal) -> DismissalSource:
        """Gather it."""
        statute = statute_of(dismissal)
        return cls(workplace, session, dismissal, statute, walked(statute, dismissal))

    @property
    def unit(self) -> Unit:
        """The hamlet under the name that it bore."""
        return self.dismissal.unit

    @property
    def hamlet(self) -> str:
        """The hamlet inside a sentence."""
        return f"{self.unit.kind.lower()} {self.unit.name}"

    @property
    def commune(self) -> str:
        """The commune inside a sentence: ``xã Húc Động``."""
        parent = self.unit.parent
        return f"{parent.kind.lower()} {parent.name}" if parent else own_office(self.session).name

    @property
    def committee(self) -> str:
        """Who recognises: ``Ủy ban nhân dân xã Húc Động``."""
        return f"Ủy ban nhân dân {self.commune}"

    @property
    def front(self) -> str:
        """To whom what a meeting decided is sent too."""
        return f"Ủy ban MTTQ Việt Nam {self.commune}"

    @property
    def board(self) -> str:
        """The Front board of the hamlet."""
        return f"Ban công tác Mặt trận {self.hamlet}"

    def record(self, *steps: DismissalStep) -> DismissalRecord | None:
        """Return the latest of some steps, or None while none was taken."""
        found = [record for record in self.dismissal.steps if record.step in steps]
        return found[-1] if found else None

    def held(self) -> Come | None:
        """Return the latest meeting with what it decided, or None before the first."""
        found = [come for come in self.come if come.record.meeting is not None]
        return found[-1] if found else None

    def head(self, reason: str | None = None) -> DismissedHead:
        """Return whom it is about; the reason is why it was asked, or another."""
        post = head_of(self.unit.kind)
        return DismissedHead(
            post_short=post,
            post=f"{post} {self.unit.name}",
            hamlet=self.hamlet,
            name=self.dismissal.name,
            reason=inside(reason or self.dismissal.reason),
        )

    def dated(self, day: date | None) -> DateLine:
        """Return place and day of a paper."""
        place = place_of_unit(self.session, self.unit)
        return DateLine(place=place) if day is None else DateLine.on(place, day)

    def law_on(self, day: date) -> Statute:
        """Return the law that a paper of a day goes by: the frozen one, unless another replaced it since."""
        if self.statute.in_force_on(day):
            return statute_of(self.dismissal, day)
        return law_of(self.workplace, day)

    def cited(self, key: str) -> str | None:
        """Return where a clause stands, inside a sentence; None where the law has none."""
        clause = self.statute.find(key)
        return None if clause is None else clause.cited

    def issuer(self, *last: str) -> tuple[str, ...]:
        """Return the lines of the commune and of a body under it."""
        line = own_office(self.session).settings.issuer_line or f"UBND {self.commune}"
        return tuple(text.upper() for text in (line, *last))

    def board_head(self) -> str | None:
        """Return who heads the Front board: who proposed it, or as the registers know."""
        asked = self.dismissal
        if asked.asked_by is AskedBy.FRONT_BOARD and asked.proposer:
            return asked.proposer
        return front_board_head(self.session, self.unit, asked.asked_on)


def inside(text: str | None) -> str | None:
    """Let a reason stand inside a sentence, without its closing mark."""
    return None if text is None else text.rstrip(" .;")
