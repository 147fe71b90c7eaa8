"""What is asked about a lead: city and budget, then every wish; the client's name, contacts and notes stay private."""

from dataclasses import replace

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.meaning import by_beginnings
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, Question
from bot.forms.wording import asking, capital, field_now, label, said, with_now
from bot.localization import Localizer
from bot.names.places import cities, currency_for, place_name, read_city
from domain.matching.intake import answers
from domain.matching.leads.lead_draft import LeadDraft
from domain.matching.recommendations.budget import Budget
from domain.matching.status import RentPeriod
from domain.matching.terms import Condition, Deal, PaymentMethod, PropertyClass, PropertyType
from domain.people.person import Person
from domain.typed import limits
from domain.typed.amounts import Per
from domain.typed.money import parse_money_range
from handlers.realtor.asking import (
    DEALS,
    DISTRICT,
    FACTORS,
    LEAST_LIKELY,
    METRO,
    deal_of,
    districts_of,
    has_metro,
    places,
    read_district,
    read_metro,
    read_several,
    said_to_all,
    term_question,
    toggled,
)
from handlers.realtor.words import area_wanted, budget_of, rooms_of

Draft = LeadDraft

DEAL_NAMES = {"SALE": "Buy", "RENT": "To rent by the month", "DAY": "To rent by the day"}


def _deal_now(t: Localizer, draft: Draft) -> Markup | None:
    return t(DEAL_NAMES[DEALS[draft.deal, draft.period]]) if draft.deal is not None else None


def _pick_deal(value: str, draft: Draft) -> Draft:
    deal, period = deal_of(value)
    return replace(draft, deal=deal, period=period)


def _ask_budget(t: Localizer, draft: Draft) -> Markup:
    known = budget_of(t, draft.budget, draft.deal, draft.period) if draft.budget else None
    match draft.deal, draft.period:
        case Deal.RENT, RentPeriod.DAY:
            question = t("What is the budget a day? For example: up to 4000, or 3000-5000")
        case Deal.RENT, _:
            question = t("What is the budget a month? For example: up to 60000, or 50000-70000")
        case _:
            question = t("What is the budget? For example: up to 20m, or from 15 to 20m")
    return with_now(t, question, known)


def _paid_for(draft: Draft) -> tuple[Per, ...]:
    """What the budget may be said to be for: a month, a day; a buyer's is for nothing of the kind."""
    if draft.deal is not Deal.RENT:
        return ()
    return (Per.DAY,) if draft.period is RentPeriod.DAY else (Per.MONTH,)


def _read_budget(text: str, draft: Draft, ctx: AnswerContext) -> Draft:
    currency = draft.budget.currency if draft.budget else currency_for(draft.city, ctx.me)
    least, most = parse_money_range(text, currency, per=_paid_for(draft))
    stated = most or least
    if stated is None:
        return draft
    budget = Budget(least.minor if least else None, most.minor if most else None, stated.currency)
    if stated.major < LEAST_LIKELY:
        meant = [_times(budget, factor) for factor in FACTORS]
        raise AmbiguousAnswer([Choice(budget_of(ctx.t, one), _budget_value(one)) for one in meant])
    return replace(draft, budget=budget)


def _times(budget: Budget, factor: int) -> Budget:
    least, most = (None if bound is None else bound * factor for bound in (budget.least, budget.most))
    return Budget(least, most, budget.currency)


def _budget_value(budget: Budget) -> str:
    return f"{budget.least or ''}:{budget.most or ''}:{budget.currency}"


def _pick_budget(value: str, draft: Draft) -> Draft:
    least, most, currency = value.split(":")
    return replace(draft, budget=Budget(int(least) if least else None, int(most) if most else None, currency))


def _rooms(t: Localizer, draft: Draft, _me: Person) -> list[Choice]:
    return [Choice(capital(rooms_of(t, rooms)), str(rooms)) for rooms in sorted({*range(6), *draft.rooms})]


def _toggle_rooms(value: str, draft: Draft) -> Draft:
    chosen = toggled(value, tuple(str(one) for one in draft.rooms))
    return replace(draft, rooms=tuple(sorted(int(one) for one in chosen)))


def _read_area(text: str, draft: Draft, _around: AnswerContext) -> Draft:
    least, most = answers.parse_area_range(text)
    return replace(draft, area_min=least, area_max=most)


def _read_stations(text: str, draft: Draft, ctx: AnswerContext) -> Draft:
    found = read_several(text, lambda part: read_metro(part, draft.city, ctx))
    return replace(draft, metro_stations=tuple(dict.fromkeys((*draft.metro_stations, *found))))


def _districts(t: Localizer, draft: Draft, _me: Person) -> list[Choice]:
    return places(t, (*draft.districts, *districts_of(draft.city)), draft.city, DISTRICT)


def _read_districts(text: str, draft: Draft, ctx: AnswerContext) -> Draft:
    found = read_several(text, lambda part: read_district(part, draft.city, ctx))
    return replace(draft, districts=tuple(dict.fromkeys((*draft.districts, *found))))


def _read_name(text: str, draft: Draft, _around: AnswerContext) -> Draft:
    name = " ".join(said(text, limits.NAME, "Please write a name, for example: Irina.").split())
    return replace(draft, client_name=name)


def _read_contacts(text: str, draft: Draft, _around: AnswerContext) -> Draft:
    contacts = said(
        text, limits.NOTE, "Please write a phone, an e-mail or a username, for example: +7 900 123-45-67 or @anna_home"
    )
    return replace(draft, client_contacts=contacts)


