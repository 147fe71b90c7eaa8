"""The buttons that lead to figures: money, areas and costs of one object, of one owner, or of everything one has."""

from typing import Literal

from bot.callbacks import Callback, MaybeId, Small

How = Literal["", "s", "f"]
"""Shown as a picture, sent as a workbook (s), or written out in figures (f)."""


class OpenMoneyFigures(Callback, prefix="omo"):
    """What came in and was expected; `period` in months, 0 for now."""

    period: Small = 0
    owner: MaybeId = 0
    premises: MaybeId = 0
    currency: str = ""
    how: How = ""
    new: bool = False


class OpenAreaFigures(Callback, prefix="oar"):
    """How much is let and free; `period` in months, 0 for now."""

    period: Small = 0
    owner: MaybeId = 0
    premises: MaybeId = 0
    how: How = ""
    new: bool = False


class OpenCostFigures(Callback, prefix="oct"):
    """What objects cost; `period` in months, 0 for now."""

    period: Small = 0
    owner: MaybeId = 0
    premises: MaybeId = 0
    currency: str = ""
    how: How = ""
    new: bool = False


class OwnersFigures(Callback, prefix="mof"):
    """Choose whose figures to look at: of one of a manager's owners, or of all of them."""

    page: Small = 0
    new: bool = False


class OccupancySheet(Callback, prefix="oos"):
    """Send how an object was let as a workbook."""

    premises: MaybeId
    period: Small = 0
