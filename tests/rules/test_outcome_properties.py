from __future__ import annotations

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.rules.examples import Decide, Document, codes

NAMES = ("Lò Thị Ơn", "Giàng A Chớ", "Tằng Văn Bình", "Chìu A Dũng", "Phùn Thị Mỹ", "Bàn Thị Đào")


@st.composite
def facts(draw: st.DrawFn, *, sound: bool = False) -> Document:
    """Facts of any statute; ``sound`` ones have totals that can be."""
    congress = draw(st.booleans())
    entitled = draw(st.integers(3 if sound else 0, 60))
    present = draw(st.integers(entitled * 2 // 3 + 1, entitled)) if sound else draw(st.integers(0, 70))
    issued = draw(st.integers(present - present // 10, present)) if sound else draw(st.integers(0, 70))
    returned = draw(st.integers(issued - issued // 10, issued)) if sound else draw(st.integers(0, 70))
    valid = draw(st.integers(returned - returned // 10, returned)) if sound else draw(st.integers(0, 70))
    invalid = returned - valid if sound else draw(st.integers(0, 70))
    seats = draw(st.integers(1, 4 if congress else 1))
    votes = draw(st.lists(st.integers(0, valid if sound else 70), min_size=1, max_size=6))
    if sound:
        votes[0] = draw(st.integers(min(valid, entitled // 2 + 1), valid))
    statute = draw(
        st.sampled_from(["qd190-2024", "qd244-2014"] if congress else ["nd59-2023", "nqlt09-2008"])
    )
    slips = ["hand_out"] if statute == "nd59-2023" else []
    document: dict[str, Any] = {
        "statute": statute,
        "contest": "branch_congress" if congress else "hamlet_head",
        "seats": seats,
        "vote": draw(st.sampled_from(["first", "again", "run_off", *slips])),
        "attempt": draw(st.integers(1, 4)),
        "ballot": "agree" if sound else draw(st.sampled_from(["strike", "agree"])),
        "convened" if congress else "electorate": entitled,
        "present": present,
        "issued": issued,
        "returned": returned,
        "valid": valid,
        "invalid": invalid,
        "candidates": [{"name": name, "votes": vote} for name, vote in zip(NAMES, votes, strict=False)],
    }
    if document["vote"] == "hand_out":
        del document["present"]
    if congress:
        document["post"] = draw(st.sampled_from(["committee", "secretary", "deputy", "delegates"]))
        document["excused"] = draw(st.integers(0, 10))
    return document


@given(facts(), st.permutations(range(6)), st.permutations(NAMES))
def test_renaming_or_reordering_candidates_never_changes_the_outcome(
    decided: Decide, document: Document, order: list[int], names: list[str]
) -> None:
    before = decided(document)
    renamed = dict(zip(NAMES, names, strict=True))
    candidates = document["candidates"]
    moved = [candidates[i] for i in order if i < len(candidates)]
    after = decided(
        document | {"candidates": [{"name": renamed[c["name"]], "votes": c["votes"]} for c in moved]}
    )
    for key in ("outcome", "seats_left", "next", "final", "quorum", "base"):
        assert after[key] == before[key]
    for key in ("elected", "run_off"):
        assert {renamed[name] for name in before[key]} == set(after[key])
    assert sorted(codes(after)) == sorted(codes(before))


@given(facts(sound=True), st.data())
def test_a_vote_added_to_an_elected_candidate_leaves_them_elected(
    decided: Decide, document: Document, data: st.DataObject
) -> None:
    before = decided(document)
    assume(before["elected"])
    winner = data.draw(st.sampled_from(before["elected"]))
    more = document | {
        "candidates": [
            candidate | {"votes": candidate["votes"] + 1} if candidate["name"] == winner else candidate
            for candidate in document["candidates"]
        ]
    }
    after = decided(more)
    assume(not any(code.startswith("E") for code in codes(after)))
    assert winner in after["elected"]


@given(facts())
def test_totals_that_cannot_be_are_always_named(decided: Decide, document: Document) -> None:
    outcome = decided(document)
    found = codes(outcome)
    congress = document["contest"] == "branch_congress"
    entitled = document["convened" if congress else "electorate"]
    assert ("E201" in found) is (document["valid"] + document["invalid"] != document["returned"])
    assert ("E202" in found) is (not congress and document["returned"] > document["issued"])
    # Slips are handed to households, of whom nobody is present.
    assert ("E204" in found) is (document.get("present", 0) > entitled)
    assert ("E205" in found) is (document["issued"] > document.get("present", entitled))
    if "E201" not in found:
        most = max(candidate["votes"] for candidate in document["candidates"])
        assert ("E301" in found) is (most > document["valid"])
    assert outcome["final"] is not any(code.startswith("E") for code in found)


@given(facts())
def test_the_parts_of_an_outcome_belong_together(decided: Decide, document: Document) -> None:
    outcome = decided(document)
    votes = {candidate["name"]: candidate["votes"] for candidate in document["candidates"]}
    elected = outcome["elected"]
    assert outcome["seats_left"] == document["seats"] - len(elected) >= 0
    assert not set(elected) & set(outcome["run_off"])
    assert [votes[name] for name in elected] == sorted((votes[name] for name in elected), reverse=True)
    losers = set(votes) - set(elected) - set(outcome["run_off"])
    assert all(votes[name] >= votes[other] for name in elected for other in losers)
    assert (outcome["outcome"] == "elected") is (outcome["seats_left"] == 0)
    if outcome["outcome"] in ("no_quorum", "void"):
        assert not elected
        assert outcome["next"] == "hold_again"
    if outcome["run_off"]:
        assert outcome["outcome"] == "run_off"
        assert len({votes[name] for name in outcome["run_off"]}) == 1
        assert len(outcome["run_off"]) > outcome["seats_left"]


@given(facts())
def test_slips_ask_for_no_quorum_and_are_told_of_only_where_it_was_missed(
    decided: Decide, document: Document
) -> None:
    outcome = decided(document)
    slips = document["vote"] == "hand_out"
    keys = [clause["key"] for clause in outcome["clauses"]]
    assert (outcome["quorum"] is None) is slips
    assert ("quorum" in keys) is not slips
    assert ("W204" in codes(outcome)) is (outcome["quorum"] is False) is (outcome["outcome"] == "no_quorum")
    told = outcome["outcome"] == "no_quorum" and document["statute"] == "nd59-2023"
    assert outcome["also"] == (["hand_out"] if told else [])


@given(facts())
def test_slips_elect_whom_a_meeting_of_everybody_would(decided: Decide, document: Document) -> None:
    assume(document.get("electorate"))
    handed_out = document | {"statute": "nd59-2023", "vote": "hand_out"}
    handed_out.pop("present", None)
    meeting = decided(handed_out | {"vote": "first", "present": document["electorate"]})
    slips = decided(handed_out)
    for key in ("outcome", "elected", "run_off", "seats_left", "next", "final", "base", "shares"):
        assert slips[key] == meeting[key]
    assert sorted(codes(slips)) == sorted(codes(meeting))


@given(facts())
def test_what_comes_next_follows_from_the_outcome_and_the_post(decided: Decide, document: Document) -> None:
    outcome, post = decided(document), document.get("post")
    following = {
        "elected": "approval" if post else "recognition",
        "run_off": "congress_decides" if document["vote"] == "run_off" else "run_off",
        "held_again": "hold_again",
        "no_quorum": "hold_again",
        "void": "hold_again",
    }[outcome["outcome"]]
    if outcome["outcome"] == "held_again" and post == "secretary" and document["attempt"] >= 3:
        following = "superior_appoints"
    elif outcome["outcome"] == "held_again" and post in ("committee", "deputy", "delegates"):
        following = "congress_decides"
    assert outcome["next"] == following
    assert ("appointment" in [c["key"] for c in outcome["clauses"]]) is (following == "superior_appoints")
