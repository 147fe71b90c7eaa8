"""What a chat is in the middle of: aiogram's FSM, read once before an update and written once after it.

What is handed out and taken in is copied whole: a list or a mapping inside that is changed in place changes nothing
until it is set again, and is then seen to differ from what was there before.
"""

import copy
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from domain.delivery import ChatState, lane_of


class FsmStorage(BaseStorage):
    """FSM storage over the conversations that are open while their lane is claimed; no database here."""

    def __init__(self) -> None:
        self._open: dict[str, ChatState] = {}

    def begin(self, lane: str, conversation: ChatState) -> None:
        """Make a lane's conversation available to handlers."""
        self._open[lane] = conversation

    def end(self, lane: str) -> ChatState | None:
        """Take the conversation back, as the handlers have left it."""
        return self._open.pop(lane, None)

    def _of(self, key: StorageKey) -> ChatState:
        return self._open.get(lane_of(key.chat_id), ChatState(None, {}))

    def _put(self, key: StorageKey, conversation: ChatState) -> None:
        lane = lane_of(key.chat_id)
        if lane in self._open:
            self._open[lane] = conversation

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """Change the state's name."""
        name = state.state if isinstance(state, State) else state
        self._put(key, ChatState(name, self._of(key).data))

    async def get_state(self, key: StorageKey) -> str | None:
        """The state's name."""
        return self._of(key).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """Change the data."""
        self._put(key, ChatState(self._of(key).state, copy.deepcopy(dict(data))))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """The data."""
        return copy.deepcopy(self._of(key).data)

    async def close(self) -> None:
        """Nothing to close: the database is somebody else's."""
