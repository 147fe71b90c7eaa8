"""The PIN: the keypad, and the middleware that asks for it."""
