"""A manager looks at one of their people: contacts, whether they have joined, objects or leases with what is owed."""

from aiogram import Router
from markupsafe import Markup

from bot.forms.model import Context
from bot.forms.screens import menu_button
from bot.forms.wording import capital
from bot.lists.object_labels import facts_of, objects_apart
from bot.localization import Localizer, bold, lines, quiet
from bot.screen import Button, Row, Screen, label_of, pairs
from domain.disambiguation import told_apart
from domain.estate.leases.lease import LeaseId
from domain.estate.parties.party import PartyId, PartyKind
from domain.estate.parties.show_party import LeaseOfParty, PartyView, show_party
from domain.refusal import Refusal
from handlers.letters.callbacks import WriteLetter
from handlers.manager.callbacks import LeaseMoney, OpenLease, OpenObject, OpenParty, PeopleList
from handlers.manager.figures_callbacks import OpenMoneyFigures
from handlers.manager.parties.callbacks import EditParty, OpenInvitation, RemoveParty, RestoreParty, SendContact
from handlers.manager.parties.words import kind_name, next_step, state_of

router = Router(name="party_card")

MOST_LEASES = 3
MOST_OBJECTS = 4
"""Rows that leave room for the rest."""
MOST_LINES = 8
"""Objects and leases named in the text."""


@router.callback_query(OpenParty.filter())
async def open_party(_query: object, callback_data: OpenParty, ctx: Context) -> None:
    """The card."""
    view = await show_party(ctx.work, ctx.me, PartyId(callback_data.party))
    await ctx.chat.show(party_screen(ctx.t, view), new=callback_data.new)


async def show_card(ctx: Context, party_id: PartyId, notice: Markup | None = None) -> None:
    """The card as it is now, with what has just happened."""
    view = await show_party(ctx.work, ctx.me, party_id)
    await ctx.chat.show(party_screen(ctx.t, view, notice=notice))


@router.callback_query(SendContact.filter())
async def send_contact(_query: object, callback_data: SendContact, ctx: Context) -> None:
    """A contact card below: a tap calls, or keeps it in the phone book."""
    view = await show_party(ctx.work, ctx.me, PartyId(callback_data.party))
    if view.phone is None:
        raise Refusal("There is no phone on this card yet.")
    await ctx.chat.send_contact(view.phone.number, view.party.first_name, view.party.last_name)


def party_screen(t: Localizer, view: PartyView, *, notice: Markup | None = None) -> Screen:
    """Somebody's card, for their manager."""
    party = view.party
    contacts = [part for part in (view.phone.spaced if view.phone else None, view.email) if part]
    text = lines(
        *((notice, "") if notice is not None else ()),
        bold(party.name),
        t("{role}, {state}", role=capital(kind_name(t, party.kind)), state=state_of(t, party, view.invitation)),
        " · ".join(contacts) if contacts else None,
        quiet(party.description) if party.description else None,
        *_holdings(t, view),
    )
    back = PeopleList(kind=party.kind.value if party.is_present else "removed")
    last = [Button(t("‹ People"), back), menu_button(t)]
    return Screen(text, [*_ways_to_holdings(t, view), *_ways_to_change(t, view), last])


def _holdings(t: Localizer, view: PartyView) -> list[Markup]:
    if view.party.kind is PartyKind.OWNER:
        called = objects_apart(t, view.objects)
        said = [
            Markup("• ") + t("{name}, {area}", name=called[one.id], area=t.area(one.area))
            if one.area
            else Markup("• {}").format(called[one.id])
            for one in view.objects
        ]
        none = t("No objects yet.")
    else:
        named = _rented_apart(t, view)
        said = [_lease_line(t, one, named[one.lease.id]) for one in view.leases]
        none = t("No lease yet: an object's card makes one.")
    more = len(said) - MOST_LINES
    rest = [t.n("and {count} more", "and {count} more", more)] if more > 0 else []
    return [Markup(), *(said[:MOST_LINES] or [none]), *rest]


def _rented_apart(t: Localizer, view: PartyView) -> dict[LeaseId, str]:
    """What each lease is called by its object; two of one object differ by their area."""
    return told_apart(
        (one.lease.id, one.premises.name, facts_of(t, one.premises, one.lease.area)) for one in view.leases
    )


def _lease_line(t: Localizer, one: LeaseOfParty, called: str) -> Markup:
    lease, name = one.lease, bold(called)
    if lease.ends_on is None:
        until = t("open-ended")
    elif one.is_running or lease.starts_on > t.today:
        until = t("until {date}", date=lease.ends_on)
    else:
        until = t("ended on {date}", date=lease.ends_on)
    owed = t("owes {sum}", sum=one.owed) if one.owed.minor > 0 else t("nothing owed")
    return Markup("• ") + t("{object}: {until}, {owed}", object=name, until=until, owed=owed)


def _ways_to_holdings(t: Localizer, view: PartyView) -> list[Row]:
    add = [next_step(t, view.party)] if view.party.is_present else []
    if view.party.kind is PartyKind.OWNER:
        called = objects_apart(t, view.objects)
        objects = [
            Button(label_of(called[one.id], "🏠"), OpenObject(premises=one.id)) for one in view.objects[:MOST_OBJECTS]
        ]
        money = [Button(t("💰 Money"), OpenMoneyFigures(owner=view.party.id, period=12))] if objects else []
        return [*pairs(objects), [*add, *money]]
    named = _rented_apart(t, view)
    leases: list[Row] = [
        [
            Button(label_of(named[one.lease.id], "📄"), OpenLease(lease=one.lease.id)),
            Button(t("🧾 Statement"), LeaseMoney(lease=one.lease.id)),
        ]
        for one in view.leases[:MOST_LEASES]
    ]
    return leases if view.running else [*leases, add]


def _ways_to_change(t: Localizer, view: PartyView) -> list[Row]:
    party = view.party
    contact = [Button(t("📇 Contact"), SendContact(party=party.id))] if view.phone is not None else []
    edit = Button(t("✏️ Edit"), EditParty(party=party.id, version=party.version))
    if not party.is_present:
        return [[Button(t("↩️ Bring them back"), RestoreParty(party=party.id)), *contact], [edit]]
    remove = Button(t("🗑 Remove"), RemoveParty(party=party.id))
    write = Button(t("✍️ Write"), WriteLetter(party=party.id))
    if party.joined_at is None:
        link = Button(t("🔗 Invitation"), OpenInvitation(party=party.id))
        return [[link, write, *contact], [edit, remove]]
    return [[write, *contact], [edit, remove]]
