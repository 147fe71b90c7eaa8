"""Leads, properties and matches: their tables, and the search for what fits."""

from storage.matching.leads import SqlLeads
from storage.matching.matches import SqlMatches
from storage.matching.projection import Projections
from storage.matching.properties import SqlProperties

__all__ = ["Projections", "SqlLeads", "SqlMatches", "SqlProperties"]
