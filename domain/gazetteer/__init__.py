"""Where things are: the cities, districts and metro stations we know, found by name, by typed start or in a text."""

from domain.gazetteer.gazetteer import Gazetteer, PlaceLookup
from domain.gazetteer.place import Place, PlaceKind

__all__ = ["Gazetteer", "Place", "PlaceKind", "PlaceLookup"]
