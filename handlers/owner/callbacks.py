"""The buttons that lead to an owner's figures: money, areas, costs and occupancy over so many months."""

from bot.callbacks import OpenOccupancy as OpenOccupancy  # noqa: PLC0414  (an object's card leads there too)
from handlers.manager.figures_callbacks import OpenAreaFigures as OpenAreaFigures  # noqa: PLC0414  (a manager looks at them too)
from handlers.manager.figures_callbacks import OpenCostFigures as OpenCostFigures  # noqa: PLC0414
from handlers.manager.figures_callbacks import OpenMoneyFigures as OpenMoneyFigures  # noqa: PLC0414
