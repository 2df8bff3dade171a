from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image

from desktop.errors import PaperRefused, RequestRefused
from desktop.models.posts import Post, PostKind
from desktop.models.store.session import writing
from desktop.printing.catalogue import FORMS
from desktop.printing.hamlet_head.dismissal.forms import FORMS as DISMISSALS
from desktop.services.counting import meetings
from desktop.services.elections import meeting_plans, planning
from desktop.services.elections.candidate_photos import read_photo
from desktop.services.elections.candidate_views import candidates_view
from desktop.services.elections.candidates import list_candidates
from desktop.services.elections.lookup import vote_of
from desktop.services.elections.nominations import Nomination
from desktop.services.elections.officials import Appointment
from desktop.services.office.workplace import Workplace
from desktop.services.papers.ballot_trials import trial_ballots
from desktop.services.papers.kept import printed_papers
from desktop.services.papers.kinds import KINDS
from desktop.services.papers.lines import Filling, PaperLine, paper_lines, paper_scopes
from desktop.services.papers.making import MadePapers, make_paper, make_set, make_word, register_printed
from desktop.services.results import decisions
from desktop.wording import fact_value, known_codes, words
from tests.offices import commune
from tests.offices.drafts import draft_officials
from tests.offices.opening import open_meeting
from tests.printing.word.read_word import printed_text, word_text

State = Callable[[Workplace], str]


def _planned(office: Workplace) -> str:
    return planning.plan_election(office, commune.plan()).code


def _recognised(office: Workplace) -> str:
    code = commune.finalised(office)
    decisions.recognise(office, code, "102/QĐ-UBND", date(2024, 12, 10))
    return code


def _ordered_again(office: Workplace) -> str:
    code = commune.finalised(office, commune.NOBODY)
    decisions.order_again(office, code, "103/QĐ-UBND", date(2024, 12, 10), "Không ai đủ số phiếu")
    return code


def _lines(office: Workplace, code: str) -> dict[str, PaperLine]:
    return {line.form: line for line in paper_lines(office, (code,))}


def _text(made: MadePapers | bytes) -> str:
    content = made.content if isinstance(made, MadePapers) else made
    document = pdfium.PdfDocument(io.BytesIO(content))
    pages = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    document.close()
    return " ".join(" ".join(pages).replace("\u00a0", " ").split())


def _gaps(line: PaperLine) -> dict[str, str]:
    return {words(gap.lacks): gap.step for gap in line.gaps if gap.step}


def _quiet(done: int, total: int, word: str) -> None:
    del done, total, word


def test_every_form_of_a_hamlets_election_is_among_the_papers() -> None:
    elsewhere = {"package-slip", "recovery-sheet", "hamlet-ballot-agree", "hamlet-ballot-large"}
    # Printed from the count whose keys it holds.
    elsewhere.add("tally-log")
    # Of a hamlet, whether there is an election or not.
    elsewhere.add("provisional-decision")
    blanks = {name for name in FORMS if name.endswith("-blank")}
    of_others = ("congress-", "chain-", "member-")
    others = {name for name in FORMS if name.startswith(of_others) or name.endswith("-register")}
    others |= {form.name for form in DISMISSALS}
    assert KINDS.keys() == FORMS.keys() - elsewhere - blanks - others


def test_every_paper_has_its_words_and_each_of_its_facts_too() -> None:
    needed = {key for kind in KINDS.values() for key in kind.needs} | {"day"}
    wanted = needed | {key for kind in KINDS.values() for key in kind.only_with}
    said = {f"form.{form}" for form in KINDS} | {f"fact.{key}" for key in needed}
    said |= {f"lacking.{key}" for key in wanted - {"day"}}
    said |= {f"by_hand.{form}" for form, kind in KINDS.items() if kind.by_hand}
    assert said <= known_codes()


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("day", date(2024, 12, 8), "08/12/2024"),
        ("hour", time(7, 30), "07:30"),
        ("venue", "Nhà văn hóa thôn Lục Ngù", "Nhà văn hóa thôn Lục Ngù"),
        ("team", 3, "3 người"),
        ("by_ballot", True, "Bỏ phiếu"),
        ("count", 2, "lần 2"),
    ],
)
def test_a_fact_is_said_as_a_clerk_reads_it(key: str, value: str | int | date | time, said: str) -> None:
    assert fact_value(key, value) == said


