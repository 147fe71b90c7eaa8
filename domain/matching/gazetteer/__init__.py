"""Where things are: the cities, districts and metro stations we know, found by name, by typed start or in a text."""

from domain.matching.gazetteer.gazetteer import Gazetteer, Lookup
from domain.matching.gazetteer.place import Place, PlaceKind

__all__ = ["Gazetteer", "Lookup", "Place", "PlaceKind"]
