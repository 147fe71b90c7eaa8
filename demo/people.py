"""Who lives in the local Telegram: realtors of Moscow and Bishkek, a platform admin, and a stranger."""

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
    story: str
    city: str = "Москва"
    agency: str | None = None
    language: str = "ru"
    role: Role | None = Role.REALTOR


PEOPLE = (
    DemoPerson(
        1_000_001, "Анна", "Соколова", "anna_demo", "+79000000001", "Риэлтор, Москва, центр", agency="Арбат и соседи"
    ),
    DemoPerson(
        1_000_002, "Борис", "Лебедев", "boris_demo", "+79000000002", "Риэлтор, Москва, новостройки", agency="Эталон"
    ),
    DemoPerson(1_000_003, "Вера", "Ким", "vera_demo", "+79000000003", "Частный риэлтор, Москва"),
    DemoPerson(
        1_000_004, "Азамат", "Токтогулов", "azamat_demo", "+996500000004", "Риэлтор, Бишкек", "Бишкек", "Ала-Тоо Дом"
    ),
    DemoPerson(
        1_000_005,
        "Айгуль",
        "Асанова",
        "aigul_demo",
        "+996500000005",
        "Риэлтор, Бишкек, аренда",
        "Бишкек",
        "Манас Риэлти",
    ),
    DemoPerson(
        1_000_006,
        "Emma",
        "Clark",
        "emma_demo",
        "+79000000006",
        "Realtor for expats, speaks English",
        agency="Relocate",
        language="en",
    ),
    DemoPerson(1_000_007, "Ольга", "Админова", "olga_demo", "+79000000007", "Администратор площадки", role=None),
    DemoPerson(1_000_008, "Гость", "", "guest_demo", "+79000000008", "Ещё не знаком с ботом", role=None),
)
ADMIN_ID = 1_000_007
STRANGER_ID = 1_000_008
