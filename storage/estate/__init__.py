"""Stored parties, objects, leases, and what belongs to them."""

from storage.estate.leases import SqlLeases
from storage.estate.parties import SqlParties
from storage.estate.premises import SqlEstate

__all__ = ["SqlEstate", "SqlLeases", "SqlParties"]
