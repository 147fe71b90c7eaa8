"""The buttons about an object's meters, tariffs and months of use."""

from bot.callbacks import Callback, Id, MaybeId, Small
from domain.ledger.entry import Article
from handlers.utilities.callbacks import OpenObjectMonth as OpenObjectMonth  # noqa: PLC0414  (a bill leads back there)


class OpenMeter(Callback, prefix="kmt"):
    """One meter's card."""

    meter: Id
    new: bool = False


class AddMeter(Callback, prefix="kma"):
    """Add a meter to an object."""

    premises: Id


class AddUsualMeters(Callback, prefix="kmu"):
    """Add electricity, hot and cold water at once."""

    premises: Id


class EditMeter(Callback, prefix="kmd"):
    """Change a field of a meter as it was at this version; without a field, choose one."""

    meter: Id
    version: Small
    field: str = ""


class MeterOf(Callback, prefix="kmw"):
    """Say whose use the meter counts: a lease's alone, or (0) everybody's."""

    meter: Id
    version: Small
    lease: MaybeId


class ReplaceMeter(Callback, prefix="kmr"):
    """Put a new meter in the place of an old one."""

    meter: Id
    new: bool = False


class ArchiveMeter(Callback, prefix="kmx"):
    """Take a meter out of use; asks first unless it is sure."""

    meter: Id
    sure: bool = False


class EnterReading(Callback, prefix="kre"):
    """Enter what a meter showed, for a month (202611; 0: the present one)."""

    meter: Id
    month: Small = 0
    new: bool = False


class EnterFinal(Callback, prefix="krf"):
    """Enter what a meter showed at the end of a lease."""

    meter: Id
    lease: Id


class MeterPhoto(Callback, prefix="kph"):
    """The photo of a reading."""

    meter: Id
    reading: Id


class ChangeReadingDays(Callback, prefix="kmy"):
    """Say on which days of the month readings are taken."""

    premises: Id


class AddTariff(Callback, prefix="ktd"):
    """Say what a utility costs, asked which one first."""

    premises: Id


class SetTariff(Callback, prefix="kts"):
    """Say what this utility costs from a month on."""

    premises: Id
    article: Article


class OpenTariff(Callback, prefix="kto"):
    """What this utility costs, now and before."""

    premises: Id
    article: Article


class EndTariff(Callback, prefix="kte"):
    """Bill this utility no longer; asks first unless it is sure."""

    premises: Id
    article: Article
    sure: bool = False


class CopyTariffs(Callback, prefix="ktc"):
    """Choose which other objects have the same tariffs."""

    premises: Id
    page: Small = 0


class CopyTariffsTo(Callback, prefix="ktt"):
    """Give the tariffs to one other object, or (0) to all."""

    premises: Id
    target: MaybeId


class BillByAverage(Callback, prefix="kub"):
    """Bill the month with averages where readings are missing."""

    premises: Id
    month: Small
    new: bool = False


class BillAsItIs(Callback, prefix="kuw"):
    """Bill the month without the readings that are missing; asks first unless it is sure."""

    premises: Id
    month: Small
    sure: bool = False


class CountAnew(Callback, prefix="kua"):
    """Bill the month by the tariffs as they are now; asks first unless it is sure."""

    premises: Id
    month: Small
    sure: bool = False


class YearSheet(Callback, prefix="kux"):
    """A year of an object's utility bills as a workbook."""

    premises: Id
    year: Small
