"""Alembic's entry: migrations run on the connection that `storage.schema` hands in, inside its transaction."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import DefaultClause, False_, Text, True_
from sqlalchemy.types import TypeDecorator

from storage import schema, types

PLAIN = {
    types.UtcTime: "sa.DateTime(timezone=True)",
    types.Choice: "sa.String(length=32)",
}
"""A migration names what the database has, so that it means the same after our own types have changed."""


def plainly(kind: str, item: object, _autogenerate: AutogenContext) -> str | Literal[False]:
    """How a column's type, or what it is unless said otherwise, is written into a new migration."""
    if kind == "server_default" and isinstance(item, DefaultClause) and isinstance(item.arg, False_ | True_):
        return "sa.false()" if isinstance(item.arg, False_) else "sa.true()"  # SQLite would write 0, PostgreSQL refuses
    if kind != "type":
        return False
    if item is types.RowId:
        return "RowId"
    made_of_text = isinstance(item, TypeDecorator) and isinstance(item.impl, Text)
    return PLAIN.get(type(item), "sa.Text()" if made_of_text else False)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    render_as_batch=True,  # SQLite alters a table by copying it
    compare_type=True,
    compare_server_default=True,
    render_item=plainly,
)
with context.begin_transaction():
    context.run_migrations()
