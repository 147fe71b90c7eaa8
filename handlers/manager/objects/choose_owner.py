"""A manager says whose a new object is, or that an object has another owner now: one of their owners, or a new one."""

from aiogram import Router

from bot.confirm import outcome
from bot.forms.model import Context
from domain.estate.objects.edit_premises import edit_premises
from domain.estate.objects.premises import PremisesId
from domain.estate.parties.party import PartyId
from handlers.manager.objects.add_object import MYSELF, begin_with, owners_screen
from handlers.manager.objects.callbacks import ChooseOwner, PickOwner
from handlers.manager.objects.show_object import show_card

router = Router(name="choose_owner")


@router.callback_query(ChooseOwner.filter())
async def choose(_query: object, callback_data: ChooseOwner, ctx: Context) -> None:
    """The owners, a page at a time."""
    await ctx.chat.show(await owners_screen(ctx, callback_data))


@router.callback_query(PickOwner.filter())
async def pick_owner(_query: object, callback_data: PickOwner, ctx: Context) -> None:
    """Go on with the new object, or change the owner of this one."""
    owner = PartyId(callback_data.party) if callback_data.party != MYSELF else None
    if not callback_data.premises:
        await begin_with(owner, ctx)
        return
    premises_id = PremisesId(callback_data.premises)
    await show_card(
        ctx,
        premises_id,
        await outcome(
            ctx,
            edit_premises(ctx.work, ctx.me, premises_id, callback_data.version, {"owner_id": owner}),
            ctx.t("Saved."),
        ),
    )
