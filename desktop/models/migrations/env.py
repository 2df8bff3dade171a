"""Runs the revisions over the connection that the program hands in."""

from alembic import context

from desktop.models.metadata import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    # The caller's transaction holds all of it.
    transactional_ddl=False,
)
context.run_migrations()
