"""How updates reach the bot: getUpdates or a webhook, one or the other."""

import re
from typing import TYPE_CHECKING

from sandbox.parameters import Parameters
from sandbox.refusals import WEBHOOK_IS_ACTIVE, bad_request, conflict
from sandbox.webhook import Webhook
from sandbox.wire import Json

if TYPE_CHECKING:
    from sandbox.telegram import Telegram

LONGEST_POLL = 50  # seconds


async def get_updates(telegram: "Telegram", parameters: Parameters) -> list[Json]:
    """Updates from `offset` on; the ones before it are confirmed and forgotten."""
    if telegram.webhook is not None:
        raise conflict(WEBHOOK_IS_ACTIVE)
    telegram.updates.allow(parameters.structure("allowed_updates", "allowed updates"))
    return await telegram.updates.poll(
        parameters.integer("offset"),
        parameters.integer("limit", 100) or 100,
        min(parameters.integer("timeout"), LONGEST_POLL),
    )


async def set_webhook(telegram: "Telegram", parameters: Parameters) -> bool:
    """Delivers by POST from now on; an empty address ends it."""
    url = parameters.text("url")
    if not url:
        return await delete_webhook(telegram, parameters)
    secret = parameters.text("secret_token")
    if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
        raise bad_request("secret token contains unallowed characters")
    if not url.startswith(("http://", "https://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    await telegram.close()
    telegram.updates.allow(parameters.structure("allowed_updates", "allowed updates"))
    if parameters.flag("drop_pending_updates"):
        telegram.updates.clear()

    async def perform(method: str, call: Json) -> None:
        await telegram.call(telegram.token, method, call)

    telegram.webhook = Webhook(url, secret, telegram.updates, perform, telegram.webhook_pause)
    telegram.webhook.start()
    return True


async def delete_webhook(telegram: "Telegram", parameters: Parameters) -> bool:
    """Back to getUpdates; what was not delivered waits for it."""
    await telegram.close()
    if parameters.flag("drop_pending_updates"):
        telegram.updates.clear()
    return True


def get_webhook_info(telegram: "Telegram", parameters: Parameters) -> Json:  # noqa: ARG001 - one signature for all
    """Where updates go and how many wait."""
    hook = telegram.webhook
    info: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(telegram.updates.pending()),
    }
    if telegram.updates.allowed:
        info["allowed_updates"] = telegram.updates.allowed
    if hook and hook.last_error:
        info |= {"last_error_date": int(telegram.now().timestamp()), "last_error_message": hook.last_error}
    return info


METHODS = {
    "getUpdates": get_updates,
    "setWebhook": set_webhook,
    "deleteWebhook": delete_webhook,
    "getWebhookInfo": get_webhook_info,
}
