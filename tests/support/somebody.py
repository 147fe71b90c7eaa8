"""Somebody at their phone, and who they are to the product: what tests about any role begin with."""

from dataclasses import dataclass
from typing import Any

from bot.localization import known_language
from domain.people.confirm_phone import keep_phone
from domain.people.meet import Account, meet
from domain.people.person import Person as Member
from domain.people.person import Role
from domain.people.phone import Phone
from sandbox import Person
from tests.support.world import World

WELCOME = "👋"
"""What the bot has said to whoever is past their first steps."""


@dataclass
class Somebody:
    """Somebody at their phone, and who they are to the product."""

    world: World
    person: Person

    async def me(self) -> Member:
        """The person as stored."""
        work = self.world.product.new_work()
        async with work.reading():
            found = await work.people.by_telegram(self.person.id)
        assert found is not None
        return found

    async def prefers(self, **preferences: Any) -> None:
        """Has set how and when to be told."""
        work = self.world.product.new_work()
        async with work.writing("prefers"):
            me = await work.people.by_telegram(self.person.id)
            assert me is not None
            for name, value in preferences.items():
                setattr(me, name, value)
            await work.commit(None)

    async def becomes(self, role: Role, **about: Any) -> Member:
        """Has come to the bot, confirmed their phone and taken up a role, which is in front now."""
        user, telegram = self.person.user, self.world.telegram
        self.person.chat.is_started = True
        await telegram.call(telegram.token, "sendMessage", {"chat_id": str(user.id), "text": WELCOME})
        account = Account(user.id, user.first_name, user.last_name, user.username, self.language)
        await meet(self.world.product.new_work(), account)
        work = self.world.product.new_work()
        async with work.writing("becomes"):
            me = await work.people.by_telegram(self.person.id)
            assert me is not None
            await keep_phone(work, me, Phone.parse(user.phone))
            me.take_role(role)
            for name, value in about.items():
                setattr(me, name, value)
            await work.commit(None)
            return me

    @property
    def language(self) -> str:
        """In which the bot talks to them at first."""
        return known_language(self.person.user.language_code)

    async def taps(self, label: str) -> None:
        """Taps a button, a while after whatever was before."""
        self.world.clock.advance(seconds=20)
        await self.world.does(self.person.taps, label)

    async def forges(self, data: str) -> None:
        """Sends callback data that no button on the screen has."""
        self.world.clock.advance(seconds=20)
        await self.world.does(self.person.taps_data, data, self.person.screen)

    async def writes(self, text: str) -> None:
        """Types something."""
        self.world.clock.advance(seconds=20)
        await self.world.does(self.person.writes, text)

    @property
    def screen(self) -> str:
        """The bot's latest message with its buttons."""
        return plainly(self.person.screen)

    @property
    def heard(self) -> list[str]:
        """Everything the bot has said."""
        return [plainly(shown) for shown in self.person.heard]

    def sees(self, *words: str) -> None:
        """The latest message says all of this, in its text or on its buttons."""
        for one in words:
            assert one in self.screen, f"{one!r} is not on the screen:\n{self.screen}"

    def is_told(self, words: str) -> None:
        """The last press was answered so."""
        toasts = self.person.toasts
        assert toasts, f"no press was answered with words:\n{self.screen}"
        assert words in toasts[-1].text.replace("\u00a0", " "), toasts[-1]


def plainly(shown: object) -> str:
    """A message with ordinary spaces, as tests are written."""
    return str(shown).replace("\u00a0", " ").replace("\u202f", " ")
