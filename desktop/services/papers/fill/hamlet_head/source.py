"""What a paper is filled from, and the words that papers of one hamlet share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy.orm import Session

from desktop.models.elections import Election, OfficialRole, Round
from desktop.printing.setting.date_line import DateLine
from desktop.rules.statute import Statute
from desktop.services.elections.lookup import day_of, statute_for
from desktop.services.office.workplace import Workplace
from desktop.services.papers.fill.hamlet_head.besides import called_besides, called_now
from desktop.services.papers.fill.heads import form_label, issuer_lines, official_of, place_of

TEAM_SIGNS = ("TM. TỔ BẦU CỬ", "TỔ TRƯỞNG")
"""Over the signature of the election team's head."""


@dataclass(frozen=True, slots=True)
class PaperSource:
    """A vote whose papers are filled.

    Attributes:
        workplace: the open office.
        session: open for reading.
        vote: of one hamlet's election.
        statute: that it is held under.
        photos: of candidates, JPEG or PNG files by the key of the person; for this print alone.
    """

    workplace: Workplace
    session: Session
    vote: Round
    statute: Statute
    photos: Mapping[int, bytes] = field(default_factory=dict)

    @property
    def election(self) -> Election:
        """The election that the vote belongs to."""
        return self.vote.election

    def statute_on(self, day: date) -> Statute:
        """Return the statute as it stands on the day of a paper."""
        return statute_for(self.workplace, self.election, day)

    def due(self, key: str) -> date:
        """Return the day by which a clause wants a paper, for one that is not dated yet."""
        clause = self.statute.find(key)
        return day_of(self.vote) - timedelta(days=clause.whole() if clause else 0)

    @property
    def team_head(self) -> str | None:
        """Who leads the election team and signs for it."""
        head = official_of(self.election, OfficialRole.TEAM_HEAD)
        return head.name if head else None

    @property
    def team_issuers(self) -> tuple[str, ...]:
        """The lines at the upper left of a paper of the election team."""
        return issuer_lines(self.session, self.election, "Tổ bầu cử", self.election.unit.kind)

    @property
    def hamlet_issuers(self) -> tuple[str, ...]:
        """The lines at the upper left of a paper of the hamlet."""
        return issuer_lines(self.session, self.election, self.election.unit.kind)

    @property
    def dated(self) -> DateLine:
        """The place of the date line; the day is written when the paper is signed."""
        return DateLine(place=place_of(self.session, self.election))

    def label(self, number: str) -> str:
        """Return the label of one of the statute's forms, a sample's where it has none."""
        return form_label(self.statute, number)

    def issuers(self, *, front: bool = False) -> tuple[str, str]:
        """Name the Front committee's bodies as issuers or, without it, the commune's People's Committee."""
        first = "UBMTTQ" if front else "ỦY BAN NHÂN DÂN"
        last = f"BAN CTMT {self.hamlet.upper()}"
        return (f"{first} {self.commune.upper()}", last) if front else (first, self.commune.upper())

    @property
    def hamlet(self) -> str:
        """The hamlet inside a sentence: ``thôn Nà Ếch``."""
        unit = self.election.unit
        return f"{unit.kind[:1].lower()}{unit.kind[1:]} {unit.name}"

    @property
    def called_now(self) -> str | None:
        """What has become of the hamlet since: ``nay là thôn Nà Làng``; None where it is still there."""
        return called_now(self.session, self.election.unit, self.workplace.today())

    @property
    def besides(self) -> str | None:
        """What the hamlet is called now, or was called before its first election; None for nothing."""
        return called_besides(self.session, self.election, self.workplace.today())

    @property
    def commune(self) -> str:
        """The commune inside a sentence: ``xã Húc Động``; empty where it is not known."""
        commune = self.election.unit.parent
        return f"{commune.kind[:1].lower()}{commune.kind[1:]} {commune.name}" if commune else ""

    @property
    def front(self) -> str:
        """The Front's committee inside a sentence: ``Ủy ban Mặt trận Tổ quốc Việt Nam xã Húc Động``."""
        return f"Ủy ban Mặt trận Tổ quốc Việt Nam {self.commune}".strip()

    @property
    def committee(self) -> str:
        """The People's Committee inside a sentence: ``Ủy ban nhân dân xã Húc Động``."""
        return f"Ủy ban nhân dân {self.commune}".strip()
