"""The bot's side of Telegram: updates in through the inbox, messages out through the outbox, each once."""
