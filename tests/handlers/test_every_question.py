"""Every question of every form is fed its own prompt, its examples, its buttons' labels and the commonest answers.

A question declares the kind of value that answers it, so that a new one is covered by the table of its kind.
"""

import re
from functools import cache

import pytest

from bot.forms.answer_kind import AnswerKind
from bot.localization import LANGUAGES
from tests.support.questions import Asked, every_question

MOST_WALKED = 12
"""Labels; longer lists, of countries and currencies, are read by name, and walked where names are tested."""
DAY = ("1 декабря", "1.12", "01.12.2026", "1 декабря 2026", "1 дек", "1 декабря 2026 г.", "2026-12-01")
EMAIL = ("anna@example.com", " Anna@Example.com ", "<anna@example.com>", "anna.petrova+1@mail.example.com")
CITY = ("Казань", "казань", "Kazan", "г. Казань", "Москва", "Питер")
ROOMS = ("2", "2-к", "двушка", "студия", "две", "studio", "a studio", "2 комнаты", "3 rooms")
AREA = ("52", "52 м²", "52 м2", "52,5", "52.5 кв.м", "52 кв. м", "52 метра")
COMMON: dict[AnswerKind, tuple[str, ...]] = {
    AnswerKind.MONEY: (
        "45000", "45 000", "45 000 ₽", "45 000 руб", "45к", "45 тыс", "45 тысяч 500 рублей", "45000,50", "45.5 тыс",
        "сорок пять тысяч", "45k", "₽45,000",
    ),
    AnswerKind.BUDGET: ("до 20 млн", "от 15 до 20 млн", "20 млн", "15-20 млн", "не дороже 20 млн", "up to 20m"),
    AnswerKind.PRICE_OF_USE: ("5,38", "5.38", "500", "5,38 ₽", "5.38 руб", "1 250"),
    AnswerKind.SHARE: ("50", "50%", "50 %", "50/50", "47,5", "47.5%", "пополам", "половина", "half"),
    AnswerKind.DAY: (*DAY, "завтра", "с 1 декабря", "from December 1", "в пятницу", "послезавтра", "tomorrow"),
    AnswerKind.PAST_DAY: (
        "5 ноября", "05.11", "05.11.2026", "вчера", "сегодня", "5 ноя", "5-го ноября", "2026-11-05", "yesterday",
        "позавчера", "Nov 5",
    ),
    AnswerKind.LAST_DAY: ("31 мая", "до 31.10.2027", "по 31 октября 2027", "until 31 May 2027", "31.05.2027", "завтра"),
    AnswerKind.BIRTH_DATE: (
        "19.05.1987", "19 мая 1987", "19 мая 1987 г.", "1987-05-19", "19/05/1987", "May 19, 1987", "19.05.87",
    ),
    AnswerKind.DAYS: ("1.12-15.12", "декабрь", "с 1 по 15 декабря", "в декабре", "December", "01.12.2026 - 15.12.2026"),
    AnswerKind.MONTH: ("ноябрь", "ноябрь 2026", "в ноябре", "11.2026", "November 2026", "nov", "за ноябрь"),
    AnswerKind.DAY_OF_MONTH: ("5", "5-го", "до 5", "до 5 числа", "5 числа", "пятое", "последний", "31", "last"),
    AnswerKind.DAYS_OF_MONTH: ("20-25", "20–25", "с 20 по 25", "20 - 25", "с 20 по 25 число", "from 20 to 25"),
    AnswerKind.TIME: ("9", "9:00", "9 утра", "в 9", "в 7 утра", "18:00", "19", "7 pm"),
    AnswerKind.HOURS: ("22-8", "с 23:30 до 7:15", "22:00–08:00", "с 22 до 8", "from 22 to 8"),
    AnswerKind.TIME_ZONE: ("Казань", "МСК+2", "UTC+5", "Бишкек", "екатеринбург", "Kazan"),
    AnswerKind.COUNTRY: ("Россия", "рф", "Deutschland", "Кыргызстан", "kazakhstan", "Казах"),
    AnswerKind.CITY: CITY,
    AnswerKind.DISTRICT: ("Арбат", "арбат", "Arbat", "район Арбат"),
    AnswerKind.STATION: ("Арбатская", "м. Арбатская", "арбатская", "Arbatskaya", "метро Арбатская"),
    AnswerKind.STREET: ("Лесная, 4", "ул. Лесная, д. 4", "Лесная 4", "Lesnaya, 4", "ул. Достоевского 44, корпус Е"),
    AnswerKind.OBJECT_LINE: ("Лесная, 4", "Гараж", "Гараж 18 м2", "Студия Арбат 28,5 м², Арбат 12", "Office 5"),
    AnswerKind.OBJECT: ("Лесная", "лесная, 4", "Арбат", "Студия Арбат"),
    AnswerKind.AREA: AREA,
    AnswerKind.AREAS: (*AREA, "от 50", "40-60", "до 60", "от 40 до 60 м²", "from 50"),
    AnswerKind.ROOMS: ROOMS,
    AnswerKind.MANY_ROOMS: (*ROOMS, "1, 2", "1-3", "студия или 1", "2 и 3", "1 or 2"),
    AnswerKind.FLOOR: ("5/9", "5 из 9", "5", "5 этаж", "5th floor", "5 of 9"),
    AnswerKind.YEAR: ("2015", "2015 г.", "2015 год", "в 2015", "in 2015"),
    AnswerKind.READING: ("12345", "12 345", "12345,6", "12345.6", "00123", "12345 кВт·ч"),
    AnswerKind.PHONE: ("+7 900 123-45-67", "8 900 123 45 67", "89001234567", "тел. 8(900)1234567", "+888 0000 1234"),
    AnswerKind.EMAIL: EMAIL,
    AnswerKind.CONTACTS: ("+7 900 123-45-67", "@anna_home", "anna@example.com", "тг @anna_home, звонить вечером"),
    AnswerKind.ACCOUNT: ("@anna_home", "123456789", "anna_home"),
    AnswerKind.NAME: ("Анна", "Анна-Мария", "О'Коннор", "Anna", "анна"),
    AnswerKind.PERSON: ("Анна Петрова", "Петрова Анна Сергеевна", "ООО «Ромашка»", "Anna", "Иван"),
    AnswerKind.TITLE: ("Эталон", "АН «Ёлка»", "Склад 2", "Romashka Ltd"),
    AnswerKind.MARK: ("14/2", "№ 14/2", "A-123456", "00012345"),
    AnswerKind.TEXT: ("Ключи у меня", "Замена крана", "call after 6 pm", "всё хорошо"),
    AnswerKind.SEARCH: ("Лес", "Лесная, 4", "Иван", "+7 900"),
    AnswerKind.LANGUAGE: ("Кыргызча", "Қазақ тілі", "Українська", "немецкий", "Deutsch"),
    AnswerKind.CURRENCY: ("сом", "тенге", "$", "евро", "EUR", "Киргизия", "yen"),
    AnswerKind.ROLE: ("риэлтор", "Owner", "собственник", "tenant"),
    AnswerKind.COST_ARTICLE: ("Вода", "вода", "Вода 1250", "Ремонт крыши"),
    AnswerKind.YES_NO: (
        "да", "Да!", "ага", "угу", "нет", "не", "yes", "y", "no", "n", "+", "-", "конечно", "неа", "yep", "nope", "ok",
    ),
    AnswerKind.CHOICE: (),
    AnswerKind.CHOICES: (),
    AnswerKind.FILES: (),
}  # fmt: skip
"""What people answer most to a question of the kind, in whichever language they are spoken to."""
BESIDES: dict[str, tuple[str, ...]] = {
    "new_rent.rent": ("45 000 руб/мес",),
    "offer_object.price": ("45 000 руб/мес",),
    "lease.ends_on": ("бессрочно", "11 месяцев", "год", "на год", "на 11 месяцев", "полгода", "open-ended", "a year"),
    "lease.rent": ("45 000 руб/мес", "45000 в месяц", "45 тыс. в мес.", "850 за м²"),
    "property.price": ("18,5 млн", "18500000", "18 500 000 ₽", "8 млн 500 тыс", "полтора миллиона", "18.5m"),
    "add_event.at": ("18:30", "в 6 вечера", "18.30"),
    "add_event.day": ("24-го", "двадцать четвёртое декабря"),
    "cost.month": ("прошлый месяц", "last month"),
    "party.name": ("Иван, тел. 8(900)1234567",),
}
"""What fits these questions alone."""
NO_ANSWERS = (
    "ъыь ыъь", "0", "-1", "99999999999999999", "1e5", "?", "5-4", "31.02.2027", "1.1.1900", "от 20 до 15", "200/3",
    "45 дублонов", "8.500", "150%", "+7 12", "a@", "25:99", "20 ₽ за м²", "12/13/14", "7.7.2200", "45000 + 3000",
    "40 USD", "7.11.2031", "5.11.2020", "ж" * 3000,
)  # fmt: skip
"""Each is refused by many questions, for different reasons."""
_EXAMPLES = re.compile(
    r"(?:[Ff]or example[:,]?|(?<!look )\blike(?: this)?:?|[Нн]апример[:,]?|\bтак:|\bвот так:"
    r"|\b(?:[Ww]rite|[Тt]ype|[Нн]апишите|[Вв]ыберите)\b[^:.“«\n\d]*:)\s*(.+?)(?=\.(?:\s|$)|\n|$)"
)
_OR = re.compile(r",? (?:or|или) (?:else )?|; ")
_REASON = re.compile(r"(?:,? which | — | if | with | for the | of the |, если | where ).*$")


