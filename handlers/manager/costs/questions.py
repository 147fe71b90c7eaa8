"""What is asked about a cost: the object if it is not known, what for, how much, of which month; note, receipt."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.answer_kind import AnswerKind
from bot.forms.model import AmbiguousAnswer, AnswerContext, Choice, Question
from bot.forms.wording import asking, capital, field_now, label
from bot.localization import Localizer
from bot.screen import label_of
from domain.calendar.line import NamedObject
from domain.calendar.line.objects import named_alone
from domain.estate.costs.cost import CostKind
from domain.estate.costs.draft import CostDraft, article_of, note_of
from domain.estate.costs.typed import amount_of, month_of
from domain.estate.leases.lease import months_back
from domain.files.stored_file import FileId
from domain.money import Money
from domain.people.person import Person
from domain.refusal import Refusal
from handlers.manager.costs.words import KIND_LABELS, kind_name

MONTHS_OFFERED = 4
MOST_ALIKE = 8
_ARTICLE_AND_AMOUNT = re.compile(
    r"(.*[^\W\d_].*?)[\s:–—-]+(\d[\d\s.,\u00a0]*(?:тыс\.?|k|к)?\s?(?:₽|р\.?|руб\.?|сом|тг|₸|\$|€)?)"
    r"(?:\s*,?\s+(?:за\s+|в\s+|for\s+|in\s+)?(?P<month>[^\W\d_]{3,}(?:\s+\d{4})?|\d{1,2}[./]\d{4}))?\s*",
    re.IGNORECASE,
)
"""“Вода 1 250,50”, “свет 700 за октябрь”."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A cost while it is stated."""

    premises: int | None = None
    name: str = ""
    currency: str = "RUB"
    objects: tuple[str, ...] = ()
    """Objects to choose from, as `object_value` writes them."""
    articles: tuple[str, ...] = ()
    """What was used last, as `article_value` writes it."""
    article: str | None = None
    kind: CostKind | None = None
    minor: int | None = None
    month: dt.date | None = None
    note: str | None = None
    receipt: int | None = None

    def cost(self) -> CostDraft:
        """What is booked; the form has asked for all of it."""
        if self.article is None or self.kind is None or self.minor is None or self.month is None:
            raise ValueError("the form is not filled in")
        receipt = FileId(self.receipt) if self.receipt is not None else None
        return CostDraft(
            article=self.article, kind=self.kind, month=self.month, minor=self.minor, note=self.note, receipt=receipt
        )


def object_value(premises: int, currency: str, name: str) -> str:
    """An object as an answer."""
    return f"{premises}|{currency}|{name}"


def article_value(article: str, kind: CostKind) -> str:
    """An article with its kind as an answer."""
    return f"{kind.value}|{article}"


def _object_choice(_t: Localizer, value: str) -> Choice:
    return Choice(label_of(value.split("|", 2)[2], "🏠"), value)


def pick_object(value: str, draft: Draft) -> Draft:
    """With this object; a sum said before is one of its currency."""
    number, currency, name = value.split("|", 2)
    minor = draft.minor
    if minor is not None and currency != draft.currency:
        minor = None  # it was said in another one
    return replace(draft, premises=int(number), currency=currency, name=name, minor=minor)


def _read_object(text: str, draft: Draft, answering: AnswerContext) -> Draft:
    alike = _called(text, draft.objects)
    if not alike:
        raise Refusal("You have no object called “{name}”.", name=text[:60])
    if len(alike) > 1:
        raise AmbiguousAnswer([_object_choice(answering.t, one) for one in alike[:MOST_ALIKE]])
    return pick_object(alike[0], draft)


def _called(text: str, objects: Sequence[str]) -> list[str]:
    """The objects whose name has this in it, or else those that words mean, in any case and either script."""
    said = text.casefold().strip()
    names = [one.split("|", 2)[2] for one in objects]
    alike = [one for one, name in zip(objects, names, strict=True) if said and said in name.casefold()]
    if alike:
        return alike
    heard = named_alone(text, [NamedObject(number, name) for number, name in enumerate(names)])
    return [objects[one.id] for one in heard.objects] if heard.is_plain or len(heard.objects) > 1 else []


