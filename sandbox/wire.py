"""What passes between a bot and Telegram: uploaded files, answers, and how an answer fails to come."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True)
class UploadedFile:
    """A file that came with a call: its bytes and the name its sender gave it."""

    content: bytes
    filename: str = "file"
    content_type: str = "application/octet-stream"


@dataclass(frozen=True)
class Answer:
    """What HTTP would carry back: status, body as bytes, headers."""

    status: int
    content: bytes
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})

    @property
    def body(self) -> Json:
        """The body read as JSON; `ValueError` if trouble has broken it."""
        parsed: Json = json.loads(self.content)
        return parsed

    @property
    def ok(self) -> bool:
        """Whether Telegram did what it was asked."""
        return bool(self.body["ok"])

    @property
    def result(self) -> Any:
        """The `result` of a call that succeeded."""
        return self.body["result"]

    @property
    def description(self) -> str:
        """Telegram's words of refusal; empty for a success."""
        return str(self.body.get("description", ""))


def answer_ok(result: Any) -> Answer:
    """The answer to a call that succeeded."""
    return Answer(200, json.dumps({"ok": True, "result": result}).encode())


def answer_refused(status: int, description: str, parameters: Json | None = None) -> Answer:
    """The answer to a call that Telegram refuses."""
    body: Json = {"ok": False, "error_code": status, "description": description}
    if parameters:
        body["parameters"] = parameters
    return Answer(status, json.dumps(body).encode())


class NoAnswerError(Exception):
    """The caller waits in vain: nothing comes back, and nothing was done."""


class AnswerLostError(Exception):
    """Telegram did what it was asked, and the connection dropped before the answer arrived."""
