"""What a person is told when an answer cannot be read: what was wrong, and how to write it."""

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


PRICE = (
    "“{text}” does not look like a price. Write it as a number or the way you are used to: 18500000, 18.5m, "
    "from 15 to 20m."
)
PRICE_BOUNDS = "“{text}” is out of range: a price is from 1 to 100 000 000 000."
PRICE_ORDER = "“{text}”: the lower price is above the upper one. Write the smaller one first: from 15 to 20m."
AREA = "“{text}” does not look like an area. Write square metres as a number: 54 or 54.5."
AREA_BOUNDS = "“{text}” is out of range: an area is from 1 to 100 000 m²."
AREA_ORDER = "“{text}”: the smaller area goes first, for example 40-60."
ROOMS = "“{text}” does not look like a number of rooms. Write 2, or studio."
ROOMS_LIST = "“{text}” does not look like numbers of rooms. Write them like this: 1, 2 or 1-3, or studio."
ROOMS_BOUNDS = "“{text}” is out of range: there can be from 1 to 20 rooms, or a studio."
FLOOR = "“{text}” does not look like a floor. Write 5, or 5/9 with the number of floors."
FLOOR_BOUNDS = "“{text}” cannot be: floors go from -3 to 163, and the floor is not above the last one."
YEAR = "“{text}” does not look like a year. Write four digits: 2015."
YEAR_BOUNDS = "“{text}” is out of range: a year is from 1700 to 2100."
SHARE = "“{text}” does not look like a share. Write percent: 50 or 2.5, or 50/50."
SHARE_BOUNDS = "“{text}” is out of range: a share is from 0 to 100 %."
PLACE = "“{text}” does not look like a name. Write it in letters, for example Arbat."
