"""A mail merge by LibreOffice: a document with fields, a sheet of values, and one PDF of them all."""

from __future__ import annotations

import csv
import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

SOURCE = "values"
SECONDS = 180
BYTES = 100_000_000

# An office merges from a source that it has registered; this one is only connected to, which needs no Base.
# The status bar counts words late, when the copy of a record may be closed already, and then all is lost.
_MACRO = """
Sub Run
  Open "{folder}/outcome" For Output As #1
  On Error Goto Refused
  Dim node(0) As New com.sun.star.beans.PropertyValue
  node(0).Name = "nodepath" : node(0).Value = "/org.openoffice.Office.UI.WriterWindowState/UIElements/States"
  settings = CreateUnoService("com.sun.star.configuration.ConfigurationProvider")
  bars = settings.createInstanceWithArguments("com.sun.star.configuration.ConfigurationUpdateAccess", node)
  bar = bars.createInstance()
  bar.Visible = False
  bars.insertByName("private:resource/statusbar/statusbar", bar)
  bars.commitChanges()
  source = CreateUnoService("com.sun.star.sdb.DatabaseContext").createInstance()
  source.URL = "sdbc:flat:file://{folder}"
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "Extension" : how(0).Value = "csv"
  how(1).Name = "CharSet" : how(1).Value = "UTF-8"
  source.Info = how
  rows = CreateUnoService("com.sun.star.sdb.RowSet")
  rows.ActiveConnection = source.getConnection("", "")
  rows.CommandType = 0
  rows.Command = "{source}"
  rows.execute()
  merge = CreateUnoService("com.sun.star.text.MailMerge")
  merge.DocumentURL = "file://{folder}/template.fodt"
  merge.DataSourceName = "{source}"
  merge.CommandType = 0
  merge.Command = "{source}"
  merge.ActiveConnection = rows.ActiveConnection
  merge.ResultSet = rows
  merge.OutputType = 2
  merge.OutputURL = "file://{folder}/merged"
  merge.SaveAsSingleFile = True
  merge.SaveFilter = "writer_pdf_Export"
  began = GetSystemTicks()
  merge.execute(Array())
  Print #1, GetSystemTicks() - began
  Goto Finished
Refused:
  Print #1, Error$
Finished:
  Close #1
  StarDesktop.terminate()
End Sub
"""


class NotMergedError(Exception):
    """LibreOffice did not merge; the message says why."""


def merge(office: str, template: str, rows: Sequence[Sequence[str]]) -> tuple[bytes, float]:
    """Merge a document with rows of values into one PDF.

    Args:
        office: the ``soffice`` to run, with a profile of its own that is thrown away.
        template: a flat OpenDocument text with fields of the table ``SOURCE``.
        rows: the names of the columns, then the values.

    Returns:
        The PDF, and the seconds of the merge alone, without the start of the office.

    Raises:
        NotMergedError: it has no drivers for a source, refused, or took longer than ``SECONDS``.

    Source: LibreOffice API, ``com.sun.star.text.MailMerge``.
    """
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "template.fodt").write_text(template, encoding="utf-8")
        with (folder / f"{SOURCE}.csv").open("w", encoding="utf-8", newline="") as file:
            # What is not quoted is guessed to be a number or a date.
            csv.writer(file, quoting=csv.QUOTE_ALL).writerows(rows)
        (folder / "merged").mkdir()
        # The first start lays out the profile, and with it the module for a user's own macros.
        _run(office, folder, "--terminate_after_init")
        module = folder / "profile" / "user" / "basic" / "Standard" / "Module1.xba"
        module.write_text(_module(_MACRO.format(folder=folder, source=SOURCE)), encoding="utf-8")
        _run(office, folder, "macro:///Standard.Module1.Run")
        outcome = folder / "outcome"
        said = outcome.read_text(encoding="utf-8").strip() if outcome.exists() else "no macro was run"
        if not said.isdecimal():
            reason = "no database drivers" if "DriverManager" in said else " ".join(said.split())[:200]
            raise NotMergedError(f"LibreOffice: {reason or 'ended early'}")
        (made,) = (folder / "merged").glob("*.pdf")
        return made.read_bytes(), int(said) / 1000


def _module(macro: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><script:module xmlns:script="http://openoffice.org/2000/script"'
        f' script:name="Module1" script:language="StarBasic">{escape(macro)}</script:module>'
    )


def _run(office: str, folder: Path, what: str) -> None:
    """Run the office in a group of processes of its own, with a bound on its time and on its files."""
    process = subprocess.Popen(
        [
            "prlimit",
            f"--fsize={BYTES}",
            office,
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--norestore",
            what,
        ],
        env=os.environ | {"TMPDIR": str(folder)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise NotMergedError(f"LibreOffice: not done in {SECONDS} s") from error
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
