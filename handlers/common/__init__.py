"""What everybody can do: start, the menu, help, settings, language, cancel, privacy, who am I, notifications."""

from domain.people.grant import PUSH_KIND
from domain.people.pin import forget_pin
from handlers import Registry
from handlers.common import blocking, cancel, fallback, inbox, push_notifications, show_help, waiting, yes_or_no
from handlers.common.pin import enter_pin, forgot_pin, pin_settings
from handlers.common.privacy import erase, show_privacy
from handlers.common.profile import change_birth_date, change_country, change_names, change_phone, change_profile, me
from handlers.common.roles import (
    about_renting,
    introduce_landlord,
    introduce_realtor,
    join,
    start,
    switch_role,
    take_up_role,
)
from handlers.common.settings import (
    currency,
    digest_hour,
    home_city,
    language,
    pushes,
    quiet_hours,
    show_settings,
    time_zone,
)


def commands(registry: Registry) -> None:
    """Hand in what is asked first: commands work in the middle of everything."""
    registry.include(
        start,
        cancel,
        show_help,
        me,
        show_settings,
        language,
        show_privacy,
        inbox,
        take_up_role,
        about_renting,
        join,
        switch_role,
        change_phone,
        change_profile,
        change_names,
        change_birth_date,
        change_country,
        time_zone,
        currency,
        home_city,
        pushes,
        quiet_hours,
        digest_hour,
        erase,
        pin_settings,
        enter_pin,
        forgot_pin,
        blocking,
        waiting,
        yes_or_no,
    )
    registry.include(introduce_realtor, introduce_landlord)
    registry.links.add(join.BEGINNING, join.follow)
    registry.renderers["notification"] = push_notifications.render_notification(registry.notification_views)
    registry.renderers["digest"] = push_notifications.render_digest(registry.notification_views)
    registry.renderers[PUSH_KIND] = switch_role.role_changed
    registry.renderers[forget_pin.PUSH_KIND] = forgot_pin.render


def of_other_roles(registry: Registry) -> None:
    """Hand in what is asked before any role: a message that is plainly another role's than the one in front."""
    registry.routers.append(waiting.elsewhere)


def unknown_commands(registry: Registry) -> None:
    """Hand in what is asked before a form's question: a command that is not there is no answer to it."""
    registry.routers.append(fallback.unknown_commands)


def fallbacks(registry: Registry) -> None:
    """Hand in what is asked last: whatever nobody understood still gets an answer."""
    registry.routers += [change_phone.unasked, fallback.router]
