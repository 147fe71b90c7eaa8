"""A manager's day: what is overdue, what ends, who is to be reminded, and the figures of the present month."""
