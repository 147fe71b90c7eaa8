"""The days and the part of a new lease are looked up among the object's other leases as soon as they are said."""

from bot.forms.model import CompletedForm, Context
from domain.estate.leases.must_be_free import check_term
from domain.estate.objects.premises import PremisesId
from handlers.manager.leases.letting import Letting


async def term_is_free(filled: CompletedForm[Letting], ctx: Context) -> None:
    """Refuse what is let already; of a lease that is being changed, saving it does so at the same question."""
    draft, premises = filled.draft, filled.context.get("premises")
    if premises is None or draft.starts_on is None:
        return
    has_end = draft.ends_on is not None or draft.end_said
    await check_term(
        ctx.work,
        ctx.me,
        PremisesId(premises),
        draft.starts_on,
        draft.ends_on if has_end else draft.starts_on,
        area=draft.area,
        may_be_part=not draft.area_said,
    )
