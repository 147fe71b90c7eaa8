"""What is kept with a conversation changes by being set and in no other way."""

import json

from aiogram.fsm.context import FSMContext
from aiogram.fsm.storage.base import StorageKey

from bot.forms.model import FormProgress
from bot.forms.state import keep, read
from bot.telegram.fsm_storage import FsmStorage
from domain.delivery import ChatState, lane_of
from handlers import build_registry


async def test_the_context_of_a_form_changed_alone_is_a_change_once_it_is_kept_and_only_then() -> None:
    forms = {form.name: form for form in build_registry().forms}
    conversations = FsmStorage()
    state = FSMContext(conversations, StorageKey(bot_id=1, chat_id=5, user_id=5))
    lane = lane_of(5)
    conversations.begin(lane, ChatState(None, {}))
    form = forms["property"]
    doubts = {"unsure": {"price": ["8500"], "area": ["54"]}}
    await keep(FormProgress(form, form.draft(), "nonce", "", doubts, reviewed=True), state)
    doubts["unsure"]["price"].append("changed after it was kept")
    before = conversations.end(lane)
    assert before is not None
    written = json.dumps(before.data)

    conversations.begin(lane, before)
    progress = read(forms, (await state.get_data())["filling"])
    assert progress is not None
    assert progress.context == {"unsure": {"price": ["8500"], "area": ["54"]}}
    progress.context["unsure"].pop("price")
    assert json.dumps(await state.get_data()) == written
    await keep(progress, state)
    after = conversations.end(lane)
    assert after is not None
    assert json.dumps(before.data) == written
    assert after.data["filling"]["context"] == {"unsure": {"area": ["54"]}}
