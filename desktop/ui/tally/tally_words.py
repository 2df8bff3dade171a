"""What the screen of a count says: names in hints, why a key wasn't taken, what a count came to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.rules.tally import OTHER, KeyKind, TallyFault, TallyForm, TallyKey, TallyTotals
from desktop.services.counting.tallies import OpenTally, TallyLocked
from desktop.ui.tally.tally_reader import TallyReader
from desktop.wording import words

_SHOWN_IN_SUM = 5
_HINTED = 3
_ANSWERS = (KeyKind.AGREE, KeyKind.AGAINST, KeyKind.BLANK)


def lane_titles(opened: OpenTally) -> tuple[str, ...]:
    """Name the lanes: of an agree ballot with one name its answers, else the candidates."""
    say = QCoreApplication.translate
    if opened.form.ballot == "agree" and opened.form.one_key:
        titles = (say("Tally", "Đồng ý"), say("Tally", "Không đồng ý"), say("Tally", "Để trống"))
        return titles if opened.form.may_be_blank else titles[:2]
    return opened.candidates


def lane_marks(form: TallyForm, totals: TallyTotals, begun: tuple[TallyKey, ...]) -> tuple[int, ...]:
    """Return the marks of each lane, those of the ballot that is being read among them."""
    if form.ballot == "agree" and form.one_key:
        answers = (totals.votes[0], totals.against[0], totals.blank[0])
        return answers if form.may_be_blank else answers[:2]
    marks = list(totals.votes)
    for row, key in enumerate(begun):
        if key.kind is KeyKind.MARK and key.candidate is not None:
            marks[key.candidate] += 1
        elif key.kind is KeyKind.AGREE:
            marks[row] += 1
    return tuple(marks)


def marked_lane(form: TallyForm, key: TallyKey, row: int) -> int | None:
    """Return the lane that a key puts a mark into; None for a key that puts none."""
    if key.kind is KeyKind.MARK:
        return key.candidate
    if key.kind not in _ANSWERS:
        return None
    if form.one_key:
        return _ANSWERS.index(key.kind)
    return row if key.kind is KeyKind.AGREE else None


def beside_lane(form: TallyForm, totals: TallyTotals, row: int) -> str:
    """Tell what else was read of a candidate's row, where a ballot has several."""
    if form.ballot != "agree" or form.one_key:
        return ""
    say = QCoreApplication.translate
    told = say("Tally", "không đồng ý {0}").format(totals.against[row])
    return f"{told}, {say('Tally', 'để trống {0}').format(totals.blank[row])}" if totals.blank[row] else told


def sum_words(form: TallyForm, totals: TallyTotals) -> str:
    """Say how the ballots that were read add up."""
    parts = (*totals.votes, *totals.against, *totals.blank) if form.one_key else (totals.valid,)
    if form.ballot == "strike" and form.one_key:
        parts = totals.votes
    shown = parts if len(parts) <= _SHOWN_IN_SUM else (totals.valid,)
    return f"{' + '.join(str(part) for part in (*shown, totals.invalid))} = {totals.read}"


def reason_rows(form: TallyForm) -> tuple[tuple[str, str], ...]:
    """Return each reason with what is said of it, another one last."""
    say = QCoreApplication.translate
    listed = ((reason, words(f"tally.{form.ballot}.{reason}")) for reason in form.reasons)
    return (*listed, (OTHER, say("Tally", "Khác, ghi lý do")))


def key_words(reader: TallyReader, form: TallyForm, key: TallyKey) -> str:
    """Return what stands on the caps of a key: ``1``, ``07``, ``0 3``."""
    if key.kind is KeyKind.MARK:
        return reader.name_key(key.candidate or 0)
    if key.kind in _ANSWERS:
        return str(_ANSWERS.index(key.kind) + 1)
    if key.kind is KeyKind.INVALID:
        reasons = (*form.reasons, OTHER)
        return f"{reader.invalid_key} {reasons.index(key.reason or OTHER) + 1}"
    return "Enter" if key.kind is KeyKind.END else "⌫"


