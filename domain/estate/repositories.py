"""Repositories of objects that are let, their people, money and documents: `work.estate`."""

from typing import Protocol

from domain.estate.analytics.repository import Figures
from domain.estate.costs.repository import Costs
from domain.estate.day.agenda import Agenda
from domain.estate.money.repository import LeaseInvoices, PaymentReports
from domain.estate.object_files.repository import ObjectFiles
from domain.estate.repository import AllPremises, Invitations, Leases, Parties


class EstateRepositories(Protocol):
    """What `work.estate` has."""

    @property
    def parties(self) -> Parties:
        """Owners and tenants as their managers know them."""

    @property
    def invitations(self) -> Invitations:
        """Links by which owners and tenants join."""

    @property
    def premises(self) -> AllPremises:
        """Objects."""

    @property
    def leases(self) -> Leases:
        """Leases."""

    @property
    def costs(self) -> Costs:
        """What objects cost."""

    @property
    def figures(self) -> Figures:
        """Sums over the ledger."""

    @property
    def agenda(self) -> Agenda:
        """What there is to do about objects that somebody keeps."""

    @property
    def payment_reports(self) -> PaymentReports:
        """What tenants say to have paid."""

    @property
    def invoices(self) -> LeaseInvoices:
        """What tenants are asked to pay through Telegram."""

    @property
    def object_files(self) -> ObjectFiles:
        """Documents of objects."""