@pytest.mark.parametrize("state", [_planned, commune.printed, _recognised])
def test_every_paper_is_printed_as_far_as_it_can_be_filled(office: Workplace, state: State) -> None:
    code = state(office)
    for line in _lines(office, code).values():
        for filling in line.fillings:
            made = make_paper(office, code, line.form, filling)
            said = _text(made)
            assert made.sheets >= 1, line.form
            assert "DỮ LIỆU TẬP HUẤN" in said, (line.form, filling)
            if filling == "blank":
                named = [name for name, _, _ in commune.HEADS if name.casefold() in said.casefold()]
                assert not named, (line.form, "a blank names nobody")
            assert "0220990000" not in said, "no identity number leaves the office on paper"


@pytest.mark.parametrize("state", [_planned, commune.printed, _recognised])
def test_a_paper_of_text_is_made_as_word_in_the_printed_words(office: Workplace, state: State) -> None:
    code = state(office)
    traces = commune.traces(office)
    for line in _lines(office, code).values():
        for filling in line.fillings if line.is_text else ():
            written = make_word(office, code, line.form, filling)
            printed = make_paper(office, code, line.form, filling).content
            assert word_text(written) == printed_text(printed, written), (line.form, filling)
    assert commune.traces(office) == traces, "nothing is registered"


def test_what_is_drawn_to_measure_is_refused_as_word(office: Workplace) -> None:
    code = commune.printed(office)
    assert not _lines(office, code)["tally-sheet"].is_text
    with pytest.raises(PaperRefused) as refusal:
        make_word(office, code, "tally-sheet", "full")
    assert refusal.value.code == "paper.no_word"
    with pytest.raises(RequestRefused):
        make_word(office, code, "recognition-decision", "full")


def test_before_anything_is_known_a_paper_names_what_is_missing_and_where(office: Workplace) -> None:
    lines = _lines(office, _planned(office))
    assert _gaps(lines["team-decision"]) == {"Chưa có tổ bầu cử": "candidates"}
    assert _gaps(lines["call-decision"]) == {"Chưa có giờ họp": "plan", "Chưa ghi số kế hoạch": "plan"}
    assert _gaps(lines["tally-sheet"]) == {
        "Chưa có người ứng cử": "candidates",
        "Danh sách hộ chưa chốt": "ballots",
    }
    assert _gaps(lines["counting-minutes"]) == {
        "Chưa chốt kết quả kiểm phiếu": "counting",
        "Chưa có người kiểm phiếu": "candidates",
        "Chưa có người chứng kiến": "candidates",
    }
    assert lines["sign-in-roll"].state == "half"
    assert lines["hamlet-ballot"].fillings == (), "nobody stands yet"


def test_papers_become_full_as_the_election_goes(office: Workplace) -> None:
    code = commune.printed(office)
    lines = _lines(office, code)
    for form in ("team-decision", "tally-sheet", "sign-in-roll", "ballot-handover", "hamlet-ballot"):
        assert lines[form].state == "full", form
    assert ("ballots", 15) in lines["ballot-handover"].facts
    open_meeting(office, code, commune.OPENS)
    meetings.record_stock(office, code, [meetings.BoxCount("main", 10, 5, 0, 10)])
    assert _lines(office, code)["stock-minutes"].state == "full"


def test_facts_of_the_plan_fill_the_decision_that_calls_the_election(office: Workplace) -> None:
    code = _planned(office)
    meeting_plans.change_plan(office, code, opening=time(7, 30), plan_number="12/KH-UBND")
    said = _text(make_paper(office, code, "call-decision", "full"))
    assert "Kế hoạch số 12/KH-UBND" in said
    assert "07 giờ 30 phút" in said
    assert "Nhà văn hóa thôn Lục Ngù" in said
    meeting_plans.change_plan(office, code, plan_number="96/QĐ-UBND")
    assert "Số: 96/QĐ-UBND" in _text(make_paper(office, code, "call-decision", "full"))


def test_what_is_missing_becomes_dots_and_is_never_invented(office: Workplace) -> None:
    code = _planned(office)
    with pytest.raises(RequestRefused) as refused:
        make_paper(office, code, "invitation", "full")
    assert refused.value.code == "paper.filling"
    said = _text(make_paper(office, code, "invitation", "half"))
    assert "Chủ trì: ông (bà)" in said
    assert "Lò Thị Ơn" in said, "a page for each household of today"


def test_a_posted_roll_tells_the_year_of_birth_and_no_more(office: Workplace) -> None:
    commune.store(office, [*commune.rows(), commune.row("Lò Thị Ơn", "Nữ", "1980-05-17")])
    said = _text(make_paper(office, commune.listed(office, "Giàng A Chớ"), "posted-roll", "half"))
    assert "1980" in said
    assert "17/05/1980" not in said, "though a namesake needs the whole birth at the table"


