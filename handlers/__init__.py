"""All conversations of the product, in one visible list; a role hands in its menu, forms, routers and pushes."""

from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from aiogram import Router

from bot.archiving import Archiving
from bot.files.card_photos import CardPhotos
from bot.forms.field_edit import FieldEdit
from bot.forms.model import Form
from bot.forms.runner import Forms
from bot.lists.list_search import ListSearch
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
        """Hand in what each module has: its `router`, its forms, and its `EDIT`, `ARCHIVE`, `SEARCH`, `PHOTOS`.

        A message or a button is offered to routers in the order in which they are handed in.
        """
        for module in modules:
            self._add(getattr(module, "router", None))
            edit: FieldEdit[Any, Any, Any] | None = getattr(module, "EDIT", None)
            archive: Archiving[Any, Any, Any] | None = getattr(module, "ARCHIVE", None)
            search: ListSearch | None = getattr(module, "SEARCH", None)
            photos: CardPhotos[Any, Any] | None = getattr(module, "PHOTOS", None)
            for piece in (edit, archive, search, photos):
                self._add(piece.router if piece is not None else None)
            for form in vars(module).values():
                if isinstance(form, Form):
                    self._add(form=form)
            for with_form in (edit, search):
                self._add(form=with_form.form if with_form is not None else None)

    def _add(self, router: Router | None = None, form: Form[Any] | None = None) -> None:
        # a module knows what it imports from another one, too
        if router is not None and router not in self.routers:
            self.routers.append(router)
        if form is not None and form.name not in self.forms.names:
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
