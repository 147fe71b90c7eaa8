"""All conversations of the product, in one visible list; a role hands in its menu, forms, routers and pushes."""

from dataclasses import dataclass, field

from aiogram import Router

from bot.forms.runner import Forms
from bot.menus import Menus
from bot.notification_views import NotificationViews
from bot.telegram.deep_links import DeepLinks
from bot.telegram.sender import Render
from bot.telegram.telegram_payments import TelegramPayments


@dataclass
class Registry:
    """What the bot can talk about."""

    forms: Forms = field(default_factory=Forms)
    menus: Menus = field(default_factory=Menus)
    notification_views: NotificationViews = field(default_factory=NotificationViews)
    links: DeepLinks = field(default_factory=DeepLinks)
    telegram_payments: TelegramPayments = field(default_factory=TelegramPayments)
    routers: list[Router] = field(default_factory=list)
    renderers: dict[str, Render] = field(default_factory=dict)
    """How each kind of push is put into words."""

    def include(self, *modules: ModuleType) -> None:
        """Hand in what each module has: its `router`, its forms, and what of the kit brings either along.

        A message or a button is offered to routers in the order in which they are handed in.
        """
        for module in modules:
            own = [one for name, one in vars(module).items() if name == "router" or not isinstance(one, Router)]
            for one in own:
                router = one if isinstance(one, Router) else getattr(one, "router", None)
                if isinstance(router, Router) and router not in self.routers:
                    self.routers.append(router)
                form = one if isinstance(one, Form) else getattr(one, "form", None)
                if isinstance(form, Form) and form not in self.forms:
                    self.forms.add(form)


def build_registry(telegram_payments: TelegramPayments | None = None) -> Registry:
    """Put all conversations together; the order of routers decides who is asked first. No cashier: a closed one."""
    from handlers import admin, common, letters, manager, owner, realtor, tenant, utilities  # noqa: PLC0415  (the packages take `Registry` from here)

    registry = Registry(telegram_payments=telegram_payments or TelegramPayments())
    registry.routers.append(registry.forms.buttons)
    letters.register_ahead(registry)
    common.commands(registry)
    realtor.register_ahead(registry)
    manager.register_ahead(registry)
    common.of_other_roles(registry)
    for role in (letters, realtor, owner, tenant, manager, utilities, admin):
        role.register(registry)
    common.unknown_commands(registry)
    registry.routers.append(registry.forms.router)
    common.fallbacks(registry)
    return registry
