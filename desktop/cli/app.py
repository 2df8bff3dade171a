"""The command line: finds the command, runs it, and turns a refusal into one sentence and exit 1."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from importlib.metadata import version

import typer

from desktop.cli.output import print_error, say
from desktop.cli.trouble import DEBUG_VARIABLE, refusal_of
from desktop.wording import refusal_sentence

COMMANDS = {
    "demo": "desktop.cli.demo",
    "read": "desktop.cli.read",
    "import": "desktop.cli.import_",
    "decide": "desktop.cli.decide",
    "statutes": "desktop.cli.statutes",
    "seal": "desktop.cli.packages",
    "take-in": "desktop.cli.packages",
    "verify": "desktop.cli.verify",
    "receipt": "desktop.cli.packages",
    "fork": "desktop.cli.fork",
    "key": "desktop.cli.keys",
    "backup": "desktop.cli.storage",
    "restore": "desktop.cli.storage",
    "check": "desktop.cli.storage",
    "forms": "desktop.cli.forms",
    "print": "desktop.cli.print",
}

# What Typer makes of Ctrl+C.
_BROKEN_OFF = 130


def run(arguments: list[str]) -> int:
    """Run one command.

    Returns:
        The exit code: 0 done, 1 refused for a stated reason, 2 wrong use. Source: commands.md.
    """
    for stream in (sys.stdout, sys.stderr):
        # A Windows console may be set to a code page without Vietnamese.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if arguments == ["--version"]:
        say(f"Hòm Phiếu {version('hom-phieu')}", error=False)
        return 0
    try:
        result = _application(arguments[0])(args=arguments, prog_name="hom-phieu", standalone_mode=False)
    except typer.TyperException as error:
        say(f"Lệnh viết chưa đúng: {error.format_message()} Gõ “hom-phieu --help” để xem cách viết.")
        return error.exit_code
    except (Exception, KeyboardInterrupt) as trouble:  # noqa: BLE001 - the last net
        return _refused(trouble, arguments)
    return _refused(KeyboardInterrupt(), arguments) if result == _BROKEN_OFF else int(result or 0)


def _refused(trouble: BaseException, arguments: list[str]) -> int:
    if os.environ.get(DEBUG_VARIABLE):
        traceback.print_exception(trouble)
    refusal = refusal_of(trouble)
    print_error(refusal, refusal_sentence(refusal), as_json=_wants_json(arguments))
    return 1


def _application(name: str) -> typer.Typer:
    application = typer.Typer(
        name="hom-phieu",
        help="Hòm Phiếu: bầu trưởng thôn, từ danh sách hộ đến gói kết quả. Không tham số thì mở cửa sổ.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    # Only the named command is imported: a quick command must not wait for the rooms of the others.
    modules = [COMMANDS[name]] if name in COMMANDS else list(COMMANDS.values())
    for module in dict.fromkeys(modules):
        importlib.import_module(module).add_to(application)
    application.callback()(lambda: None)
    return application


def _wants_json(arguments: list[str]) -> bool:
    return arguments[0] == "decide" or "--json" in arguments
