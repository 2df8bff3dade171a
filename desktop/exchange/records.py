"""The JSON records that travel under ``data/``: never a roll, an identity number or votes by box."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, TypeAlias

from msgspec import UNSET, Meta, UnsetType

from desktop.errors import PackageRefused
from desktop.exchange import canonical
from desktop.exchange.bounds import MIB, RECORD
from desktop.exchange.facts_record import VoteFacts
from desktop.exchange.fields import Closed, Code, Count, Digest, Instant, Ordinal, Role, Stream, Text
from desktop.exchange.heads_record import HeadsRecord, sense_of_heads
from desktop.exchange.outcome_record import Outcome

Contest = Literal["hamlet_head", "branch_congress"]
Post = Literal["committee", "secretary", "deputy", "delegates"]


class UnitName(Closed, frozen=True, kw_only=True):
    """A unit as it was called on the record's date."""

    code: Code
    name: Text


class BoxStock(Closed, frozen=True, kw_only=True):
    """Ballots of one box, as papers: never what is written on them."""

    box: Text
    printed: Count | None = None
    issued: Count
    unused: Count
    replaced: Count
    collected: Count


class InvalidReason(Closed, frozen=True, kw_only=True):
    """How many ballots were invalid for one reason."""

    reason: Text
    count: Count


class Explanation(Closed, frozen=True, kw_only=True):
    """A problem that was explained in a signed line: its code, the fields, the words and who signed."""

    code: Annotated[str, Meta(pattern=r"\A[A-Z][0-9]{3}\Z")]
    fields: tuple[Text, ...]
    text: Text
    by: Text


class AnyCount(Closed, frozen=True, kw_only=True):
    """One finalised count but for its facts and outcome; its bytes are made once.

    Args:
        format: of the record; a next one gets structs of its own, and these stay for its forebears.
        replaces: SHA-256 of the earlier revision's bytes; null for revision 1.
        reason: why the count was reopened; null for revision 1.
        other_opinions: what households wrote on their slips besides; left out where nothing was.
        single_operator: both entries were typed by one person.
    """

    format: Literal[1] = 1
    kind: Literal["count"] = "count"
    commune: Code
    unit: UnitName
    election: Code
    campaign: Code
    date: dt.date
    contest: Contest
    round: Ordinal
    revision: Ordinal
    replaces: Digest | None = None
    reason: Text | None = None
    stock: tuple[BoxStock, ...] = ()
    invalid_reasons: tuple[InvalidReason, ...] = ()
    explanations: tuple[Explanation, ...] = ()
    other_opinions: Text | UnsetType = UNSET
    single_operator: bool
    finalised: Instant


class CountRecord(AnyCount, frozen=True, kw_only=True):
    """One finalised count, printed from and sent as it is.

    Args:
        facts: exactly what ``hom-phieu decide`` reads.
        outcome: exactly what it prints, but for ``also``.
    """

    facts: VoteFacts
    outcome: Outcome


class SentCount(AnyCount, frozen=True, kw_only=True):
    """A count as somebody sent it: facts and outcome are what was written, until the rules counted again."""

    facts: dict[str, Any]
    outcome: dict[str, Any]


class UnitLine(Closed, frozen=True, kw_only=True):
    """One unit of the commune: its life, and how many stand on its frozen roll (null before that)."""

    code: Code
    name: Text
    kind: Text
    start: dt.date | None = None
    end: dt.date | None = None
    predecessors: tuple[Code, ...] = ()
    electorate: Count | None = None


class UnitsRecord(Closed, frozen=True, kw_only=True):
    """The units of the commune that the campaign is held in."""

    format: Literal[1] = 1
    kind: Literal["units"] = "units"
    commune: Code
    campaign: Code
    units: tuple[UnitLine, ...]


class RecognitionRecord(Closed, frozen=True, kw_only=True):
    """The authority's answer to one count.

    Args:
        count: SHA-256 of the bytes of the count that it answers.
        result: recognised, or ordered held again.
        people: those recognised, as on the decision.
    """

    format: Literal[1] = 1
    kind: Literal["recognition"] = "recognition"
    commune: Code
    unit: UnitName
    election: Code
    campaign: Code
    round: Ordinal
    revision: Ordinal
    count: Digest
    number: Text
    date: dt.date
    result: Literal["recognised", "held_again"]
    people: tuple[Text, ...] = ()
    recorded: Instant


