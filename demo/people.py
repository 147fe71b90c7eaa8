"""Who lives in the local Telegram: realtors of Moscow and Bishkek, people who let and rent, an admin, and newcomers."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.people.person import Role


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
    roles: tuple[Role, ...] = (Role.REALTOR,)
    """Those they have taken up by themselves."""
    shown_as: str = "realtor"
    """What the page calls them; empty for who has no role."""
    has_started: bool = True


def _told(russian: str, english: str) -> Mapping[str, str]:
    return {"ru": russian, "en": english}


MARINA = DemoPerson(
    1_000_021,
    "Марина",
    "Власова",
    "marina_demo",
    "+79000000021",
    _told("Управляет семью объектами трёх собственников", "Manages seven objects of three owners"),
    roles=(Role.MANAGER,),
    shown_as="manager",
)
IGOR = DemoPerson(
    1_000_022,
    "Игорь",
    "Ланской",
    "igor_demo",
    "+79000000022",
    _told("Три объекта, ведёт их Марина", "Three objects, kept by Marina"),
    roles=(),
    shown_as="owner",
)
LEV = DemoPerson(
    1_000_023,
    "Лев",
    "Аронов",
    "lev_demo",
    "+79000000023",
    _told("Сдаёт сам, ведёт календарь доходов; ещё и риэлтор", "Lets by himself, keeps the calendar; a realtor too"),
    roles=(Role.REALTOR, Role.OWNER),
    shown_as="owner",
)
DARIA = DemoPerson(
    1_000_024,
    "Дарья",
    "Мельник",
    "daria_demo",
    "+79000000024",
    _told("Снимает квартиру, задолжала месяц", "Rents a flat, owes a month"),
    roles=(),
    shown_as="tenant",
)
TOM = DemoPerson(
    1_000_025,
    "Tom",
    "Harris",
    "tom_demo",
    "+79000000025",
    _told("Снимает студию, по-английски", "Rents a studio, in English"),
    language="en",
    roles=(),
    shown_as="tenant",
)
OLGA = DemoPerson(
    1_000_026,
    "Ольга",
    "Белова",
    "belova_demo",
    "+79000000026",
    _told("Снимает у Льва, только что сообщила об оплате", "Rents from Lev, has just reported a payment"),
    roles=(),
    shown_as="tenant",
)

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
        roles=(),
        shown_as="admin",
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
        roles=(),
        shown_as="",
        has_started=False,
    ),
    DemoPerson(
        1_000_010,
        "Тимур",
        "Садыков",
        "timur_demo",
        "+79000000010",
        _told("Тоже риэлтор, тоже впервые здесь", "A realtor too, and new here too"),
        roles=(),
        shown_as="",
        has_started=False,
    ),
    DemoPerson(
        1_000_011,
        "Лена",
        "",
        "",
        "+79000000011",
        _told("Без @имени, пришла из любопытства", "Without a @name, came out of curiosity"),
        roles=(),
        shown_as="",
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
        roles=(),
        shown_as="",
        has_started=False,
    ),
    MARINA,
    IGOR,
    LEV,
    DARIA,
    TOM,
    OLGA,
)
ADMIN_ID = 1_000_007
BUSY = PEOPLE[:6]
"""Those with properties, leads and deals."""
