"""Who owes: the largest sums first, each to be opened or reminded by a tap, or all at once."""

from functools import partial

from aiogram import Router
from markupsafe import Markup

from bot.callbacks import NoAction
from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.lists.list_screen import Item, list_screen, page_found
from bot.localization import Localizer, bold, lines
from bot.nonces import new_nonce
from bot.opening import opens
from bot.screen import Button, Screen, label_of
from domain.estate.day.list_overdue import Overdue, list_overdue
from domain.estate.day.remind_debtors import ReminderReach, remind_debtors, whom_to_remind
from domain.estate.leases.lease import LeaseId
from domain.estate.money.look_at_reminder import look_at_reminder
from domain.estate.money.remind_debtor import remind_debtor
from handlers.manager.callbacks import LeaseMoney, OverdueList
from handlers.manager.day.callbacks import RemindAll, RemindAllNow, RemindOne, RemindOneNow
from handlers.manager.day.today import money_list
from handlers.manager.money.remind_debtor import reminder_screen
from handlers.manager.parties.callbacks import SendContact

router = Router(name="overdue")

ON_PAGE = 5


@router.callback_query(RemindOne.filter())
async def remind(_query: object, callback_data: RemindOne, ctx: Context) -> None:
    """Show what would reach one of them."""
    reminder = await look_at_reminder(ctx.work, ctx.me, LeaseId(callback_data.lease))
    await ctx.chat.show(reminder_screen(ctx.t, reminder, OverdueList(), RemindOneNow(lease=callback_data.lease)))


@router.callback_query(RemindOneNow.filter())
async def remind_now(_query: object, callback_data: RemindOneNow, ctx: Context) -> None:
    """Remind one, and show the list again, where its button says so."""
    await remind_debtor(ctx.work, ctx.me, LeaseId(callback_data.lease))
    await ctx.chat.toast(ctx.t("Reminded."))
    await ctx.chat.show(await overdue_screen(ctx, OverdueList()))


@opens(router, OverdueList)
async def overdue_screen(ctx: Context, press: OverdueList) -> Screen:
    """A page of those who owe, or that nobody does."""
    t = ctx.t
    page = await page_found(partial(list_overdue, ctx.work, ctx.me), press.page, ON_PAGE)
    items = [_item(t, place, one) for place, one in page.places]
    return list_screen(
        t,
        title=t("⏰ Overdue"),
        page=page.of(items),
        turn=press,
        empty=t("Nobody owes anything. Whatever becomes overdue stands here."),
        note=t("In all: {sum}", sum=money_list(t, page.found.sums)) if page.found.total else None,
        actions=[Button(t("🔔 Remind all"), RemindAll())] if page.found.total > 1 else [],
    )


def _item(t: Localizer, place: int, one: Overdue) -> Item:
    days = (t.today - one.since).days
    said = lines(
        Markup("{}. {} · {}").format(place, bold(t.money(one.owed)), one.premises.name),
        t("{name}, {late}", name=one.tenant.name, late=t.n("{count} day late", "{count} days late", days)),
        t("says to have paid {sum}", sum=one.reported) if one.reported.minor else None,
    )
    return Item(
        said, label_of(f"{place}. {one.premises.name}", "🧾"), LeaseMoney(lease=one.lease.id), _way_to_remind(t, one)
    )


def _way_to_remind(t: Localizer, one: Overdue) -> Button:
    if one.is_reminded:
        return Button(t("✔️ Reminded"), NoAction())
    if one.tenant.person_id is None:
        return Button(t("📇 Contact"), SendContact(party=one.tenant.id))
    return Button(t("🔔 Remind"), RemindOne(lease=one.lease.id))


@router.callback_query(RemindAll.filter())
async def ask(_query: object, ctx: Context) -> None:
    """Say whom it reaches."""
    t = ctx.t
    reach = await whom_to_remind(ctx.work, ctx.me)
    if not reach.to_remind:
        text = lines(bold(t("There is nobody to remind now")), *_passed_over(t, reach))
        await ctx.chat.show(Screen(text, [[Button(t("‹ Back"), OverdueList())]]))
        return
    count = len(reach.to_remind)
    question = lines(
        bold(t.n("Remind {count} tenant?", "Remind {count} tenants?", count)),
        t(
            "They owe {sum}. Each gets one message with what is overdue and how to pay it.",
            sum=money_list(t, reach.sums),
        ),
        *_passed_over(t, reach),
    )
    go = (t("🔔 Remind: {count}", count=count), RemindAllNow(nonce=new_nonce()))
    await ctx.chat.show(confirm_screen(question, keep=(t("‹ Back"), OverdueList()), go=go))


def _passed_over(t: Localizer, reach: ReminderReach) -> list[Markup]:
    counts = [
        (reach.not_joined, t.n("{count} is not in the bot yet", "{count} are not in the bot yet", reach.not_joined)),
        (
            reach.reminded_today,
            t.n("{count} has been reminded today", "{count} have been reminded today", reach.reminded_today),
        ),
        (
            reach.say_to_have_paid,
            t.n(
                "{count} says to have paid: confirm it first",
                "{count} say to have paid: confirm it first",
                reach.say_to_have_paid,
            ),
        ),
    ]
    return [Markup("• ") + said for count, said in counts if count]


@router.callback_query(RemindAllNow.filter())
async def remind_everybody(_query: object, callback_data: RemindAllNow, ctx: Context) -> None:
    """Do it and show the list again."""
    t = ctx.t
    told = await remind_debtors(ctx.work, ctx.me, callback_data.nonce)
    said = t.n("{count} tenant has been reminded.", "{count} tenants have been reminded.", told)
    await ctx.chat.toast(said if told else t("Everybody has been reminded already."))
    await ctx.chat.show(await overdue_screen(ctx, OverdueList()))