def _pick_article(value: str, draft: Draft) -> Draft:
    kind, article = value.split("|", 1)
    return replace(draft, article=article, kind=CostKind(kind))


def _read_article(text: str, draft: Draft, answering: AnswerContext) -> Draft:
    if match := _ARTICLE_AND_AMOUNT.fullmatch(text):
        try:
            minor = amount_of(match[2].strip(), draft.currency)
            month = month_of(match["month"], answering.t.today) if match["month"] else draft.month
        except Refusal:
            return with_article(text, draft)
        return replace(with_article(match[1], draft), minor=minor, month=month)
    return with_article(text, draft)


def with_article(text: str, draft: Draft) -> Draft:
    """With what it is for, and the kind that this was of the last time."""
    article = article_of(text)
    known = next((one for one in draft.articles if one.split("|", 1)[1].casefold() == article.casefold()), None)
    return _pick_article(known, draft) if known is not None else replace(draft, article=article, kind=None)


def _months(t: Localizer, _draft: Draft, _me: Person) -> list[Choice]:
    months = reversed(months_back(t.today, MONTHS_OFFERED))
    return [Choice(capital(month_name(t, one)), one.isoformat()) for one in months]


def _kind_now(t: Localizer, draft: Draft) -> Markup | None:
    return kind_name(t, draft.kind) if draft.kind is not None else None


def _amount_now(t: Localizer, draft: Draft) -> str | None:
    return t.money(Money(draft.minor, draft.currency)) if draft.minor is not None else None


QUESTIONS = (
    Question[Draft](
        key="object",
        field="premises",
        kind=AnswerKind.OBJECT,
        ask=asking("Which object is it for?"),
        read=_read_object,
        choices=lambda t, draft, _me: [_object_choice(t, one) for one in draft.objects],
        choice=_object_choice,
        pick=pick_object,
        label=label("Object"),
        applies=lambda draft: bool(draft.objects) or draft.premises is None,
    ),
    Question[Draft](
        key="article",
        kind=AnswerKind.COST_ARTICLE,
        ask=asking("What is the cost for? For example: Water, or at once “Water 1250”.", field_now("article")),
        read=_read_article,
        choices=lambda _t, draft, _me: [Choice(label_of(one.split("|", 1)[1]), one) for one in draft.articles],
        pick=_pick_article,
        label=label("Article"),
    ),
    Question[Draft](
        key="kind",
        kind=AnswerKind.CHOICE,
        ask=asking("Which kind of cost is it?", _kind_now),
        choices=lambda t, _draft, _me: [Choice(t(KIND_LABELS[kind]), kind.value) for kind in CostKind],
        of=CostKind,
        label=label("Kind of cost"),
        per_row=1,
    ),
    Question[Draft](
        key="amount",
        field="minor",
        kind=AnswerKind.MONEY,
        ask=asking("How much is it? A number, for example 1250.50.", _amount_now),
        value=lambda text, draft, _ctx: amount_of(text, draft.currency),
        label=label("Amount"),
    ),
    Question[Draft](
        key="month",
        kind=AnswerKind.MONTH,
        ask=asking(
            "Which month is it for? Choose one, or write another: March 2026.",
            lambda t, draft: month_name(t, draft.month) if draft.month else None,
        ),
        value=lambda text, _draft, ctx: month_of(text, ctx.t.today),
        choices=_months,
        of=dt.date.fromisoformat,
        label=label("Month"),
    ),
    Question[Draft](
        key="note",
        kind=AnswerKind.TEXT,
        ask=asking("What else is worth remembering about it?", field_now("note")),
        value=lambda text, _draft, _ctx: note_of(text),
        optional=True,
        later=True,
        label=label("📝 Note"),
    ),
    Question[Draft](
        key="receipt",
        kind=AnswerKind.FILES,
        ask=asking("Send a photo of the receipt, or a PDF."),
        files=lambda files, draft: replace(draft, receipt=files[-1]) if files else draft,
        optional=True,
        later=True,
        label=label("🧾 Receipt"),
    ),
)
