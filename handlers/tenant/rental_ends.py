"""What a tenant is told when their lease comes to its end, and the way to ask about it."""

import datetime as dt

from markupsafe import Markup

from bot.forms import menu_button
from bot.notices import Notice, Notices, Told
from bot.screen import Button, Screen
from bot.sender import Event
from bot.speech import Speech, bold, lines
from domain.estate.lease import LeaseId
from domain.estate.money.account import LeaseAccount
from domain.estate.money.show_account import show_my_account
from domain.notifications.notification import Kind, Notification
from domain.people.person import Person
from domain.work import Work
from handlers.letters.presses import WriteLetter
from handlers.money.words import balance_lines, due_words
from handlers.tenant.presses import OpenRental


def register_rental_ends(notices: Notices) -> None:
    """Hand in the words."""
    notices.by_kind[Kind.RENTAL_ENDS] = Notice("📄", _told, _push, _opened)


async def _account(work: Work, me: Person, news: Notification) -> LeaseAccount:
    return await show_my_account(work, me, LeaseId(news.data["lease_id"]))


def _last_day(news: Notification) -> dt.date:
    return dt.date.fromisoformat(news.data["ends_on"])


async def _told(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    account = await _account(work, me, news)
    return Told(t("Your lease ends on {date}", date=_last_day(news)), Markup.escape(account.premises.name))


async def _push(work: Work, me: Person, t: Speech, news: Notification) -> Event | None:
    account = await _account(work, me, news)
    if account.lease.ends_on != _last_day(news):
        return None
    return Event(_screen(t, account, new=True))


async def _opened(work: Work, me: Person, t: Speech, news: Notification) -> Screen:
    return _screen(t, await _account(work, me, news), new=False)


def _screen(t: Speech, account: LeaseAccount, *, new: bool) -> Screen:
    lease, last = account.lease, account.lease.ends_on
    when = due_words(t, last, account.today) if last is not None else ""
    text = lines(
        bold(t("📄 Your lease ends {when}, on {date}", when=when, date=last)),
        account.premises.name,
        *balance_lines(t, account, own=True),
        "",
        t("If you would like to stay, write in good time."),
    )
    write = Button(t("✍️ Write"), WriteLetter(party=account.tenant.id, premises=account.premises.id, new=new))
    look = Button(t("📄 Lease"), OpenRental(lease=lease.id, new=new))
    return Screen(text, [[write, look], [menu_button(t, new=new)]])
