"""What a person decided of a plan of mergers, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.services.places.mergers import Merger, Trouble


class MergerDecisions:
    """Which are left out, who serves until they elect, and why some are smaller than the law asks for.

    Attributes:
        without: full names of the new hamlets that are left out.
        provisional: by full name the code of the old hamlet whose head serves.
        exceptions: by full name the reason.
    """

    def __init__(self) -> None:
        self.without: set[str] = set()
        self.provisional: dict[str, str] = {}
        self.exceptions: dict[str, str] = {}

    def forget(self) -> None:
        """Begin anew, with another file."""
        self.without.clear()
        self.provisional.clear()
        self.exceptions.clear()

    def is_written(self, one: Merger) -> bool:
        """Tell whether a merger is among those that are written."""
        return one.is_possible and one.full_name not in self.without

    def is_left_out(self, one: Merger) -> bool:
        """Tell whether a person leaves a merger out."""
        return one.full_name in self.without

    def serving_in(self, one: Merger) -> str:
        """Return who is to serve in a new hamlet until it elects; empty where nobody is chosen."""
        code = self.provisional.get(one.full_name)
        return next((old.head or "" for old in one.headed if old.code == code), "")

    def open_troubles(self, one: Merger) -> Sequence[tuple[Trouble, str]]:
        """Return what is still to be decided: a size below the law's only until its reason is written."""
        excused = one.full_name in self.exceptions
        return [each for each in one.troubles if not (excused and each[0] is Trouble.SMALL)]

    def leave_out(self, one: Merger, *, left_out: bool) -> None:
        """Leave a merger out, or take it in again."""
        (self.without.add if left_out else self.without.discard)(one.full_name)

    def let_serve(self, one: Merger, code: str | None) -> None:
        """Say whose head serves until a new hamlet elects; None for nobody."""
        if code is None:
            self.provisional.pop(one.full_name, None)
        else:
            self.provisional[one.full_name] = code

    def excuse(self, full_name: str, reason: str) -> None:
        """Say why a new hamlet is smaller than the law asks for; empty takes it back."""
        if reason:
            self.exceptions[full_name] = reason
        else:
            self.exceptions.pop(full_name, None)