def test_at_the_table_only_namesakes_show_their_whole_birth(office: Workplace) -> None:
    commune.store(office, [*commune.rows(), commune.row("Lò Thị Ơn", "Nữ", "1980-05-17")])
    code = commune.printed(office, "Giàng A Chớ")
    said = _text(make_paper(office, code, "sign-in-roll", "full"))
    for birth in ("02/03/1975", "17/05/1980"):
        assert f"Lò Thị Ơn {birth}" in said
    for name, _, birth in commune.HEADS[1:]:
        assert f"{name} {birth[:4]}" in said, "the year is enough"


def test_on_a_ballot_only_namesakes_show_their_birth(office: Workplace) -> None:
    commune.store(office, [commune.row("Lò Thị Ơn", "Nữ", "1980-05-17")])
    code = _planned(office)
    named = (("Lò Thị Ơn", "1975-03-02"), ("Lò Thị Ơn", "1980-05-17"), ("Giàng A Chớ", None))
    list_candidates(office, code, [Nomination(*one) for one in named])
    said = _text(trial_ballots(office, code))
    assert "LÒ THỊ ƠN (02/03/1975)" in said
    assert "LÒ THỊ ƠN (17/05/1980)" in said
    assert "GIÀNG A CHỚ" in said
    assert "1980)" not in said.replace("17/05/1980)", "")


def test_full_minutes_are_the_very_bytes_that_the_step_prints_and_are_kept(office: Workplace) -> None:
    code = commune.finalised(office)
    made = make_paper(office, code, "counting-minutes", "full")
    assert printed_papers(office, code)[-1].form != "counting-minutes", "looking keeps nothing"
    register_printed(office, made)
    kept = printed_papers(office, code)[-1]
    assert (kept.form, kept.content) == ("counting-minutes", made.content)


def test_half_minutes_name_people_but_no_votes(office: Workplace) -> None:
    code = commune.finalised(office)
    half = make_paper(office, code, "counting-minutes", "half")
    assert "Nông Văn Ếch" in _text(half)
    assert "SHA-256" not in _text(half)
    register_printed(office, half)
    assert all(paper.form != "counting-minutes" for paper in printed_papers(office, code))


def test_half_of_a_full_paper_keeps_its_head_and_leaves_the_figures_to_the_pen(office: Workplace) -> None:
    code = commune.printed(office)
    said = _text(make_paper(office, code, "sign-in-roll", "half"))
    assert "Trưởng thôn Lục Ngù" in said
    assert "Lò Thị Ơn" not in said


def test_the_result_fills_notice_submission_and_one_of_the_decisions(office: Workplace) -> None:
    code = _recognised(office)
    lines = _lines(office, code)
    assert lines["recognition-decision"].state == "full"
    assert (lines["hold-again-decision"].state, lines["hold-again-decision"].fillings) == (
        "blank",
        ("blank",),
    )
    assert "102/QĐ-UBND" in _text(make_paper(office, code, "recognition-decision", "full"))
    submission = _text(make_paper(office, code, "submission", "full"))
    assert "bà Lò Thị Ơn" in submission
    assert "07 phiếu" in submission
    assert "58,33%" in submission, "of the twelve households"
    assert "Ủy ban Mặt trận Tổ quốc Việt Nam xã Mẫu." in submission
    assert submission.index("(Mẫu số 03)") < submission.index("(Mẫu số 02)")
    decided = _text(make_paper(office, code, "recognition-decision", "half"))
    for title in ("Biên bản cuộc họp của cộng đồng dân cư", "Biên bản kiểm phiếu"):
        assert f"Căn cứ {title} ngày 08/12/2024" in decided, "recognition rests on both"
    assert "Lò Thị Ơn" in _text(make_paper(office, code, "result-notice", "full"))


def test_when_nobody_is_elected_the_papers_ask_to_hold_it_again(office: Workplace) -> None:
    code = _ordered_again(office)
    lines = _lines(office, code)
    assert lines["recognition-decision"].fillings == ("blank",)
    assert "không ai đủ số phiếu" in _text(make_paper(office, code, "hold-again-decision", "full"))
    assert "tổ chức bầu lại" in _text(make_paper(office, code, "submission", "full"))


def test_ballots_that_do_not_add_up_are_left_to_the_pen(office: Workplace) -> None:
    code = commune.meeting(office)
    meetings.record_stock(office, code, [meetings.BoxCount("main", 10, 4, 0, 10)])
    line = _lines(office, code)["stock-minutes"]
    assert _gaps(line) == {"Sổ phiếu chưa đủ, chưa khớp": "meeting"}
    assert "15 phiếu" not in _text(make_paper(office, code, "stock-minutes", "half"))


