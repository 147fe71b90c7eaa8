"""How plainly a text is of some kind: an offer, a request, a line of the calendar."""

from enum import IntEnum


class Plainness(IntEnum):
    """The more, the plainer."""

    NOT = 0
    PERHAPS = 1
    """It says something of the kind; whoever expects nothing else takes it so."""
    PROBABLY = 2
    """It says what makes up the kind, and is no answer to a question that refuses it."""
    RATHER = 3
    """It is the kind and nothing besides; to a question that takes any words it may be the answer, which is asked."""
    PLAINLY = 4
    """It is an answer to no question at all."""
