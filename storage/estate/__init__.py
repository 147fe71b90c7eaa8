"""Stored parties, objects, leases, and what belongs to them."""
