"""Damage files of every format by chance, and report each that is neither read nor refused with a reason, and
each whose account of its lines is broken.

``python -m tests.sheets.damage_files [TIMES] [FORMAT ...]``: by default 20,000 files of each format. The same
number damages a file in the same way; ``--one FORMAT NUMBER`` tries one alone. No part of the tests: it takes
its time.
"""

from __future__ import annotations

import io
import random
import subprocess
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from email.message import EmailMessage

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font

from desktop.errors import SheetRefused
from desktop.sheets.files.reader import cells_of
from desktop.sheets.lists.reading import read_sheets
from desktop.sheets.lists.source import Source
from tests.sheets.encrypted_workbooks import agile, old
from tests.sheets.old_workbooks import old_workbook
from tests.sheets.open_documents import cell, open_document, row
from tests.sheets.xml_workbooks import xml_workbook

TIMES = 20_000
SLOW = 2.0
HEAD = ("STT", "Họ và tên chủ hộ", "Ngày sinh", "Số CCCD", "Số khẩu")
ROWS = [HEAD, *((n, f"Lò Văn {chr(64 + n)}", f"0{n}/03/1960", f"0220600000{n:02}", 4) for n in range(1, 8))]
PIECES = (
    b"",
    b"<",
    b">",
    b"/",
    b'"',
    b"'",
    b"&",
    b"&#0;",
    b"\0",
    b"\xff",
    b"9" * 30,
    b"-1",
    b"1e999",
    b"NaN",
    b"<!--",
    b"]]>",
    b"</row>",
    b"<c>",
    b' r="XFD1048576"',
    b' t="s"',
    b' t="e"',
    b' s="99"',
    b"<tr>",
    b"</table>",
    b"rowspan=9",
    b' ss:Index="99999999"',
    b"number-rows-repeated",
    b"1048576",
    b"=",
    b";",
    b"\r",
    b"\n",
    b"\xe1\xbb",
    b"\xcd",
)


def _xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for values in ROWS:
        sheet.append(list(values))
    sheet["C2"].number_format = "mmm-yy"
    sheet["B3"].font = Font(name=".VnTime", strike=True)
    sheet["B4"].comment = Comment("đã chuyển đi", "cán bộ")
    sheet["E5"] = "=1+1"
    sheet.row_dimensions[6].hidden = True
    sheet.merge_cells("A9:C9")
    book.create_sheet("Thôn Hai").append(["x"])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _ods() -> bytes:
    date = cell("<text:p>1</text:p>", office_value_type="date", office_date_value="1960-10-01T10:00:00")
    rows = [row(*values) for values in ROWS]
    return open_document({"Danh sách": [*rows, row("9", date, times=2), row(times=1000)], "Hai": [row("x")]})


def _page() -> str:
    rows = "".join(
        f"<tr>{''.join(f'<td colspan=1>{value}</td>' for value in values)}</tr>" for values in ROWS
    )
    return f"<html><head><meta charset=utf-8></head><body><table border=1>{rows}</table></body></html>"


def _archive() -> bytes:
    message = EmailMessage()
    message["Subject"] = "Danh sách"
    message.make_related()
    part = EmailMessage()
    part.set_content(_page(), subtype="html", cte="quoted-printable")
    message.attach(part)
    return message.as_bytes()


WHOLE: dict[str, Callable[[], bytes]] = {
    "xlsx": _xlsx,
    "ods": _ods,
    "xls": lambda: old_workbook(
        [list(map(str, values)) for values in ROWS],
        merges=[(2, 1, 3, 2)],
        hidden_rows=[3],
        remarks={(2, 2): "hỏi"},
    ),
    "csv": lambda: "\r\n".join(";".join(map(str, values)) for values in ROWS).encode(),
    "html": lambda: _page().encode(),
    "mhtml": _archive,
    "locked-xlsx": lambda: agile(_xlsx(), "VelvetSweatshop", spins=10),
    "locked-xls": lambda: old(
        old_workbook([list(map(str, values)) for values in ROWS]), "VelvetSweatshop", later=True
    ),
    "xml": lambda: xml_workbook([list(values) for values in ROWS]).encode(),
}
NAMES = {"html": "xls", "mhtml": "xls", "locked-xlsx": "xlsx", "locked-xls": "xls"}


