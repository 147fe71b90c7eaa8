"""What needs doing today, in lines and buttons, for the home of whoever keeps objects."""

from markupsafe import Markup

from bot.localization import Localizer
from bot.screen import Button, Row, pairs
from domain.estate.day.today import Today
from domain.money import Money
from handlers.manager.callbacks import EndingLeases, MissingReadings, OverdueList, PeopleList, ReportsList


def today_lines(t: Localizer, now: Today) -> list[Markup]:
    """A line for each thing that needs doing; one that says so if nothing does."""
    if now.is_quiet:
        return [t("Nothing needs doing today.")]
    said = []
    if now.overdue:
        late = t.n("Overdue for {count} lease", "Overdue for {count} leases", now.overdue)
        said.append(t("{what}: {sum}", what=late, sum=money_list(t, now.overdue_sums)))
    if now.reports:
        said.append(t.n("{count} payment to confirm", "{count} payments to confirm", now.reports))
    if now.readings:
        said.append(t.n("{count} object lacks readings", "{count} objects lack readings", now.readings))
    if now.ending:
        said.append(t.n("{count} lease ends within 60 days", "{count} leases end within 60 days", now.ending))
    if now.letters:
        said.append(t.n("{count} message waits for an answer", "{count} messages wait for an answer", now.letters))
    if now.invitations:
        said.append(t.n("{count} client has not joined yet", "{count} clients have not joined yet", now.invitations))
    return [Markup("• ") + one for one in said]


def today_buttons(t: Localizer, now: Today) -> list[Row]:
    """A button for each of them that leads to the list, two in a row; messages have theirs on the home at all times."""
    buttons = [
        (now.overdue, t("⏰ Overdue: {count}", count=now.overdue), OverdueList()),
        (now.reports, t("💳 To confirm: {count}", count=now.reports), ReportsList()),
        (now.readings, t("📟 Readings: {count}", count=now.readings), MissingReadings()),
        (now.ending, t("📄 Ending: {count}", count=now.ending), EndingLeases()),
        (now.invitations, t("⏳ Not joined: {count}", count=now.invitations), PeopleList(kind="invited")),
    ]
    return pairs([Button(label, press) for count, label, press in buttons if count])


def money_list(t: Localizer, amounts: tuple[Money, ...]) -> Markup:
    """Sums in several currencies, one after the other."""
    return Markup(", ").join(t.money(one) for one in amounts)