QUESTIONS: tuple[Question[Draft], ...] = (
    Question(
        key="deal",
        kind=AnswerKind.CHOICE,
        label=label("Deal"),
        ask=asking("Does the client want to buy or to rent?", _deal_now),
        choices=lambda t, _draft, _me: [Choice(t(name), value) for value, name in DEAL_NAMES.items()],
        meant=by_beginnings(
            {"SALE": r"куп|покуп|buy|purchas", "RENT": r"помес|месяц|долг|month", "DAY": r"сут|посут|day|dai"}
        ),
        pick=_pick_deal,
    ),
    Question(
        key="city",
        kind=AnswerKind.CITY,
        label=label("City"),
        ask=asking("Which city? Choose, or type its name.", lambda t, d: place_name(t, d.city) if d.city else None),
        value=lambda text, _draft, ctx: read_city(text, ctx),
        choices=cities,
        of=str,
    ),
    Question(
        key="budget",
        kind=AnswerKind.BUDGET,
        label=label("Budget"),
        ask=_ask_budget,
        read=_read_budget,
        pick=_pick_budget,
    ),
    Question(
        key="rooms",
        kind=AnswerKind.MANY_ROOMS,
        label=label("Rooms"),
        ask=asking("How many rooms would suit? Choose as many as you like."),
        value=lambda text, _draft, _ctx: answers.parse_rooms_list(text),
        choices=_rooms,
        pick=_toggle_rooms,
        chosen=lambda draft: frozenset(str(one) for one in draft.rooms),
        optional=True,
        later=True,
        per_row=3,
    ),
    term_question(
        "property_type", PropertyType, "What are they looking for?", label("Type"), optional=True, later=True
    ),
    Question(
        key="metro_stations",
        kind=AnswerKind.STATION,
        label=label("Metro"),
        ask=asking("Which metro stations would suit? Type one or several with commas."),
        read=_read_stations,
        choices=lambda t, draft, _me: places(t, draft.metro_stations, draft.city, METRO),
        pick=lambda value, draft: replace(draft, metro_stations=toggled(value, draft.metro_stations)),
        chosen=lambda draft: frozenset(draft.metro_stations),
        hangs_on=("city",),
        applies=lambda draft: has_metro(draft.city),
        optional=True,
        later=True,
    ),
    Question(
        key="districts",
        kind=AnswerKind.DISTRICT,
        label=label("Districts"),
        ask=asking("Which districts would suit? Type one or several with commas."),
        read=_read_districts,
        choices=_districts,
        pick=lambda value, draft: replace(draft, districts=toggled(value, draft.districts)),
        chosen=lambda draft: frozenset(draft.districts),
        optional=True,
        later=True,
    ),
    Question(
        key="area",
        kind=AnswerKind.AREAS,
        label=label("Area"),
        ask=asking(
            "Which area would suit, in square metres? For example: from 50, or 40-60",
            lambda t, d: area_wanted(t, d.area_min, d.area_max),
        ),
        read=_read_area,
        known=lambda draft: draft.area_min is not None or draft.area_max is not None,
        optional=True,
        skip=lambda draft: replace(draft, area_min=None, area_max=None),
        later=True,
    ),
    term_question("condition", Condition, "In which condition?", label("Condition"), optional=True, later=True),
    term_question("property_class", PropertyClass, "Which class?", label("Class"), optional=True, later=True),
    term_question(
        "payment_method",
        PaymentMethod,
        "How will the client pay?",
        label("Payment"),
        hangs_on=("deal",),
        applies=lambda draft: draft.deal is not Deal.RENT,
        optional=True,
        later=True,
        per_row=3,
    ),
    Question(
        key="additional_requirements",
        kind=AnswerKind.TEXT,
        label=label("Other wishes"),
        ask=asking("What else matters? Colleagues will see this.", field_now("additional_requirements")),
        value=lambda text, _draft, _ctx: said_to_all(text),
        in_own_words=True,
        optional=True,
        later=True,
        most_typed=limits.LONG_TEXT,
    ),
    Question(
        key="client_name",
        kind=AnswerKind.PERSON,
        label=label("🔒 Client"),
        ask=asking(
            "What is the client's name? A colleague sees it only once you have agreed.", field_now("client_name")
        ),
        read=_read_name,
        optional=True,
        later=True,
    ),
    Question(
        key="client_contacts",
        kind=AnswerKind.CONTACTS,
        label=label("🔒 Contacts"),
        ask=asking(
            "How can the client be reached? A colleague sees it only once you have agreed.",
            field_now("client_contacts"),
        ),
        read=_read_contacts,
        optional=True,
        later=True,
    ),
    Question(
        key="notes",
        kind=AnswerKind.TEXT,
        label=label("🔒 Notes"),
        ask=asking("Any notes of your own? Only you will see them.", field_now("notes")),
        value=lambda text, _draft, _ctx: said(text, limits.LONG_TEXT, "Please write it in words."),
        optional=True,
        later=True,
        most_typed=limits.LONG_TEXT,
    ),
    Question(
        key="title",
        kind=AnswerKind.TITLE,
        label=label("🔒 Title"),
        ask=asking("What shall this lead be called in your list? Only you will see it.", field_now("title")),
        value=lambda text, _draft, _ctx: " ".join(said(text, limits.TITLE, "Please write it in words.").split()),
        optional=True,
        later=True,
    ),
)
