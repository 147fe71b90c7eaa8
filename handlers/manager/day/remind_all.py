"""All who owe are reminded at once, after it has been said how many that reaches and whom not."""

from aiogram import Router
from markupsafe import Markup

from bot.confirm import confirm_screen
from bot.forms.model import Context
from bot.localization import Localizer, bold, lines
from bot.nonces import new_nonce
from bot.screen import Button, Screen
from domain.estate.day.remind_debtors import ReminderReach, remind_debtors, whom_to_remind
from handlers.manager.callbacks import OverdueList
from handlers.manager.day.callbacks import RemindAll, RemindAllNow
from handlers.manager.day.overdue import overdue_screen
from handlers.manager.day.today import money_list

router = Router(name="remind_all")


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
async def remind(_query: object, callback_data: RemindAllNow, ctx: Context) -> None:
    """Do it and show the list again."""
    t = ctx.t
    told = await remind_debtors(ctx.work, ctx.me, callback_data.nonce)
    said = t.n("{count} tenant has been reminded.", "{count} tenants have been reminded.", told)
    await ctx.chat.toast(said if told else t("Everybody has been reminded already."))
    await ctx.chat.show(await overdue_screen(ctx, OverdueList()))
