"""Which kinds of data the use cases called inside have changed, for pages that show them."""

from desktop.models.store.changes import Kind, collecting

__all__ = ["Kind", "collecting"]
