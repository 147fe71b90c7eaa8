"""The database: tables, how rows become entities, and the repositories that use cases ask for."""
