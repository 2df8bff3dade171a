"""The table of campaigns; another is one line here."""

from __future__ import annotations

from tests.torture.backups import mutated_backups
from tests.torture.campaign import Campaign
from tests.torture.disk import disk_calls
from tests.torture.kills import kills
from tests.torture.packages import mutations
from tests.torture.parsers import coverage
from tests.torture.walks import walks
from tests.torture.workbooks import workbooks

CAMPAIGNS = (
    Campaign("disk-calls", disk_calls, share=4),
    Campaign("kills", kills, share=2),
    Campaign("mutations", mutations, share=3),
    Campaign("backups", mutated_backups),
    Campaign("workbooks", workbooks, share=2),
    Campaign("walks", walks, share=2),
    Campaign("parsers", coverage, share=2),
)
