"""Photos and documents between Telegram and our own folder."""
