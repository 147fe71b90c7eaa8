"""Who lives in the local Telegram: realtors of Moscow and Bishkek, a platform admin, and newcomers."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.people.person import Role

REALTOR = Role.REALTOR


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A made-up person; phones are of ranges that are never given out."""

    user_id: int
    first_name: str
    last_name: str
    username: str
    phone: str
    story: Mapping[str, str]
    """One line about them in each language of the page."""
    city: str = "Москва"
    agency: str | None = None
    language: str = "ru"
    role: Role | None = REALTOR
    has_started: bool = True


def _told(russian: str, english: str) -> Mapping[str, str]:
    return {"ru": russian, "en": english}


PEOPLE = (
    DemoPerson(
        1_000_001,
        "Анна",
        "Соколова",
        "anna_demo",
        "+79000000001",
        _told("Москва, продажи в центре", "Moscow, sales in the centre"),
        agency="Арбат и соседи",
    ),
    DemoPerson(
        1_000_002,
        "Борис",
        "Лебедев",
        "boris_demo",
        "+79000000002",
        _told("Москва, ищет квартиры семьям", "Moscow, finds homes for families"),
        agency="Эталон",
    ),
    DemoPerson(
        1_000_003,
        "Вера",
        "Ким",
        "vera_demo",
        "+79000000003",
        _told("Москва, работает одна, вторичка", "Moscow, works alone, resales"),
    ),
    DemoPerson(
        1_000_004,
        "Азамат",
        "Токтогулов",
        "azamat_demo",
        "+996500000004",
        _told("Бишкек, новостройки", "Bishkek, new houses"),
        "Бишкек",
        "Ала-Тоо Дом",
    ),
    DemoPerson(
        1_000_005,
        "Айгуль",
        "Асанова",
        "aigul_demo",
        "+996500000005",
        _told("Бишкек, сдаёт и снимает", "Bishkek, rentals"),
        "Бишкек",
        "Манас Риэлти",
    ),
    DemoPerson(
        1_000_006,
        "Emma",
        "Clark",
        "emma_demo",
        "+79000000006",
        _told("Москва, жильё для экспатов, по-английски", "Moscow, homes for expats, in English"),
        agency="Relocate",
        language="en",
    ),
    DemoPerson(
        1_000_007,
        "Ольга",
        "Громова",
        "olga_demo",
        "+79000000007",
        _told("Следит за площадкой", "Looks after the platform"),
        role=None,
    ),
    DemoPerson(
        1_000_008,
        "Нурлан",
        "Исаев",
        "nurlan_demo",
        "+996500000008",
        _told("Бишкек, начал неделю назад: пусто", "Bishkek, began a week ago: nothing yet"),
        "Бишкек",
    ),
    DemoPerson(
        1_000_009,
        "Мария",
        "Орлова",
        "maria_demo",
        "+79000000009",
        _told("Риэлтор, с ботом ещё не знакома", "A realtor who has not met the bot"),
        role=None,
        has_started=False,
    ),
    DemoPerson(
        1_000_010,
        "Тимур",
        "Садыков",
        "timur_demo",
        "+79000000010",
        _told("Тоже риэлтор, тоже впервые здесь", "A realtor too, and new here too"),
        role=None,
        has_started=False,
    ),
    DemoPerson(
        1_000_011,
        "Лена",
        "",
        "",
        "+79000000011",
        _told("Без @имени, пришла из любопытства", "Without a @name, came out of curiosity"),
        role=None,
        has_started=False,
    ),
    DemoPerson(
        1_000_012,
        "John",
        "Baker",
        "john_demo",
        "+79000000012",
        _told("Говорит по-английски, впервые здесь", "Speaks English, new here"),
        language="en",
        role=None,
        has_started=False,
    ),
)
ADMIN_ID = 1_000_007
BUSY = PEOPLE[:6]
"""Those with properties, leads and deals."""
