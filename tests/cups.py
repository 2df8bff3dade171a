"""A real CUPS print system for tests, without a printer: what it would print lands in a folder.

Only the last inch is ours: a CUPS backend that puts each job's bytes into a file instead of down a cable.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket as sockets
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PATIENCE = 20  # seconds that the print system may take for anything
_SYSTEM = Path("/usr/lib/cups")

# CUPS calls it as: job, user, title, copies, options, file. A job is whole once it bears its name.
_BACKEND = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
echo "$5" > '{home}/options'
cat "${{6:--}}" > '{papers}/.job' && mv '{papers}/.job' "{papers}/$(printf '%05d' "$1") $PRINTER"
"""

# A printer that takes PDF files and has trays.
_DESCRIBED = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "TRAYS.PPD"
*Manufacturer: "Test"
*Product: "(Test)"
*PSVersion: "(3010.000) 0"
*ModelName: "Test"
*ShortNickName: "Test"
*NickName: "Test"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*LanguageLevel: "3"
*TTRasterizer: Type42
*cupsFilter2: "application/pdf application/pdf 0 -"
*OpenUI *PageSize/Paper: PickOne
*DefaultPageSize: A4
*PageSize A4/A4: ""
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: A4
*PageRegion A4/A4: ""
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "12 12 583 830"
*DefaultPaperDimension: A4
*PaperDimension A4: "595 842"
*OpenUI *InputSlot/Media Source: PickOne
*DefaultInputSlot: {usual}
{slots}
*CloseUI: *InputSlot
"""

_FILES = """\
ServerRoot {home}/root
ServerBin {home}/bin
DataDir /usr/share/cups
RequestRoot {home}/spool
StateDir {home}/state
CacheDir {home}/cache
TempDir {home}/temp
AccessLog {home}/access_log
ErrorLog {home}/error_log
PageLog {home}/page_log
Sandboxing relaxed
"""

# One socket file and no port; whoever reaches that file may do everything.
_SERVER = """\
Listen {socket}
Browsing No
WebInterface No
DefaultShared No
<Location />
Order deny,allow
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""


@dataclass(frozen=True, slots=True)
class Job:
    """What came out of a printer."""

    printer: str
    content: bytes


@dataclass(frozen=True, slots=True)
class PrintSystem:
    """A running CUPS and its printers, none at first; it is asked with CUPS' own commands."""

    home: Path
    server: subprocess.Popen[bytes]

    def add(self, printer: str, *, usual: bool = False) -> None:
        """Set up a printer that takes PDF files as they are, as most of today's do."""
        self._ask("lpadmin", "-p", printer, "-E", "-v", "tray:/", "-m", "raw")
        if usual:
            self._ask("lpadmin", "-d", printer)

    def add_with_trays(self, printer: str, *trays: str) -> None:
        """Set up a printer with these trays, the usual one first."""
        slots = "\n".join(f'*InputSlot {tray}/{tray}: ""' for tray in trays)
        described = self.home / "trays.ppd"
        described.write_text(_DESCRIBED.format(usual=trays[0], slots=slots), encoding="ascii")
        self._ask("lpadmin", "-p", printer, "-E", "-v", "tray:/", "-P", str(described))

    def options(self) -> list[str]:
        """Return the options of the job that came out last."""
        return (self.home / "options").read_text(encoding="utf-8").split()

    def pause(self, printer: str) -> None:
        """Stop a printer, as CUPS itself does after a paper jam; jobs would wait."""
        self._ask("cupsdisable", printer)

    def resume(self, printer: str) -> None:
        """Let a stopped printer go on."""
        self._ask("cupsenable", printer)

    def reject(self, printer: str) -> None:
        """Let a printer take no more jobs."""
        self._ask("cupsreject", printer)

    def remove(self, printer: str) -> None:
        """Take a printer away."""
        self._ask("lpadmin", "-x", printer)

    def waiting(self) -> str:
        """Name the jobs that are not printed yet."""
        return self._ask("lpstat", "-o")

    def printed(self, count: int) -> list[Job]:
        """Wait until so many jobs came out and none is left, and return them in their order."""
        until = monotonic() + _PATIENCE
        while len(self._papers()) < count or self.waiting():
            if monotonic() > until:
                message = f"CUPS printed {self._papers()} of {count}; waiting: {self.waiting()}"
                raise TimeoutError(message)
            sleep(0.02)
        return [Job(path.name.partition(" ")[2], path.read_bytes()) for path in self._papers()]

    @contextmanager
    def silent(self) -> Iterator[None]:
        """Let the print system hang: it takes calls and never answers."""
        self.server.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.server.send_signal(signal.SIGCONT)

    def _papers(self) -> list[Path]:
        return sorted(path for path in (self.home / "papers").iterdir() if path.name != ".job")

    def _ask(self, *command: str) -> str:
        # Half of CUPS' commands stand where an ordinary user's PATH does not look.
        paths = {**os.environ, "PATH": f"{os.environ['PATH']}:/usr/sbin"}
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, timeout=_PATIENCE, env=paths
        )
        return done.stdout


