"""Stored parties, objects, leases, and what belongs to them."""

from storage.estate.agenda import SqlAgenda
from storage.estate.costs import SqlCosts
from storage.estate.figures import SqlFigures
from storage.estate.invitations import SqlInvitations
from storage.estate.leases import SqlLeases
from storage.estate.money import SqlLeaseInvoices, SqlPaymentReports
from storage.estate.parties import SqlParties
from storage.estate.premises import SqlEstate

__all__ = [
    "SqlAgenda",
    "SqlCosts",
    "SqlEstate",
    "SqlFigures",
    "SqlInvitations",
    "SqlLeaseInvoices",
    "SqlLeases",
    "SqlParties",
    "SqlPaymentReports",
]
