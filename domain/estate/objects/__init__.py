"""Objects that are let: their description, archive, deletion, occupancy, and offering them to realtors."""
