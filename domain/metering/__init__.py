"""What is used, by whom, and what it costs: meters and their readings, tariffs, and the utility bill of a month."""
