"""Names of the files of an office, by which its folder is known before anything of it is loaded."""

DATABASE_NAME = "office.db"
PARAMETERS_NAME = "office.json"
HEAD_NAME = "office.head"
PARAMETERS_COPY_NAME = "office-copy.json"

OWN_PREFIXES = ("office", ".office", ".open-")
"""With which names of the files begin that lie in the folder itself, SQLite's own among them."""
OWN_FOLDERS = ("outbox", "receipts")
"""Folders in it that only the program writes to."""