def test_where_hands_are_raised_no_ballot_paper_is_filled(office: Workplace) -> None:
    code = commune.printed(office, ballot="hands")
    lines = _lines(office, code)
    for form in ("tally-sheet", "stock-minutes", "ballot-handover", "separator-sheet"):
        assert lines[form].fillings == ("blank",), form
        assert _gaps(lines[form])["Bầu giơ tay, không có phiếu"] == "candidates"
    assert lines["hamlet-ballot"].fillings == ()
    assert "biểu quyết bầu Trưởng thôn" in _text(make_paper(office, code, "invitation", "half"))


def test_after_a_show_of_hands_the_submission_counts_people(office: Workplace) -> None:
    typed = {"present": 10, "candidates[0].votes": 2, "candidates[1].votes": 7}
    typed |= {f"candidates[{place}].{kind}": 0 for place in (0, 1) for kind in ("against", "abstain")}
    typed |= {"candidates[0].against": 8, "candidates[1].against": 3}
    code = commune.finalised(office, typed, ballot="hands")
    said = _text(make_paper(office, code, "submission", "full"))
    assert "07 người tán thành" in said
    assert "counting-minutes" not in _lines(office, code), "hands are counted into the meeting's minutes"
    assert _lines(office, code)["result-notice"].state == "full"


def test_both_meetings_on_the_list_have_minutes_and_the_second_sends_the_official_list(
    office: Workplace,
) -> None:
    code = commune.listed(office)
    first = _text(make_paper(office, code, "nomination-minutes", "half"))
    assert "Dự kiến danh sách người ứng cử Trưởng thôn Lục Ngù" in first
    assert "gửi chi ủy (chi bộ) cho ý kiến trước khi lập danh sách chính thức." in first
    second = _text(make_paper(office, code, "official-list-minutes", "half"))
    assert "Lập danh sách chính thức người ứng cử Trưởng thôn Lục Ngù" in second
    assert "Ý kiến của chi ủy (chi bộ)" in second
    assert "danh sách chính thức gồm 02 người có tên trên" in second
    assert "gửi Ủy ban nhân dân xã Mẫu chậm nhất ngày 23 tháng 11 năm 2024." in second
    assert "Bà Lò Thị Ơn" in second


def test_under_the_older_regulation_papers_follow_no_form_of_the_decree(office: Workplace) -> None:
    day = date(2022, 6, 5)
    code = planning.plan_election(office, commune.plan(held_on=day, term_from=day)).code
    lines = _lines(office, code)
    assert not {"result-notice", "handed-out-minutes"} & lines.keys()
    said = _text(make_paper(office, code, "nomination-minutes", "half"))
    assert "59/2023" not in said
    with pytest.raises(RequestRefused):
        make_paper(office, code, "result-notice", "blank")


def test_a_photograph_stands_beside_the_person_it_was_chosen_for(office: Workplace) -> None:
    code = commune.listed(office)
    picture = io.BytesIO()
    Image.new("RGB", (40, 60), (10, 120, 90)).save(picture, "PNG")
    person = candidates_view(office, code).candidates[1].person.person
    assert person is not None
    plain = make_paper(office, code, "posting-sheet", "half")
    shown = make_paper(office, code, "posting-sheet", "half", {person: picture.getvalue()})
    assert _pictures(plain) == 0
    assert _pictures(shown) == 1
    assert _text(plain).count("Ảnh 4 × 6") == 2
    assert _text(shown).count("Ảnh 4 × 6") == 1
    with pytest.raises(PaperRefused):
        make_paper(office, code, "posting-sheet", "half", {person: b"\xff\xd8\xff no picture"})