class ApprovalRecord(Closed, frozen=True, kw_only=True):
    """The superior's answer to one vote of a congress; one decision answers all votes that elected somebody.

    Args:
        count: SHA-256 of the bytes of the count that it answers.
        post: that was voted on.
        people: those approved in the post.
        refused: those elected whom the decision doesn't approve in it; why stays with those who decide.
    """

    format: Literal[1] = 1
    kind: Literal["approval"] = "approval"
    commune: Code
    unit: UnitName
    election: Code
    campaign: Code
    round: Ordinal
    revision: Ordinal
    count: Digest
    post: Post
    number: Text
    date: dt.date
    people: tuple[Text, ...] = ()
    refused: tuple[Text, ...] = ()
    recorded: Instant


class PaperLine(Closed, frozen=True, kw_only=True):
    """One printed paper that travels: its form, what it belongs to, its SHA-256 and where it lies."""

    form: Text
    election: Code
    round: Ordinal | None = None
    revision: Ordinal | None = None
    sha256: Digest
    path: str


class PapersRecord(Closed, frozen=True, kw_only=True):
    """Every PDF under ``data/papers/``."""

    format: Literal[1] = 1
    kind: Literal["papers"] = "papers"
    commune: Code
    campaign: Code
    papers: tuple[PaperLine, ...]


Record: TypeAlias = (
    CountRecord | SentCount | UnitsRecord | RecognitionRecord | ApprovalRecord | PapersRecord | HeadsRecord
)

_CONTESTS: dict[Stream, Contest] = {"government": "hamlet_head", "party": "branch_congress"}
_UNITS, _PAPERS, _REPORT = "data/units.json", "data/papers.json", "data/report.xlsx"
HEADS = "data/heads.json"
"""Where the heads lie that a commune's Party office learns of."""


def encode(record: Record) -> bytes:
    """Write a record's canonical bytes: keys sorted, UTF-8, no floats, newline at the end.

    Raises:
        PackageRefused: ``json.value``, naming a field that cannot be sent.
    """
    data = canonical.encode(record)
    if isinstance(record, CountRecord):
        canonical.decode(data, SentCount)  # as whoever takes it in will read it
    return data


def record_path(record: Record) -> str:
    """Say where in the bag a record lies."""
    if isinstance(record, AnyCount):
        return f"data/counts/{record.election}-{record.round}-{record.revision}.json"
    if isinstance(record, RecognitionRecord):
        return f"data/recognitions/{record.election}-{record.round}-{record.revision}.json"
    if isinstance(record, ApprovalRecord):
        return f"data/approvals/{record.election}-{record.round}-{record.revision}.json"
    if isinstance(record, HeadsRecord):
        return HEADS
    return _UNITS if isinstance(record, UnitsRecord) else _PAPERS


