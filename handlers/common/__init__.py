"""What everybody can do: start, the menu, help, settings, language, cancel, privacy, who am I, notifications."""

from domain.people.grant import PUSH_KIND
from domain.people.pin import forget_pin
from handlers import Conversation
from handlers.common import (
    about_renting,
    blocking,
    cancel,
    change_birth_date,
    change_country,
    change_names,
    change_phone,
    change_profile,
    currency,
    digest_hour,
    edited,
    enter_pin,
    erase,
    fallback,
    forgot_pin,
    help,  # noqa: A004  (named after the command)
    home_city,
    introduce_landlord,
    introduce_realtor,
    join,
    language,
    me,
    more_roles,
    notifications,
    pin_settings,
    privacy,
    pushes,
    quiet_hours,
    role_changed,
    settings,
    start,
    switch_role,
    take_up_role,
    tell_news,
    time_zone,
    waiting,
)


def commands(told: Conversation) -> None:
    """Hand in what is asked first: commands work in the middle of everything."""
    told.routers += [
        start.router,
        cancel.router,
        help.router,
        me.router,
        settings.router,
        language.router,
        privacy.router,
        notifications.router,
        take_up_role.router,
        about_renting.router,
        more_roles.router,
        join.router,
        switch_role.router,
        change_phone.router,
        change_profile.router,
        change_names.router,
        change_birth_date.router,
        change_country.router,
        time_zone.router,
        currency.router,
        home_city.router,
        pushes.router,
        quiet_hours.router,
        digest_hour.router,
        erase.router,
        pin_settings.router,
        enter_pin.router,
        forgot_pin.router,
        blocking.router,
        edited.router,
        waiting.router,
    ]
    told.forms.add(introduce_realtor.FORM)
    told.forms.add(introduce_landlord.FORM)
    told.forms.add(change_profile.EMAIL)
    told.forms.add(change_profile.AGENCY)
    told.forms.add(change_names.FORM)
    told.forms.add(change_birth_date.FORM)
    told.forms.add(change_country.FORM)
    told.forms.add(language.FORM)
    told.forms.add(currency.FORM)
    told.forms.add(time_zone.FORM)
    told.forms.add(home_city.FORM)
    told.forms.add(quiet_hours.FORM)
    told.forms.add(digest_hour.FORM)
    told.links.add(join.BEGINNING, join.follow)
    told.renderers["notification"] = tell_news.render_notification(told.notices)
    told.renderers["digest"] = tell_news.render_digest(told.notices)
    told.renderers[PUSH_KIND] = role_changed.role_changed
    told.renderers[forget_pin.PUSH_KIND] = forgot_pin.render


def of_other_roles(told: Conversation) -> None:
    """Hand in what is asked before any role: a message that is plainly another role's than the one in front."""
    told.routers.append(waiting.elsewhere)


def unknown_commands(told: Conversation) -> None:
    """Hand in what is asked before a form's question: a command that is not there is no answer to it."""
    told.routers.append(fallback.unknown_commands)


def fallbacks(told: Conversation) -> None:
    """Hand in what is asked last: whatever nobody understood still gets an answer."""
    told.routers += [change_phone.unasked, fallback.router]
