"""What the product does, in the words of its field, free of Telegram and of the database."""
