"""What is behind a button, to be sent again when the button is old."""

from tests.support.somebody import Somebody


def data_of(somebody: Somebody, label: str) -> str:
    """The callback data of a button on the latest screen."""
    key = somebody.person.screen.find_button(label)
    assert key is not None, f"no button {label!r}:\n{somebody.screen}"
    return str(key["callback_data"])
