"""Every table of the office, gathered so that the schema can be compared with its history."""

from desktop.models import (
    audit,
    bases,
    chain,
    congress,
    counting,
    dismissals,
    elections,
    exchange,
    groups,
    lists,
    office,
    papers,
    party,
    people,
    personnel,
    places,
    posts,
    results,
    rolls,
    waves,
)
from desktop.models.base import Base

NOUNS = (
    places,
    people,
    party,
    posts,
    bases,
    groups,
    elections,
    waves,
    rolls,
    congress,
    counting,
    results,
    dismissals,
    chain,
    personnel,
    papers,
    exchange,
    lists,
    office,
    audit,
)

metadata = Base.metadata