@cache
def asked(language: str) -> list[Asked]:
    """Made once for all tests here."""
    return every_question(language)


def examples(said: str, typed: str = "") -> set[str]:
    """The answers that a sentence gives as examples, without what was `typed`."""
    without = said.replace(f"“{typed}”", "").replace(f"«{typed}»", "") if typed else said
    found = [_REASON.sub("", one).split("like ")[-1].split("например ")[-1] for one in _EXAMPLES.findall(without)]
    pieces = (re.sub(r"^(?:or|или) ", "", piece) for one in found for piece in _OR.split(one))
    return {piece.strip(" “”«»,.") for piece in pieces} - {""}


def takes(one: Asked, example: str) -> bool:
    """Whether the question takes it, as a whole or as several with commas between them."""
    if one.answered(example) is None:
        return True
    several = [part.strip(" “”«»") for part in example.split(", ")]
    return len(several) > 1 and all(one.answered(part) is None for part in several)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_label_of_each_button_is_its_press(language: str) -> None:
    wrong = []
    for one in asked(language):
        labels = one.labels
        if len(labels) > MOST_WALKED:
            continue
        for at, label in enumerate(labels):
            # of two that look alike none is guessed: the text is read as any other
            if labels.count(label) > 1:
                continue
            for typed in (label, label.lower(), f" {label.upper()} "):
                press = one.pressed(typed)
                if press is None or (press.act, press.index) != ("v", at):
                    wrong.append((str(one), typed, press))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_prompt_as_an_answer_is_taken_or_refused_in_words_and_changes_nothing(language: str) -> None:
    for one in asked(language):
        refusal = one.answered(one.prompt)
        assert refusal is None or (refusal and "{" not in refusal), one


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_prompts_and_refusals_are_taken(language: str) -> None:
    wrong, walked = [], 0
    for one in asked(language):
        if one.question.read is None:
            continue
        sentences = [(one.prompt, "")]
        sentences += [(said, typed) for typed in NO_ANSWERS if (said := one.answered(typed)) is not None]
        shown = {example for said, typed in sentences for example in examples(said, typed)}
        walked += len(shown)
        wrong += [(str(one), example, one.answered(example)) for example in sorted(shown) if not takes(one, example)]
    assert wrong == [], "\n".join(map(str, wrong))
    assert walked > 200


