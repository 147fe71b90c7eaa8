"""Demo people and their doings for the local Telegram: made up, with pictures drawn by code."""

from demo.people import ADMIN_ID
from demo.seed import populate, seed

__all__ = ["ADMIN_ID", "populate", "seed"]
