"""Leases: their terms, rent by months, beginning, change and end, and what tenants are told of them."""