@pytest.mark.parametrize(("content", "code"), [(b"%PDF-1.4", "photo.kind"), (None, "photo.size")])
def test_a_file_that_is_no_photograph_is_refused_by_its_name(
    tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "anh.jpg"
    if content is None:
        with path.open("wb") as file:
            file.truncate(20 * 1024 * 1024 + 1)
    else:
        path.write_bytes(content)
    with pytest.raises(RequestRefused) as refused:
        read_photo(path)
    assert (refused.value.code, refused.value.where) == (code, "anh.jpg")


def test_the_set_of_a_hamlet_holds_every_paper_as_far_as_it_is_known(office: Workplace) -> None:
    code = commune.printed(office)
    lines = _lines(office, code)
    told: list[tuple[int, int]] = []
    made = make_set(office, (code,), list(lines), "half", lambda done, total, _: told.append((done, total)))
    fillings = {part.form: part.filling for part in made.parts}
    assert fillings["sign-in-roll"] == "full"
    assert fillings["invitation"] == "half"
    assert "hamlet-ballot" not in fillings, "real ballots come from their own step"
    assert told[-1] == (len(lines) - 1, len(lines) - 1)
    assert made.sheets == len(pdfium.PdfDocument(made.content))


def test_one_paper_of_all_hamlets_leaves_out_and_names_those_that_lack_something(office: Workplace) -> None:
    ready = commune.printed(office)
    other = planning.plan_election(office, commune.plan(hamlet=commune.OTHER_HAMLET)).code
    (line,) = (one for one in paper_lines(office, (ready, other)) if one.form == "tally-sheet")
    assert (line.full, line.elections, line.state) == (1, 2, "half")
    made = make_set(office, (ready, other), ["tally-sheet"], "full", _quiet)
    assert [part.code for part in made.parts] == [ready]
    assert {gap.hamlet for gap in made.left_out} == {"Khu phố Chợ"}
    half = make_set(office, (ready, other), ["tally-sheet"], "half", _quiet)
    assert [part.filling for part in half.parts] == ["full", "half"]
    with pytest.raises(RequestRefused) as refused:
        make_set(office, (other,), ["tally-sheet"], "full", _quiet)
    assert refused.value.code == "paper.none"


def test_stopping_a_set_leaves_nothing(office: Workplace) -> None:
    code = commune.finalised(office)
    before = commune.traces(office)

    def stop(done: int, total: int, word: str) -> None:
        del total, word
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        make_set(office, (code,), list(KINDS), "half", stop)
    assert commune.traces(office) == before


def test_making_papers_changes_nothing_in_the_store(office: Workplace) -> None:
    code = commune.finalised(office)
    before = commune.traces(office)
    fillings: tuple[Filling, ...] = ("full", "half", "blank")
    for filling in fillings:
        make_set(office, (code,), list(KINDS), filling, _quiet)
    assert commune.traces(office) == before


def test_papers_are_printed_for_one_hamlet_or_for_a_campaign(office: Workplace) -> None:
    assert paper_scopes(office) == ()
    one = _planned(office)
    assert [scope.hamlet for scope in paper_scopes(office)] == ["Thôn Lục Ngù"]
    two = planning.plan_election(office, commune.plan(hamlet=commune.OTHER_HAMLET)).code
    scopes = paper_scopes(office)
    assert [scope.codes for scope in scopes] == [(one, two), (one,), (two,)]
    assert [scope.hamlet for scope in scopes] == ["", "Thôn Lục Ngù", "Khu phố Chợ"]


def _pictures(made: MadePapers) -> int:
    document = pdfium.PdfDocument(io.BytesIO(made.content))
    try:
        kinds = [thing.type for page in document for thing in page.get_objects()]
    finally:
        document.close()
    return sum(kind == pdfium.raw.FPDF_PAGEOBJ_IMAGE for kind in kinds)


def test_the_minutes_of_the_meeting_name_who_signs_as_far_as_it_is_known(office: Workplace) -> None:
    code = commune.listed(office)
    blank = _text(make_paper(office, code, "meeting-minutes", "half"))
    assert "Vi Văn Ất" not in blank
    with writing(office.database) as session:
        session.add(
            Post(kind=PostKind.HAMLET_HEAD, unit=vote_of(session, code).election.unit, name="Vi Văn Ất")
        )
    named = commune.appointments(
        Appointment("front_board_head", "Bà", "Nông Thị Ỷ"), Appointment("meeting_secretary", "Ông", "Lý A Ử")
    )
    draft_officials(office, code, named)
    said = _text(make_paper(office, code, "meeting-minutes", "half"))
    assert "TRƯỞNG THÔN (Ký, ghi rõ họ tên) TRƯỞNG BAN CÔNG TÁC MẶT TRẬN" in said
    for name in ("Vi Văn Ất", "Nông Thị Ỷ", "2. Thư ký: ông Lý A Ử - chức vụ:"):
        assert name in said
    chair = next(one for one in named if one.role == "team_head")
    assert f"{chair.name} - Tổ trưởng Tổ bầu cử." in said
    assert "CHỦ TRÌ (Ký" in said
    both = [one for one in named if one.role != "front_board_head"]
    draft_officials(office, code, [*both, Appointment("front_board_head", chair.title, chair.name)])
    said = _text(make_paper(office, code, "meeting-minutes", "half"))
    assert f"{chair.name} - Tổ trưởng Tổ bầu cử, Trưởng ban công tác Mặt trận." in said
    assert "(Chủ trì cuộc họp; ký, ghi rõ họ tên)" in said
    assert "CHỦ TRÌ (Ký" not in said
