"""Telegram's refusals, with the codes and the wording of the real Bot API."""

from sandbox.wire import Json


class RefusalError(Exception):
    """Telegram refuses a call; becomes `{"ok": false, ...}`."""

    def __init__(self, status: int, description: str, parameters: Json | None = None) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


def bad_request(reason: str) -> RefusalError:
    """400 with `Bad Request: ` before the reason."""
    return RefusalError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> RefusalError:
    """403 with `Forbidden: ` before the reason."""
    return RefusalError(403, f"Forbidden: {reason}")


def conflict(reason: str) -> RefusalError:
    """409 with `Conflict: ` before the reason."""
    return RefusalError(409, f"Conflict: {reason}")


def too_many_requests(retry_after: int) -> RefusalError:
    """429; `retry_after` is in seconds."""
    return RefusalError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def cannot_parse(reason: str) -> RefusalError:
    """The text's markup cannot be read."""
    return bad_request(f"can't parse entities: {reason}")


NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_IS_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
