"""Adds posts with who holds them, assignments, terms and events of organisations, and operators' sides.

Who heads a hamlet becomes a post: of the person where the household register knows exactly one of that name
there, else of a name. The head whom a hamlet's facts name served before the election, so that post ends on
the day before the first head of it was recognised.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_KINDS = (
    "hamlet_head",
    "hamlet_deputy",
    "front_board_head",
    "police_officer",
    "women_head",
    "farmers_head",
    "veterans_head",
    "youth_secretary",
    "secretary",
    "deputy_secretary",
    "committee_member",
    "unit_head",
    "council_chair",
    "commune_chair",
    "commune_deputy_chair",
    "commune_other",
)
_GONE = (
    "head",
    "head_is_member",
    "provisional_head",
    "provisional_why",
    "provisional_number",
    "provisional_from",
    "provisional_until",
)
_DAY = timedelta(days=1)

FACTS = sa.table(
    "hamlet_facts",
    sa.column("id", KEY),
    sa.column("unit_id", KEY),
    sa.column("head", sa.String()),
    sa.column("head_is_member", sa.Boolean()),
    sa.column("provisional_head", sa.String()),
    sa.column("provisional_why", sa.String()),
    sa.column("provisional_number", sa.String()),
    sa.column("provisional_from", sa.Date()),
    sa.column("provisional_until", sa.Date()),
)
UNITS = sa.table("units", sa.column("id", KEY), sa.column("ends_on", sa.Date()))
HOUSEHOLDS = sa.table(
    "households", sa.column("hamlet_id", KEY), sa.column("head_id", KEY), sa.column("ends_on", sa.Date())
)
PEOPLE = sa.table("people", sa.column("id", KEY), sa.column("name", sa.String()))
ROWS = sa.table(
    "import_rows",
    sa.column("batch_id", KEY),
    sa.column("record_kind", sa.String()),
    sa.column("record_id", KEY),
    sa.column("change", sa.String()),
    sa.column("before", sa.JSON(none_as_null=True)),
)
BATCHES = sa.table(
    "import_batches",
    sa.column("id", KEY),
    sa.column("kind", sa.String()),
    sa.column("file_name", sa.String()),
    sa.column("undone_at", sa.DateTime()),
)
DECISIONS = sa.table(
    "decisions",
    sa.column("id", KEY),
    sa.column("election_id", KEY),
    sa.column("number", sa.String()),
    sa.column("decided_on", sa.Date()),
    sa.column("result", sa.String()),
)
DECIDED = sa.table(
    "decided_people",
    sa.column("decision_id", KEY),
    sa.column("candidate_id", KEY),
    sa.column("accepted", sa.Boolean()),
)
CANDIDATES = sa.table("candidates", sa.column("id", KEY), sa.column("person_id", KEY))
ELECTIONS = sa.table(
    "elections",
    sa.column("id", KEY),
    sa.column("unit_id", KEY),
    sa.column("contest_kind", sa.String()),
    sa.column("term_to", sa.Date()),
)
POSTS = sa.table(
    "posts",
    sa.column("id", KEY),
    sa.column("kind", sa.String()),
    sa.column("unit_id", KEY),
    sa.column("person_id", KEY),
    sa.column("name", sa.String()),
    sa.column("way", sa.String()),
    sa.column("why", sa.String()),
    sa.column("starts_on", sa.Date()),
    sa.column("ends_on", sa.Date()),
    sa.column("until", sa.Date()),
    sa.column("paper_number", sa.String()),
    sa.column("paper_on", sa.Date()),
    sa.column("states_member", sa.Boolean()),
    sa.column("source", sa.String()),
)


def upgrade() -> None:
    _organisations()
    _posts()
    op.add_column(
        "operators", sa.Column("side", sa.String(32), nullable=False, server_default=sa.text("'both'"))
    )
    _carry_over(op.get_bind())
    for name in _GONE:
        op.drop_column("hamlet_facts", name)


def _organisations() -> None:
    op.create_table(
        "organisation_predecessors",
        sa.Column("successor_id", KEY, nullable=False),
        sa.Column("predecessor_id", KEY, nullable=False),
        sa.CheckConstraint(
            "successor_id <> predecessor_id", name=op.f("ck_organisation_predecessors_another")
        ),
        sa.ForeignKeyConstraint(
            ["successor_id"], ["organisations.id"], name=op.f("fk_organisation_predecessors_successor_id")
        ),
        sa.ForeignKeyConstraint(
            ["predecessor_id"], ["organisations.id"], name=op.f("fk_organisation_predecessors_predecessor_id")
        ),
        sa.PrimaryKeyConstraint("successor_id", "predecessor_id", name=op.f("pk_organisation_predecessors")),
        sqlite_strict=True,
    )
    op.create_table(
        "organisation_events",
        sa.Column("id", KEY, nullable=False),
        sa.Column("organisation_id", KEY, nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("happens_on", sa.Date(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("issuer", sa.String(), nullable=True),
        sa.CheckConstraint(
            "what IN ('made', 'renamed', 'ended')", name=op.f("ck_organisation_events_eventkind")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_organisation_events_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_events")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_organisation_events_organisation_id"), "organisation_events", ["organisation_id"]
    )
    op.create_table(
        "terms",
        sa.Column("id", KEY, nullable=False),
        sa.Column("organisation_id", KEY, nullable=False),
        sa.Column("congress", sa.Integer(), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("lengthened_until", sa.Date(), nullable=True),
        sa.Column("lengthened_by", sa.String(), nullable=True),
        sa.Column("lengthened_number", sa.String(64), nullable=True),
        sa.Column("lengthened_on", sa.Date(), nullable=True),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_terms_period")),
        sa.CheckConstraint("congress >= 1", name=op.f("ck_terms_congress")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_terms_organisation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_terms")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_terms_organisation_id"), "terms", ["organisation_id"])


def _posts() -> None:
    kinds = ", ".join(f"'{kind}'" for kind in _KINDS)
    op.create_table(
        "posts",
        sa.Column("id", KEY, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        *_where(),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("way", sa.String(32), nullable=True),
        sa.Column("tenure", sa.String(32), nullable=True),
        sa.Column("why", sa.String(32), nullable=True),
        *_days(),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("local", sa.Boolean(), nullable=True),
        sa.Column("states_member", sa.Boolean(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.CheckConstraint(f"kind IN ({kinds})", name=op.f("ck_posts_postkind")),
        sa.CheckConstraint("way IN ('elected', 'appointed', 'provisional')", name=op.f("ck_posts_way")),
        sa.CheckConstraint("tenure IN ('new', 're_elected')", name=op.f("ck_posts_tenure")),
        sa.CheckConstraint("why IN ('vacant', 'made_anew')", name=op.f("ck_posts_provisionalreason")),
        sa.CheckConstraint("person_id IS NULL OR name IS NULL", name=op.f("ck_posts_holder")),
        sa.CheckConstraint("why IS NULL OR way = 'provisional'", name=op.f("ck_posts_why")),
        *_constraints("posts"),
        sqlite_strict=True,
    )
    op.create_table(
        "assignments",
        sa.Column("id", KEY, nullable=False),
        *_where(),
        sa.Column("duty", sa.String(), nullable=True),
        *_days(),
        sa.CheckConstraint("(person_id IS NULL) <> (name IS NULL)", name=op.f("ck_assignments_holder")),
        *_constraints("assignments"),
        sqlite_strict=True,
    )
    for table in ("posts", "assignments"):
        for column in ("unit_id", "organisation_id", "person_id"):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _where() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("unit_id", KEY, nullable=True),
        sa.Column("organisation_id", KEY, nullable=True),
        sa.Column("person_id", KEY, nullable=True),
        sa.Column("name", sa.String(), nullable=True),
    )


def _days() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("paper_number", sa.String(64), nullable=True),
        sa.Column("paper_on", sa.Date(), nullable=True),
    )


def _constraints(table: str) -> tuple[sa.Constraint, ...]:
    return (
        sa.CheckConstraint("ends_on >= starts_on", name=op.f(f"ck_{table}_period")),
        sa.CheckConstraint("(unit_id IS NULL) <> (organisation_id IS NULL)", name=op.f(f"ck_{table}_place")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f(f"fk_{table}_unit_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f(f"fk_{table}_organisation_id")
        ),
        sa.ForeignKeyConstraint(["person_id"], ["people.id"], name=op.f(f"fk_{table}_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _carry_over(bind: sa.Connection) -> None:
    ended = {row.id: row.ends_on for row in bind.execute(sa.select(UNITS.c.id, UNITS.c.ends_on))}
    recognised = _recognised(bind)
    found: list[dict[str, Any]] = []
    for row in bind.execute(sa.select(FACTS).order_by(FACTS.c.id)).mappings():
        unit, decided = (
            row["unit_id"],
            [one["starts_on"] for one in recognised if one["unit_id"] == row["unit_id"]],
        )
        if row["head"] is not None or row["head_is_member"] is not None:
            last = min(decided) - _DAY if decided else ended[unit]
            who, source = _holder(bind, unit, row["head"]), _source(bind, row["id"])
            found.append(
                _post(unit, who, ends_on=last, states_member=row["head_is_member"], source=source)
                | {"facts": row["id"]}
            )
        if any(row[name] is not None for name in _GONE if name.startswith("provisional")):
            begins = row["provisional_from"]
            after = [day for day in decided if begins is None or day >= begins]
            last = min(after) - _DAY if after else ended[unit]
            found.append(
                _post(
                    unit,
                    _holder(bind, unit, row["provisional_head"]),
                    way="provisional",
                    why=row["provisional_why"],
                    starts_on=begins,
                    ends_on=_not_before(last, begins),
                    until=row["provisional_until"],
                    paper_number=row["provisional_number"],
                    paper_on=begins,
                )
                | {"facts": row["id"]}
            )
    for one in recognised:
        later = [
            other["starts_on"]
            for other in recognised
            if other["unit_id"] == one["unit_id"] and other["starts_on"] > one["starts_on"]
        ]
        last = min(later) - _DAY if later else ended[one["unit_id"]]
        found.append(one | {"ends_on": _not_before(last, one["starts_on"])})
    for key, one in enumerate(found, 1):
        facts = one.pop("facts", None)
        bind.execute(sa.insert(POSTS), one | {"id": key})
        _remember(bind, key, facts, one["unit_id"], by_unit=one["ends_on"] == ended[one["unit_id"]])


def _recognised(bind: sa.Connection) -> list[dict[str, Any]]:
    rows = bind.execute(
        sa.select(
            ELECTIONS.c.unit_id,
            ELECTIONS.c.term_to,
            CANDIDATES.c.person_id,
            DECISIONS.c.number,
            DECISIONS.c.decided_on,
        )
        .select_from(DECISIONS)
        .join(ELECTIONS, DECISIONS.c.election_id == ELECTIONS.c.id)
        .join(DECIDED, DECIDED.c.decision_id == DECISIONS.c.id)
        .join(CANDIDATES, DECIDED.c.candidate_id == CANDIDATES.c.id)
        .where(
            DECISIONS.c.result == "recognised",
            DECIDED.c.accepted,
            ELECTIONS.c.contest_kind == "hamlet_head",
        )
        .order_by(DECISIONS.c.id)
    )
    return [
        _post(
            row.unit_id,
            (row.person_id, None),
            way="elected",
            starts_on=row.decided_on,
            until=row.term_to,
            paper_number=row.number,
            paper_on=row.decided_on,
        )
        for row in rows
    ]


def _post(unit: int, holder: tuple[int | None, str | None], **known: Any) -> dict[str, Any]:
    empty = dict.fromkeys(column.name for column in POSTS.columns)
    return empty | {"kind": "hamlet_head", "unit_id": unit, "person_id": holder[0], "name": holder[1]} | known


def _holder(bind: sa.Connection, unit: int, name: str | None) -> tuple[int | None, str | None]:
    """Return the one person of a name who heads a household of the hamlet; else the name."""
    heads: Sequence[int] = (
        bind.execute(
            sa.select(PEOPLE.c.id)
            .distinct()
            .join(HOUSEHOLDS, HOUSEHOLDS.c.head_id == PEOPLE.c.id)
            .where(HOUSEHOLDS.c.hamlet_id == unit, HOUSEHOLDS.c.ends_on.is_(None), PEOPLE.c.name == name)
        )
        .scalars()
        .all()
    )
    return (heads[0], None) if len(heads) == 1 else (None, name)


def _remember(bind: sa.Connection, post: int, facts: int | None, unit: int, *, by_unit: bool) -> None:
    """Let the batch that made a hamlet's facts, or that ended the hamlet, take its posts back with them."""
    batches = sa.select(ROWS.c.batch_id).join(BATCHES, ROWS.c.batch_id == BATCHES.c.id)
    living = batches.where(BATCHES.c.undone_at.is_(None))
    made = living.where(
        ROWS.c.record_kind == "HamletFacts", ROWS.c.record_id == facts, ROWS.c.change == "new"
    )
    ended = living.where(
        ROWS.c.record_kind == "Unit", ROWS.c.record_id == unit, ROWS.c.change == "changed"
    ).where(BATCHES.c.kind.like("hamlet.%"))
    row = {"record_kind": "Post", "record_id": post}
    for batch in bind.execute(made).scalars().all():
        bind.execute(sa.insert(ROWS), row | {"batch_id": batch, "change": "new", "before": None})
    for batch in bind.execute(ended).scalars().all() if by_unit else ():
        before = {"ends_on": None}
        bind.execute(sa.insert(ROWS), row | {"batch_id": batch, "change": "changed", "before": before})


def _source(bind: sa.Connection, facts: int) -> str | None:
    """Return the name of the latest list that wrote a hamlet's facts."""
    return bind.execute(
        sa.select(BATCHES.c.file_name)
        .join(ROWS, ROWS.c.batch_id == BATCHES.c.id)
        .where(
            ROWS.c.record_kind == "HamletFacts",
            ROWS.c.record_id == facts,
            BATCHES.c.kind == "hamlets",
            BATCHES.c.undone_at.is_(None),
        )
        .order_by(BATCHES.c.id.desc())
        .limit(1)
    ).scalar()


def _not_before(last: date | None, begins: date | None) -> date | None:
    return max(last, begins) if last is not None and begins is not None else last
