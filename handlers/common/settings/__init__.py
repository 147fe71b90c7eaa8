"""How the bot speaks to somebody and when: language, zone, currency, city, quiet hours, pushes."""
