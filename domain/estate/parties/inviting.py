"""Making an invitation and recognising its link again, as parts of the use cases that do it."""

import secrets

from domain.estate.parties.invitation import LIFETIME, Invitation
from domain.estate.parties.party import Party
from domain.people.repository import Vault
from domain.refusal import NotFound
from domain.work import Work

TOKEN_CHARACTERS = 32
"""128 bits in hexadecimal digits; with a prefix it fits the 64 characters of a Telegram link."""
SEED_BYTES = 16


async def invite(work: Work, party: Party) -> Invitation:
    """Make a new invitation in the present transaction; earlier ones work no longer."""
    await withdraw_all(work, party)
    seed = secrets.token_hex(SEED_BYTES)
    now = work.now()
    made = Invitation(
        party_id=party.id,
        seed=seed,
        token_fingerprint=_fingerprint(work.vault, _token(work.vault, seed)),
        made_at=now,
        expires_at=now + LIFETIME,
    )
    await work.estate.invitations.save(made)
    return made


async def withdraw_all(work: Work, party: Party) -> None:
    """Let no invitation of the party work any longer."""
    for earlier in await work.estate.invitations.of(party.id):
        earlier.revoke(work.now())


def token_of(work: Work, invitation: Invitation) -> str:
    """What the invitation's link ends with."""
    return _token(work.vault, invitation.seed)


async def by_token(work: Work, token: str) -> Invitation:
    """The invitation behind a link, or `NotFound`."""
    found = await work.estate.invitations.by_fingerprint(_fingerprint(work.vault, token))
    if found is None:
        raise NotFound
    return found


def _token(vault: Vault, seed: str) -> str:
    return vault.fingerprint("invitation link", seed)[:TOKEN_CHARACTERS]


def _fingerprint(vault: Vault, token: str) -> str:
    return vault.fingerprint("invitation", token)
