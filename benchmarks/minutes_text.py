"""Counting minutes of invented hamlets, no two alike, and their words for other typesetters."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from xml.sax.saxutils import unescape

import msgspec

from desktop.printing.counting.facts import CandidateVotes, CountingMinutes
from desktop.printing.hamlet_head.count import sentences
from desktop.printing.hamlet_head.count.candidate_results import candidate_columns
from desktop.printing.hamlet_head.count.minutes import RESULT_HEAD, TITLE, subject
from desktop.printing.setting import qr
from desktop.printing.setting.paragraphs import PAGES
from desktop.printing.setting.wording import count_text, day_text
from desktop.rules.shares import percent_text

_SAMPLE = Path(__file__).parents[1] / "resources" / "forms" / "counting-minutes.json"
_FAMILIES = (
    "Hoàng",
    "Chìu",
    "Loan",
    "Trần",
    "Lỷ",
    "Nình",
    "Tẩn",
    "Lò",
    "Vàng",
    "Đặng",
    "Phạm",
    "Sằn",
    "Dương",
)
_MIDDLES = ("Văn", "Thị", "Láo", "Sủi", "Quang", "Ngọc", "Đức", "Thanh", "Xuân", "Hữu", "Minh", "Kim")
_GIVEN = ("Sẻn", "Mai", "Thắng", "Lan", "Tàu", "Hương", "Thìn", "Ơn", "Bích", "Cường", "Dũng", "Mỵ", "Yến")
_HAMLETS = ("Nà", "Pắc", "Khe", "Lục", "Phai", "Làu", "Bản", "Cáu", "Sú", "Mục", "Kéo", "Chè", "Đồng", "Nặm")

CAPTION = "Mã kiểm tra tệp dữ liệu của cuộc bầu cử này (SHA-256), 16 nhóm. Bản giấy có chữ ký là bản gốc."
SIGN = "(Ký, ghi rõ họ tên)"
_QR_SIDE = 14.8
_PAGES = 2
_DARK_RUN = re.compile("1+")


@dataclass(frozen=True, slots=True)
class Words:
    """What one set of minutes says, each part as plain text.

    Args:
        label: at the upper right of page 1.
        head: of the issuer.
        state: the national title and the motto.
        date: place and date.
        title: of the paper, and its subject.
        before: paragraphs before the table.
        table: its rows, the head first.
        after: paragraphs after the table.
        signed: the heads of the signatures, each with the names under it.
        digest: 16 groups.
        qr: text of the code.
    """

    label: str
    head: tuple[str, ...]
    state: tuple[str, str]
    date: str
    title: tuple[str, str]
    before: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    after: tuple[str, ...]
    signed: tuple[tuple[str, tuple[str, ...]], ...]
    digest: tuple[str, ...]
    qr: str


def minutes_of(number: int) -> CountingMinutes:
    """Make the minutes of one hamlet; names, counts, hours and digest are its own."""
    sample = msgspec.json.decode(_SAMPLE.read_bytes(), type=CountingMinutes)
    chance = Random(number)
    hamlet = f"{chance.choice(_HAMLETS)} {chance.choice(_HAMLETS)}"
    electorate = chance.randint(70, 98)
    present = electorate - chance.randint(1, 9)
    invalid = chance.randint(1, 4)
    winner = electorate // 2 + chance.randint(1, 9)
    votes = (present - invalid - winner, winner)
    candidates = tuple(
        CandidateVotes(title=person.title, name=_name(chance), votes=count)
        for person, count in zip(sample.candidates, votes, strict=True)
    )
    needed = electorate // 2 + 1
    digest = hashlib.sha256(str(number).encode()).hexdigest()
    counted = f"{electorate}/{present}/{present}/{present - invalid}/{invalid}:{votes[0]}/{votes[1]}"
    return replace(
        sample,
        issuer_lines=(sample.issuer_lines[0], f"THÔN {hamlet.upper()}"),
        hamlet_name=hamlet,
        venue=f"Nhà văn hóa thôn {hamlet}",
        opening=sample.opening.replace(minute=chance.randint(10, 50)),
        closing=sample.closing.replace(minute=chance.randint(10, 50)),
        committee=tuple(replace(member, name=_name(chance)) for member in sample.committee),
        witnesses=(
            replace(sample.witnesses[0], name=_name(chance)),
            replace(sample.witnesses[1], name=_name(chance)),
        ),
        electorate=electorate,
        present=present,
        issued=present,
        returned=present,
        valid=present - invalid,
        invalid=invalid,
        invalid_reasons=f"để lại cả hai người ({count_text(invalid)} phiếu)",
        printed=electorate + 5,
        unused=electorate + 5 - present,
        candidates=candidates,
        outcome=replace(
            sample.outcome,
            threshold=replace(sample.outcome.threshold, base=electorate, needed=needed),
            elected=(candidates[1].name,),
        ),
        digest=replace(
            sample.digest,
            sha256=digest,
            qr_full=f"HP1:06859-TH{number:04d}:2024:1:R1:{counted}:{digest.upper()}",
        ),
    )


def words_of(minutes: CountingMinutes) -> Words:
    """Take the words out of minutes, as ours prints them on two pages."""
    words = sentences.ELECTOR_WORDS[minutes.electors]
    columns = candidate_columns(minutes.vote, words, minutes.hamlet_kind, minutes.electorate)
    head, *members = minutes.committee
    before = (
        sentences.opening(minutes),
        sentences.HELD[False].committee,
        *(
            f"{number}. {one.title} {one.name} - {one.role}"
            for number, one in enumerate(minutes.committee, 1)
        ),
        words.witnesses,
        *(f"{number}. {one.title} {one.name}" for number, one in enumerate(minutes.witnesses, 1)),
        RESULT_HEAD,
        *sentences.counts(minutes),
        "- Số phiếu bầu cho từng người:",
    )
    after = (sentences.decision(minutes), sentences.closing(minutes).replace(PAGES, count_text(_PAGES)))
    return Words(
        label=minutes.form_label,
        head=minutes.issuer_lines,
        state=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        date=f"{minutes.place}, {day_text(minutes.date)}",
        title=(TITLE, subject(sentences.post(minutes.post, minutes.hamlet_name, minutes.term))),
        before=tuple(map(_plain, before)),
        table=(tuple(column.head for column in columns), *_rows(minutes)),
        after=tuple(map(_plain, after)),
        signed=(
            (" ".join(words.witness_head), tuple(witness.name for witness in minutes.witnesses)),
            (f"TM. BAN KIỂM PHIẾU {head.role.upper()}", (head.name,)),
            ("CÁC THÀNH VIÊN BAN KIỂM PHIẾU", tuple(member.name for member in members)),
        ),
        digest=tuple(minutes.digest.groups),
        qr=minutes.digest.qr_full,
    )


def groups_of(words: Words) -> tuple[tuple[str, str], tuple[str, str]]:
    """Give the digest in two rows, each with the numbers of its groups before it."""
    return ("1-8", "  ".join(words.digest[:8])), ("9-16", "  ".join(words.digest[8:]))


def svg(text: str) -> str:
    """Make a QR code, and draw it as one path."""
    code = qr.fitting(_QR_SIDE, text)
    side = len(code.rows)
    runs = "".join(
        f"M{run.start()} {row}h{run.end() - run.start()}v1H{run.start()}z"
        for row, modules in enumerate(code.rows)
        for run in _DARK_RUN.finditer(modules)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path d="{runs}"/></svg>'


def _name(chance: Random) -> str:
    return " ".join(map(chance.choice, (_FAMILIES, _MIDDLES, _GIVEN)))


def _plain(markup: str) -> str:
    return unescape(markup.replace("<b>", "").replace("</b>", ""))


def _rows(minutes: CountingMinutes) -> list[tuple[str, ...]]:
    return [
        (
            str(number),
            f"{one.title} {one.name}",
            str(one.votes),
            f"{percent_text(one.votes or 0, minutes.electorate)}%",
        )
        for number, one in enumerate(minutes.candidates, 1)
    ]
