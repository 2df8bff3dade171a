"""What is final: of each kind of record the columns that nothing but the program writes, and from when on."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Table

from desktop.models.audit import BESIDE
from desktop.models.base import Base
from desktop.models.chain import ChainOverride, ChainPlanStep
from desktop.models.congress import Attendee, Complaint, Congress, HandVote, PlanStep, Proposal, VotePresence
from desktop.models.counting import (
    Attendance,
    BallotStock,
    Count,
    Entry,
    Explanation,
    Operator,
    OutcomeRecord,
    Proceedings,
    TallyKeyRow,
    TallyLog,
)
from desktop.models.dismissals import Dismissal, DismissalMeeting, DismissalRecord
from desktop.models.elections import (
    Campaign,
    Candidacy,
    Candidate,
    Cluster,
    ClusterHousehold,
    Contest,
    Election,
    ElectionChange,
    Official,
    Round,
)
from desktop.models.exchange import (
    OwnKeys,
    PeerCard,
    ReceiptIn,
    ReceiptOut,
    SealedPackage,
    SetAside,
    SettledFork,
    TakenPackage,
    TakenRecord,
)
from desktop.models.groups import UnitApproval
from desktop.models.kept_bytes import KeptBytes
from desktop.models.office import Office
from desktop.models.papers import Attachment, Paper, Print
from desktop.models.results import DecidedCount, DecidedPerson, Decision
from desktop.models.rolls import Roll, RollEntry, RollExplanation, RollObjection
from desktop.models.waves import ToldHour, Wave, WaveElection


@dataclass(frozen=True, slots=True)
class Final:
    """A kind of record that the log holds a digest of.

    Attributes:
        records: its class.
        owner: the column whose value says which rows share one digest: their own key, or what they belong to.
        free: columns that may change without a word in the log.
        only: the columns that are meant, where they are few; all that are not free where left out.
        since: what has to be true of the row that ``owner`` names, from which on it is final; from the first
            moment where left out.
        root: class of the row that ``owner`` names; its own where left out.
        called: its name in the log, where a table holds several kinds and this isn't the first.
        first: the revision of the schema from which on the log holds it, where its table is older than that:
            what stands then is taken over.
        beside: the digest stands beside the chain and not in it. Encryption gives other bytes each time for
            the same content, and what is made anew from the same seed has to end in the same chain.
    """

    records: type[Base]
    owner: str = "id"
    free: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()
    since: ColumnElement[bool] | None = None
    root: type[Base] | None = None
    called: str = ""
    first: str = ""
    beside: bool = False

    @property
    def name(self) -> str:
        """What it is called in the log: its table, with the column where that is all there is of it."""
        table = self.called or self.records.__tablename__
        return BESIDE.join((table, *sorted(self.only))) if self.beside else table

    @property
    def table(self) -> Table:
        """Its table."""
        return self.records.metadata.tables[self.records.__tablename__]

    def columns(self) -> tuple[Column[object], ...]:
        """Return the columns that are final, by name; of kept bytes their digest stands for them."""
        free = self.free | ({"content"} if issubclass(self.records, KeptBytes) else frozenset())
        found = (each for each in self.table.columns if each.name not in free)
        chosen = (each for each in found if not self.only or each.name in self.only)
        return tuple(sorted(chosen, key=lambda column: column.name))


def _few(*names: str) -> frozenset[str]:
    return frozenset(names)


FINALS: tuple[Final, ...] = (
    Final(Office, only=_few("unit_code", "role", "mode", "made_at")),
    Final(Operator, only=_few("id", "name")),
    Final(Operator, only=_few("pin_hash"), called="operator_pins", first="0054"),
    Final(Campaign),
    Final(Election),
    Final(ElectionChange, "election_id"),
    Final(Wave),
    Final(WaveElection, "election_id"),
    Final(ToldHour, "election_id"),
    Final(Cluster, "election_id"),
    Final(ClusterHousehold, "election_id"),
    Final(Contest, "election_id"),
    Final(Candidate, "contest_id"),
    Final(Official, "election_id", free=_few("phone")),
    Final(Round),
    Final(Candidacy, "round_id"),
    Final(Roll, since=Roll.frozen_at.is_not(None)),
    Final(RollEntry, "roll_id", since=Roll.frozen_at.is_not(None), root=Roll),
    Final(RollExplanation, "election_id"),
    Final(RollObjection, "election_id"),
    Final(BallotStock, "round_id"),
    Final(Attendance, "round_id"),
    Final(Proceedings, "round_id"),
    Final(Entry, "round_id"),
    Final(TallyLog, since=TallyLog.locked_at.is_not(None)),
    Final(TallyKeyRow, "log_id", since=TallyLog.locked_at.is_not(None), root=TallyLog),
    Final(Explanation, "round_id"),
    Final(Count),
    Final(OutcomeRecord, "count_id"),
    Final(Decision, since=Decision.result.is_not(None)),
    Final(DecidedCount, "decision_id", since=Decision.result.is_not(None), root=Decision),
    Final(DecidedPerson, "decision_id", since=Decision.result.is_not(None), root=Decision),
    Final(Dismissal),
    Final(DismissalRecord, "dismissal_id"),
    Final(DismissalMeeting),
    Final(UnitApproval),
    Final(ChainPlanStep),
    Final(ChainOverride),
    Final(Congress),
    Final(Attendee, "congress_id"),
    Final(VotePresence, "round_id"),
    Final(HandVote, "congress_id"),
    Final(PlanStep, "congress_id"),
    Final(Complaint, "congress_id"),
    Final(Proposal),
    Final(Paper),
    Final(Print, "round_id"),
    Final(Attachment),
    Final(OwnKeys, free=_few("content")),
    Final(PeerCard),
    Final(SealedPackage, free=_few("content")),
    Final(SealedPackage, only=_few("content"), beside=True),
    Final(ReceiptIn),
    Final(TakenPackage),
    Final(TakenRecord, "package_id"),
    Final(ReceiptOut),
    Final(SettledFork),
    Final(SetAside),
)
"""Every kind of record that the log holds a digest of. Registers of people and places are none: they live."""

BY_NAME: Mapping[str, Final] = {each.name: each for each in FINALS}
