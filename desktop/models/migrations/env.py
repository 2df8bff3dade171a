"""Runs the revisions over the connection that the program hands in."""

from alembic import context

from desktop.models.metadata import metadata
from desktop.models.people_search import is_search_table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    include_name=lambda name, kind, _: kind != "table" or not is_search_table(name),
    # The caller's transaction holds all of it.
    transactional_ddl=False,
)
context.run_migrations()