def damaged(kind: str, whole: bytes, number: int) -> bytes:
    """Return a file damaged as its number says."""
    chance = random.Random(f"{kind} {number}")
    if not whole.startswith(b"PK") or chance.random() < 0.3:
        return _damaged_bytes(whole, chance)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        hit = chance.choice([name for name in names if name.endswith(".xml")])
        for name in names:
            part = old.read(name)
            if name == hit:
                part = b"" if chance.random() < 0.02 else _damaged_bytes(part, chance)
            if name != hit or chance.random() > 0.02:
                new.writestr(name, part)
    return out.getvalue()


def _damaged_bytes(whole: bytes, chance: random.Random) -> bytes:
    content = bytearray(whole)
    if content and chance.random() < 0.5:
        # Records of a binary file come to nothing where anything is moved.
        for _ in range(chance.randint(1, 5)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        return bytes(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(content) or 1)
        match chance.randrange(6):
            case 0:
                content[at : at + 1] = bytes((chance.randrange(256),))
            case 1:
                content[at : at + chance.randint(1, 40)] = b""
            case 2:
                content[at:at] = chance.choice(PIECES)
            case 3:
                content[at : at + chance.randint(1, 6)] = chance.choice(PIECES)
            case 4:
                content[at:at] = content[at : at + chance.randint(1, 200)] * chance.randint(1, 4)
            case _:
                if chance.random() < 0.2:
                    del content[at:]
    return bytes(content)


def outcome(kind: str, whole: bytes, number: int) -> str:
    """Return what became of a damaged file: read, the code of its refusal, its error, a broken account."""
    name = f"hong.{NAMES.get(kind, kind)}"
    try:
        sheets = cells_of(damaged(kind, whole, number), name)
        found = read_sheets(sheets, "households", Source(name, ""))
    except SheetRefused as refusal:
        return refusal.code
    # A crash of any kind is what this looks for, also one beneath Python.
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        at = traceback.extract_tb(error.__traceback__)[-1]
        return f"CRASH {type(error).__name__} {at.filename.rpartition('/')[2]}:{at.lineno}"
    told, held = found.lines, sum(sum(sheet.filled_rows()) for sheet in sheets)
    if told < held:
        return f"CRASH account of {told} lines, the file holds {held}"
    # A list that goes on at the right of itself is told part by part.
    return "read" if told == held else "read in parts"


def outcomes(kind: str, times: int) -> Iterator[tuple[int, float, str]]:
    """Yield number, seconds and outcome of each; they are tried in a process apart, which some may end."""
    number = 0
    while number < times:
        arguments = [sys.executable, "-m", __spec__.name, "--from", kind, str(number), str(times)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as run:
            assert run.stdout is not None
            for line in run.stdout:
                tried, seconds, what = line.rstrip("\n").split(" ", 2)
                yield int(tried), float(seconds), what
                number = int(tried) + 1
        if number < times:
            yield number, 0.0, f"CRASH of the process ({run.returncode})"
            number += 1


def main(arguments: list[str]) -> int:
    """Damage files and tell what became of them; return 1 if any crashed or stalled."""
    if arguments[:1] == ["--one"]:
        kind, number = arguments[1], int(arguments[2])
        name = f"hong.{NAMES.get(kind, kind)}"
        reading = read_sheets(
            cells_of(damaged(kind, WHOLE[kind](), number), name), "households", Source(name, "")
        )
        sys.stdout.write(f"{reading}\n")
        return 0
    if arguments[:1] == ["--from"]:
        kind, whole = arguments[1], WHOLE[arguments[1]]()
        for number in range(int(arguments[2]), int(arguments[3])):
            start = time.process_time()
            what = outcome(kind, whole, number)
            sys.stdout.write(f"{number} {time.process_time() - start} {what}\n")
            sys.stdout.flush()
        return 0
    times = int(arguments[0]) if arguments else TIMES
    failed = [_tell(kind, times) for kind in arguments[1:] or WHOLE]
    return int(any(failed))


def _tell(kind: str, times: int) -> bool:
    found, first, slowest = Counter[str](), dict[str, int](), (0.0, 0)
    for number, seconds, what in outcomes(kind, times):
        slowest = max(slowest, (seconds, number))
        found[what] += 1
        first.setdefault(what, number)
    sys.stdout.write(f"{kind}: {times} files, the slowest {slowest[0]:.2f} s (number {slowest[1]})\n")
    for what, count in found.most_common():
        sys.stdout.write(f"  {count:6} {what} (first {first[what]})\n")
    sys.stdout.flush()
    return slowest[0] > SLOW or any(what.startswith("CRASH") for what in found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
