"""An e-mail address as people type it, kept without what does not belong to it."""

import re
from dataclasses import dataclass

from domain.refusal import Refusal

MOST_EMAIL = 254
"""Characters, RFC 5321."""
_SHAPE = re.compile(r"[^\s@<>(),;:\"\\\[\]]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_][\w-]{1,62}")


@dataclass(frozen=True, slots=True)
class Email:
    """An address; the domain is in lower case."""

    address: str

    @classmethod
    def parse(cls, text: str) -> "Email":
        """Read one address; anything else is refused with an example."""
        said = text.strip().removeprefix("mailto:").strip("<>.,; ")
        if len(said) > MOST_EMAIL or not _SHAPE.fullmatch(said) or ".." in said:
            raise Refusal("This does not look like an e-mail address. It should be like anna@example.com.")
        name, _, domain = said.rpartition("@")
        return cls(f"{name}@{domain.lower()}")
