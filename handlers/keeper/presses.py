"""The buttons that lead to objects, leases, people, money, costs and meters, from wherever they are mentioned."""

from typing import Literal

from bot.press import Id, Press, Small
from bot.press import OpenLease as OpenLease  # noqa: PLC0414  (a utility bill leads there too)
from bot.press import OpenObject as OpenObject  # noqa: PLC0414  (a property that follows an object leads there too)


class MyObjects(Press, prefix="kmo"):
    """The objects that one keeps or owns; `found`: only those that match what was typed."""

    page: Small = 0
    archived: bool = False
    sort: Small = 0
    found: bool = False


class AddObject(Press, prefix="kao"):
    """Add an object."""


class AddLease(Press, prefix="kal"):
    """Let an object, or a part of it, to a tenant."""

    premises: Id
    new: bool = False


class PeopleList(Press, prefix="kpl"):
    """The people that one keeps: owners, tenants, those not joined yet, those removed; empty: the likeliest of them."""

    kind: Literal["", "owner", "tenant", "invited", "removed"] = ""
    page: Small = 0
    found: bool = False
    """Only those whom the words that were typed find."""
    new: bool = False


class OpenParty(Press, prefix="kpo"):
    """One owner's or tenant's card."""

    party: Id
    new: bool = False


class AddParty(Press, prefix="kap"):
    """Invite an owner or a tenant; `kind` as in `PartyKind`, empty to be asked."""

    kind: Literal["", "owner", "tenant"] = ""


class AddTenant(Press, prefix="ktn"):
    """Invite who is going to rent this object; the lease that follows is of it."""

    premises: Id


class LeaseMoney(Press, prefix="klm"):
    """What a lease has been charged and has paid; `month` as 202611, 0 for the latest."""

    lease: Id
    new: bool = False
    month: Small = 0


class AddPayment(Press, prefix="kpy"):
    """Book a payment of a tenant."""

    lease: Id
    new: bool = False


class ReportsList(Press, prefix="krl"):
    """What tenants say they have paid, to be confirmed."""

    page: Small = 0
    new: bool = False


class ObjectCosts(Press, prefix="kco"):
    """What an object costs."""

    premises: Id


class AddCost(Press, prefix="kac"):
    """Note a cost of an object."""

    premises: Id


class ObjectMeters(Press, prefix="kme"):
    """An object's meters and readings."""

    premises: Id


class FinalReadings(Press, prefix="klr"):
    """What the meters showed at the end of a lease."""

    lease: Id
    new: bool = False


class ObjectTariffs(Press, prefix="kta"):
    """An object's tariffs."""

    premises: Id


class ObjectFiles(Press, prefix="kfi"):
    """An object's documents."""

    premises: Id
    page: Small = 0
    new: bool = False


class MissingReadings(Press, prefix="kmi"):
    """The objects that lack readings of the period that is open, or has closed last."""

    page: Small = 0
    new: bool = False


class OverdueList(Press, prefix="kdl"):
    """The leases for which something is overdue, the largest sums first."""

    page: Small = 0
    new: bool = False


class EndingLeases(Press, prefix="kel"):
    """The leases that end soon."""

    page: Small = 0
    new: bool = False


class AllTenants(Press, prefix="kat"):
    """Who rents any of the objects, or has left and still owes."""

    page: Small = 0


class AllFiles(Press, prefix="kaf"):
    """Choose the object whose documents to see."""

    page: Small = 0
