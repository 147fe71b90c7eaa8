"""The whole story of two realtors, from /start to a completed deal, as steps that anything can play.

A step is something one of them does and what is seen then. The same steps are played in one process with a held clock,
and over HTTP against a bot that is killed between any two of them; both see the same words in the end, once.
"""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass

from sandbox.remote import RemotePerson, RemoteTelegram, Seen, in_process
from sandbox.shown import NotOnScreenError
from tests.support.world import World


@dataclass
class Cast:
    """The two of them: Анна has a flat, Ирина a client."""

    anna: RemotePerson
    irina: RemotePerson


@dataclass(frozen=True)
class Step:
    """One of them does something; then something is on one's screen or the other's."""

    name: str
    act: Callable[[Cast], Awaitable[object]]
    expect: Callable[[Cast], Awaitable[object]]


@dataclass(frozen=True)
class Words:
    """What is typed, tapped and read in one language."""

    language: str
    listing: str
    request: str
    note: str
    price: str
    i_am_realtor: str = "🏠"
    skip: str = "Пропустить"
    desk: str = "Рабочий стол риэлтора"
    save: str = "✅ Сохранить"
    saved: str = "Сохранено"
    fits_one: str = "Подходит 1 объект"
    my_properties: str = "Мои объекты"
    my_leads: str = "Мои заявки"
    edit: str = "✏️ Изменить"
    price_field: str = "Цена"
    price_was: str = "Цена изменилась"
    archive: str = "🗄 В архив"
    archived: str = "В архиве"
    keep: str = "‹ Оставить"
    at_work_again: str = "Снова в работе"
    hidden: str = "скрыт"
    bring_back: str = "↩️ Вернуть скрытый"
    with_note: str = "💬"
    note_asked: str = "Пара слов коллеге"
    proposed: str = "👍 Предложено: 45"
    new_match: str = "🤝 Новое совпадение"
    counter: str = "↔️"
    proposes_46: str = "↔️ Ирина Петрова предлагает 46"
    proposes_50: str = "↔️ Анна предлагает 50"
    you_proposed_47: str = "↔️ Вы предложили 47"
    taken_back: str = "↩️ Отозвано: 47"
    agreed_first: str = "🤝 Договорились: 50"
    cheaper: str = "📉 Цена ниже на 3"
    the_loan: str = "Отказ в ипотеке"
    fell_through: str = "❌ Сделка сорвалась"
    agreed: str = "🤝 Договорились: 47"
    history: str = "50 → 47 → 47 ✓"
    done_asked: str = "🏁 Сделка состоялась?"
    done: str = "Подтвердили обе стороны"
    congratulated: str = "Поздравляем!"
    matches: str = "🤝 Совпадения"
    matches_done: str = "Сделки 1"
    news: str = "🔔 Новости"
    read_all: str = "✔️"
    all_read: str = "Всё прочитано."


RUSSIAN = Words(
    "ru",
    "Продам 2-к квартиру 54 м2, 5/9, м. Арбатская, 18,5 млн, комиссия 50/50",
    "Куплю двушку на Арбатской до 20 млн, от 50 м²",
    "Клиент готов смотреть завтра",
    "18 млн",
)
ENGLISH = Words(
    "en",
    "Selling a 2-room flat, 54 m², 5/9, Arbatskaya metro, Moscow, 18.5m, commission 50/50",
    "Looking to buy a 2-room flat, Arbatskaya metro, Moscow, up to 20m, from 50 m²",
    "The client can view tomorrow",
    "18m",
    skip="Skip",
    desk="Realtor's desk",
    save="✅ Save",
    saved="Saved",
    fits_one="1 property",
    my_properties="My properties",
    my_leads="My leads",
    edit="✏️ Edit",
    price_field="Price",
    price_was="Price changed",
    archive="🗄 To archive",
    archived="In the archive",
    keep="‹ Keep it",
    at_work_again="again",
    hidden="Hidden",
    bring_back="↩️ Bring back",
    note_asked="A few words for your colleague",
    proposed="👍 Proposed: 45",
    new_match="🤝 New match",
    proposes_46="↔️ Ирина Петрова proposes 46",
    proposes_50="↔️ Анна proposes 50",
    you_proposed_47="↔️ You proposed 47",
    taken_back="↩️ Taken back: 47",
    agreed_first="🤝 Agreed: 50",
    cheaper="📉 The price is 3",
    the_loan="The loan",
    fell_through="❌ The deal fell through",
    agreed="🤝 Agreed: 47",
    done_asked="🏁 Is the deal done?",
    done="Both of you confirmed it",
    congratulated="Congratulations!",
    matches="🤝 Matches",
    matches_done="Done 1",
    news="🔔 News",
    all_read="All is read.",
)


