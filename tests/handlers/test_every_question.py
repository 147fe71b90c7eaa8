"""Every question of every form is fed its own prompt, its buttons' labels and the commonest answers."""

from functools import cache

import pytest

from bot.speech import LANGUAGES
from tests.support.questions import Asked, every_question

MOST_WALKED = 12
"""Labels; longer lists, of countries and currencies, are read by name, and walked where names are tested."""
MONEY = (
    "45000", "45 000", "45 000 ₽", "45 000 руб", "45к", "45 тыс", "45 тысяч 500 рублей", "45000,50", "45.5 тыс",
    "сорок пять тысяч",
)  # fmt: skip
DAY = ("1 декабря", "1.12", "01.12.2026", "1 декабря 2026", "1 дек", "1 декабря 2026 г.", "2026-12-01")
PAST_DAY = ("5 ноября", "05.11", "05.11.2026", "вчера", "сегодня", "5 ноя", "5-го ноября", "2026-11-05")
DAY_OF_MONTH = ("5", "5-го", "до 5", "до 5 числа", "5 числа", "пятое", "последний", "31", "last")
MONTH = ("ноябрь", "ноябрь 2026", "в ноябре", "за ноябрь", "11.2026", "прошлый месяц", "November 2026")
AREA = ("54", "54 м²", "54 м2", "53,5", "53.5 кв.м", "54 кв. м", "54 метра")
PHONE = ("+7 900 123-45-67", "8 900 123 45 67", "89001234567", "тел. 8(900)1234567", "+888 0000 1234")
EMAIL = ("anna@example.com", " Anna@Example.com ", "<anna@example.com>", "anna.petrova+1@mail.example.com")
NAME = ("Анна", "Анна-Мария", "О'Коннор", "Anna", "анна")
READING = ("12345", "12 345", "12345,6", "12345.6", "00123", "12345 кВт·ч")
ANSWERS: dict[str, tuple[str, ...]] = {
    "lease.starts_on": (*DAY, "с 1 декабря", "с 01.12.2026", "завтра", "сегодня", "from December 1"),
    "lease.ends_on": (
        "до 31.10.2027", "по 31 октября 2027", "бессрочно", "11 месяцев", "год", "на год", "на 11 месяцев", "полгода",
        "31 мая", "until 31 May 2027", "open-ended", "a year",
    ),
    "lease.rent": (*MONEY, "45 000 руб/мес", "45000 в месяц", "45 тыс. в мес."),
    "lease.due_day": DAY_OF_MONTH,
    "lease.utilities_due_day": DAY_OF_MONTH,
    "lease.deposit": MONEY,
    "lease.area": AREA,
    "lease.contract_date": PAST_DAY,
    "new_rent.rent": (*MONEY, "45 000 руб/мес"),
    "new_rent.since": (*DAY, "с 1 декабря"),
    "end_lease.last": (*DAY, "до 31 декабря", "завтра"),
    "offer_object.price": (*MONEY, "45 000 руб/мес"),
    "payment.amount": MONEY,
    "payment.day": PAST_DAY,
    "i_paid.amount": MONEY,
    "i_paid.day": PAST_DAY,
    "pay_amount.amount": MONEY,
    "cost.amount": MONEY,
    "cost.month": MONTH,
    "add_event.income": MONEY,
    "add_event.expense": MONEY,
    "add_event.day": (*DAY, "в пятницу", "послезавтра", "24-го", "двадцать четвёртое декабря"),
    "add_event.at": ("18:30", "9", "9 утра", "в 9", "в 6 вечера", "18.30"),
    "object.area": AREA,
    "property.area": AREA,
    "property.price": ("18,5 млн", "18500000", "18 500 000 ₽", "8 млн 500 тыс", "полтора миллиона", "18.5m"),
    "lead.budget": ("до 20 млн", "от 15 до 20 млн", "20 млн", "15-20 млн", "не дороже 20 млн", "up to 20m"),
    "party.phone": PHONE,
    "party.email": EMAIL,
    "party.name": ("Анна Петрова", "Петрова Анна Сергеевна", "ООО «Ромашка»", "Иван, тел. 8(900)1234567"),
    "introduction.email": EMAIL,
    "email.line": EMAIL,
    "names.first": NAME,
    "names.last": NAME,
    "birth_date.on": ("19.05.1987", "19 мая 1987", "19 мая 1987 г.", "1987-05-19", "19/05/1987", "May 19, 1987"),
    "send_reading.value0": READING,
    "enter_reading.value0": READING,
    "country.country": ("Россия", "рф", "Deutschland", "Кыргызстан", "kazakhstan", "Казах"),
    "language.language": ("Кыргызча", "Қазақ тілі", "Українська", "немецкий", "Deutsch"),
    "time_zone.zone": ("Казань", "МСК+2", "UTC+5", "Бишкек", "екатеринбург"),
    "quiet_hours.hours": ("22-8", "с 23:30 до 7:15", "22:00–08:00", "с 22 до 8"),
    "digest_hour.hour": ("7", "7:00", "в 7 утра", "19"),
    "property.metro_station": ("Арбатская", "м. Арбатская"),
    "property.floor": ("5/9", "5 из 9", "5", "5 этаж"),
    "property.rooms": ("2", "2-к", "двушка", "студия", "две"),
}  # fmt: skip
"""What people answer most to a question of that kind, in whichever language they are spoken to."""


@cache
def asked(language: str) -> list[Asked]:
    """Made once for all tests here."""
    return every_question(language)


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
def test_the_commonest_answers_are_taken(language: str) -> None:
    questions = {str(one): one for one in asked(language)}
    assert set(ANSWERS) <= set(questions)
    refused = [
        (name, answer, questions[name].answered(answer))
        for name, answers in ANSWERS.items()
        for answer in answers
        if questions[name].answered(answer) is not None
    ]
    assert refused == [], "\n".join(map(str, refused))
