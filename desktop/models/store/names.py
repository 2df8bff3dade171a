"""Names of the files of an office, by which its folder is known before anything of it is loaded."""

DATABASE_NAME = "office.db"
PARAMETERS_NAME = "office.json"
