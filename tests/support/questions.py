"""Every question of every form with a draft in which it can be asked: what walks over all of them begins with."""

import dataclasses
import datetime as dt
import enum
import html
import re
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin, get_type_hints
from zoneinfo import ZoneInfo

from markupsafe import Markup

from bot.forms.model import AmbiguousAnswer, AnswerContext, Form, FormProgress, Question
from bot.forms.screens import FormPress
from bot.localization import Localizer
from bot.typed_buttons import press_named
from domain.money import Money
from domain.people.person import Person, PersonId, Role
from domain.refusal import Refusal
from handlers import build_registry

TODAY = dt.date(2026, 11, 29)
NOW = dt.datetime(2026, 11, 29, 9, tzinfo=dt.UTC)
BY_NAME: dict[str, Any] = {
    "currency": "RUB", "home": "RUB", "zones": 1, "decimals": 3, "whole": 54_00, "free": 54_00, "today": TODAY,
    "first": 20, "last": 25, "starts_on": TODAY, "rent": 46_000_00, "on_table": 50_00, "listed": 50_00,
    "held": 500_000_00, "objects": None, "articles": None, "offered": None,
}  # fmt: skip
"""What a field of that name holds in a draft, where the draft has to be made."""
OBJECTS = {"cost": ("1|RUB|Лесная, 4", "2|RUB|Студия Арбат")}


@dataclass(frozen=True)
class Asked:
    """A question as somebody is asked it."""

    form: Form[Any]
    question: Question[Any]
    draft: Any
    t: Localizer
    me: Person

    def __str__(self) -> str:
        return f"{self.form.name}.{self.question.key}"

    @property
    def prompt(self) -> str:
        """What is asked, as it is read."""
        return plain(self.question.ask(self.t, self.draft))

    @property
    def labels(self) -> list[str]:
        """What stands on the buttons of its choices."""
        return [plain(one.label) for one in self.question.choices(self.t, self.draft, self.me)]

    def answered(self, text: str) -> str | None:
        """None if the text is taken, or asked back among several; otherwise the refusal, in words."""
        if self.pressed(text) is not None:
            return None
        if self.question.read is None:
            return plain(self.t("Please choose one of the buttons."))
        before = repr(self.draft)
        try:
            self.question.read(text, self.draft, AnswerContext(self.t, self.me, cast(Any, None)))
        except AmbiguousAnswer:
            return None
        except Refusal as refusal:
            return plain(self.t.refusal(refusal))
        finally:
            assert repr(self.draft) == before, f"{self} changes the draft it was given"
        return None

    def pressed(self, text: str) -> FormPress | None:
        """The button of the question that the text names."""
        choices = self.question.choices(self.t, self.draft, self.me)
        progress = FormProgress(
            self.form,
            self.draft,
            "nonce",
            self.question.key,
            {},
            offered={self.question.key: [one.value for one in choices]},
            labels=[plain(one.label) for one in choices],
        )
        return press_named(progress, self.t, text)


def every_question(language: str) -> list[Asked]:
    """All of them, in the order of the registry."""
    me = Person(
        id=PersonId(1), telegram_id=1, first_name="Анна", language=language, created_at=NOW, country="RU",
        roles=(Role.REALTOR, Role.OWNER, Role.TENANT, Role.MANAGER), active_role=Role.OWNER,
    )  # fmt: skip
    t = Localizer(language, ZoneInfo("Europe/Moscow"), NOW)
    return [
        Asked(form, question, draft, t, me)
        for form in build_registry().forms
        for draft in [draft_of(form)]
        for question in form.questions
    ]


def draft_of(form: Form[Any]) -> Any:
    """A draft of the form in which nothing has been answered yet, and whatever its opener knows is there."""
    draft = made(form.draft)
    known: dict[str, Any] = {"objects": OBJECTS[form.name]} if form.name in OBJECTS else {}
    names = {one.name for one in dataclasses.fields(form.draft)}
    likely: dict[str, Any] = {
        name: BY_NAME[name] for name in ("currency", "today", "whole", "free", "starts_on") if name in names
    }
    return dataclasses.replace(draft, **(likely | known))


def made(kind: type[Any]) -> Any:
    """One of a dataclass, with something in every field that has no default."""
    hints = get_type_hints(kind, include_extras=True)
    needed = [
        one
        for one in dataclasses.fields(kind)
        if one.init and one.default is dataclasses.MISSING and one.default_factory is dataclasses.MISSING
    ]
    return kind(**{one.name: value_of(one.name, hints[one.name]) for one in needed})


def value_of(name: str, hint: Any) -> Any:  # noqa: PLR0911  (one kind of field after the other)
    """Something of the type."""
    if BY_NAME.get(name) is not None:
        return BY_NAME[name]
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return value_of(name, args[0])
    if origin in (Union, UnionType):
        return None if NoneType in args else value_of(name, args[0])
    if origin is Literal:
        return args[0]
    if origin in (tuple, list, frozenset):
        return origin()
    if hasattr(hint, "__supertype__"):
        return value_of(name, hint.__supertype__)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return next(iter(hint))
    if dataclasses.is_dataclass(hint):
        return Money(1_000_00, "RUB") if hint is Money else made(cast(type[Any], hint))
    plain_values: dict[Any, Any] = {int: 1, str: "Лесная, 4", bool: False, dt.date: TODAY}
    return plain_values.get(hint)


def plain(text: Markup | str) -> str:
    """What a person reads, line by line."""
    return html.unescape(re.sub(r"<[^>]+>", "", text)) if isinstance(text, Markup) else text
