"""A button, and perhaps a command, that only shows a screen: one writes the function that makes it, and nothing else.

    router = Router(name="all_tenants")

    @opens(router, AllTenants, command="tenants")
    async def tenants_screen(ctx: Context, press: AllTenants) -> Screen:
        return list_screen(...)

The function is called with the button that was pressed, or for the command with one that says nothing more, and can be
called by others that show the same screen.
"""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from aiogram import Router
from aiogram.filters import Command

from bot.callbacks import Callback
from bot.forms.model import Context
from bot.screen import Screen

P = TypeVar("P", bound=Callback)
MakeScreen = Callable[[Context, P], Awaitable[Screen]]


def opens(
    router: Router, press: type[P], *, command: str = "", leaves_form: bool = False
) -> Callable[[MakeScreen[P]], MakeScreen[P]]:
    """Show the screen for this kind of button: in a new message where the button says `new`.

    A command leaves the form that is being filled in, what was typed being kept; so does a button that `leaves_form`.
    """

    def registered(screen: MakeScreen[P]) -> MakeScreen[P]:
        async def pressed(_query: object, callback_data: P, ctx: Context) -> None:
            if leaves_form:
                await ctx.forms.leave(ctx.state)
            new = bool(getattr(callback_data, "new", False))
            asked = callback_data.model_copy(update={"new": False}) if new else callback_data
            await ctx.chat.show(await screen(ctx, asked), new=new)

        async def commanded(_message: object, ctx: Context) -> None:
            await ctx.forms.leave(ctx.state)
            nothing_more: dict[str, Any] = {}
            await ctx.chat.show(await screen(ctx, press(**nothing_more)))

        router.callback_query.register(pressed, press.filter())
        if command:
            router.message.register(commanded, Command(command))
        return screen

    return registered


def answers(
    router: Router, press: type[P], *, command: str = ""
) -> Callable[[Callable[[Context, P], Awaitable[None]]], Callable[[Context, P], Awaitable[None]]]:
    """The same for a function that shows what there is to show itself: a picture, a file, a screen."""

    def registered(show: Callable[[Context, P], Awaitable[None]]) -> Callable[[Context, P], Awaitable[None]]:
        async def pressed(_query: object, callback_data: P, ctx: Context) -> None:
            await show(ctx, callback_data)

        async def commanded(_message: object, ctx: Context) -> None:
            await ctx.forms.leave(ctx.state)
            nothing_more: dict[str, Any] = {}
            await show(ctx, press(**nothing_more))

        router.callback_query.register(pressed, press.filter())
        if command:
            router.message.register(commanded, Command(command))
        return show

    return registered
