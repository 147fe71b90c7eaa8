"""What a person sees, as JSON for the chat page and for scripts in another process."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from sandbox.chats import CallbackQuery
from sandbox.person import Person
from sandbox.shown import Shown
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import ApiCall


def view_of_person(person: Person) -> Json:
    """Who they are, and how much they have not read: a line in the list of chats."""
    heard = person.heard
    return {
        "id": person.id,
        "first_name": person.user.first_name,
        "last_name": person.user.last_name,
        "username": person.user.username,
        "language_code": person.user.language_code,
        "phone": person.user.phone,
        "role": person.role,
        "story": person.story,
        "is_started": person.chat.is_started,
        "is_blocked": person.chat.is_blocked,
        "is_deactivated": person.user.is_deactivated,
        "unread": len(person.unread),
        "last": {"kind": heard[-1].kind, "text": heard[-1].text[:80], "date": heard[-1].date.isoformat()}
        if heard
        else None,
    }


def view_of_chat(person: Person) -> Json:
    """Everything on their screen."""
    spinning, reached, asking = person.spinning, person.reached, person.asked_to_reply
    profile, language = person.telegram.profile, person.user.language_code
    return view_of_person(person) | {
        "version": person.telegram.version,
        "now": person.telegram.now().isoformat(),
        "bot": {
            "name": profile.names.get(language) or profile.names.get("") or person.telegram.bot.first_name,
            "username": person.telegram.bot.username,
            "about": profile.descriptions.get(language) or profile.descriptions.get("", ""),
        },
        "messages": [view_of_message(shown, spinning) | {"is_read": shown.id in reached} for shown in person.messages],
        "keyboard": person.chat.keyboard,
        "asked_to_reply": asking.id if asking else None,
        "commands": person.commands,
        "action": person.action,
        "pinned": [shown.id for shown in person.pinned],
        "toasts": [{"text": toast.text, "is_alert": toast.is_alert} for toast in person.toasts],
        "spinning": [view_of_press(query) for query in spinning],
    }


def view_of_message(shown: Shown, spinning: list[CallbackQuery]) -> Json:
    """One message; its buttons know whether they spin."""
    busy = {query.data for query in spinning if query.message is shown.message}
    origin = shown.message.forward_origin or {}
    replied = shown.reply_to
    return {
        "id": shown.id,
        "is_from_bot": shown.is_from_bot,
        "kind": shown.kind,
        "text": shown.text,
        "html": shown.html,
        "entities": shown.entities,
        "buttons": [[_key(shown, key, busy) for key in row] for row in shown.keys],
        "file": _file(shown),
        "contact": shown.contact,
        "location": shown.location,
        "venue": shown.venue,
        "invoice": shown.invoice,
        "payment": shown.message.content.get("successful_payment"),
        "album": shown.album,
        "is_edited": shown.is_edited,
        "is_pinned": shown.is_pinned,
        "reactions": shown.reactions,
        "reply_to": _replied(replied) if replied else None,
        "forwarded_from": _origin_name(origin),
        "date": shown.date.isoformat(),
    }


def _key(shown: Shown, key: Json, busy: set[str]) -> Json:
    paid = {"is_paid": shown.message.is_paid} if key.get("pay") else {}
    return {**key, "is_spinning": key.get("callback_data") in busy, **paid}


def _replied(shown: Shown) -> Json:
    return {"id": shown.id, "text": shown.text[:80], "kind": shown.kind, "is_from_bot": shown.is_from_bot}


def _file(shown: Shown) -> Json | None:
    file = shown.message.file
    if file is None:
        return None
    return {
        "url": f"/sandbox/file/{quote(file.file_id)}",
        "name": file.name,
        "size": len(file.content),
        "width": file.width,
        "height": file.height,
    }


def _origin_name(origin: Json) -> str:
    account = origin.get("sender_user", {})
    return str(origin.get("chat", {}).get("title") or origin.get("sender_user_name") or account.get("first_name", ""))


def view_of_press(query: CallbackQuery) -> Json:
    """A press of a button and what came of it."""
    return {
        "id": query.id,
        "data": query.data,
        "message": query.message.message_id if query.message else None,
        "is_answered": query.answered_at is not None,
        "toast": query.toast,
        "is_alert": query.is_alert,
        "url": query.url,
    }


def view_of_call(call: "ApiCall", number: int) -> Json:
    """A line of the log of the bot's calls; they are counted from 1."""
    return {
        "number": number,
        "time": call.time.isoformat(),
        "method": call.method,
        "params": call.params,
        "files": call.files,
        "status": call.status,
        "result": call.result,
        "description": call.description,
        "trouble": call.trouble,
        "seconds": round(call.seconds, 4),
    }
