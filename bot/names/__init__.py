"""Countries, currencies, languages and places by their names, found by what people type."""
