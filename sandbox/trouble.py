"""Trouble to order: refusals, broken answers, lost answers and slowness for chosen calls."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sandbox.wire import Answer, answer_refused


class Kind(StrEnum):
    """What goes wrong."""

    REFUSED = "refused"  # Telegram answers with an error; nothing is done
    SERVER_ERROR = "server_error"  # a gateway answers with HTML; nothing is done
    NO_ANSWER = "no_answer"  # silence until the caller gives up; nothing is done
    ANSWER_LOST = "answer_lost"  # it is done, then the connection drops
    TRUNCATED = "truncated"  # it is done, and half of the JSON arrives
    SLOW = "slow"  # it is done, later


@dataclass
class Fault:
    """Trouble for calls of `method` (`*`: any but getUpdates), from the nth, for so many times."""

    kind: Kind
    method: str = "*"
    nth: int = 1
    times: int = 1
    chat_id: int | None = None
    status: int = 0
    description: str = ""
    retry_after: int = 0
    seconds: float = 0.0

    def concerns(self, method: str, params: Mapping[str, Any]) -> bool:
        """Whether this call is of the kind the fault waits for."""
        is_poll = method.lower() == "getupdates"
        named = not is_poll if self.method == "*" else method.lower() == self.method.lower()
        return named and (self.chat_id is None or str(params.get("chat_id")) == str(self.chat_id))

    def answer(self) -> Answer:
        """What the caller gets instead of Telegram's own answer."""
        if self.kind is Kind.SERVER_ERROR:
            page = f"<html><head><title>{self.status}</title></head><body>nginx</body></html>"
            return Answer(self.status, page.encode(), {"Content-Type": "text/html"})
        if self.retry_after:
            words = self.description or f"Too Many Requests: retry after {self.retry_after}"
            return answer_refused(self.status, words, {"retry_after": self.retry_after})
        return answer_refused(self.status, self.description)


class Trouble:
    """The faults that are still to come; each method adds one and returns it."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def add(self, fault: Fault) -> Fault:
        """Adds a fault as it is."""
        self.faults.append(fault)
        return fault

    def too_many_requests(
        self,
        method: str = "*",
        *,
        retry_after: int = 5,
        nth: int = 1,
        times: int = 1,
        chat_id: int | None = None,
    ) -> Fault:
        """429 with `retry_after` seconds."""
        return self.add(Fault(Kind.REFUSED, method, nth, times, chat_id, 429, retry_after=retry_after))

    def refuses(
        self,
        method: str = "*",
        *,
        status: int = 400,
        description: str = "Bad Request: injected",
        nth: int = 1,
        times: int = 1,
        chat_id: int | None = None,
    ) -> Fault:
        """Any refusal in any words."""
        return self.add(Fault(Kind.REFUSED, method, nth, times, chat_id, status, description))

    def server_error(self, method: str = "*", *, status: int = 502, nth: int = 1, times: int = 1) -> Fault:
        """500 or 502 with an HTML page."""
        return self.add(Fault(Kind.SERVER_ERROR, method, nth, times, status=status))

    def no_answer(self, method: str = "*", *, seconds: float = 90, nth: int = 1, times: int = 1) -> Fault:
        """Silence before anything was done: at once a time-out in process, `seconds` of waiting over HTTP."""
        return self.add(Fault(Kind.NO_ANSWER, method, nth, times, seconds=seconds))

    def loses_answer(self, method: str = "*", *, nth: int = 1, times: int = 1) -> Fault:
        """The call takes effect and the connection drops before its answer."""
        return self.add(Fault(Kind.ANSWER_LOST, method, nth, times))

    def truncates(self, method: str = "*", *, nth: int = 1, times: int = 1) -> Fault:
        """The call takes effect and its JSON arrives cut in half."""
        return self.add(Fault(Kind.TRUNCATED, method, nth, times))

    def slow(self, seconds: float, method: str = "*", *, nth: int = 1, times: int = 1_000_000) -> Fault:
        """The call takes effect after so many seconds of real time."""
        return self.add(Fault(Kind.SLOW, method, nth, times, seconds=seconds))

    def clear(self, kind: str | None = None) -> None:
        """All is well again, or trouble of this kind is over."""
        self.faults = [fault for fault in self.faults if kind is not None and fault.kind != kind]

    def strike(self, method: str, params: Mapping[str, Any]) -> Fault | None:
        """Counts a call and returns the fault that hits it, if any."""
        for fault in self.faults:
            if not fault.concerns(method, params):
                continue
            if fault.nth > 1:
                fault.nth -= 1
                continue
            fault.times -= 1
            if fault.times <= 0:
                self.faults.remove(fault)
            return fault
        return None
