"""A name is known by its root in either script, and different names stay different."""

import pytest

from domain.gazetteer.transliteration import common_root


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Арбат", "Arbat"),
        ("Арбате", "Arbat"),
        ("Лесной", "Lesnaya"),
        ("Лесная", "Lesnaja"),
        ("Хамовниках", "Khamovniki"),
        ("Хамовники", "Hamovniki"),
        ("Щукинская", "Shchukinskaya"),
        ("Щукинской", "Schukinskaya"),
        ("Измайлово", "Izmaylovo"),
        ("Измайлове", "Izmailovo"),
        ("Советская", "Sovetskaya"),
        ("Солнцево", "Solntsevo"),
        ("Цветной", "Cvetnoy"),
        ("Ёлка", "Yolka"),
        ("Елка", "Elka"),
        ("Чертановская", "Chertanovskaia"),
        ("Жулебино", "Zhulebino"),
        ("Джал", "Jal"),
        ("Джал", "Dzhal"),
        ("Екатеринбург", "Yekaterinburg"),
        ("Екатеринбурге", "Ekaterinburg"),
        ("Бишкек", "Bishkek"),
        ("Ысык", "Issyk"),
        ("Юго", "Yugo"),
        ("Октябрьский", "Oktyabrskiy"),
        ("Октябрьский", "Oktiabrsky"),
        ("Горького", "Gorkogo"),
        ("Уфа", "Ufa"),
        ("Тау", "Tau"),
        ("Гараж", "garazh"),
        ("дача", "Dacha"),
        ("Қарасай", "Karasay"),
        ("Район", "Rayon"),
    ],
)
def test_a_name_has_one_root_in_both_scripts(cyrillic: str, latin: str) -> None:
    assert common_root(cyrillic) == common_root(latin)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Арбат", "Arena"), ("Лесная", "Lenina"), ("Сокол", "Sokolniki"), ("Мира", "Moskva"), ("Тула", "Tver")],
)
def test_another_name_has_another_root(one: str, other: str) -> None:
    assert common_root(one) != common_root(other)