@contextmanager
def print_system(socket: Path) -> Iterator[PrintSystem]:
    """Start CUPS in a folder of its own, listening at that socket file and at no port, and end it.

    It needs neither root nor systemd nor D-Bus. Whoever prints finds it by ``CUPS_SERVER``. The socket's path
    may not be longer than some hundred bytes.
    """
    with TemporaryDirectory(prefix="cups-") as folder:
        home = Path(folder)
        _lay_out(home, socket)
        # A copy, because AppArmor ties the system's own program by its path to the system's own folders.
        program = shutil.copy("/usr/sbin/cupsd", home / "cupsd")
        command = [program, "-f", "-c", home / "root/cupsd.conf", "-s", home / "root/cups-files.conf"]
        with (home / "said").open("wb") as said:
            server = subprocess.Popen(command, stdout=said, stderr=said)
        try:
            _wait_until_it_listens(home, socket, server)
            yield PrintSystem(home, server)
        finally:
            _end(server)
            socket.unlink(missing_ok=True)


def _lay_out(home: Path, socket: Path) -> None:
    for name in ("root", "bin/backend", "bin/filter", "spool", "state", "cache", "temp", "papers"):
        (home / name).mkdir(parents=True)
    for name in ("daemon", "notifier"):
        (home / "bin" / name).symlink_to(_SYSTEM / name)
    backend = home / "bin/backend/tray"
    backend.write_text(_BACKEND.format(home=home, papers=home / "papers"), encoding="utf-8")
    # Closed to others: then CUPS runs it as itself, not as the system's printing user.
    backend.chmod(0o700)
    files = _FILES.format(home=home)
    if os.geteuid():
        import grp  # noqa: PLC0415 - tests are collected on Windows, too, which has neither
        import pwd  # noqa: PLC0415

        group = grp.getgrgid(os.getegid()).gr_name
        files += f"User {pwd.getpwuid(os.geteuid()).pw_name}\nGroup {group}\nSystemGroup {group}\n"
    (home / "root/cups-files.conf").write_text(files, encoding="utf-8")
    (home / "root/cupsd.conf").write_text(_SERVER.format(socket=socket), encoding="utf-8")


def _wait_until_it_listens(home: Path, socket: Path, server: subprocess.Popen[bytes]) -> None:
    until = monotonic() + _PATIENCE
    while not _answers(socket):
        if server.poll() is not None or monotonic() > until:
            logs = [home / "said", home / "error_log"]
            told = "\n".join(log.read_text(errors="replace") for log in logs if log.exists())
            message = f"CUPS did not start (Debian package cups-daemon):\n{told}"
            raise RuntimeError(message)
        sleep(0.01)


def _answers(socket: Path) -> bool:
    with sockets.socket(sockets.AF_UNIX) as line:
        return line.connect_ex(str(socket)) == 0


def _end(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(_PATIENCE)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
