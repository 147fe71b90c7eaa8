"""A phone is confirmed by the person's own Telegram contact; one number belongs to one account."""

from domain.people.person import Action, Person
from domain.people.phone import Phone
from domain.refusal import Refusal
from domain.work import Work, effect

ABOUT_PERSON = "person"
"""Under what the vault keeps a person's own data."""


@effect(Action.USE_BOT)
async def confirm_phone(work: Work, actor: Person, number: str) -> None:
    """Keep the number that Telegram vouches for, in place of an earlier one."""
    await keep_phone(work, actor, Phone.parse(number))
    return await work.commit(None)


async def keep_phone(work: Work, person: Person, phone: Phone) -> None:
    """Keep it in the present transaction; refused if another account has confirmed the same number."""
    fingerprint = work.vault.fingerprint("phone", phone.number)
    holder = await work.people.by_phone(fingerprint)
    if holder is not None and holder.id != person.id:
        raise Refusal(
            "This number is already confirmed by another Telegram account. If that account is yours too, use it, "
            "or erase its data there with /privacy."
        )
    person.phone_fingerprint, person.phone_verified_at = fingerprint, work.now()
    await work.vault.write(person.id, ABOUT_PERSON, {"phone": phone.number})


def has_confirmed_phone(person: Person) -> bool:
    """Whether Telegram has vouched for the person's number."""
    return person.phone_verified_at is not None
