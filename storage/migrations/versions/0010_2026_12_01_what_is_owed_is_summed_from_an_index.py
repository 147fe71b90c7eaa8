"""What is owed is summed from an index."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.create_index("ix_ledger_allocation_paid", "ledger_allocation", ["account", "due_on", "minor"])
    op.create_index("ix_ledger_entry_owed", "ledger_entry", ["account", "kind", "on", "minor"])


def downgrade() -> None:
    op.drop_index("ix_ledger_entry_owed", "ledger_entry")
    op.drop_index("ix_ledger_allocation_paid", "ledger_allocation")
