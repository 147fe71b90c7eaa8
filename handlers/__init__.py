"""All conversations of the product, in one visible list; a role hands in its menu, forms, routers and pushes."""

from dataclasses import dataclass, field

from aiogram import Router

from bot.cashier import Cashier
from bot.forms import Forms
from bot.links import Links
from bot.menus import Menus
from bot.notices import Notices
from bot.sender import Render


@dataclass
class Conversation:
    """What the bot can talk about."""

    forms: Forms = field(default_factory=Forms)
    menus: Menus = field(default_factory=Menus)
    notices: Notices = field(default_factory=Notices)
    links: Links = field(default_factory=Links)
    cashier: Cashier = field(default_factory=Cashier)
    routers: list[Router] = field(default_factory=list)
    renderers: dict[str, Render] = field(default_factory=dict)
    """How each kind of push is put into words."""


def conversation(cashier: Cashier | None = None) -> Conversation:
    """Put all conversations together; the order of routers decides who is asked first. No cashier: a closed one."""
    from handlers import admin, common, keeper, letters, manager, owner, realtor, tenant, utilities  # noqa: PLC0415  (the packages take `Conversation` from here)

    told = Conversation(cashier=cashier or Cashier())
    told.routers.append(told.forms.buttons)
    letters.register_ahead(told)
    common.commands(told)
    realtor.register_ahead(told)
    keeper.register_ahead(told)
    common.of_other_roles(told)
    for role in (letters, realtor, owner, tenant, manager, keeper, utilities, admin):
        role.register(told)
    common.unknown_commands(told)
    told.routers.append(told.forms.router)
    common.fallbacks(told)
    return told
