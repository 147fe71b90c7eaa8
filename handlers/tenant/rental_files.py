"""A tenant's documents: the contract of the lease, and what the object's tenants may have; received by a tap."""

from aiogram import Router

from bot.chat import Chat
from bot.files.document_words import file_line, file_name
from bot.lists.list_screen import PAGE, Item, ListPage, list_screen, on_page
from bot.localization import Localizer
from bot.screen import label_of
from domain.estate.leases.lease import LeaseId
from domain.estate.object_files.list_object_files import FileView, list_rental_files, rental_file
from domain.estate.object_files.object_file import FileSort
from domain.files.stored_file import FileId
from domain.people.person import Person
from domain.work import Work
from handlers.tenant.callbacks import GetRentalFile, OpenRental, RentalFiles

router = Router(name="rental_files")


@router.callback_query(RentalFiles.filter())
async def rental_files(
    _query: object, callback_data: RentalFiles, chat: Chat, work: Work, me: Person, t: Localizer
) -> None:
    """A page of the list."""
    lease_id = LeaseId(callback_data.lease)
    page = await list_rental_files(work, me, lease_id, offset=callback_data.page * PAGE, limit=PAGE)
    number = on_page(callback_data.page, page.total)
    if number != callback_data.page:
        page = await list_rental_files(work, me, lease_id, offset=number * PAGE, limit=PAGE)
    screen = list_screen(
        t,
        title=t("📎 {object}: documents", object=page.premises.name),
        page=ListPage([_item(t, one, lease_id) for one in page.items], page.total, number),
        turn=lambda to: RentalFiles(lease=lease_id, page=to),
        empty=t("No documents yet. The contract and the landlord's papers will be here."),
        back=OpenRental(lease=lease_id),
    )
    await chat.show(screen, new=callback_data.new)


@router.callback_query(GetRentalFile.filter())
async def get_rental_file(
    _query: object, callback_data: GetRentalFile, chat: Chat, work: Work, me: Person, t: Localizer
) -> None:
    """The document itself; a contract is not to be passed on."""
    view = await rental_file(work, me, LeaseId(callback_data.lease), FileId(callback_data.file))
    await chat.send_stored(view.file_id, file_name(t, view), protect=view.sort is FileSort.CONTRACT)


def _item(t: Localizer, view: FileView, lease_id: LeaseId) -> Item:
    press = GetRentalFile(lease=lease_id, file=view.file_id)
    return Item(file_line(t, view), label_of(file_name(t, view), "📎"), press)
