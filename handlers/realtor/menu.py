"""The realtor's menu: how much there is of everything, and the ways to add, look, and hear what is new."""

from collections.abc import Awaitable, Callable

from bot.callbacks import OpenSettings, ShowInbox
from bot.localization import Localizer, bold, lines
from bot.menus import Command, Help, Menus, RoleMenu
from bot.screen import Button, Screen, pairs
from domain.matching.show_desk import show_desk
from domain.people.person import Person, Role
from domain.work import Work
from handlers.realtor.callbacks import AddLead, AddProperty, MyLeads, MyMatches, MyProperties

COMMANDS = (
    Command("add_property", "Add a property"),
    Command("add_lead", "Add a lead"),
    Command("properties", "My properties"),
    Command("leads", "My leads"),
)


def menu(menus: Menus) -> RoleMenu:
    """What a realtor opens with; `menus` knows the person's other roles."""
    return RoleMenu(
        role=Role.REALTOR,
        title=lambda t: t("🏠 Realtor"),
        render=_render(menus),
        commands=COMMANDS,
        help=_help,
    )


def _render(menus: Menus) -> Callable[[Work, Person, Localizer], Awaitable[Screen]]:
    async def render(work: Work, me: Person, t: Localizer) -> Screen:
        desk = await show_desk(work, me)
        properties = t.n("{count} property", "{count} properties", desk.properties)
        leads = t.n("{count} lead", "{count} leads", desk.leads)
        talks = t.n("{count} talk open", "{count} talks open", desk.talks)
        notification = t("🔔 News: {count}", count=desk.unread) if desk.unread else t("🔔 News")
        text = lines(
            bold(t("Realtor's desk")),
            t("{properties}, {leads}, {talks}", properties=properties, leads=leads, talks=talks),
            "",
            t("Send me a listing or a client's request in plain words, and I will make a card of it."),
        )
        return Screen(
            text,
            [
                [Button(t("🏠 Add property"), AddProperty()), Button(t("👤 Add lead"), AddLead())],
                [Button(t("My properties"), MyProperties()), Button(t("My leads"), MyLeads())],
                [Button(t("🤝 Matches"), MyMatches()), Button(notification, ShowInbox())],
                *pairs([Button(t("⚙️ Settings"), OpenSettings()), *menus.switches(t, me)], 3),
            ],
        )

    return render


def _help(t: Localizer) -> Help:
    text = lines(
        bold(t("How it works for realtors")),
        t("1. Send a listing or a client's request in plain words, typed or forwarded, with photos if you like."),
        t("2. Check the card and save it: I show at once whose clients or properties fit, and why."),
        t("3. Propose a share of the commission. When both agree, contacts open to both sides at once."),
    )
    return Help(
        text,
        [
            Button(t("🏠 Add property"), AddProperty()),
            Button(t("👤 Add lead"), AddLead()),
            Button(t("🤝 Matches"), MyMatches()),
        ],
    )
