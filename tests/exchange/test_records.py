import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import UNSET

from desktop.errors import PackageRefused
from desktop.exchange import records
from desktop.exchange.fields import Stream
from desktop.exchange.records import BoxStock, Explanation, InvalidReason, SentCount, UnitName
from tests.exchange.offices import WHEN, congress_contents, contents, count, spelled

PATH = "data/counts/e-2024-03-1-1.json"
words = st.text("aăâbcdđeêghiklmnoôơpqrstuưvxyÂĐÊÔƠƯ áàảãạ.", min_size=1, max_size=20)
codes = st.from_regex(r"\A[0-9a-z][0-9a-z-]{0,8}[0-9a-z]\Z")
counts = st.integers(0, 100_000)
times = st.datetimes(dt.datetime(2008, 1, 1), dt.datetime(2099, 1, 1)).map(  # noqa: DTZ001 - zone set next
    lambda when: when.replace(tzinfo=WHEN.tzinfo)
)
json_values = st.recursive(
    st.none() | st.booleans() | counts | words,
    lambda inner: st.lists(inner) | st.dictionaries(words, inner),
    max_leaves=6,
)
sent_counts = st.builds(
    SentCount,
    commune=codes,
    unit=st.builds(UnitName, code=codes, name=words),
    election=codes,
    campaign=codes,
    date=st.dates(),
    contest=st.just("hamlet_head"),
    round=st.integers(1, 9),
    revision=st.just(1),
    replaces=st.none(),
    reason=st.none(),
    facts=st.dictionaries(words, json_values).map(lambda facts: {**facts, "contest": "hamlet_head"}),
    outcome=st.dictionaries(words, json_values),
    stock=st.lists(
        st.builds(BoxStock, box=words, issued=counts, unused=counts, replaced=counts, collected=counts),
        max_size=2,
    ).map(tuple),
    invalid_reasons=st.lists(st.builds(InvalidReason, reason=words, count=counts), max_size=2).map(tuple),
    explanations=st.lists(
        st.builds(Explanation, code=st.just("W201"), fields=st.just(("invalid",)), text=words, by=words),
        max_size=1,
    ).map(tuple),
    other_opinions=st.just(UNSET) | words,
    single_operator=st.booleans(),
    finalised=times,
)


def refusal(path: str, data: bytes) -> PackageRefused:
    with pytest.raises(PackageRefused) as caught:
        records.parse_record(path, data)
    return caught.value


@settings(max_examples=50)
@given(sent_counts)
def test_a_count_reads_back_as_it_was_and_writes_the_same_bytes(record: SentCount) -> None:
    data = records.encode(record)
    read = records.parse_record(records.record_path(record), data)
    assert read == record
    assert records.encode(read) == data


def test_every_kind_of_record_reads_back() -> None:
    files = contents()
    read = records.read_contents(files, "06838", "2024", "government")
    assert sorted(record.kind for record in read.values()) == ["count", "papers", "recognition", "units"]
    assert all(records.encode(record) == files[path] for path, record in read.items())


@pytest.mark.parametrize(
    ("place", "value", "named"),
    [
        (("votes_by_box",), [1], "votes_by_box"),
        (("stock", 0, "votes"), 3, "stock[0].votes"),
        (("stock", 0, "issued"), "100", "stock[0].issued"),
        (("stock", 0, "issued"), -1, "stock[0].issued"),
        (("unit", "identity"), "001099000000", "unit.identity"),
        (("round",), 1.0, "round"),
        (("single_operator",), 1, "single_operator"),
        (("facts", "electorate"), 120.5, "facts.electorate"),
        (("date",), "2024-12-8", "date"),
        (("finalised",), "2024-12-08T16:30:00", "finalised"),
        (("reason",), "nhầm", "reason"),
        (("facts", "contest"), "branch_congress", "facts.contest"),
        (("kind",), "roll", "kind"),
    ],
)
def test_a_record_with_a_field_it_must_not_have_is_refused_by_path_and_field(
    place: tuple[str | int, ...], value: Any, named: str
) -> None:
    said = json.loads(records.encode(count()))
    holder = said
    for step in place[:-1]:
        holder = holder[step]
    holder[place[-1]] = value
    refused = refusal(PATH, spelled(said))
    assert (refused.code, refused.where) == ("records.field", f"{PATH}: {named}")


def test_a_refusal_names_no_value() -> None:
    said = json.loads(records.encode(count()))
    said["finalised"] = "Lò Thị Ơn"
    refused = refusal(PATH, spelled(said))
    assert "Ơn" not in str(refused.args) + str(refused.context)


