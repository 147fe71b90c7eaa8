"""A call's parameters, read alike whether they came as form strings, a JSON body or a query string."""

import json
from collections.abc import Mapping
from typing import Any

from sandbox.refusals import bad_request
from sandbox.wire import UploadedFile

_YES = {"true", "yes", "1"}


class Parameters:
    """Named values of one call with the files attached to it."""

    def __init__(self, values: Mapping[str, Any], files: Mapping[str, UploadedFile]) -> None:
        self.values = {name: value for name, value in values.items() if value is not None}
        self.files = files

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str, default: str = "") -> str:
        """A string; numbers are taken as they would be written."""
        value = self.values.get(name, default)
        written = value if isinstance(value, str) else json.dumps(value)
        try:
            written.encode()
        except UnicodeEncodeError as error:
            raise bad_request("strings must be encoded in UTF-8") from error
        return written

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; what is not one counts as 0, as the real API has it."""
        value = self.values.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            return 0

    def number(self, name: str) -> float:
        """A number that may have a fraction; `Bad Request` if it is missing or is none."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            raise bad_request(f"{name} is empty" if name not in self else f"{name} is invalid") from None

    def flag(self, name: str) -> bool:
        """Yes or no; missing is no."""
        value = self.values.get(name, False)
        return value is True or str(value).lower() in _YES

    def structure(self, name: str, what: str) -> Any:
        """An object or a list, given as JSON or as a string of JSON; None if missing or empty.

        `what` names it in the refusal: "can't parse reply keyboard markup JSON object".
        """
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None
