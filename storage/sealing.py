"""Personal data is sealed with AES-GCM: a data key a person, wrapped by a master key kept outside the database."""

import base64
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE_BYTES = 12
KEY_BYTES = 32
FORMAT = b"\x01"
"""The first byte of everything sealed, so that another cipher can follow one day."""


class Unreadable(Exception):
    """The sealed bytes do not belong here, or the master key is another one."""


class Sealer:
    """Seals and opens with keys that are derived from the master key, and makes keyed hashes."""

    def __init__(self, master_key: bytes) -> None:
        self._wrapping = self._derive(master_key, b"wrap person keys")
        self._system = self._derive(master_key, b"updates, messages and conversations")
        self._hashing = self._derive(master_key, b"fingerprints")

    @staticmethod
    def _derive(master_key: bytes, purpose: bytes) -> bytes:
        return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(master_key)

    def new_person_key(self, person_id: int) -> tuple[bytes, bytes]:
        """A fresh data key, and the same wrapped for keeping beside the person's row."""
        key = secrets.token_bytes(KEY_BYTES)
        return key, _seal(self._wrapping, key, f"person:{person_id}")

    def unwrap(self, person_id: int, wrapped: bytes) -> bytes:
        """The person's data key."""
        return _open(self._wrapping, wrapped, f"person:{person_id}")

    def seal(self, plain: str, place: str, key: bytes | None = None) -> bytes:
        """Seal a text for one place (table, row and column), from which it cannot be moved to another."""
        return _seal(key or self._system, plain.encode(), place)

    def open(self, sealed: bytes, place: str, key: bytes | None = None) -> str:
        """Open what was sealed for this place."""
        return _open(key or self._system, sealed, place).decode()

    def fingerprint(self, kind: str, value: str) -> str:
        """A keyed hash: the same value has the same one, and it tells nothing to who lacks the key."""
        return hmac.new(self._hashing, f"{kind}:{value}".encode(), hashlib.sha256).hexdigest()


def seal_file(plain: bytes, name: str) -> tuple[str, bytes]:
    """A file's bytes sealed under a fresh key of its own, and that key as text to keep in a vault."""
    key = secrets.token_bytes(KEY_BYTES)
    return base64.b64encode(key).decode(), _seal(key, plain, f"file:{name}")


def open_file(key: str, sealed: bytes, name: str) -> bytes:
    """The bytes of a sealed file."""
    return _open(base64.b64decode(key), sealed, f"file:{name}")


def _seal(key: bytes, plain: bytes, place: str) -> bytes:
    nonce = secrets.token_bytes(NONCE_BYTES)
    return FORMAT + nonce + AESGCM(key).encrypt(nonce, plain, place.encode())


def _open(key: bytes, sealed: bytes, place: str) -> bytes:
    if sealed[:1] != FORMAT or len(sealed) <= NONCE_BYTES:
        raise Unreadable(place)
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, body, place.encode())
    except InvalidTag:
        raise Unreadable(place) from None
