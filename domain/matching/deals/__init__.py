"""Deals: a match, the offers of the commission's share, agreement, completion, and who sees what at which stage."""
