"""The buttons about an object's meters, tariffs and months of use."""

from bot.callbacks import ABSTRACT, Callback, Id, MaybeId, OfPremises, Small
from domain.ledger.entry import Article
from handlers.utilities.callbacks import OpenObjectMonth as OpenObjectMonth  # noqa: PLC0414  (a bill leads back there)


class OfMeter(Callback, prefix=ABSTRACT):
    """The buttons of one meter."""

    meter: Id


class OpenMeter(OfMeter, prefix="kmt"):
    """One meter's card."""

    new: bool = False


class AddMeter(OfPremises, prefix="kma"):
    """Add a meter to an object."""


class AddUsualMeters(OfPremises, prefix="kmu"):
    """Add electricity, hot and cold water at once."""


class EditMeter(OfMeter, prefix="kmd"):
    """Change a field of a meter as it was at this version; without a field, choose one."""

    version: Small
    field: str = ""


class MeterOf(OfMeter, prefix="kmw"):
    """Say whose use the meter counts: a lease's alone, or (0) everybody's."""

    version: Small
    lease: MaybeId


class ReplaceMeter(OfMeter, prefix="kmr"):
    """Put a new meter in the place of an old one."""

    new: bool = False


class ArchiveMeter(OfMeter, prefix="kmx"):
    """Take a meter out of use; asks first unless it is sure."""

    sure: bool = False


class EnterReading(OfMeter, prefix="kre"):
    """Enter what a meter showed, for a month (202611; 0: the present one)."""

    month: Small = 0
    new: bool = False


class EnterFinal(OfMeter, prefix="krf"):
    """Enter what a meter showed at the end of a lease."""

    lease: Id


class MeterPhoto(OfMeter, prefix="kph"):
    """The photo of a reading."""

    reading: Id


class ChangeReadingDays(OfPremises, prefix="kmy"):
    """Say on which days of the month readings are taken."""


class AddTariff(OfPremises, prefix="ktd"):
    """Say what a utility costs, asked which one first."""


class SetTariff(OfPremises, prefix="kts"):
    """Say what this utility costs from a month on."""

    article: Article


class OpenTariff(OfPremises, prefix="kto"):
    """What this utility costs, now and before."""

    article: Article


class EndTariff(OfPremises, prefix="kte"):
    """Bill this utility no longer; asks first unless it is sure."""

    article: Article
    sure: bool = False


class CopyTariffs(OfPremises, prefix="ktc"):
    """Choose which other objects have the same tariffs."""

    page: Small = 0


class CopyTariffsTo(OfPremises, prefix="ktt"):
    """Give the tariffs to one other object, or (0) to all."""

    target: MaybeId


class BillByAverage(OfPremises, prefix="kub"):
    """Bill the month with averages where readings are missing."""

    month: Small
    new: bool = False


class BillAsItIs(OfPremises, prefix="kuw"):
    """Bill the month without the readings that are missing; asks first unless it is sure."""

    month: Small
    sure: bool = False


class CountAnew(OfPremises, prefix="kua"):
    """Bill the month by the tariffs as they are now; asks first unless it is sure."""

    month: Small
    sure: bool = False


class YearSheet(OfPremises, prefix="kux"):
    """A year of an object's utility bills as a workbook."""

    year: Small