async def cast_in(telegram: RemoteTelegram, words: Words) -> Cast:
    """Two people who have not heard of the bot yet."""
    language = words.language
    return Cast(
        await telegram.person("Анна", username="anna_realtor", language_code=language, phone="+79001112233"),
        await telegram.person("Ирина", "Петрова", language_code=language, phone="+79004445566"),
    )


async def played(world: World, words: Words) -> None:
    """Play it in one process with a held clock."""
    cast = await cast_in(RemoteTelegram(in_process(world.telegram)), words)
    for step in story(words):
        await step.act(cast)
        await world.settle()
        # a chat takes three messages at once and then one a second
        await world.later(seconds=10)
        try:
            await step.expect(cast)
        except AssertionError as error:
            raise AssertionError(f"after “{step.name}”: {error}") from error
    await nothing_twice(cast, words)


def story(words: Words) -> Iterator[Step]:
    """Everything that realtors can do (RM1 to RM18), in the order of life."""
    for who, person in BOTH:
        yield from _becoming_realtor(words, who, person)
    yield from _filling_the_desks(words)
    yield from _changing_ones_mind(words)
    yield from _agreeing(words)
    yield from _falling_through(words)
    yield from _agreeing_again(words)
    yield from _completing(words)
    yield from _looking_back(words)


async def nothing_twice(cast: Cast, words: Words) -> None:
    """However often the bot died on the way: each event was told once, and one deal is done."""
    for person, done in ((cast.anna, words.congratulated), (cast.irina, words.done)):
        said = [plainly(seen) for seen in await person.heard()]
        for once in (words.agreed, done):
            times = sum(once in text for text in said)
            assert times == 1, f"{once!r} was said {times} times"
        # who answers by a button of a message sees the answer in its place
        answered = (words.new_match, words.proposes_46, words.proposes_50, words.cheaper)
        for at_most_once in (*answered, words.agreed_first, words.fell_through):
            times = sum(at_most_once in text for text in said)
            assert times <= 1, f"{at_most_once!r} was said {times} times"


def plainly(seen: Seen) -> str:
    """A message and its buttons with ordinary spaces."""
    rows = "\n".join(" ".join(f"[{label}]" for label in row) for row in seen.buttons)
    return f"{seen.text}\n{rows}".replace("\u00a0", " ").replace("\u202f", " ")


async def sees(person: RemotePerson, *words: str) -> Seen:
    """Waits for a message of the bot with all of these words, in its text or on its buttons."""
    return await person.waits(lambda seen: all(one in plainly(seen) for one in words), f"nothing says {words}")


async def taps_on(person: RemotePerson, words: str, label: str) -> None:
    """Taps a button of the latest message with these words, as soon as there is one."""
    await person.taps(label, await sees(person, words, label))


Person = Callable[[Cast], RemotePerson]
BOTH: tuple[tuple[str, Person], ...] = (("anna", lambda c: c.anna), ("irina", lambda c: c.irina))


def _becoming_realtor(words: Words, who: str, person: Person) -> Iterator[Step]:
    """RM1 and RM2."""
    yield Step(f"{who} starts", lambda c: person(c).start(), lambda c: person(c).sees(words.i_am_realtor))
    yield Step(
        f"{who} is a realtor", lambda c: person(c).taps(words.i_am_realtor), lambda c: _is_asked_for_phone(person(c))
    )
    yield Step(f"{who} shares the phone", lambda c: person(c).shares_contact(), lambda c: person(c).sees(words.skip))
    yield Step(
        f"{who} has no e-mail to give",
        lambda c: person(c).taps(words.skip),
        lambda c: sees(person(c), "2", words.skip),
    )
    yield Step(f"{who} names the agency", lambda c: person(c).writes("Эталон"), lambda c: person(c).sees(words.desk))
    yield Step(f"{who} comes back and is known", lambda c: person(c).start(), lambda c: person(c).sees(words.desk))


