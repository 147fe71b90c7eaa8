"""A line as it is read: in lower case, with plain spaces and hyphens, and with what has been understood taken out."""

import re
from dataclasses import dataclass, field

_ALIKE = {
    **dict.fromkeys("\u00a0\u2007\u2008\u2009\u202f\t\n", " "),
    **dict.fromkeys("‐‑‒–—−", "-"),
    "ё": "е",
    "\u200b": " ",
    "\u2066": " ",
    "\u2069": " ",
}
TAKEN = "\u0000"
"""Stands where something has been understood."""
LITTLE = (
    *("в", "во", "на", "до", "к", "с", "со", "за", "от", "по", "у", "для", "и", "из", "о", "об", "г", "р", "это"),
    *("on", "by", "at", "the", "in", "for", "from", "of", "to", "and", "till", "until", "a"),
)
"""Words that only lead to another one."""
_WORD = re.compile(r"[^\s,;]+")
_LEADS = re.compile(rf"(?<![\w-])(?:{'|'.join(LITTLE)})[\s,;.:]*$")
_EDGE = " \t,;.:()«»\"'!?-–—+"


@dataclass
class Text:
    """A line, with places of what is still open."""

    said: str
    open: str = field(init=False)
    """As long as what was said, letter by letter."""

    def __post_init__(self) -> None:
        plain = (_ALIKE.get(one, one) for one in self.said)
        lowered = (one.lower() if len(one.lower()) == 1 else one for one in plain)
        self.open = "".join(_ALIKE.get(one, one) for one in lowered)

    def take(self, start: int, end: int, *, with_lead: bool = False) -> None:
        """This has been understood; `with_lead` takes the little word before it too."""
        if with_lead:
            while lead := _LEADS.search(self.open[:start]):
                start = lead.start()
        self.open = self.open[:start] + TAKEN * (end - start) + self.open[end:]

    def words(self) -> list[tuple[str, int, int]]:
        """The words that are still open, with their places."""
        return [(match.group(), match.start(), match.end()) for match in _WORD.finditer(self.open.replace(TAKEN, " "))]

    def left(self) -> str | None:
        """What has not been understood, as it was said: the description."""
        kept = "".join(said if seen != TAKEN else " " for said, seen in zip(self.said, self.open, strict=True))
        words = " ".join(kept.split()).strip(_EDGE).split()
        while words and words[0].lower() in LITTLE:
            words.pop(0)
        while words and words[-1].lower().strip(_EDGE) in LITTLE:
            words.pop()
        return " ".join(words).strip(_EDGE) or None
