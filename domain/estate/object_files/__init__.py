"""An object's documents: contracts, acts and photos that its manager and owner keep with it, some for its tenants."""