def _filling_the_desks(words: Words) -> Iterator[Step]:
    """RM3, RM4, RM7, RM8."""
    yield Step(
        "anna forwards what she posts",
        lambda c: c.anna.forwards(words.listing, from_channel="Объявления"),
        lambda c: sees(c.anna, "54 m²" if words.language == "en" else "54 м²", "5/9", words.save),
    )
    yield Step(
        "anna saves it", lambda c: c.anna.taps(words.save), lambda c: sees(c.anna, words.saved, words.my_properties)
    )
    yield Step(
        "irina writes what her client wants",
        lambda c: c.irina.writes(words.request),
        lambda c: c.irina.sees(words.save),
    )
    yield Step(
        "irina saves it and hears what fits",
        lambda c: c.irina.taps(words.save),
        lambda c: sees(c.irina, words.saved, words.fits_one),
    )
    yield Step(
        "irina finds the lead in her list",
        lambda c: c.irina.taps("👤"),
        lambda c: sees(c.irina, words.my_leads, "1."),
    )
    yield Step(
        "anna finds the flat in her list",
        lambda c: c.anna.taps("🏠"),
        lambda c: sees(c.anna, words.my_properties, "1."),
    )


def _changing_ones_mind(words: Words) -> Iterator[Step]:
    """RM6, RM10 to RM14, as far as nothing is decided by it."""
    yield Step("anna opens the flat", lambda c: c.anna.taps("1."), lambda c: sees(c.anna, words.edit, "🗄"))
    yield Step("anna archives", lambda c: taps_on(c.anna, words.edit, "🗄"), lambda c: sees(c.anna, words.keep))
    yield Step("anna confirms", lambda c: c.anna.taps(words.archive), lambda c: sees(c.anna, words.archived, "↩️"))
    yield Step("anna undoes it", lambda c: c.anna.taps("↩️"), lambda c: sees(c.anna, words.at_work_again, "👀"))
    yield Step("anna looks at who wants it", lambda c: c.anna.taps("👀"), lambda c: sees(c.anna, "1/1", "👎", "50"))
    yield Step("anna turns the lead down", lambda c: c.anna.taps("👎"), lambda c: sees(c.anna, words.hidden))
    yield Step("anna brings it back", lambda c: c.anna.taps(words.bring_back), lambda c: sees(c.anna, "1/1", "👎"))
    yield Step("irina opens the lead", lambda c: c.irina.taps("1."), lambda c: sees(c.irina, words.edit, "👀"))
    yield Step("irina looks at what fits", lambda c: c.irina.taps("👀"), lambda c: sees(c.irina, "1/1", "✓", "Анна"))


def _agreeing(words: Words) -> Iterator[Step]:
    """RM13 to RM17: proposal with a note, changed; two answers, one taken back; agreement."""
    yield Step(
        "irina begins with a note", lambda c: c.irina.taps(words.with_note), lambda c: c.irina.sees(words.note_asked)
    )
    yield Step("irina writes it", lambda c: c.irina.writes(words.note), lambda c: sees(c.irina, words.note, "45"))
    yield Step("irina asks for 45", lambda c: c.irina.taps("45"), _proposed(words))
    yield Step("irina thinks again", lambda c: c.irina.taps("✏️"), lambda c: sees(c.irina, "45", "40", "‹"))
    yield Step("irina asks for 46", lambda c: c.irina.writes("46"), lambda c: sees(c.anna, words.proposes_46, "45"))
    yield Step(
        "anna answers with hers",
        lambda c: taps_on(c.anna, words.proposes_46, words.counter),
        lambda c: sees(c.anna, "46", "54", "‹"),
    )
    yield Step("anna names 50", lambda c: c.anna.writes("50"), lambda c: sees(c.irina, words.proposes_50, "46"))
    yield Step(
        "irina answers with hers",
        lambda c: taps_on(c.irina, words.proposes_50, words.counter),
        lambda c: sees(c.irina, "45", "55", "‹"),
    )
    yield Step("irina writes 47", lambda c: c.irina.writes("47"), lambda c: sees(c.irina, words.you_proposed_47))
    yield Step("irina takes it back", lambda c: c.irina.taps("↩️"), lambda c: sees(c.irina, words.keep))
    yield Step("irina is sure", lambda c: c.irina.taps("↩️"), lambda c: sees(c.irina, words.taken_back, "✅"))
    yield Step(
        "irina takes 50",
        lambda c: taps_on(c.irina, words.taken_back, "✅"),
        _contacts_open(words.agreed_first, "✓"),
    )


