"""What is said when a lead or a property comes back from the archive: that it is active, and which talks go on."""

from markupsafe import Markup

from bot.localization import Localizer, lines


def active_again(t: Localizer, reopened: int) -> Markup:
    """`reopened` talks had been closed by the archive and go on now; what was turned down stays so."""
    if not reopened:
        return t("Active again.")
    talks = t.n(
        "{count} talk that the archive had closed goes on.",
        "{count} talks that the archive had closed go on.",
        reopened,
    )
    return lines(t("Active again."), talks)
