"""How an object is put into words: one line for lists, a few lines for its card."""

import datetime as dt
from collections.abc import Iterable

from markupsafe import Markup

from bot.charts.words import month_name
from bot.forms.wording import capital
from bot.localization import Localizer, bold, lines, quiet
from bot.names.places import place_name
from domain.estate.day.this_month import MonthOfMoney
from domain.estate.objects.list_premises import ListedPremises
from domain.estate.objects.premises import Category, Premises
from domain.estate.objects.premises_draft import PremisesDraft
from domain.estate.objects.show_premises import PremisesView
from domain.metres import Metres

SIGN = "🏠"
"""An object, on a button."""
MOST_STORY = 300
"""Characters of a description on a card."""
MOST_TENANTS = 3
"""Tenants named on a card."""
CATEGORIES = {
    Category.FLAT: "flat",
    Category.ROOM: "room",
    Category.HOUSE: "house",
    Category.OFFICE: "office",
    Category.SHOP: "shop",
    Category.WAREHOUSE: "warehouse",
    Category.PRODUCTION: "production premises",
    Category.GARAGE: "garage",
    Category.LAND: "land",
    Category.OTHER: "other premises",
}
"""What a kind of object is called within a sentence; gettext messages."""


def category_name(t: Localizer, category: Category) -> Markup:
    """A kind of object within a sentence: "flat"."""
    return t(CATEGORIES[category])


def joined(between: str, parts: Iterable[Markup | str | None]) -> Markup:
    """What there is of the parts."""
    return Markup.escape(between).join(part for part in parts if part)


def place(t: Localizer, one: Premises | PremisesDraft) -> Markup:
    """City and address; an address that is the name already is not repeated."""
    city = place_name(t, one.city) if one.city else None
    return joined(", ", (city, one.address if one.name and one.address != one.name else None))


def essence(t: Localizer, one: Premises | PremisesDraft) -> Markup:
    """What it is: kind, area, place."""
    kind = category_name(t, one.category) if one.category else None
    return joined(" · ", (kind, t.area(one.area) if one.area else None, place(t, one)))


def object_line(t: Localizer, number: int, listed: ListedPremises) -> Markup:
    """Two lines of a list: what it is, and whether it is let."""
    one = listed.premises
    head = t("{place}. {name}", place=str(number), name=bold(one.name))
    return lines(head, essence(t, one) or None, occupied(t, listed) if one.is_active else None)


def occupied(t: Localizer, listed: ListedPremises) -> Markup:
    """Whether it is let, by whom and until when."""
    if listed.is_free:
        return t("○ free")
    names = joined(", ", [one.name for one in listed.tenants[:2]])
    more = len(listed.tenants) - 2
    who = t("{names} and {more} more", names=names, more=more) if more > 0 else names
    until = listed.until
    if not until:
        said = t("● {tenants}, open-ended", tenants=who)
    elif len(listed.tenants) > 1:
        said = t("● {tenants}, the first until {date}", tenants=who, date=until)
    else:
        said = t("● {tenants} until {date}", tenants=who, date=until)
    return t("{said}, {free} free", said=said, free=Metres(listed.free)) if listed.free else said


def object_card(t: Localizer, view: PremisesView) -> Markup:
    """Everything about it."""
    one = view.premises
    holder = t("Balance-sheet holder: {name}", name=one.balance_sheet_holder) if one.balance_sheet_holder else None
    return lines(
        bold(one.name),
        essence(t, one) or None,
        _whose(t, view),
        holder,
        "",
        *_let(t, view),
        *(month_line(t, view.today, one) for one in view.months),
        _offered(t, view),
        *(("", quiet(_short(one.description))) if one.description else ()),
    )


def _whose(t: Localizer, view: PremisesView) -> Markup | None:
    if not view.may_manage:
        return t("Manager: {name}", name=view.manager_name)
    return None if view.owner.person_id == view.premises.manager_id else t("Owner: {name}", name=view.owner.name)


def _let(t: Localizer, view: PremisesView) -> list[Markup]:
    if not view.premises.is_active:
        return [t("In the archive since {date}", date=view.premises.archived_at)]
    said = [_tenant(t, one.tenant.name, one.lease.ends_on) for one in view.running[:MOST_TENANTS]]
    if (more := len(view.running) - MOST_TENANTS) > 0:
        said.append(t.n("and {count} more", "and {count} more", more))
    if view.running and view.free:
        said.append(t("Let: {let}, free: {free}", let=Metres(view.let), free=Metres(view.free)))
    if not view.running:
        said.append(t("○ Free now"))
    coming = view.coming
    if coming is not None:
        said.append(t("From {date}: {tenant}", date=coming.lease.starts_on, tenant=coming.tenant.name))
    return said


def _tenant(t: Localizer, name: str, ends_on: object) -> Markup:
    if ends_on is None:
        return t("● Let to {tenant}, open-ended", tenant=bold(name))
    return t("● Let to {tenant} until {date}", tenant=bold(name), date=ends_on)


def month_line(t: Localizer, today: dt.date, month: MonthOfMoney) -> Markup:
    """What came this month and was expected, and what is late."""
    name = capital(month_name(t, today))
    said = t("{month}: received {received} of {due}", month=name, received=month.received, due=month.due)
    if month.overdue.minor > 0:
        return t("{said} · overdue {sum}", said=said, sum=bold(t.money(month.overdue)))
    return said


def _offered(t: Localizer, view: PremisesView) -> Markup | None:
    if view.offered is not None and view.offered.is_active:
        return t("📢 Offered to realtors for {price} a month", price=view.offered.price)
    return t("📢 Offered to realtors") if view.is_offered_by_other else None


def draft_card(t: Localizer, draft: PremisesDraft, *, owner: str | None, usual_currency: str) -> Markup:
    """A new object before it is saved; what is as usual is not said."""
    holder = draft.balance_sheet_holder
    window = t("Readings: from the {first} to the {last}", first=draft.readings_from_day, last=draft.readings_until_day)
    usual = PremisesDraft()
    is_usual = (draft.readings_from_day, draft.readings_until_day) == (
        usual.readings_from_day,
        usual.readings_until_day,
    )
    count = len(draft.photos)
    return lines(
        bold(draft.title or t("New object")),
        joined(" · ", (capital(essence(t, draft)),)) or None,
        t("Owner: {name}", name=owner) if owner else None,
        t("Balance-sheet holder: {name}", name=holder) if holder else None,
        t("Currency: {code}", code=draft.currency) if draft.currency != usual_currency else None,
        None if is_usual else window,
        t.n("{count} photo", "{count} photos", count) if count else None,
        quiet(_short(draft.description)) if draft.description else None,
    )


def _short(story: str) -> str:
    return story if len(story) <= MOST_STORY else story[: MOST_STORY - 1].rstrip() + "…"


def in_archive(t: Localizer, count: int) -> Markup:
    """What is said where no object is in use, but some have been put away."""
    return t.n(
        "None is in use; {count} object is in the archive and can be brought back.",
        "None is in use; {count} objects are in the archive and can be brought back.",
        count,
    )