def test_a_record_belongs_where_its_election_round_and_revision_say() -> None:
    assert refusal("data/counts/e-2024-03-2-1.json", records.encode(count())).code == "records.place"
    assert refusal("data/rolls/e-2024-03.json", b"{}").code == "records.unknown"
    assert refusal("data/counts/x/e-2024-03-1-1.json", b"{}").code == "records.unknown"


def test_a_later_revision_says_what_it_replaces_and_why() -> None:
    first = records.encode(count())
    second = count(revision=2, replaces=records._sha256(first), reason="ghi nhầm số phiếu")
    files = contents(second)
    assert records.read_contents(files, "06838", "2024", "government")
    lying = contents(count(revision=2, replaces="0" * 64, reason="ghi nhầm số phiếu"))
    assert _refused_contents(lying) == ("records.chain", "data/counts/e-2024-03-1-2.json")


def test_a_recognition_answers_the_very_count_that_is_sent() -> None:
    files = contents()
    files[PATH] = records.encode(count(single_operator=True))
    assert _refused_contents(files) == ("records.chain", "data/recognitions/e-2024-03-1-1.json")


def test_a_paper_is_listed_and_is_the_one_listed() -> None:
    minutes = "data/papers/e-2024-03-1-1-minutes.pdf"
    assert _refused_contents({**contents(), minutes: b"%PDF-1.4 other"}) == ("records.paper", minutes)
    missing = contents()
    del missing[minutes]
    assert _refused_contents(missing) == ("records.paper", minutes)
    assert _refused_contents({**contents(), "data/papers/x.pdf": b"%PDF-"})[0] == "records.unknown"


@pytest.mark.parametrize("path", ["data/minutes.pdf", "data/papers/minutes.exe"])
def test_a_paper_is_a_pdf_among_the_papers_even_where_it_is_listed(path: str) -> None:
    files = contents()
    minutes = "data/papers/e-2024-03-1-1-minutes.pdf"
    listed = "data/papers.json"
    assert minutes.encode() in files[listed]
    files[path] = files.pop(minutes)
    files[listed] = files[listed].replace(minutes.encode(), path.encode())
    assert _refused_contents(files) == ("records.paper", path)


def test_nothing_of_another_kind_travels() -> None:
    for path in ("data/roll.csv", "data/report.docx", "data/papers/x.exe"):
        assert _refused_contents({**contents(), path: b"x"}) == ("records.unknown", path)
    assert _refused_contents({**contents(), "data/report.xlsx": b"MZ"})[0] == "records.unknown"


def test_a_commune_speaks_for_itself_and_one_campaign() -> None:
    with pytest.raises(PackageRefused, match=r"records\.foreign"):
        records.read_contents(contents(), "06841", "2024", "government")
    with pytest.raises(PackageRefused, match=r"records\.foreign"):
        records.read_contents(contents(), "06838", "2027", "government")


def test_a_congress_travels_in_the_stream_of_the_party_alone_and_a_head_in_the_other() -> None:
    read = records.read_contents(congress_contents(), "06838", "2024", "party")
    assert sorted(record.kind for record in read.values()) == ["approval", "count", "papers", "units"]
    assert _refused_contents(contents(), "party") == ("records.stream", PATH)
    assert _refused_contents(congress_contents())[0] == "records.stream"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"people": ("Lò Thị Ơn", "Giàng A Chớ"), "refused": ()}, "records.chain"),
        ({"people": ("Lò Thị Ơn", "Giàng A Chớ", "Chìu A Dũng"), "refused": ()}, "records.chain"),
        ({"post": "secretary"}, "records.chain"),
        ({"count": "0" * 64}, "records.chain"),
        ({"refused": ("Lò Thị Ơn",)}, "records.field"),
        ({"people": (), "refused": ()}, "records.field"),
    ],
)
def test_an_approval_says_of_each_of_the_elected_whether_it_approves(said: dict[str, Any], code: str) -> None:
    assert _refused_contents(congress_contents(**said), "party")[0] == code


def test_an_approval_may_refuse_everybody_or_nobody() -> None:
    names = ("Lò Thị Ơn", "Giàng A Chớ", "Tằng Văn Bình")
    for said in ({"people": names, "refused": ()}, {"people": (), "refused": names}):
        assert records.read_contents(congress_contents(**said), "06838", "2024", "party")


def _refused_contents(files: dict[str, bytes], stream: Stream = "government") -> tuple[str, str | None]:
    with pytest.raises(PackageRefused) as caught:
        records.read_contents(files, "06838", "2024", stream)
    return caught.value.code, caught.value.where
