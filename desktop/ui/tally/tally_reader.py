"""What keys mean: digits become marks and reasons, two digits a mark where there are more than nine names."""

from __future__ import annotations

from enum import Enum

from desktop.rules.tally import OTHER, KeyKind, TallyForm, TallyKey

_MOST_OF_ONE_DIGIT = 9
_ROWS = {"1": KeyKind.AGREE, "2": KeyKind.AGAINST, "3": KeyKind.BLANK}


class Heard(Enum):
    """What a digit is that isn't a whole key yet, or none at all."""

    WAITS = "waits"
    ASKS_WORDS = "asks_words"
    NOTHING = "nothing"


class TallyReader:
    """Puts digits together; what is begun is shown, and Backspace forgets it.

    Attributes:
        begun: digits of a mark or a reason that is not whole yet.
        in_reason: the next digit says why the ballot is invalid.

    Args:
        form: what ballots can say.
    """

    def __init__(self, form: TallyForm) -> None:
        self._form = form
        self.begun = ""
        self.in_reason = False

    @property
    def two_digits(self) -> bool:
        """Tell whether a mark takes two digits."""
        return self._form.ballot == "strike" and self._form.candidates > _MOST_OF_ONE_DIGIT

    def name_key(self, place: int) -> str:
        """Return the digits that mark a candidate, by place from 0."""
        return f"{place + 1:02d}" if self.two_digits else str(place + 1)

    @property
    def invalid_key(self) -> str:
        """Return the digits that say that a ballot is invalid."""
        return "00" if self.two_digits else "0"

    def digit(self, digit: str) -> TallyKey | Heard:
        """Take a digit; the key that it makes whole, or what it is instead."""
        if self.in_reason:
            return self._reason(int(digit))
        if self.two_digits:
            self.begun += digit
            if len(self.begun) < len(self.invalid_key):
                return Heard.WAITS
            digit, self.begun = self.begun, ""
        if int(digit) == 0:
            self.in_reason = True
            return Heard.WAITS
        if self._form.ballot == "agree":
            kind = _ROWS.get(digit)
            return TallyKey(kind) if kind else Heard.NOTHING
        return TallyKey(KeyKind.MARK, int(digit) - 1)

    def forget(self) -> bool:
        """Forget what was begun; False where nothing was."""
        had = self.in_reason or bool(self.begun)
        self.begun, self.in_reason = "", False
        return had

    def _reason(self, number: int) -> TallyKey | Heard:
        reasons = (*self._form.reasons, OTHER)
        if not 1 <= number <= len(reasons):
            return Heard.NOTHING
        self.in_reason = False
        reason = reasons[number - 1]
        return Heard.ASKS_WORDS if reason == OTHER else TallyKey(KeyKind.INVALID, reason=reason)
