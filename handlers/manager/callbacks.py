"""The buttons that lead to objects, leases, people, money, costs and meters, from wherever they are mentioned."""

from typing import Literal

from bot.callbacks import Callback, Id, OfLease, OfPremises, Small
from bot.callbacks import OpenLease as OpenLease  # noqa: PLC0414  (a utility bill leads there too)
from bot.callbacks import OpenObject as OpenObject  # noqa: PLC0414  (a property that follows an object leads there too)


class MyObjects(Callback, prefix="kmo"):
    """The objects that one keeps or owns; `find_pending`: only those that match what was typed."""

    page: Small = 0
    archived: bool = False
    sort: Small = 0
    found: bool = False


class AddObject(Callback, prefix="kao"):
    """Add an object."""


class AddLease(OfPremises, prefix="kal"):
    """Let an object, or a part of it, to a tenant."""

    new: bool = False


class PeopleList(Callback, prefix="kpl"):
    """The people that one keeps: owners, tenants, those not joined yet, those removed; empty: the likeliest of them."""

    kind: Literal["", "owner", "tenant", "invited", "removed"] = ""
    page: Small = 0
    found: bool = False
    """Only those whom the words that were typed find."""
    new: bool = False


class OpenParty(Callback, prefix="kpo"):
    """One owner's or tenant's card."""

    party: Id
    new: bool = False


class AddParty(Callback, prefix="kap"):
    """Invite an owner or a tenant; `kind` as in `PartyKind`, empty to be asked."""

    kind: Literal["", "owner", "tenant"] = ""


class AddTenant(OfPremises, prefix="ktn"):
    """Invite who is going to rent this object; the lease that follows is of it."""


class LeaseMoney(OfLease, prefix="klm"):
    """What a lease has been charged and has paid; `month` as 202611, 0 for the latest."""

    new: bool = False
    month: Small = 0


class AddPayment(OfLease, prefix="kpy"):
    """Book a payment of a tenant."""

    new: bool = False


class ReportsList(Callback, prefix="krl"):
    """What tenants say they have paid, to be confirmed."""

    page: Small = 0
    new: bool = False


class OpenObjectCosts(OfPremises, prefix="kco"):
    """What an object costs."""


class AddCost(OfPremises, prefix="kac"):
    """Note a cost of an object."""


class ObjectMeters(OfPremises, prefix="kme"):
    """An object's meters and readings."""


class OpenFinalReadings(OfLease, prefix="klr"):
    """What the meters showed at the end of a lease."""

    new: bool = False


class ObjectTariffs(OfPremises, prefix="kta"):
    """An object's tariffs."""


class OpenObjectFiles(OfPremises, prefix="kfi"):
    """An object's documents."""

    page: Small = 0
    new: bool = False


class MissingReadings(Callback, prefix="kmi"):
    """The objects that lack readings of the period that is open, or has closed last."""

    page: Small = 0
    new: bool = False


class OverdueList(Callback, prefix="kdl"):
    """The leases for which something is overdue, the largest sums first."""

    page: Small = 0
    new: bool = False


class EndingLeases(Callback, prefix="kel"):
    """The leases that end soon."""

    page: Small = 0
    new: bool = False


class AllTenants(Callback, prefix="kat"):
    """Who rents any of the objects, or has left and still owes."""

    page: Small = 0


class AllFiles(Callback, prefix="kaf"):
    """Choose the object whose documents to see."""

    page: Small = 0
