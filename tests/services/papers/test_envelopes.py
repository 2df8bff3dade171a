from __future__ import annotations

import io
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from desktop.errors import RequestRefused, StepRefused
from desktop.services.counting import meetings
from desktop.services.elections import candidate_views, planning
from desktop.services.elections.rolls import supplements
from desktop.services.office.workplace import Workplace
from desktop.services.papers import envelopes
from desktop.services.papers.envelopes import Envelope, EnvelopeRefused, write_envelope, write_envelopes
from desktop.services.papers.kept import printed_papers
from tests.offices import commune

FORMS = (
    "cover-checklist",
    "hamlet-ballot",
    "ballot-handover",
    "sign-in-roll",
    "counting-minutes-blank",
    "tally-sheet",
)


def _text(path: Path) -> list[str]:
    document = pdfium.PdfDocument(io.BytesIO(path.read_bytes()))
    texts = [document[index].get_textpage().get_text_range() for index in range(len(document))]
    document.close()
    return texts


def _silent(done: int, total: int, word: str) -> None:
    del done, total, word


def test_an_envelope_holds_every_paper_of_the_eve_and_each_is_kept(office: Workplace, tmp_path: Path) -> None:
    code = commune.printed(office)
    made = write_envelope(office, code, tmp_path)
    pages = _text(made.path)

    assert tuple(part.form for part in made.parts) == FORMS
    assert len(pages) == made.sheets
    assert {paper.form for paper in printed_papers(office, code)} == set(FORMS)
    whole = "\n".join(pages)
    for title in (
        "PHIẾU KIỂM PHONG BÌ",
        "GIAO NHẬN PHIẾU BẦU",
        "DANH SÁCH ĐẠI DIỆN",
        "BẢNG GHI",
        "BIÊN BẢN KIỂM PHIẾU",
    ):
        assert title in whole
    assert "15 (mười lăm) phiếu" in whole
    cover = " ".join(pages[0].split())
    for line in (
        "Phiếu bầu đã niêm phong 15 phiếu",
        "Biên bản giao nhận phiếu bầu 02 bản",
        "Danh sách ký tên, điểm danh 02 tờ",
        "Biên bản kiểm phiếu để điền tay 02 bản",
        "Bảng ghi kết quả kiểm phiếu 01 tờ",
    ):
        assert line in cover
    for name, _, _ in commune.HEADS:
        assert name in whole
    assert "0220990000" not in whole, "no identity number leaves the office on paper"


def test_an_envelope_prints_the_ballots_that_were_not_printed_yet(office: Workplace, tmp_path: Path) -> None:
    code = commune.listed(office)

    write_envelope(office, code, tmp_path)

    assert planning.election(office, code).state == "printed"


def test_the_same_envelope_again_keeps_nothing_twice(office: Workplace, tmp_path: Path) -> None:
    code = commune.printed(office)
    write_envelope(office, code, tmp_path)
    kept = len(printed_papers(office, code))

    write_envelope(office, code, tmp_path)

    assert len(printed_papers(office, code)) == kept
    assert [path.name for path in tmp_path.iterdir() if path.suffix] == [f"phong-bi-{code}.pdf"]


def test_a_supplement_stands_on_the_roll_of_the_next_envelope(office: Workplace, tmp_path: Path) -> None:
    from desktop.services.elections.rolls.views import unlisted_electors  # noqa: PLC0415

    code = commune.printed(office)
    commune.store(office, [commune.row("Mông Văn Khải", "Nam", "1991")])
    (choice,) = unlisted_electors(office, code)
    supplements.supplement(office, code, choice.elector, "mới tách hộ")

    whole = "\n".join(_text(write_envelope(office, code, tmp_path).path))

    assert "Mông Văn Khải" in whole
    assert "bổ sung" in whole


def test_by_show_of_hands_there_is_nothing_to_hand_over(office: Workplace, tmp_path: Path) -> None:
    code = commune.listed(office)
    candidate_views.choose_ballot(office, code, "hands")

    made = write_envelope(office, code, tmp_path)

    assert [part.form for part in made.parts] == ["cover-checklist", "sign-in-roll", "meeting-minutes-blank"]
    assert planning.election(office, code).state == "printed"


def test_one_hamlet_that_is_refused_does_not_stop_the_others(office: Workplace, tmp_path: Path) -> None:
    code = commune.listed(office)
    empty = planning.plan_election(office, commune.plan(hamlet=commune.OTHER_HAMLET)).code
    told: list[tuple[int, int, str]] = []

    made = write_envelopes(office, [empty, code], tmp_path, lambda *step: told.append(step))

    refused, done = made
    assert isinstance(refused, EnvelopeRefused)
    assert isinstance(refused.refusal, StepRefused)
    assert isinstance(done, Envelope)
    assert told == [(0, 2, "Khu phố Chợ"), (1, 2, "Thôn Lục Ngù"), (2, 2, "")]


def test_stopping_between_two_hamlets_leaves_the_first_whole_and_the_second_untouched(
    office: Workplace, tmp_path: Path
) -> None:
    class Stopped(Exception):  # noqa: N818 - asked for
        pass

    def stop(done: int, total: int, word: str) -> None:
        del total, word
        if done == 1:
            raise Stopped

    code = commune.printed(office)
    other = planning.plan_election(office, commune.plan(hamlet=commune.OTHER_HAMLET)).code
    with pytest.raises(Stopped):
        write_envelopes(office, [code, other], tmp_path, stop)

    assert [path.name for path in tmp_path.glob("*.pdf")] == [f"phong-bi-{code}.pdf"]


def test_a_folder_that_takes_no_file_freezes_nothing(office: Workplace, tmp_path: Path) -> None:
    code = commune.listed(office)
    before = commune.traces(office)
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")

    with pytest.raises(RequestRefused, match=r"file\.write"):
        write_envelopes(office, [code], blocked / "below", _silent)

    assert commune.traces(office) == before
    assert planning.election(office, code).state == "listed"


def test_no_envelope_once_the_meeting_is_open(office: Workplace, tmp_path: Path) -> None:
    code = commune.meeting(office)

    with pytest.raises(StepRefused):
        write_envelope(office, code, tmp_path)
    assert envelopes.envelopes_ready(office, code) == ()
    assert meetings.BoxCount("main").issued is None


def test_which_hamlets_are_ready_and_which_would_freeze(office: Workplace) -> None:
    code = commune.listed(office)

    (line,) = envelopes.envelopes_ready(office, code)

    assert (line.hamlet, line.freezes) == ("Thôn Lục Ngù", True)


def test_a_roll_to_sign_can_be_looked_at_before_it_is_frozen(office: Workplace) -> None:
    code = commune.listed(office)
    before = commune.traces(office)

    assert envelopes.sign_in_roll(office, code).startswith(b"%PDF")
    assert commune.traces(office) == before
