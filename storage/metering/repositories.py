"""The stored side of `work.metering`: what `domain/metering/repositories.py` declares is made here."""

from storage.metering.meters import SqlMeters
from storage.metering.tariffs import SqlTariffs
from storage.scope import Scope


class SqlMeteringRepositories:
    """Meters and tariffs, in one transaction."""

    def __init__(self, scope: Scope) -> None:
        self.meters = SqlMeters(scope)
        self.tariffs = SqlTariffs(scope)
