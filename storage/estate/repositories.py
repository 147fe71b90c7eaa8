"""The stored side of `work.estate`: what `domain/estate/repositories.py` declares is made here."""

from storage.estate.agenda import SqlAgenda
from storage.estate.costs import SqlCosts
from storage.estate.figures import SqlFigures
from storage.estate.invitations import SqlInvitations
from storage.estate.leases import SqlLeases
from storage.estate.money import SqlLeaseInvoices, SqlPaymentReports
from storage.estate.object_files import SqlObjectFiles
from storage.estate.parties import SqlParties
from storage.estate.premises import SqlPremises
from storage.scope import Scope


class SqlEstateRepositories:
    """Objects that are let, their people, money and documents, in one transaction."""

    def __init__(self, scope: Scope) -> None:
        self.parties = SqlParties(scope)
        self.invitations = SqlInvitations(scope)
        self.premises = SqlPremises(scope)
        self.leases = SqlLeases(scope)
        self.costs = SqlCosts(scope)
        self.figures = SqlFigures(scope)
        self.agenda = SqlAgenda(scope)
        self.payment_reports = SqlPaymentReports(scope)
        self.invoices = SqlLeaseInvoices(scope)
        self.object_files = SqlObjectFiles(scope)
