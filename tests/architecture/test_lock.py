"""What is personal stands behind the lock: only a few conversations that everybody has answer without the PIN."""

from handlers import build_registry

WITHOUT_PIN = {
    "cancel", "fallback", "help", "language", "privacy", "pushes", "settings", "start", "switch_role",
    "unknown_commands",  # what shows nothing of anybody's
    "enter_pin", "forgot_pin", "pin_settings",  # the lock's own
    "checkout",  # what has been paid, as Telegram tells it
    "yes_or_no",  # it presses the button that the words mean, which is behind the lock
    "letters_ahead",  # it ends writing a letter and shows nothing; the button that was pressed is behind the lock
}  # fmt: skip
"""Routers with handlers that are open while the lock is shut."""


def test_only_these_answer_without_the_pin() -> None:
    open_ones = {
        router.name
        for router in build_registry().routers
        for name in ("message", "callback_query")
        for handler in router.observers[name].handlers
        if handler.flags.get("open_without_pin")
    }
    assert open_ones == WITHOUT_PIN
