"""Somebody blocks the bot, or lets it write again: remembered at once, so that pushes stop and resume."""

from aiogram import Router
from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated

from domain.people.reachable import remember_block, remember_return
from domain.work import Work

router = Router(name="blocking")


@router.my_chat_member()
async def changed(change: ChatMemberUpdated, work: Work) -> None:
    """Remember which of the two it was."""
    if change.new_chat_member.status in {ChatMemberStatus.KICKED, ChatMemberStatus.LEFT}:
        await remember_block(work, change.from_user.id)
    else:
        await remember_return(work, change.from_user.id)
