"""An address is told from the streets on the way, the view, the stations and the ends of sentences."""

import pytest

from domain.matching.intake import understand
from tests.domain.matching.intake.values import the, value


@pytest.mark.parametrize(
    ("text", "street", "house"),
    [
        ("Сдам студию на Варшавском шоссе. Общая площадь 20 м2", "Варшавское шоссе", None),
        ("Сдам студию на Люсиновской улице. Кирпичный дом", "Люсиновская улица", None),
        ("Продам квартиру на улице Большая Молчановка 12с2", "Большая Молчановка", "12с2"),
        ("Сдам квартиру на проспекте 60-летия Октября, 11", "60-летия Октября", "11"),
        ("Продам квартиру НА ФРУНЗЕНСКОЙ набережной", "ФРУНЗЕНСКАЯ набережная", None),
        ("Сдам квартиру на Цветном бульваре, 9", "Цветной бульвар", "9"),
        ("Продам 1-к, м. Маяковская, ул. Гашека, д. 4к1", "Гашека", "4к1"),
        ("Сдаю квартиру на Шаболовке", "улица Шаболовка", None),
        ("Сдам двушку. Шаболовка 31к2. 80000 в месяц", "улица Шаболовка", "31к2"),
        ("Сдам студию на Новом Арбате, 14", "Новый Арбат", "14"),
        ("Продам квартиру, Невский пр., 61, СПб", "Невский проспект", "61"),
        ("Продам квартиру на Нижней Красносельской", "Нижняя Красносельская улица", None),
        ("Дом на пересечении улиц Чайковского/Логвиненко, продаю", "Чайковского / Логвиненко", None),
        ("Продаю квартиру, Бишкек, Чуй-Тыныстанова, 60 м2", "Чуй-Тыныстанова", None),
        ("Сдам квартиру на площади Победы, 1", "Победы", "1"),
        ("Сдам, ул. Б. Якиманка, 19", "Большая Якиманка", "19"),
    ],
)
def test_streets_are_named_as_maps_name_them(text: str, street: str, house: str | None) -> None:
    found = understand(text)
    assert value(found.street) == street
    assert (found.house_number.value if found.house_number else None) == house


@pytest.mark.parametrize(
    "text",
    [
        "Сдам квартиру, удобный выезд на Кутузовский проспект",
        "Сдам квартиру, 3 мин. пешком до ул. Тверская",
        "Сдам квартиру, м. Ленинский проспект, Площадь Гагарина",
        "Сдам квартиру, вид на набережную Москвы-реки",
        "Сдам квартиру, вход с улицы только для жильцов",
        "Сдам квартиру. Техника: Вирпул. Стиральная машина",
        "Сдам квартиру. Тихий переулок, зеленый двор",
        "Ищу трешку в Хамовниках или на Арбате",
    ],
)
def test_what_is_only_near_is_not_the_address(text: str) -> None:
    assert understand(text).street is None


def test_the_street_below_the_windows_is_a_guess() -> None:
    assert not the(understand("Сдам квартиру, окна выходят на улицу Плеханова").street).sure


def test_a_house_number_outweighs_a_street_in_passing() -> None:
    found = understand("Рядом Тверская улица и парк. Сдам студию, ул. Гашека, 7")
    assert (value(found.street), value(found.house_number)) == ("Гашека", "7")
