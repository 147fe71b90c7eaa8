"""A tenant's documents: the contract of the lease, and what the object's tenants may have; received by a tap."""

from functools import partial

from aiogram import Router

from bot.files.document_words import file_line, file_name
from bot.forms.model import Context
from bot.lists.list_screen import Item, list_screen, page_found
from bot.localization import Localizer
from bot.opening import opens
from bot.screen import Screen, label_of
from domain.estate.leases.lease import LeaseId
from domain.estate.object_files.list_object_files import FileView, list_rental_files, rental_file
from domain.estate.object_files.object_file import FileSort
from domain.files.stored_file import FileId
from handlers.tenant.callbacks import GetRentalFile, OpenRental, RentalFiles

router = Router(name="rental_files")


@opens(router, RentalFiles)
async def rental_files(ctx: Context, press: RentalFiles) -> Screen:
    """A page of the list."""
    t, lease_id = ctx.t, LeaseId(press.lease)
    page = await page_found(partial(list_rental_files, ctx.work, ctx.me, lease_id), press.page)
    return list_screen(
        t,
        title=t("📎 {object}: documents", object=page.found.premises.name),
        page=page.of(_item(t, one, lease_id) for one in page.found.items),
        turn=press,
        empty=t("No documents yet. The contract and the landlord's papers will be here."),
        back=OpenRental(lease=lease_id),
    )


@router.callback_query(GetRentalFile.filter())
async def get_rental_file(_query: object, callback_data: GetRentalFile, ctx: Context) -> None:
    """The document itself; a contract is not to be passed on."""
    view = await rental_file(ctx.work, ctx.me, LeaseId(callback_data.lease), FileId(callback_data.file))
    await ctx.chat.send_stored(view.file_id, file_name(ctx.t, view), protect=view.sort is FileSort.CONTRACT)


def _item(t: Localizer, view: FileView, lease_id: LeaseId) -> Item:
    press = GetRentalFile(lease=lease_id, file=view.file_id)
    return Item(file_line(t, view, for_tenant=True), label_of(file_name(t, view), "📎"), press)
