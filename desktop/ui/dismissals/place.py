"""Where dismissals of heads are shown: the place of hamlets, opened for them."""

from __future__ import annotations

DISMISSALS = ("dismissals",)
"""What the place of hamlets is opened with for dismissals of heads."""
