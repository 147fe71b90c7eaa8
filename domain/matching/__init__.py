"""Realtors: leads, properties, how well they fit, and the deal that follows."""