def hints(opened: OpenTally, reader: TallyReader) -> tuple[tuple[str, str], ...]:
    """Return what each key does, those of the ballot first."""
    say, form = QCoreApplication.translate, opened.form
    found: list[tuple[str, str]] = []
    if form.ballot == "agree":
        found += [("1", say("Tally", "đồng ý")), ("2", say("Tally", "không đồng ý"))]
        if form.may_be_blank:
            found.append(("3", say("Tally", "để trống")))
    elif form.candidates <= _HINTED:
        found += [
            (reader.name_key(place), say("Tally", "thêm cho {0}").format(short_name(name)))
            for place, name in enumerate(opened.candidates)
        ]
    else:
        last = reader.name_key(form.candidates - 1)
        found.append((f"{reader.name_key(0)}…{last}", say("Tally", "thêm cho người có số đó")))
    if form.ballot == "strike" and not form.one_key:
        found.append(("Enter", say("Tally", "hết phiếu")))
    found += [
        (reader.invalid_key, say("Tally", "phiếu không hợp lệ")),
        ("Backspace", say("Tally", "bỏ phiếu vừa rồi") if form.one_key else say("Tally", "bỏ lại")),
        ("F9", say("Tally", "đọc lại tổng")),
        ("F11", say("Tally", "màn chiếu")),
    ]
    return tuple(found)


def short_name(name: str) -> str:
    """Return a name as it is called over the table: ``bà Mỹ``, the given name where no word is before it."""
    parts = name.split()
    title = parts[0].lower() if parts[0] in ("Ông", "Bà") else ""
    return f"{title} {parts[-1]}".strip()


def fault_words(fault: TallyFault, form: TallyForm, reader: TallyReader) -> str:
    """Say why a key wasn't taken, and what to press instead."""
    say = QCoreApplication.translate
    said = {
        TallyFault.UNKNOWN: say("Tally", "Phím này không có trên phiếu. Xem các phím ở chân màn hình."),
        TallyFault.TWICE: say("Tally", "Tên này đã đọc trong phiếu đang đọc."),
        TallyFault.OVER_SEATS: say(
            "Tally", "Phiếu đã đủ {1} người. Còn tên nữa thì phiếu không hợp lệ: bấm {0} rồi chọn lý do."
        ),
        TallyFault.NOBODY: say("Tally", "Phiếu không bầu ai thì không hợp lệ: bấm {0} rồi chọn lý do."),
        TallyFault.EMPTY: say("Tally", "Chưa đọc phiếu nào để bỏ."),
    }
    return said[fault].format(reader.invalid_key, form.seats)


def usual_words(opened: OpenTally, read: int) -> str:
    """Say what holds for the count while nothing is wrong."""
    say = QCoreApplication.translate
    if not read and opened.attempt == 1:
        return say(
            "Tally",
            "Lắc hoặc đổ hòm ra trước khi đọc phiếu đầu tiên, để không ai đoán được phiếu nào của ai.",
        )
    if opened.alone:
        return say("Tally", "Một người đếm: biên bản ghi rõ.")
    if opened.number == 1:
        return say("Tally", "Số của lượt này được giấu cho tới khi lượt 2 khóa.")
    return say(
        "Tally", "Số của lượt 1 được giấu cho tới khi lượt 2 khóa. Hai lượt phải bằng nhau ở từng người."
    )


def totals_words(opened: OpenTally, totals: TallyTotals) -> str:
    """Read a count aloud: every name with its figure, invalid ballots, and all."""
    say = QCoreApplication.translate
    read = [
        f"{name}: {marks}"
        for name, marks in zip(lane_titles(opened), lane_marks(opened.form, totals, ()), strict=True)
    ]
    for row, name in enumerate(opened.candidates):
        beside = beside_lane(opened.form, totals, row)
        if beside:
            read[row] = f"{name}: {say('Tally', 'đồng ý {0}').format(totals.votes[row])}, {beside}"
    read.append(say("Tally", "không hợp lệ: {0}").format(totals.invalid))
    read.append(say("Tally", "cộng {0} phiếu").format(totals.read))
    return "\n".join(read)


def locked_words(opened: OpenTally, locked: TallyLocked) -> tuple[str, str]:
    """Say what became of a count that was locked, and the kind of message."""
    say = QCoreApplication.translate
    if locked.entry is None:
        return say("Tally", "{0} được khóa. Còn cụm chưa kiểm.").format(opened.cluster), "done"
    if locked.entry.state == "agreed":
        return say("Tally", "Kiểm từng phiếu xong: các lượt khớp nhau."), "done"
    if locked.entry.differing:
        return (
            say(
                "Tally", "Hai lượt lệch {0} ô. Xem các dòng lệch, rồi kiểm lại từng phiếu hoặc sửa số."
            ).format(len(locked.entry.differing)),
            "attention",
        )
    return say("Tally", "Lượt {0} được khóa. Mời người khác kiểm lượt 2.").format(opened.number), "done"