def parse_record(path: str, data: bytes) -> Record:
    """Read one record strictly, by the kind that its path says.

    Facts and outcome of a count stay as they were sent: what they must be, the rules say
    (:mod:`desktop.exchange.recount`).

    Raises:
        PackageRefused: ``records.unknown`` for a path that holds no record, ``records.field`` naming
            path and field, ``records.place`` for a record that belongs to another path,
            ``records.size`` for one that is too large.
    """
    kind = _kind_at(path)
    if kind is None:
        raise PackageRefused("records.unknown", where=path)
    if len(data) > RECORD:
        raise PackageRefused("records.size", where=path, mebibytes=RECORD // MIB)
    try:
        record: Record = canonical.decode(data, kind)
    except PackageRefused as refusal:
        raise PackageRefused("records.field", where=f"{path}: {refusal.where}") from None
    if record_path(record) != path:
        raise PackageRefused("records.place", where=path)
    for name, holds in _sense(record):
        if not holds:
            raise PackageRefused("records.field", where=f"{path}: {name}")
    return record


def read_contents(
    files: Mapping[str, bytes], commune: str, campaign: str, stream: Stream, reader: Role = "receiving"
) -> dict[str, Record]:
    """Read everything under ``data/`` and check that it fits together.

    Args:
        files: bytes by path.
        commune: code of the unit that sends.
        campaign: the campaign that is sent.
        stream: in which it is sent.
        reader: role of whoever it is sent to: of elections a commune's Party office learns the heads alone,
            and no other office takes these for results.

    Returns:
        The records by path, sorted.

    Raises:
        PackageRefused: as :func:`parse_record`; ``records.reader`` for what isn't meant for such an office,
            ``records.foreign`` for another commune's or campaign's
            record, ``records.stream`` for one of the other stream,
            ``records.paper`` for a listed PDF that is missing or another,
            ``records.chain`` for a revision, recognition or approval of other bytes than those here, or an
            approval of others than were elected.
    """
    unmeant = next((path for path in sorted(files) if (path == HEADS) != (reader == "commune")), None)
    if unmeant is not None:
        raise PackageRefused("records.reader", where=unmeant)
    records = {path: parse_record(path, files[path]) for path in sorted(files) if path.endswith(".json")}
    for path, record in records.items():
        if record.commune != commune or record.campaign != campaign:
            raise PackageRefused("records.foreign", where=path)
        if _contest_of(record) not in (None, _CONTESTS[stream]):
            raise PackageRefused("records.stream", where=path)
    _check_papers(files, records)
    _check_chains(files, records)
    return records


def _kind_at(path: str) -> type[Any] | None:
    if path.endswith(".json") and path.count("/") == 2:
        folder = path.rpartition("/")[0]
        return {
            "data/counts": SentCount,
            "data/recognitions": RecognitionRecord,
            "data/approvals": ApprovalRecord,
        }.get(folder)
    return {_UNITS: UnitsRecord, _PAPERS: PapersRecord, HEADS: HeadsRecord}.get(path)


def _contest_of(record: Record) -> Contest | None:
    """Return what a record is of; None for one that either stream holds."""
    if isinstance(record, AnyCount):
        return record.contest
    if isinstance(record, ApprovalRecord):
        return "branch_congress"
    return "hamlet_head" if isinstance(record, RecognitionRecord | HeadsRecord) else None


def _sense(record: Record) -> Iterator[tuple[str, bool]]:
    if isinstance(record, SentCount):
        first = record.revision == 1
        yield "replaces", (record.replaces is None) == first
        yield "reason", (record.reason is None) == first
        yield "facts.contest", record.facts.get("contest") == record.contest
    elif isinstance(record, RecognitionRecord):
        yield "people", bool(record.people) == (record.result == "recognised")
    elif isinstance(record, ApprovalRecord):
        named = [*record.people, *record.refused]
        yield "people", bool(named)
        yield "refused", len(set(named)) == len(named)
    elif isinstance(record, HeadsRecord):
        yield from sense_of_heads(record)
    elif isinstance(record, UnitsRecord):
        codes = [unit.code for unit in record.units]
        yield "units", len(set(codes)) == len(codes)
    elif isinstance(record, PapersRecord):
        paths = [paper.path for paper in record.papers]
        yield "papers", len(set(paths)) == len(paths)


def _check_papers(files: Mapping[str, bytes], records: Mapping[str, Record]) -> None:
    record = records.get(_PAPERS)
    papers = record.papers if isinstance(record, PapersRecord) else ()
    for paper in papers:
        if not _is_listed_pdf(paper, files.get(paper.path, b"")):
            raise PackageRefused("records.paper", where=paper.path)
    unread = set(files) - set(records) - {paper.path for paper in papers}
    if _REPORT in unread and files[_REPORT].startswith(b"PK\x03\x04"):
        unread.remove(_REPORT)
    if unread:
        raise PackageRefused("records.unknown", where=min(unread))


def _check_chains(files: Mapping[str, bytes], records: Mapping[str, Record]) -> None:
    for path, record in records.items():
        if isinstance(record, AnyCount):
            stem = f"data/counts/{record.election}-{record.round}"
            before, said = f"{stem}-{record.revision - 1}.json", record.replaces
        elif isinstance(record, RecognitionRecord | ApprovalRecord):
            before, said = f"data/counts/{path.rpartition('/')[2]}", record.count
        else:
            continue
        if before in files and _sha256(files[before]) != said:
            raise PackageRefused("records.chain", where=path)
        answered = records.get(before)
        if isinstance(record, ApprovalRecord) and isinstance(answered, SentCount):
            _check_approval(path, record, answered)


def _check_approval(path: str, approval: ApprovalRecord, answered: SentCount) -> None:
    """Refuse an approval that leaves out somebody elected, or answers another post."""
    elected = answered.outcome.get("elected")
    named = (*approval.people, *approval.refused)
    if (
        answered.facts.get("post") != approval.post
        or not isinstance(elected, list)
        or len(elected) != len(named)
        or any(name not in elected for name in named)
    ):
        raise PackageRefused("records.chain", where=path)


def _is_listed_pdf(paper: PaperLine, data: bytes) -> bool:
    in_place = paper.path.startswith("data/papers/") and paper.path.endswith(".pdf")
    return in_place and data.startswith(b"%PDF-") and _sha256(data) == paper.sha256


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