def _falling_through(words: Words) -> Iterator[Step]:
    """RM5 and RM9: a price changes that has been agreed on, and nothing comes of it."""
    yield Step(
        "anna opens the flat again",
        lambda c: taps_on(c.anna, words.agreed_first, "📄"),
        lambda c: sees(c.anna, words.edit, "🗄"),
    )
    yield Step(
        "anna edits", lambda c: taps_on(c.anna, words.archive, words.edit), lambda c: sees(c.anna, words.price_field)
    )
    yield Step("anna picks the price", lambda c: c.anna.taps(words.price_field), lambda c: sees(c.anna, "18500000"))
    yield Step("anna lowers it", lambda c: c.anna.writes(words.price), _cheaper(words))
    yield Step(
        "irina gives it up", lambda c: taps_on(c.irina, words.cheaper, "❌"), lambda c: sees(c.irina, words.the_loan)
    )
    yield Step(
        "irina says why",
        lambda c: taps_on(c.irina, words.the_loan, words.the_loan),
        lambda c: sees(c.anna, words.fell_through),
    )


def _agreeing_again(words: Words) -> Iterator[Step]:
    """Both are recommended again, and the second time it holds."""
    yield Step(
        "irina looks again",
        lambda c: taps_on(c.irina, words.fell_through, "👀"),
        lambda c: sees(c.irina, "1/1", "👍", "Анна"),
    )
    yield Step("irina begins anew", lambda c: c.irina.taps("👍"), lambda c: sees(c.irina, "45", "40", "‹"))
    yield Step("irina asks for 47", lambda c: c.irina.writes("47"), lambda c: sees(c.anna, words.new_match, "✅", "47"))
    yield Step(
        "anna takes it",
        lambda c: taps_on(c.anna, words.new_match, "✅"),
        _contacts_open(words.agreed, words.history),
    )


def _completing(words: Words) -> Iterator[Step]:
    """The deal is done when both say so."""
    yield Step(
        "irina says that it is done",
        lambda c: taps_on(c.irina, words.agreed, "🏁"),
        lambda c: sees(c.anna, words.done_asked),
    )
    yield Step("anna confirms it", lambda c: taps_on(c.anna, words.done_asked, "🏁"), _both_see_it_done(words))


def _looking_back(words: Words) -> Iterator[Step]:
    """RM15 to RM18."""
    yield Step("anna opens the menu", lambda c: c.anna.writes("/menu"), lambda c: c.anna.sees(words.desk))
    yield Step(
        "anna looks at her matches",
        lambda c: taps_on(c.anna, words.desk, words.matches),
        lambda c: sees(c.anna, words.matches, words.matches_done),
    )
    yield Step(
        "anna opens the match",
        lambda c: taps_on(c.anna, words.matches_done, "🏁"),
        lambda c: sees(c.anna, words.history, words.note),
    )
    for who, person in BOTH:
        yield from _reading_the_news(words, who, person)


def _reading_the_news(words: Words, who: str, person: Person) -> Iterator[Step]:
    """RM17 and RM18."""
    yield Step(
        f"{who} opens the news",
        lambda c: person(c).writes("/notifications"),
        lambda c: person(c).sees(words.news),
    )
    yield Step(
        f"{who} reads it all",
        lambda c: taps_on(person(c), words.news, words.read_all),
        lambda c: person(c).sees(words.all_read),
    )


def _proposed(words: Words) -> Callable[[Cast], Awaitable[None]]:
    async def expect(cast: Cast) -> None:
        await sees(cast.irina, words.proposed)
        await sees(cast.anna, words.new_match, words.note, "45", "50", "✅", "✖️", "🔕")

    return expect


def _cheaper(words: Words) -> Callable[[Cast], Awaitable[None]]:
    async def expect(cast: Cast) -> None:
        await sees(cast.anna, words.price_was)
        await sees(cast.irina, words.cheaper, "❌")

    return expect


def _contacts_open(agreed: str, history: str) -> Callable[[Cast], Awaitable[None]]:
    async def expect(cast: Cast) -> None:
        for person, phone in ((cast.anna, "+79004445566"), (cast.irina, "+79001112233")):
            await sees(person, agreed, history, "🏁")
            await _has_contact(person, phone)

    return expect


async def _has_contact(person: RemotePerson, phone: str) -> None:
    def is_it(seen: Seen) -> bool:
        return seen.contact is not None and seen.contact["phone_number"] == phone

    await person.waits(is_it, f"no contact card with {phone}")


def _both_see_it_done(words: Words) -> Callable[[Cast], Awaitable[None]]:
    async def expect(cast: Cast) -> None:
        await sees(cast.anna, words.congratulated, "47")
        await sees(cast.irina, words.done, "47")

    return expect


async def _is_asked_for_phone(person: RemotePerson) -> None:
    chat = await person.chat()
    if not chat.get("keyboard"):
        raise NotOnScreenError("no button asks for the phone")
