"""What is asked about an owner or tenant: role, name and phone at once, e-mail and a note if one likes."""

from dataclasses import replace

from markupsafe import Markup

from bot.forms.answer_kind import AnswerKind
from bot.forms.meaning import by_beginnings
from bot.forms.model import AnswerContext, Choice, Question
from bot.forms.wording import asking, field_now, label
from bot.localization import Localizer
from domain.estate.parties.list_parties import country_of
from domain.estate.parties.party import PartyKind
from domain.estate.parties.party_draft import (
    PartyDraft,
    parse_description,
    parse_one_name,
    parse_party_phone,
    parse_person_line,
)
from domain.people.email import Email
from domain.people.person import Action, Person
from domain.people.phone import Phone
from handlers.manager.parties.words import KIND_LABELS, kind_name

Draft = PartyDraft


def _kinds(t: Localizer, _draft: Draft, me: Person) -> list[Choice]:
    offered = PartyKind if me.may(Action.MANAGE_FOR_OTHERS) else (PartyKind.TENANT,)
    return [Choice(t(KIND_LABELS[kind]), kind.value) for kind in offered]


def _read_name(text: str, draft: Draft, answering: AnswerContext) -> Draft:
    said = parse_person_line(text, country_of(answering.me))
    return replace(
        draft,
        first_name=said.first,
        last_name=said.last,
        phone=said.phone or draft.phone,
        email=said.email or draft.email,
        description=said.description or draft.description,
    )


def _phone_now(_t: Localizer, draft: Draft) -> str | None:
    return Phone(draft.phone).spaced if draft.phone else None


def _kind_now(t: Localizer, draft: Draft) -> Markup | None:
    return kind_name(t, draft.kind) if draft.kind is not None else None


KIND = Question[Draft](
    key="kind",
    kind=AnswerKind.CHOICE,
    ask=asking("Who is it?", _kind_now),
    choices=_kinds,
    of=PartyKind,
    meant=by_beginnings(
        {
            PartyKind.OWNER.value: r"собств|владел|хозя|сда[ею]|own|landlord",
            PartyKind.TENANT.value: r"аренд|снима|съем|жил|tenant|rent",
        }
    ),
    label=label("Role"),
)
NAME = Question[Draft](
    key="name",
    field="first_name",
    kind=AnswerKind.PERSON,
    ask=asking(
        "What is their name? First name and surname, or a company. You can also send a contact from your phone book.",
        field_now("name"),
    ),
    read=_read_name,
    label=label("Name"),
)
FIRST_NAME = Question[Draft](
    key="first_name",
    kind=AnswerKind.NAME,
    ask=asking("What is the first name, or the company's name?", field_now("first_name")),
    value=lambda text, _draft, _ctx: parse_one_name(text),
    label=label("First name"),
)
LAST_NAME = Question[Draft](
    key="last_name",
    kind=AnswerKind.NAME,
    ask=asking("What is the surname?", field_now("last_name")),
    value=lambda text, _draft, _ctx: parse_one_name(text),
    optional=True,
    label=label("Surname"),
)
PHONE = Question[Draft](
    key="phone",
    kind=AnswerKind.PHONE,
    ask=asking(
        "Which phone do they use in Telegram? Only this number will be able to join. For example: 8 900 123-45-67",
        _phone_now,
    ),
    value=lambda text, _draft, ctx: parse_party_phone(text, country_of(ctx.me)),
    label=label("📱 Phone"),
)
EMAIL = Question[Draft](
    key="email",
    kind=AnswerKind.EMAIL,
    ask=asking("What is their e-mail? For example: anna@example.com", field_now("email")),
    value=lambda text, _draft, _ctx: Email.parse(text).address,
    optional=True,
    label=label("✉️ E-mail"),
    later=True,
)
DESCRIPTION = Question[Draft](
    key="description",
    kind=AnswerKind.TEXT,
    ask=asking(
        "What is worth knowing about them? The object's owner reads this, too. For example: a shop, pays by bank.",
        field_now("description"),
    ),
    value=lambda text, _draft, _ctx: parse_description(text),
    optional=True,
    label=label("📝 Note"),
    later=True,
)

NEW = (KIND, NAME, PHONE, EMAIL, DESCRIPTION)
"""In the order in which a new one is asked about."""
KNOWN = (FIRST_NAME, LAST_NAME, PHONE, EMAIL, DESCRIPTION, KIND)
"""What can be corrected."""
