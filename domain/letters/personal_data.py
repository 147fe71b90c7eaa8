"""A person's letters: handed to them with everything they could read, and their own words erased with them."""

from typing import Any

from domain.letters.correspondence import Correspondence, correspondence
from domain.letters.letter import Letter
from domain.letters.repository import ShownLetter
from domain.letters.send_letter import text_of
from domain.people.person import Person
from domain.personal_data import PersonalDataArea, plain
from domain.work import Work

MOST = 100_000
"""More than anybody has conversations, or letters in one."""


async def _export(work: Work, person: Person) -> Any:
    conversations = await work.letters.conversations(person.id, ShownLetter.ALL, offset=0, limit=MOST)
    exported = []
    for one in conversations:
        between = await correspondence(work, person, one.party_id)
        letters = await work.letters.page(one.party_id, for_manager=between.is_manager, limit=MOST)
        exported.append({"with": between.name, "letters": [await _letter(work, between, each) for each in letters]})
    return exported


async def _letter(work: Work, between: Correspondence, letter: Letter) -> Any:
    said = plain(letter, "author_id", "source_id", "from_manager", "is_hidden_from_party", "edits")
    return {**said, "is_mine": letter.from_manager == between.is_manager, "text": await text_of(work, letter)}


async def _erase(work: Work, person: Person) -> None:
    # the words go with the key of their author
    for letter in await work.letters.of_author(person.id):
        letter.files, letter.source_id = (), None
    await work.letters.hide_from(person.id)


LETTERS = PersonalDataArea("letters", _export, _erase)
