"""A lease's card for who keeps the object and who owns it, and the list of an object's tenants."""

import datetime as dt

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.lists.list_screen import Item, list_screen, page_among
from bot.localization import Localizer, lines
from bot.opening import opens
from bot.screen import Button, Row, Screen, fitted, label_of
from domain.estate.leases.lease import LeaseId
from domain.estate.leases.show_lease import LeaseView, leases_of_premises, show_lease
from domain.estate.objects.premises import PremisesId
from domain.estate.objects.show_premises import show_premises
from domain.refusal import NotFound
from handlers.letters.callbacks import WriteLetter
from handlers.manager.callbacks import (
    AddLease,
    AddPayment,
    LeaseMoney,
    OpenFinalReadings,
    OpenLease,
    OpenObject,
    OpenParty,
)
from handlers.manager.leases.callbacks import ContractFile, EditLease, EndLease, TenantContact
from handlers.manager.leases.words import lease_card, lease_line
from handlers.manager.objects.callbacks import LeasesOf
from handlers.utilities.callbacks import BillsOf

router = Router(name="show_lease")

A_WEEK, A_MONTH = dt.timedelta(days=7), dt.timedelta(days=31)
PAGE = 4
"""Tenants on a page: each has two or three lines."""


@router.callback_query(OpenLease.filter())
async def open_lease(_query: object, callback_data: OpenLease, ctx: Context) -> None:
    """The card."""
    view = await show_lease(ctx.work, ctx.me, LeaseId(callback_data.lease))
    await ctx.chat.show(lease_screen(ctx.t, view), new=callback_data.new)


async def show_card(ctx: Context, lease_id: int, notice: Markup | None = None, *, new: bool = False) -> None:
    """The card as it is now, with what has just happened."""
    view = await show_lease(ctx.work, ctx.me, LeaseId(lease_id))
    await ctx.chat.show(lease_screen(ctx.t, view, notice=notice), new=new)


def lease_screen(t: Localizer, view: LeaseView, *, notice: Markup | None = None) -> Screen:
    """The card with everything that the reader may do."""
    lease = view.lease
    text = lines(*((notice, "") if notice is not None else ()), lease_card(t, view))
    rows: list[Row] = [
        [Button(t("🧾 Statement"), LeaseMoney(lease=lease.id)), *_payment(t, view)],
        *fitted(_ways_to_tenant(t, view)),
        [*_contract(t, view), Button(t("💡 Utilities"), BillsOf(lease=lease.id))],
        _final_readings(t, view),
        _ways_to_change(t, view),
        [Button(label_of(view.premises.name, "‹"), OpenObject(premises=view.premises.id)), menu_button(t)],
    ]
    return Screen(text, [row for row in rows if row])


def _contract(t: Localizer, view: LeaseView) -> Row:
    lease = view.lease
    return [Button(t("📎 Contract"), ContractFile(lease=lease.id))] if lease.contract_file is not None else []


def _final_readings(t: Localizer, view: LeaseView) -> Row:
    """From a week before the last day until a month after it."""
    lease, today = view.lease, view.account.today
    if not view.may_manage or lease.is_void or lease.ends_on is None:
        return []
    is_time = lease.ends_on - A_WEEK <= today <= lease.ends_on + A_MONTH
    return [Button(t("🔢 Final readings"), OpenFinalReadings(lease=lease.id))] if is_time else []


def _payment(t: Localizer, view: LeaseView) -> Row:
    return (
        [Button(t("💵 Payment"), AddPayment(lease=view.lease.id))] if view.may_manage and not view.lease.is_void else []
    )


def _ways_to_tenant(t: Localizer, view: LeaseView) -> Row:
    row = [Button(label_of(view.tenant.name, "👤"), OpenParty(party=view.tenant.id))] if view.may_manage else []
    if view.phone is not None:
        row.append(Button(t("📇 Contact"), TenantContact(lease=view.lease.id)))
    if view.may_manage and view.tenant.joined_at is not None and view.tenant.is_present:
        row.append(Button(t("✍️ Write"), WriteLetter(party=view.tenant.id, premises=view.premises.id)))
    return row


def _ways_to_change(t: Localizer, view: LeaseView) -> Row:
    lease = view.lease
    if not view.may_manage or lease.is_void:
        return []
    row = [Button(t("✏️ Edit"), EditLease(lease=lease.id, version=lease.version))]
    if lease.ends_on is None or lease.ends_on > view.account.today:
        row.append(Button(t("🏁 End"), EndLease(lease=lease.id, version=lease.version)))
    return row


@opens(router, LeasesOf)
async def leases_of(ctx: Context, press: LeasesOf) -> Screen:
    """Who rents it now, then who did and will."""
    t = ctx.t
    premises_id = PremisesId(press.premises)
    view = await show_premises(ctx.work, ctx.me, premises_id)
    leases = await leases_of_premises(ctx.work, ctx.me, premises_id)
    page = page_among(leases, press.page, PAGE)
    add = Button(t("📄 Let it"), AddLease(premises=premises_id))
    return list_screen(
        t,
        title=t("Tenants of {object}", object=view.premises.name),
        page=page.of(
            Item(lease_line(t, at, one), label_of(f"{at}. {one.tenant.name}"), OpenLease(lease=one.lease.id))
            for at, one in page.places
        ),
        turn=press,
        empty=t("Nobody has rented it yet."),
        actions=[add] if view.may_manage and view.premises.is_active else [],
        back=OpenObject(premises=premises_id),
    )


@router.callback_query(ContractFile.filter())
async def contract_file(_query: object, callback_data: ContractFile, ctx: Context) -> None:
    """Send the contract; it cannot be passed on."""
    t = ctx.t
    view = await show_lease(ctx.work, ctx.me, LeaseId(callback_data.lease))
    caption = t("Contract: {tenant} · {object}", tenant=view.tenant.name, object=view.premises.name)
    await ctx.chat.send_stored(view.lease.contract_file, caption, protect=True)


@router.callback_query(TenantContact.filter())
async def tenant_contact(_query: object, callback_data: TenantContact, ctx: Context) -> None:
    """Send the tenant's contact card, to call or to keep."""
    view = await show_lease(ctx.work, ctx.me, LeaseId(callback_data.lease))
    if view.phone is None:
        raise NotFound
    await ctx.chat.send_contact(view.phone.number, view.tenant.first_name, view.tenant.last_name)
