"""The table of campaigns; another is one line here."""

from __future__ import annotations

from tests.torture.campaign import Campaign
from tests.torture.disk import disk_calls
from tests.torture.kills import kills

CAMPAIGNS = (
    Campaign("disk-calls", disk_calls, share=4),
    Campaign("kills", kills, share=2),
)
