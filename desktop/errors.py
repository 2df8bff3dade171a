"""The one tree of errors.

A refusal carries a code and facts, never prose; ``resources/i18n/*.toml`` holds the Vietnamese
sentence for each code, so that the window and the command line say the same::

    Refusal
    ├── FactsRefused     the numbers of a count cannot be read          (rules)
    ├── StatuteRefused   a statute file is not law that can be applied  (rules)
    ├── StepRefused      a step that the present state does not allow   (rules)
    ├── SheetRefused     a workbook cannot be read                      (sheets)
    ├── PaperRefused     a paper cannot be drawn                        (printing)
    ├── PackageRefused   a package, card or receipt fails a step        (exchange)
    ├── StorageRefused   a folder, file or database cannot be used      (models)
    └── RequestRefused   a use case declines what it was asked          (services)
"""

from __future__ import annotations

from dataclasses import dataclass, field


class Refusal(Exception):  # noqa: N818 - the field's word: something asked for is refused, nothing broke
    """Something asked for is refused for a stated reason, and nothing was changed.

    Args:
        code: the reason, a dotted word such as ``sheet.no_header``; key of the sentence.
        where: what the clerk should look at: a file name, a cell (``B7``) or a field.
        context: values to put into the sentence; no personal data.
    """

    def __init__(self, code: str, *, where: str | None = None, **context: object) -> None:
        super().__init__(code, where)
        self.code = code
        self.where = where
        self.context = context


class FactsRefused(Refusal):
    """The facts of a vote cannot be read: a field is unknown, missing, repeated or no count."""


class StatuteRefused(Refusal):
    """A statute file breaks its form: a float, an unknown key, a clause without an article."""


class StepRefused(Refusal):
    """The present state does not allow this step."""


class SheetRefused(Refusal):
    """A workbook cannot be read as the list that it was said to be."""


class PaperRefused(Refusal):
    """A paper cannot be drawn: no face, a letter the face lacks, text that does not fit."""


class PackageRefused(Refusal):
    """A package, card or receipt fails one of its steps; ``code`` is the step's name."""


class StorageRefused(Refusal):
    """A folder, file or database cannot be opened, read or written."""


class RequestRefused(Refusal):
    """A use case declines what it was asked."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding about figures: its code (``E201``), the fields it names, and facts for the sentence."""

    code: str
    fields: tuple[str, ...]
    context: dict[str, object] = field(default_factory=dict, compare=False)
