"""The income calendar: what comes in and goes out for each object, when, and what of it has happened."""
