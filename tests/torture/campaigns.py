"""The table of campaigns; another is one line here. Shares are minutes of an hour.

Most have so many tries and end before their time; the last gets all that is left.
"""

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
    Campaign("kills", kills, share=5),
    Campaign("mutations", mutations, share=13),
    Campaign("backups", mutated_backups, share=2),
    Campaign("workbooks", workbooks, share=4),
    Campaign("walks", walks, share=4),
    Campaign("parsers", coverage, share=2),
    Campaign("disk-calls", disk_calls, share=30),
)
