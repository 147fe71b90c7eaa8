"""A line with several sums is cut into the events that it may be: at a word that joins them, or between the sums."""

import re
from collections.abc import Sequence
from itertools import pairwise

from domain.calendar.line.sums import LineSum

_JOINT = re.compile(r"(?:[,;+]|(?<!\w)(?:и|а\s+также|а|and|plus|плюс|потом|then)(?!\w))+\s*")
_LETTER = re.compile(r"[^\W\d_]")


def pieces_of(said: str, sums: Sequence[LineSum]) -> tuple[list[str], bool]:
    """The texts with one sum each, and whether words or signs part all of them."""
    ordered = sorted(sums, key=lambda one: one.start)
    names_come_first = _LETTER.search(said[: ordered[0].start]) is not None
    cuts, is_parted = [0], True
    for one, other in pairwise(ordered):
        joint = _JOINT.search(said, one.end, other.start)
        if joint:
            cuts += [joint.start(), joint.end()]
        else:
            is_parted = False
            cut = one.end if names_come_first else other.start
            cuts += [cut, cut]
    cuts.append(len(said))
    return [said[cuts[at] : cuts[at + 1]].strip() for at in range(0, len(cuts), 2)], is_parted
