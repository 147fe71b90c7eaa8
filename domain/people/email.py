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

    @classmethod
    def within(cls, text: str) -> "tuple[Email | None, str]":
        """The one address that stands among other words, and these words without it; refused where there are two."""
        found = {cls.parse(one[0]) for one in _SHAPE.finditer(text)}
        if len(found) > 1:
            raise Refusal("There are several e-mail addresses in this. Write only one.")
        return next(iter(found), None), _SHAPE.sub(" ", text)
