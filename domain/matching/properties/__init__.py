"""Properties: what a realtor offers, added, changed, archived and shown, and never kept twice unasked."""
