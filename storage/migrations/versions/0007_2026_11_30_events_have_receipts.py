"""Events of the calendar have receipts."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

RowId = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    with op.batch_alter_table("calendar_occurrence") as occurrence:
        occurrence.add_column(sa.Column("receipt", RowId, nullable=True))
        occurrence.create_foreign_key(
            op.f("fk_calendar_occurrence_receipt"), "stored_file", ["receipt"], ["id"], ondelete="SET NULL"
        )


def downgrade() -> None:
    with op.batch_alter_table("calendar_occurrence") as occurrence:
        occurrence.drop_constraint(op.f("fk_calendar_occurrence_receipt"), type_="foreignkey")
        occurrence.drop_column("receipt")
