"""Things of one name are told apart by what differs: an address, an area, the last digits of a phone, or a number."""

from collections.abc import Hashable, Iterable, Sequence
from itertools import zip_longest
from typing import TypeVar

BESIDE = " ·\u00a0"
"""Between a name and what tells it apart; a button that has no room for both shortens the name."""
NUMBERED = " №\u00a0"
"""Before the number of one that nothing else tells apart."""
K = TypeVar("K", bound=Hashable)


def told_apart(named: Iterable[tuple[K, str, Sequence[str | None]]]) -> dict[K, str]:
    """What each is called: its name, and beside it the first of its facts that differs where another has that name."""
    groups: dict[str, list[tuple[K, str, Sequence[str | None]]]] = {}
    order: dict[K, str] = {}
    for key, name, facts in named:
        order[key] = name
        groups.setdefault(" ".join(name.casefold().split()), []).append((key, name, facts))
    for group in groups.values():
        if len(group) > 1:
            order.update(_apart(group))
    return order


def _apart(group: list[tuple[K, str, Sequence[str | None]]]) -> dict[K, str]:
    """The fact in which most of them differ, and a number where even that is the same."""
    told: dict[K, str] = {}
    for (key, name, _), fact in zip(group, _most_telling([facts for _, _, facts in group]), strict=True):
        text = f"{name}{BESIDE}{fact}" if fact else name
        same = sum(one == text or one.startswith(f"{text}{NUMBERED}") for one in told.values())
        told[key] = f"{text}{NUMBERED}{same + 1}" if same else text
    return told


def _most_telling(all_facts: list[Sequence[str | None]]) -> Sequence[str | None]:
    """Of the kinds of facts the one with the most different values, each thing's fact of it."""
    by_kind = list(zip_longest(*all_facts))
    return max(by_kind, key=lambda values: len({one for one in values if one}), default=[None] * len(all_facts))
