"""Stored meters, readings and tariffs."""
