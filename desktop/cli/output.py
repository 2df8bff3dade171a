"""What a command prints: one JSON document or sentences."""

from __future__ import annotations

import json
import sys

from desktop.errors import Refusal


def print_json(document: object) -> None:
    """Print one JSON document on standard output."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")


def say(sentence: str, *, error: bool = True) -> None:
    """Print one sentence, by default on standard error. Source: commands.md."""
    (sys.stderr if error else sys.stdout).write(sentence + "\n")


def print_error(refusal: Refusal, sentence: str, *, as_json: bool) -> None:
    """Print a refusal: the sentence on standard error, with ``--json`` also a document."""
    say(sentence)
    if as_json:
        print_json({"error": {"code": refusal.code, "message": sentence, "where": refusal.where}})
