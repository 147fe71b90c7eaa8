"""The stored side of `work.matching`: what `domain/matching/repositories.py` declares is made here."""

from storage.matching.leads import SqlLeads
from storage.matching.matches import SqlMatches
from storage.matching.properties import SqlProperties
from storage.scope import Scope


class SqlMatchingRepositories:
    """Leads, properties and deals, in one transaction."""

    def __init__(self, scope: Scope) -> None:
        self.leads = SqlLeads(scope)
        self.properties = SqlProperties(scope)
        self.matches = SqlMatches(scope)
