"""Who keeps or owns an object reminds its tenant of a debt, after seeing what reaches whom; once a day at most."""

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import Callback
from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.localization import Localizer, bold, lines
from bot.screen import Button, Screen
from domain.estate.leases.lease import LeaseId
from domain.estate.money.look_at_reminder import Reminder, look_at_reminder
from domain.estate.money.remind_debtor import remind_debtor
from domain.estate.money.show_account import show_account
from handlers.manager.callbacks import LeaseMoney
from handlers.manager.money.callbacks import RemindDebtor, SendReminder
from handlers.manager.money.statement import show_statement
from handlers.manager.parties.callbacks import OpenInvitation, SendContact
from handlers.money.words import things_lines

router = Router(name="remind_debtor")


@router.callback_query(RemindDebtor.filter())
async def look(_query: object, callback_data: RemindDebtor, ctx: Context) -> None:
    """Show what would reach the tenant; what stands on the screen stays."""
    reminder = await look_at_reminder(ctx.work, ctx.me, LeaseId(callback_data.lease))
    lease = callback_data.lease
    screen = reminder_screen(ctx.t, reminder, LeaseMoney(lease=lease), SendReminder(lease=lease))
    await ctx.chat.show(screen, new=True)


@router.callback_query(SendReminder.filter())
async def remind(_query: object, callback_data: SendReminder, ctx: Context) -> None:
    """Tell the tenant."""
    lease_id = LeaseId(callback_data.lease)
    await remind_debtor(ctx.work, ctx.me, lease_id)
    account = await show_account(ctx.work, ctx.me, lease_id)
    await ctx.chat.toast(ctx.t("🔔 {name} has been reminded.", name=account.tenant.name))
    await show_statement(ctx, lease_id)


def reminder_screen(t: Localizer, reminder: Reminder, back: Callback, send: Callback) -> Screen:
    """What is sent to whom, or why nobody would get it; `send` is the button that sends it."""
    account, name = reminder.account, reminder.account.tenant.name
    things = account.to_pay()
    if not reminder.is_reached:
        return _unreached(t, reminder, back)
    if not things or reminder.is_sent:
        said = t("{name} has been reminded today already. Once a day is enough.", name=name)
        text = said if things else t("{name} owes nothing by now.", name=name)
        return Screen(text, [[Button(t("‹ Back"), back), menu_button(t)]])
    paid = t("{name} says to have paid {sum}: please look at that first.", name=name, sum=account.reported)
    text = lines(
        bold(t("Remind {name}?", name=name)),
        paid if account.reported.minor else None,
        t("This reaches them in Telegram, with the ways to pay:"),
        "",
        t("🔔 You are reminded: {sum}", sum=account.owed),
        Markup.escape(account.premises.name),
        *things_lines(t, account, things),
    )
    return confirm_screen(text, keep=(t("‹ Back"), back), go=(t("🔔 Send"), send))


def _unreached(t: Localizer, reminder: Reminder, back: Callback) -> Screen:
    tenant = reminder.account.tenant
    text = lines(
        bold(t("A reminder would reach nobody")),
        t("{name} is not in the bot, so nothing can be sent here. Please call, or send the link.", name=tenant.name),
    )
    ways = []
    if reminder.may_manage and tenant.is_present:
        contact = Button(t("📇 Contact"), SendContact(party=tenant.id))
        ways = [contact, Button(t("🔗 Link"), OpenInvitation(party=tenant.id, new=True))]
    return Screen(text, [ways, [Button(t("‹ Back"), back), menu_button(t)]])
