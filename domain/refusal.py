"""A refusal is a sentence for the person who asked: what is wrong and what to do instead.

The sentence is written in English and said in the person's own language by the bot; its facts travel apart so that
numbers, money and dates can be written the way that person writes them.
"""

from collections.abc import Mapping


class Refusal(Exception):
    """Something cannot be done, and `message` (a gettext message with `{facts}`) tells the person why."""

    def __init__(self, message: str, /, **facts: object) -> None:
        super().__init__(message)
        self.message = message
        self.facts: Mapping[str, object] = facts


class NotFound(Refusal):
    """The row does not exist, or belongs to somebody else: a stranger cannot tell which."""

    def __init__(self, message: str = "This is no longer here.", /, **facts: object) -> None:
        super().__init__(message, **facts)


class Forbidden(Refusal):
    """The person's present roles do not include this action."""

    def __init__(self, message: str = "Your current roles do not include this.", /, **facts: object) -> None:
        super().__init__(message, **facts)


class Conflict(Refusal):
    """Somebody else was quicker; nothing was changed."""

    def __init__(
        self, message: str = "This has been changed meanwhile. Here is how it is now.", /, **facts: object
    ) -> None:
        super().__init__(message, **facts)


class TryAgain(Exception):
    """The database asks for the whole transaction to be repeated (deadlock, serialization failure)."""
