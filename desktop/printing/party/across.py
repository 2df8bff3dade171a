"""The measures of Party papers across, mm: margins, sheet, the room between them."""

from __future__ import annotations

LEFT = 15.0
TOP = 20.0
BOTTOM = 10.0
ACROSS = (297.0, 210.0)
MEASURE = 267.0
"""Between the margins."""

HEIGHT = ACROSS[1] - TOP - BOTTOM
