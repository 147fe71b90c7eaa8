"""Who runs an object is called its manager, in columns, indexes and what has been written of them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

COLUMNS = (
    ("party", "keeper_id", "manager_id"),
    ("premises", "keeper_id", "manager_id"),
    ("lease", "keeper_looked_on", "manager_looked_on"),
    ("letter", "from_keeper", "from_manager"),
)
INDEXES = (
    ("party", "ix_party_keeper", "ix_party_manager", ("kind", "id")),
    ("premises", "ix_premises_keeper", "ix_premises_manager", ("id",)),
    ("lease", "ix_lease_keeper_looked_on", "ix_lease_manager_looked_on", ()),
)
UNIQUE = "uq_party_{}_kind_phone_fingerprint"


def upgrade() -> None:
    """Rename what is called after the keeper, and what says "keeper" in rows: readings, notifications, outcomes."""
    _rename({old: new for _, old, new in COLUMNS}, "keeper", "manager")


def downgrade() -> None:
    """Call all of it after the keeper again."""
    _rename({new: old for _, old, new in COLUMNS}, "manager", "keeper")


def _rename(columns: dict[str, str], was: str, becomes: str) -> None:
    for table, *names in COLUMNS:
        old = next(name for name in names if name in columns)
        with op.batch_alter_table(table) as batch_op:
            for of, *index, _ in INDEXES:
                if of == table:
                    batch_op.drop_index(next(one for one in index if was in one))
            batch_op.alter_column(old, new_column_name=columns[old])
        with op.batch_alter_table(table) as batch_op:
            for of, *index, rest in INDEXES:
                if of == table:
                    batch_op.create_index(next(one for one in index if becomes in one), [columns[old], *rest])
            if table == "party":
                batch_op.drop_constraint(op.f(UNIQUE.format(f"{was}_id")), type_="unique")
                batch_op.create_unique_constraint(
                    op.f(UNIQUE.format(f"{becomes}_id")), [columns[old], "kind", "phone_fingerprint"]
                )
            if table in {"party", "premises"}:
                batch_op.drop_constraint(op.f(f"fk_{table}_{was}_id"), type_="foreignkey")
                batch_op.create_foreign_key(
                    op.f(f"fk_{table}_{becomes}_id"), "person", [columns[old]], ["id"], ondelete="CASCADE"
                )
    changed = {"was": was, "becomes": becomes}
    op.execute(sa.text("UPDATE meter_reading SET source = :becomes WHERE source = :was").bindparams(**changed))
    op.execute(
        sa.text("UPDATE notification SET data = replace(data, :was, :becomes) WHERE kind = 'lease_ends'").bindparams(
            was=f'"as": "{was}"', becomes=f'"as": "{becomes}"'
        )
    )
    op.execute(
        sa.text("UPDATE operation SET result = replace(result, :was, :becomes) WHERE result LIKE :any").bindparams(
            was=f'"{was}": ', becomes=f'"{becomes}": ', any=f'%"{was}": %'
        )
    )
