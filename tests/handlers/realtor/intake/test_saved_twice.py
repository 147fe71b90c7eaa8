"""The same flat or request saved twice by one realtor: told so with the card, and saved again only when they say so."""

from tests.support.realtors import realtor
from tests.support.world import World

LISTING = "Продам 2-к квартиру 54 м2, 5/9, м. Арбатская, 18,5 млн, комиссия 50/50"
WITH_ADDRESS = "Продам 2-к квартиру 54 м2, 5/9, Москва, ул. Арбат, д. 12, {price} млн, комиссия 50/50"
REQUEST = "Ищу для клиента 2-комн., Москва, Сокол, от 55 м2, до 20 млн"


async def test_the_same_text_is_known_already_and_can_be_saved_all_the_same(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(LISTING)
    await anna.taps("✅ Сохранить")
    anna.sees("Сохранено")
    await anna.writes(LISTING)
    await anna.taps("✅ Сохранить")
    anna.sees("Такая карточка у вас уже есть.", "18 500 000 ₽", "📄 Открыть", "➕ Всё равно сохранить")
    await anna.writes("/properties")
    anna.sees("всего 1")
    await anna.writes("/menu")
    await anna.taps("↩️ Продолжить")
    await anna.taps("✅ Сохранить")
    anna.sees("Сохранено")
    await anna.writes("/properties")
    anna.sees("всего 2")


async def test_the_same_address_at_another_price_is_the_same_flat(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(WITH_ADDRESS.format(price="18,5"))
    await anna.taps("✅ Сохранить")
    await anna.writes(WITH_ADDRESS.format(price="17,9"))
    await anna.taps("✅ Сохранить")
    anna.sees("Такая карточка у вас уже есть.", "18 500 000 ₽")
    await anna.taps("➕ Всё равно сохранить")
    anna.sees("Сохранено")
    boris = await realtor(world, "Борис")
    await boris.writes(WITH_ADDRESS.format(price="18,5"))
    await boris.taps("✅ Сохранить")
    boris.sees("Сохранено")


async def test_another_flat_or_an_archived_one_is_not_the_same(world: World) -> None:
    anna = await realtor(world, "Анна")
    others = (
        LISTING,
        LISTING.replace("54", "55"),
        LISTING.replace("5/9", "6/9"),
        LISTING.replace("18,5", "18,9"),
        LISTING.replace("2-к", "3-к"),
        LISTING.replace("Арбатская", "Сокол"),
        LISTING.replace("Продам", "Сдам").replace("18,5 млн", "90 000 в месяц"),
    )
    for text in others:
        await anna.writes(text)
        await anna.taps("✅ Сохранить")
        anna.sees("Сохранено")


async def test_the_same_request_is_known_already_but_not_of_another_client(world: World) -> None:
    anna = await realtor(world, "Анна")
    await anna.writes(REQUEST)
    await anna.taps("✅ Сохранить")
    await anna.writes(REQUEST)
    await anna.taps("✅ Сохранить")
    anna.sees("Такая карточка у вас уже есть.", "до 20 млн ₽", "📄 Открыть")
    await anna.taps("✖️ Отмена")
    await anna.writes(REQUEST)
    await anna.taps("🔒 Клиент")
    await anna.writes("Иван")
    await anna.taps("✅ Сохранить")
    anna.sees("Сохранено")
