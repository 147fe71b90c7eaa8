"""Recommendations: what fits, how well and why, shown one after another, liked and disliked."""
