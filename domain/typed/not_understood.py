"""An answer that cannot be read is refused with what was wrong in it, and how to write it."""

from domain.refusal import Refusal

_SHOWN = 40
"""Characters of the answer that are repeated back."""


class NotUnderstood(Refusal, ValueError):
    """An answer that a parser refuses; `reason` is a gettext message, `params` the facts in it."""

    def __init__(self, reason: str, text: str, **params: object) -> None:
        shown = "".join(c if c.isprintable() else " " for c in text[:_SHOWN]).strip()
        super().__init__(reason, text=shown, **params)

    @property
    def reason(self) -> str:
        """The English sentence with `{placeholders}`, to be translated."""
        return self.message

    @property
    def params(self) -> dict[str, object]:
        """What goes into the placeholders; `text` is the answer, shortened."""
        return dict(self.facts)

    def __str__(self) -> str:
        return self.message.format(**self.facts)
