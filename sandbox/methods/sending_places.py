"""Contacts, places on the map, and the line "typing..." above the chat."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.methods.sending import deliver
from sandbox.parameters import Parameters
from sandbox.refusals import bad_request
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

ACTION_LASTS = timedelta(seconds=5)
_ACTIONS = {
    "typing",
    "upload_photo",
    "record_video",
    "upload_video",
    "record_voice",
    "upload_voice",
    "upload_document",
    "choose_sticker",
    "find_location",
    "record_video_note",
    "upload_video_note",
}


def send_contact(telegram: "Telegram", parameters: Parameters) -> Json:
    """A contact card."""
    contact: Json = {name: parameters.text(name) for name in ("phone_number", "first_name")}
    if not contact["phone_number"]:
        raise bad_request("phone_number is empty")
    if not contact["first_name"]:
        raise bad_request("first_name is empty")
    for name in ("last_name", "vcard"):
        if value := parameters.text(name):
            contact[name] = value
    digits = "".join(filter(str.isdigit, contact["phone_number"]))
    known = next((user for user in telegram.users.values() if user.phone.lstrip("+") == digits), None)
    if known is not None:
        contact["user_id"] = known.id
    return deliver(telegram, parameters, {"contact": contact}).as_json()


def _place(parameters: Parameters) -> Json:
    latitude, longitude = parameters.number("latitude"), parameters.number("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong latitude specified" if abs(latitude) > 90 else "wrong longitude specified")
    return {"latitude": latitude, "longitude": longitude}


def send_location(telegram: "Telegram", parameters: Parameters) -> Json:
    """A point on the map."""
    return deliver(telegram, parameters, {"location": _place(parameters)}).as_json()


def send_venue(telegram: "Telegram", parameters: Parameters) -> Json:
    """A point on the map with a name and an address."""
    place = _place(parameters)
    venue: Json = {
        "location": place,
        "title": parameters.text("title"),
        "address": parameters.text("address"),
    }
    if not venue["title"]:
        raise bad_request("title is empty")
    if not venue["address"]:
        raise bad_request("address is empty")
    return deliver(telegram, parameters, {"venue": venue, "location": place}).as_json()


def send_chat_action(telegram: "Telegram", parameters: Parameters) -> bool:
    """Shows what the bot is doing for 5 seconds or until its next message."""
    action = parameters.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = telegram.chat_of(parameters)
    telegram.check_may_write(chat)
    chat.action = action
    chat.action_until = telegram.now() + ACTION_LASTS
    telegram.changed()
    return True


METHODS = {
    "sendContact": send_contact,
    "sendLocation": send_location,
    "sendVenue": send_venue,
    "sendChatAction": send_chat_action,
}
