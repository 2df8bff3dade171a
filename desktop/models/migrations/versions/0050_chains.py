"""Adds the chain of a campaign: plans of personnel, gates that were let through, exceptions."""

import sqlalchemy as sa
from alembic import op

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# Who let a gate through, and why, stays as it was written.
_TRIGGERS = (
    (
        "CREATE TRIGGER chain_overrides_no_update BEFORE UPDATE ON chain_overrides WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER chain_overrides_no_delete BEFORE DELETE ON chain_overrides WHEN 1"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
    (
        "CREATE TRIGGER chain_overrides_no_replace BEFORE INSERT ON chain_overrides"
        " WHEN EXISTS (SELECT 1 FROM chain_overrides WHERE id = NEW.id)"
        " BEGIN SELECT RAISE(ABORT, 'rows of this table stay as they are'); END"
    ),
)


def _of_hamlet(table: str) -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("id", KEY, nullable=False),
        sa.Column("chain_id", KEY, nullable=False),
        sa.Column("unit_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["chain_id"], ["chains.id"], name=op.f(f"fk_{table}_chain_id")),
        sa.ForeignKeyConstraint(["unit_id"], ["units.id"], name=op.f(f"fk_{table}_unit_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    ]


def upgrade() -> None:
    op.create_table(
        "chains",
        sa.Column("id", KEY, nullable=False),
        sa.Column("campaign_id", KEY, nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("congress_from", sa.Date(), nullable=False),
        sa.Column("switched_on_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["campaign_id"], ["campaigns.id"], name=op.f("fk_chains_campaign_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chains")),
        sa.UniqueConstraint("campaign_id", name=op.f("uq_chains_campaign_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "chain_plan_steps",
        *_of_hamlet("chain_plan_steps"),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("number", sa.String(64), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.CheckConstraint(
            "what <> 'returned' OR reason IS NOT NULL", name=op.f("ck_chain_plan_steps_reason")
        ),
        sa.CheckConstraint(
            "what IN ('submitted', 'returned', 'approved')", name=op.f("ck_chain_plan_steps_planstepkind")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "chain_overrides",
        *_of_hamlet("chain_overrides"),
        sa.Column("gate", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("gate IN (1, 2, 3, 5)", name=op.f("ck_chain_overrides_gate")),
        sa.CheckConstraint(
            "length(reason) > 0 AND length(name) > 0", name=op.f("ck_chain_overrides_reasoned")
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "chain_exceptions",
        *_of_hamlet("chain_exceptions"),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("owner", sa.String(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("settled_on", sa.Date(), nullable=True),
        sa.CheckConstraint("reason <> 'other' OR note IS NOT NULL", name=op.f("ck_chain_exceptions_note")),
        sa.CheckConstraint(
            "reason IN ('no_head', 'head_not_member', 'head_probationary', 'other_branch', 'shared_branch',"
            " 'other_elected', 'too_old', 'other')",
            name=op.f("ck_chain_exceptions_exceptionreason"),
        ),
        sqlite_strict=True,
    )
    op.create_table(
        "head_members",
        *_of_hamlet("head_members"),
        sa.Column("member_id", KEY, nullable=False),
        sa.ForeignKeyConstraint(["member_id"], ["members.id"], name=op.f("fk_head_members_member_id")),
        sa.UniqueConstraint("chain_id", "unit_id", name=op.f("uq_head_members_chain_id_unit_id")),
        sqlite_strict=True,
    )
    for column in ("unit_id", "member_id"):
        op.create_index(op.f(f"ix_head_members_{column}"), "head_members", [column])
    for table in ("chain_plan_steps", "chain_overrides", "chain_exceptions"):
        for column in ("chain_id", "unit_id"):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])
    for trigger in _TRIGGERS:
        op.execute(trigger)
