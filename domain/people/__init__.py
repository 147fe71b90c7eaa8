"""People: who is talking to the bot, what they may do, and how they want to be spoken to."""
