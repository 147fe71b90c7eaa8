"""Stored meters, readings and tariffs."""

from storage.metering.meters import SqlMeters
from storage.metering.tariffs import SqlTariffs

__all__ = ["SqlMeters", "SqlTariffs"]
