"""A manager writes to an owner or tenant, or one of these to their manager; it is told at once, and stays (OT21).

Who answers a letter has read it, and what came before. Where the bot does not reach the other side the letter waits
for them, and its author is told so.
"""

from domain.delivery import Push
from domain.estate.objects.premises import PremisesId
from domain.files.sent_by import must_have_sent
from domain.letters.correspondence import Correspondence, correspondence, objects_between
from domain.letters.letter import LEADING_TEXT, MOST_FILES, MOST_TEXT, TEXT, Letter, LetterDraft, LetterId, words_of
from domain.letters.read_letters import mark_read
from domain.notifications.notification import NotificationKind
from domain.notifications.tell import tell
from domain.people.person import Action, Person
from domain.refusal import NotFound, Refusal
from domain.work import Work, effect

FILE_KIND = "letter_file"
"""What the outbox calls a file of a letter that follows it."""


@effect(Action.WRITE_LETTERS)
async def send_letter(work: Work, actor: Person, draft: LetterDraft) -> LetterId:
    """Send it; the same message of the author's chat is sent once."""
    between = await correspondence(work, actor, draft.party_id)
    between.must_be_open()
    if draft.source_id is not None:
        known = await work.letters.by_source(actor.id, draft.source_id)
        if known is not None:
            return await work.commit(known.id)
    if draft.premises_id is not None:
        await _check_object(work, between, draft.premises_id)
    if draft.answers is not None:
        await mark_read(work, between, draft.answers)
    letter = await put(work, actor, between, draft)
    return await work.commit(letter.id)


async def put(work: Work, actor: Person, between: Correspondence, draft: LetterDraft) -> Letter:
    """Keep the letter and tell the other side, in the present transaction."""
    text = draft.text.strip()
    if not text and not draft.files:
        raise Refusal("There is nothing in this message yet. Write a few words, or send a photo or a file.")
    if len(text) > MOST_TEXT:
        raise Refusal("That is too long: {count} characters, and {most} fit here.", count=len(text), most=MOST_TEXT)
    files = await must_have_sent(work, actor, *draft.files[:MOST_FILES])
    letter = Letter(
        party_id=between.party.id,
        from_manager=between.is_manager,
        author_id=actor.id,
        sent_at=work.now(),
        premises_id=draft.premises_id,
        files=tuple(one.id for one in files),
        source_id=draft.source_id,
    )
    await work.letters.save(letter)
    await work.vault.write(actor.id, words_of(letter.id), {TEXT: text})
    await tell_of(work, between, letter, leads=len(text) <= LEADING_TEXT)
    return letter


async def tell_of(work: Work, between: Correspondence, letter: Letter, *, leads: bool) -> None:
    """Tell the other side of a letter, in the present transaction; its files follow, the first `leads` with it."""
    if between.other is None:
        return
    told = f"letter:{letter.id}:{letter.edits}"
    data = {"letter_id": letter.id, "party_id": letter.party_id, "leads": leads and bool(letter.files)}
    due = await tell(work, between.other.id, NotificationKind.LETTER, data, told)
    if due is None or letter.edits:
        return
    for number in range(1 if leads else 0, len(letter.files)):
        file = {"letter_id": letter.id, "number": number, "due": due.isoformat()}
        await work.outbox.add(
            Push(to=between.other.id, kind=FILE_KIND, data=file, dedup_key=f"{told}:{number}", not_before=due)
        )


async def _check_object(work: Work, between: Correspondence, premises_id: PremisesId) -> None:
    if premises_id not in {one.id for one in await objects_between(work, between.party)}:
        raise NotFound


async def text_of(work: Work, letter: Letter) -> str | None:
    """The words of a letter, in the present transaction; None once its author has been erased."""
    author = await work.people.get(letter.author_id)
    if author.erased_at is not None:
        return None
    return (await work.vault.read(letter.author_id, words_of(letter.id))).get(TEXT, "")


async def letter_between(work: Work, actor: Person, letter_id: LetterId) -> tuple[Letter, Correspondence]:
    """A letter of the actor's own conversations, or `NotFound`."""
    letter = await work.letters.get(letter_id)
    between = await correspondence(work, actor, letter.party_id)
    if letter.is_hidden_from_party and not between.is_manager:
        raise NotFound
    return letter, between
