"""Who is reminded of a lease: its tenant of what is to pay, its manager of what was not paid."""

from enum import StrEnum


class Reminded(StrEnum):
    """Who is reminded."""

    TENANT = "tenant"
    MANAGER = "manager"
