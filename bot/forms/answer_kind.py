"""What kind of value answers a question; questions of one kind take the same answers, which a test feeds to each."""

from enum import StrEnum, auto


class AnswerKind(StrEnum):
    """A kind of value that people type, choose or send in answer to a question."""

    MONEY = auto()
    """One sum in whichever currency."""
    BUDGET = auto()
    """The least and the most that may be paid."""
    PRICE_OF_USE = auto()
    """What a kilowatt-hour, a cubic metre or a month of a service costs."""
    SHARE = auto()
    """Percent of a commission."""
    DAY = auto()
    """A day that may be to come."""
    PAST_DAY = auto()
    """A day that has been: of a payment, a reading, a contract."""
    LAST_DAY = auto()
    """The day, or the time in months and years, after which something ends."""
    BIRTH_DATE = auto()
    """A day of another century, perhaps; always with its year."""
    DAYS = auto()
    """A first and a last day, or a month."""
    MONTH = auto()
    DAY_OF_MONTH = auto()
    DAYS_OF_MONTH = auto()
    """From which day of each month until which."""
    TIME = auto()
    """A time of day."""
    HOURS = auto()
    """From when until when, every day."""
    TIME_ZONE = auto()
    COUNTRY = auto()
    CITY = auto()
    DISTRICT = auto()
    STATION = auto()
    STREET = auto()
    """A street and a house."""
    OBJECT_LINE = auto()
    """What an object is called, or where it is, perhaps all of it in one line."""
    OBJECT = auto()
    """One of somebody's own objects, by its name."""
    AREA = auto()
    AREAS = auto()
    """The least and the most area."""
    ROOMS = auto()
    MANY_ROOMS = auto()
    """Several numbers of rooms, each of which would suit."""
    FLOOR = auto()
    YEAR = auto()
    READING = auto()
    """What a meter shows."""
    PHONE = auto()
    EMAIL = auto()
    CONTACTS = auto()
    """Phones, names in messengers, addresses."""
    ACCOUNT = auto()
    """A person by the name or number of their Telegram account."""
    NAME = auto()
    """A first name or a surname, in letters."""
    PERSON = auto()
    """A person or a company by name, perhaps with a phone and an e-mail."""
    TITLE = auto()
    """What a thing, a company or a place is called, in a few words."""
    MARK = auto()
    """A number as it is written on a meter or a contract."""
    TEXT = auto()
    """Some words or sentences."""
    SEARCH = auto()
    """A part of what is looked for."""
    LANGUAGE = auto()
    CURRENCY = auto()
    ROLE = auto()
    COST_ARTICLE = auto()
    """What a cost is for, perhaps with its sum."""
    CHOICE = auto()
    """One of the buttons."""
    CHOICES = auto()
    """Any number of the buttons."""
    YES_NO = auto()
    """The first of its two buttons says yes, the second no."""
    FILES = auto()
    """Photos or documents and nothing else."""
