"""Every table of the office, gathered so that the schema can be compared with its history."""

from desktop.models import (
    attachments,
    audit,
    counting,
    drafts,
    elections,
    exchange,
    office,
    papers,
    people,
    places,
    recognitions,
    rolls,
    submissions,
)
from desktop.models.base import Base

NOUNS = (
    places,
    people,
    elections,
    rolls,
    counting,
    drafts,
    submissions,
    recognitions,
    papers,
    attachments,
    exchange,
    office,
    audit,
)

metadata = Base.metadata
