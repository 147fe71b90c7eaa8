"""What is said when a lead or a property goes to the archive or comes back: what becomes of the talks about it."""

from markupsafe import Markup

from bot.forms.model import Context
from bot.localization import Localizer, lines


def closes_talks(t: Localizer) -> Markup:
    """What follows from putting it away."""
    return t("Colleagues will not see it any more, and talks that are open about it will be closed.")


async def active_again(ctx: Context, _press: object, reopened: int) -> Markup:
    """`reopened` talks had been closed by the archive and go on now; what was turned down stays so."""
    t = ctx.t
    if not reopened:
        return t("Active again.")
    talks = t.n(
        "{count} talk that the archive had closed goes on.",
        "{count} talks that the archive had closed go on.",
        reopened,
    )
    return lines(t("Active again."), talks)
