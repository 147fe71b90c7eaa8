"""A name is the same name in Cyrillic and in Latin letters, by whichever of the usual romanisations it is written.

“Хамовники” is “Khamovniki” and “Hamovniki”, “Щукинская” is “Shchukinskaya” and “Schukinskaja”: sounds that one of the
scripts or one of the schemes does not tell apart (ш and щ, и, й and ы, е, э and ё) are not told apart here either.
"""

import re
from functools import lru_cache

from domain.gazetteer.stems import stem

_SHORTEST = 2
"""Letters that stay of a root, however much of the word looks like an ending."""
_SHORT = 3
"""Letters of a word that has no grammatical ending to take off before its sounds are known."""
_CYRILLIC = re.compile(r"[а-яёөүңәғқұіһ]", re.IGNORECASE)
_SOUNDS = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхцчшщыэ", "abvgdeziiklmnoprstufhc4wwie", strict=True)),
        "ё": "e", "ж": "j", "ю": "iu", "я": "ia", "ъ": "", "ь": "",
        "ө": "o", "ү": "u", "ң": "n", "ә": "a", "ғ": "g", "қ": "k", "ұ": "u", "і": "i", "һ": "h",
    }
)  # fmt: skip
"""One sign a sound: j is ж, c is ц, 4 is ч, w is ш."""
_ROMANISED = (
    (re.compile(r"shch|sch|sh"), "ш"),
    (re.compile(r"tch|ch"), "ч"),
    (re.compile(r"dzh|zh|dj|^j"), "ж"),
    (re.compile(r"kh|h"), "х"),
    (re.compile(r"ts|tz|c(?=[eiyv])"), "ц"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|c|q"), "k"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[yj]e|(?<![aeiou])[yj]o"), "e"),
    (re.compile(r"[yj]"), "i"),
)
"""In this order; pairs of Latin letters become Cyrillic ones, so that nothing is read twice."""
_ALIKE = ((re.compile(r"dj"), "j"), (re.compile(r"ts"), "c"), (re.compile(r"s4"), "w"), (re.compile(r"(\D)\1+"), r"\1"))
"""Sounds that Latin letters write alike: Советская is “Sovetskaya”, Солнцево “Solntsevo”."""
_VOWELS = re.compile(r"[aeiou]+$")
_ENDING = re.compile(r"(?:[oe]go|[oe]mu|i?ami|imi|i?am|[oei]m|i?ah|ih|[oe]v|[aeiou]+)$")
"""The endings of `stem`, as they sound."""


@lru_cache(maxsize=50_000)
def common_root(word: str) -> str:
    """What a word has in common with itself in any grammatical case and in the other script, as a key to compare by.

    “Арбате” and “Arbat” have one key, as have “Лесной” and “Lesnaya”. The key itself is not for showing.
    """
    if is_cyrillic(word):
        said = word.lower()
        sounds, ending = sounds_of(stem(said) if len(said) > _SHORT else said), _VOWELS
    else:
        sounds, ending = sounds_of(word), _ENDING
    root = ending.sub("", sounds)
    return root if len(root) >= _SHORTEST else sounds


@lru_cache(maxsize=50_000)
def sounds_of(word: str) -> str:
    """The whole word as a key that is the same in both scripts: “Патрики” and “Patriki”, but not “Патриках”."""
    said = word.lower().replace("'", "")
    if not is_cyrillic(said):
        for written, sound in _ROMANISED:
            said = written.sub(sound, said)
    sounds = said.translate(_SOUNDS)
    for pair, sound in _ALIKE:
        sounds = pair.sub(sound, sounds)
    return sounds


def is_cyrillic(word: str) -> bool:
    """Whether any letter of the word is Cyrillic."""
    return _CYRILLIC.search(word) is not None
