"""The buttons that lead to an owner's figures: money, areas, costs and occupancy over so many months."""

from bot.press import Occupancy as Occupancy  # noqa: PLC0414  (an object's card leads there too)
from handlers.keeper.figures_presses import Areas as Areas  # noqa: PLC0414  (a manager looks at them too)
from handlers.keeper.figures_presses import Costs as Costs  # noqa: PLC0414
from handlers.keeper.figures_presses import Money as Money  # noqa: PLC0414