def test_each_kind_of_answer_has_its_common_answers_and_is_asked_for() -> None:
    assert set(COMMON) == set(AnswerKind)
    of_kind = {one.question.kind for one in asked("ru")}
    assert of_kind == set(AnswerKind)
    only_buttons = {AnswerKind.CHOICE, AnswerKind.CHOICES, AnswerKind.YES_NO, AnswerKind.FILES}
    for one in asked("ru"):
        assert (one.question.read is None) == (one.question.kind in only_buttons), one
        assert one.question.kind is not AnswerKind.YES_NO or len(one.labels) == 2, one


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_commonest_answers_are_taken(language: str) -> None:
    assert set(BESIDES) <= {str(one) for one in asked(language)}
    refused = [
        (str(one), answer, one.answered(answer))
        for one in asked(language)
        for answer in (*COMMON[one.question.kind], *BESIDES.get(str(one), ()))
        if one.answered(answer) is not None
    ]
    assert refused == [], "\n".join(map(str, refused))


@pytest.mark.parametrize("language", LANGUAGES)
def test_yes_and_no_are_the_first_and_the_second_button(language: str) -> None:
    asking = [one for one in asked(language) if one.question.kind is AnswerKind.YES_NO]
    assert asking
    for one in asking:
        for at, words in enumerate((("да", "ага", "yes", "+", "Y"), ("нет", "не", "no", "-", "Nope"))):
            presses = [one.pressed(word) for word in words]
            assert [press and (press.act, press.index) for press in presses] == [("v", at)] * len(words), one
