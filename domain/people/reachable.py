"""Whether a person can be written to: who blocks the bot is left alone at once, who comes back is told again."""

from domain.work import Work


async def remember_block(work: Work, telegram_id: int) -> None:
    """The person has blocked the bot: nothing is sent any more, what waited is taken back; the inbox keeps it all."""
    async with work.writing("remember_block"):
        person = await work.people.by_telegram(telegram_id)
        if person is not None:
            person.blocked_at = person.blocked_at or work.now()
            await work.outbox.cancel_all(person.id)
        await work.commit(None)


async def remember_return(work: Work, telegram_id: int) -> None:
    """The person can be written to again."""
    async with work.writing("remember_return"):
        person = await work.people.by_telegram(telegram_id)
        if person is not None:
            person.blocked_at = None
        await work.commit(None)
