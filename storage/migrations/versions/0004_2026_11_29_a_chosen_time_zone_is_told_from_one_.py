"""A chosen time zone is told from one that came with a country."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    with op.batch_alter_table("person") as person:
        person.add_column(sa.Column("time_zone_chosen", sa.Boolean(), server_default=sa.false(), nullable=False))
    # whoever has another zone than the one everybody begins with has said where they are, as was the rule until now
    op.execute(sa.text("UPDATE person SET time_zone_chosen = true WHERE time_zone <> 'Europe/Moscow'"))


def downgrade() -> None:
    with op.batch_alter_table("person") as person:
        person.drop_column("time_zone_chosen")
