"""How this bot speaks Telegram; it knows aiogram and no role."""
