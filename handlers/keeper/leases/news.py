"""What a keeper and an owner are told: that a lease ends, and that an object offered before is vacant again."""

import datetime as dt

from markupsafe import Markup

from bot.forms import menu_button
from bot.notices import Notice, Notices, Told
from bot.screen import Button, Row, Screen
from bot.sender import Event
from bot.speech import Speech, bold, lines
from domain.estate.lease import LeaseId
from domain.estate.premises import PremisesId
from domain.estate.show_lease import LeaseView, show_lease
from domain.estate.show_premises import show_premises
from domain.notifications.notification import Kind, Notification
from domain.people.person import Person
from domain.work import Work
from handlers.keeper.leases.presses import EditLease, EndLease
from handlers.keeper.leases.show_lease import lease_screen
from handlers.keeper.objects.presses import OfferObject
from handlers.keeper.objects.show_object import object_screen
from handlers.keeper.presses import OpenLease, OpenObject
from handlers.letters.presses import WriteLetter
from handlers.money.words import balance_lines, due_words


def register_lease_news(notices: Notices) -> None:
    """Hand in the words."""
    notices.by_kind[Kind.LEASE_ENDS] = Notice("📄", _ends_told, _ends_push, _ends_opened)
    notices.by_kind[Kind.VACANT] = Notice("🏠", _vacant_told, _vacant_push, _vacant_opened)


async def _lease(work: Work, me: Person, news: Notification) -> LeaseView:
    return await show_lease(work, me, LeaseId(news.data["lease_id"]))


def _last_day(news: Notification) -> dt.date:
    return dt.date.fromisoformat(news.data["ends_on"])


async def _ends_told(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    view = await _lease(work, me, news)
    what = t("The lease ends on {date}: {tenant}", date=_last_day(news), tenant=view.tenant.name)
    return Told(what, Markup.escape(view.premises.name))


async def _ends_push(work: Work, me: Person, t: Speech, news: Notification) -> Event | None:
    view = await _lease(work, me, news)
    if view.lease.ends_on != _last_day(news):
        return None
    when = due_words(t, view.lease.ends_on, view.account.today)
    text = lines(
        bold(t("📄 The lease ends {when}, on {date}", when=when, date=view.lease.ends_on)),
        t("{tenant} · {object}", tenant=view.tenant.name, object=view.premises.name),
        *balance_lines(t, view.account, own=False),
    )
    return Event(Screen(text, [*_what_to_do(t, view), [menu_button(t, new=True)]]))


def _what_to_do(t: Speech, view: LeaseView) -> list[Row]:
    lease = view.lease
    look = [
        Button(t("📄 Lease"), OpenLease(lease=lease.id, new=True)),
        Button(t("🏠 Object"), OpenObject(premises=view.premises.id, new=True)),
    ]
    if not view.keeps:
        return [look]
    change = [
        Button(t("📅 Prolong"), EditLease(lease=lease.id, field="ends_on", new=True)),
        Button(t("🏁 End sooner"), EndLease(lease=lease.id, new=True)),
    ]
    if view.tenant.joined_at is None or not view.tenant.is_present:
        return [change, look]
    write = WriteLetter(party=view.tenant.id, premises=view.premises.id, new=True)
    return [change, [Button(t("✍️ Write"), write), *look]]


async def _ends_opened(work: Work, me: Person, t: Speech, news: Notification) -> Screen:
    return lease_screen(t, await _lease(work, me, news))


async def _vacant_told(work: Work, me: Person, t: Speech, news: Notification) -> Told:
    view = await show_premises(work, me, PremisesId(news.data["premises_id"]))
    return Told(t("Vacant again: {object}", object=view.premises.name), Markup.escape(view.premises.name))


async def _vacant_push(work: Work, me: Person, t: Speech, news: Notification) -> Event | None:
    view = await show_premises(work, me, PremisesId(news.data["premises_id"]))
    if not view.can_be_offered or (view.offered is not None and view.offered.is_active):
        return None
    one = view.premises
    text = lines(bold(t("🏠 {object} is vacant", object=one.name)), t("Shall realtors look for a tenant again?"))
    return Event(
        Screen(
            text,
            [
                [Button(t("📢 To realtors"), OfferObject(premises=one.id, new=True))],
                [Button(t("🏠 Object"), OpenObject(premises=one.id, new=True)), menu_button(t, new=True)],
            ],
        )
    )


async def _vacant_opened(work: Work, me: Person, t: Speech, news: Notification) -> Screen:
    return object_screen(t, me, await show_premises(work, me, PremisesId(news.data["premises_id"])))
