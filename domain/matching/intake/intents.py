"""Whether the writer sells, lets, wants to buy or wants to rent; and whether the text is about property at all."""

import re

from domain.matching.intake.found import Found, Intent
from domain.matching.intake.reading import Reading

_PROPERTY = (
    r"квартир|апартамент|студи[яюией]|комнат[ауы](?!\sотдых)|\d\s?-?х?\s?комн|"
    r"(?<![а-я])дом(?:а|е|у|ик|ов)?(?![а-я])|коттедж|таунхаус|участ(?:ок|ка|ке)|однушк|"
    r"двушк|трешк"
    r"|помещени|офис|недвижим|жиль[еяё]|новостройк|жк(?![а-я])|этаж|м2|кв\.?\s?м|соток|"
    r"сотк|дач[аиу](?![а-я])|гараж|парковочн|паркинг|хостел|гостиниц|отел[ья]|пансионат|"
    r"особняк|аренд[ауы] (?:квар|ком|дом)"
    r"|apartment|flat|bedroom|house(?!hold)|studio|villa|вилл[аыу]|пентхаус|земл[яюи]|"
    r"бутик|магазин|склад|здани[ея]|батир|(?<![а-я])(?:үй|уй|жер)(?![а-я])|бөлмө|комнатн|"
    r"ижара"
)
_STRONG_WORD = re.compile(
    r"квартир|апартамент|студи[яюией]|комнатн|\d\s?-?х?\s?комн|недвижим|этаж|м2|кв\.?\s?м|"
    r"сот(?:ок|к)|участ(?:ок|к)|коттедж|помещени|однушк|двушк"
    r"|трешк|аренд|apartment|flat|bedroom|спальн|пансионат|отел|комнат[уы] |жиль|"
    r"(?:купить|снять|сдам|сдаю|продам|продаю|сдается|продается|куплю|"
    r"сниму)\s(?:\w{1,15}\s)?дом"
)
_PROPERTY_WORD = re.compile(_PROPERTY)
_SEEK = (
    r"(?:ищ[уеи][а-я]{0,2}|нуж(?:ен|на|но|ны)(?![а-я])|требуется|разыскива[а-я]{1,3}|подыскива[а-я]{1,3}|"
    r"в поиске|looking for|need|подскажите|посоветуйте|порекомендуйте|"
    r"рассм(?:отр|атрива)[а-я]{1,3}(?=\s(?:к покупке|покупк|вариант[а-я]{0,2} (?:квартир|покупк|дом)|"
    r"квартир|студи|однушк|двушк|трешк)))"
)
_RULES: tuple[tuple[Intent, int, re.Pattern[str]], ...] = tuple(
    (intent, weight, re.compile(pattern, re.IGNORECASE))
    for intent, weight, pattern in (
        (
            Intent.BUY,
            9,
            (
                r"(?<![а-я])(?:куплю|купим|купит(?![ьее])|приобрет[уе]м?(?![нт])|покупаю|выкупим|"
                r"#покупк[а-я]|(?:хочу|хотим|хочет|ищем) (?:купить|приобрести)|готов[аы]? купить)"
            ),
        ),
        (Intent.BUY, 6, r"want(?:s)? to buy|looking to buy|(?<![а-я])сатып алам"),
        (
            Intent.RENT_IN,
            9,
            (
                r"(?<![а-я])(?:сниму(?!т)|снимем|(?<!кто )снимет(?!ся)|арендую|арендуем|возьму в аренду|#сниму|"
                r"(?:хочу|хотим|хочет|желаем|ищем|ищу) (?:снять|арендовать))"
            ),
        ),
        (Intent.RENT_IN, 6, r"(?:want(?:s)? to rent|looking to rent|looking for (?:a )?rent)"),
        (
            Intent.RENT_OUT,
            6,
            (
                r"(?<![а-я])(?:сда[юеё](?:м|тся|тс|т)?(?![а-я])|сдам(?![а-я])|сдаются|сдадим|сдаемся|"
                r"сдача|#сда[а-я]{1,6}|сдается|сдаетса|сдаваться|пересдам)"
            ),
        ),
        (
            Intent.RENT_OUT,
            5,
            (
                r"for rent|rent(?:ing)? out|to let(?![a-z])|берилет|ижарага|пред(?:лагается|оставляется|лагаем|"
                r"лагаю) (?:в|для) (?:долгосрочн[а-я]{2,3} )?(?:аренд|наем|найм)|(?:предлагается|"
                r"предлагаю|предлагаем).{0,30}в аренду"
            ),
        ),
        (
            Intent.SELL,
            6,
            (
                r"(?<![а-я])(?:прода[юеёжм](?:м|тся|ётся|ется|тс|а|у|ем|ется)?(?![а-я])|продаются|"
                r"продам|#прода[а-я]{1,6}|продадим|срочная продажа|распродажа|реализуем|"
                r"переуступк[а-я]{1,2}|сатам(?![а-я])|сатылат|сатабыз)"
            ),
        ),
        (Intent.SELL, 5, r"for sale|selling"),
        (Intent.RENT_OUT, 3, r"аренд[аыуе](?![а-я])|посуточно|на длительный срок|в месяц|/\s?мес|долгосроч|на сутки"),
        (
            Intent.RENT_OUT,
            2,
            (
                r"залог|депозит|жильц|комиссия агент|счетчик|арендатор|нанимател|заселен|заезд|"
                r"проживани|(?:первый и последний|посл\.?) месяц|с животными|без животных|"
                r"платежеспособн|славян|свободн[ао] (?:с(?![а-я])|до|\d)|на год|семейн[а-я]{2} пар|"
                r"рассм(?:отрим|атрива)|просмотр"
            ),
        ),
        (
            Intent.SELL,
            2,
            (
                r"ипотек|рассрочк|материнск|собственност|егрн|обременен|ддп|дду|красная книга|"
                r"техпаспорт|торг уместен|псо|инвестиц|документ|юридически|первоначальн|застройщик|"
                r"под самоотделк"
            ),
        ),
    )
)
_SEEKING = re.compile(rf"(?<![а-яa-z])(?<!кто ){_SEEK}(?![а-я])")
_SEEKS_OTHER = re.compile(
    rf"{_SEEK}\s(?:\w{{1,15}}\s){{0,3}}(?:арендатор|жильц|риэлтор|риелтор|агент|покупател|"
    r"съемщик|квартирант|сосед|мастер|работ|сотрудник|помощ|водител|людей|человек|дом и|"
    r"хозя|адекватн)"
)
_BUDGET = re.compile(r"бюджет|запрос(?![а-я])|budget")
_GOODS = re.compile(
    r"лари(?![а-я])|(?<![а-я])лар(?![а-я])|телефон (?:самс|айф)|iphone|айфон|ноутбук|"
    r"велосипед|коляск|передерж|ветеринар|работу(?![а-я])|собак[аиу]?(?![а-я])|щен(?:ок|"
    r"к)|котен|кошк|котик|приют|кот(?![а-я])|пес(?![а-я])|стерилиз|мебельн|футболк|платье|"
    r"кроссовк|одежд|обув"
    r"|ваканси|зарплат|заработ|подработ|требуется (?:сотруд|менедж|прода)|занятия|тренинг|"
    r"вебинар|курс(?:ы|ов)(?![а-я])|мероприят|концерт|билет|экскурси|трансфер|маникюр|"
    r"массаж|ремонт техники|доставка|электромонтаж|сантехник|уборк[аи] (?:квартир|дом)|"
    r"клининг"
    r"|автомобил|прокат|авто(?![а-я])|обмен валют|криптовалют|usdt|кредит(?:ы|ов) |"
    r"репетитор|няню|психолог|стоматолог|барбер|ресниц|тату(?![а-я])|выпечк|торт(?![а-я])|"
    r"скутер|самокат|мотоцикл|наушник|принтер|playstation|ps5|xbox|macbook|ipad|памперс|"
    r"подгузник|"
    r"обмен денег|крипт|виз[аы](?![а-я])|визаран|страховк|ставк[аи] на|казино|нейросет|"
    r"бот для|пассивн[а-я]{2,3} доход|удал[её]нн[а-я]{2,3} работ|вакансия|доход от|аптек[аи] доставк|"
    r"мяс[оа](?![а-я])|объектив|фотоаппарат|игрушк|книга(?! )|чайник|блендер|"
    r"стол(?![а-я])|стул|"
    r"шкаф (?:прода|нов)|косметик|подпи(?:сывай|шит)|розыгрыш"
)
_THING_FOR_SALE = re.compile(
    r"прода[а-яё]{1,5}\s(?:в связи с переездом|новы[йе]|б/у|детск|в батуми:)|отдам|"
    r"отда(?:ю|м)т?ся|даром|бесплатно"
)
_IN_A_FLAT = re.compile(
    r"собак|кот|чайник|стол|стул|сантехник|доставк|авто|бесплатно|массаж|книга|блендер|мебельн|уборк|клининг|прокат|"
    r"игрушк|экскурс|трансфер|курс|обув|одежд|подпи|концерт|мероприят|страховк"
)
"""Goods and services that a description of a flat speaks of as well."""
_OFFERED = re.compile(r"предлага[а-яё]{1,5}|вашему вниманию|представля(?:ем|ю)|снять эту")
_MANNERS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.RENT_OUT,
        re.compile(
            r"меблир|мебель|холодильник|стиральн|кондиционер|бытов[а-я]{2,3} техник|проживани|комфортн|метро|"
            r"гостей|брониро|забронир|отдых|на сутки|просмотр|шлагбаум|уютн|депозит|"
            r"животн|номера(?![а-я])|квартира|свобод"
        ),
    ),
    (
        Intent.SELL,
        re.compile(
            r"сот(?:ок|к)|участ|документ|обмен|торг|застройщик|кадастр|зелен[а-я]{2,3} книг|серии|газ(?![а-я])|"
            r"остается|дом(?![а-я])|комплекс|доллар|\$"
        ),
    ),
)
"""What owners dwell on when no verb says whether they let or sell."""
_ADVERT = re.compile(
    r"подпи(?:сыва|шит|сать)[а-я]{1,4}|(?:наш[а-я]{0,3}|это) (?:групп|канал|телегра)|группа для|телеграмм?-?\s?канал"
)
"""A channel or an agency speaks of itself."""
_SUM = re.compile(r"\d\s?(?:\$|₽|руб|сом|тыс|млн|лари|т\.р|м2|кв)|\d[ .]000")
_LAYOUT = re.compile(r"\d\s?\+\s?[01](?!\d)|(?<!\d)\d\s?-?\s?к(?![а-я])")
_TOO_SHORT = 30
"""Characters below which a text describes nothing."""
_CARD = re.compile(r"(?<!\d)\d\s?-?\s?к(?![а-я]).{0,30}(?:м2|кв).{0,20}\d/\d")
"""What colleagues send each other of a sale: rooms, area and floor, and no verb."""


def find_intent(reading: Reading) -> Found[Intent] | None:
    """What the writer wants; unsure when only the manner of the text tells, None when nothing does."""
    text = reading.text
    about_property = len({m.group() for m in _PROPERTY_WORD.finditer(text)})
    strong = _spoken(reading)
    if not _STRONG_WORD.search(text) or (about_property == 1 and strong is None):
        other = _GOODS.search(text) or _THING_FOR_SALE.search(text)
        if other and (about_property == 0 or not _IN_A_FLAT.match(other.group())):
            return reading.found(Intent.NOT_PROPERTY, *other.span(), sure=about_property == 0)
    advert = _ADVERT.search(text)
    if advert and not _SUM.search(text):
        return reading.found(Intent.NOT_PROPERTY, *advert.span(), sure=False)
    goods = len({m.group() for m in _GOODS.finditer(text)})
    if (
        goods >= (2 if strong is None else 3)
        and goods > about_property
        and (about_property <= 1 or goods >= about_property + 3)
    ):
        other = _GOODS.search(text)
        if other and not _IN_A_FLAT.match(other.group()):
            return reading.found(Intent.NOT_PROPERTY, *other.span(), sure=about_property == 0)
    return strong or _implied(reading)


def _spoken(reading: Reading) -> Found[Intent] | None:
    """The intent that a verb states; a seeker's verb at the start outweighs an offer further on."""
    text = reading.text
    seeking = _SEEKING.search(text)
    offered = _OFFERED.search(text)
    if seeking and offered and offered.start() < seeking.start():
        seeking = None
    if seeking and not _SEEKS_OTHER.search(text) and _near_property(text, seeking):
        offer = _first(text, (Intent.SELL, Intent.RENT_OUT))
        if offer is None or offer[1].start() > seeking.start() + 200 or _about_rent_in(text, seeking):
            return _sought(reading, seeking)
    spoken = [(weight, -match.start(), intent, match) for intent, weight, match in _heard(text) if weight >= 5]
    if not spoken:
        return None
    best = max(spoken, key=lambda s: (s[0] >= 9, s[1]))
    rivals = tuple(sorted({s[2] for s in spoken} - {best[2]}))
    opposite = any(r in (Intent.SELL, Intent.RENT_OUT) for r in rivals) and best[2] in (Intent.SELL, Intent.RENT_OUT)
    return reading.found(best[2], *best[3].span(), sure=not opposite, alternatives=rivals if opposite else ())


def _about_rent_in(text: str, seeking: re.Match[str]) -> bool:
    return bool(re.search(r"снять|в (?:долгосрочную )?аренду", text[seeking.start() : seeking.start() + 80]))


def _near_property(text: str, seeking: re.Match[str]) -> bool:
    return bool(_PROPERTY_WORD.search(text[seeking.start() : seeking.end() + 70])) or bool(
        re.search(r"\d\s?\+\s?1|\d-?к", text[seeking.start() : seeking.end() + 50])
    )


def _sought(reading: Reading, seeking: re.Match[str]) -> Found[Intent]:
    """Looking for a flat: to buy or to rent is told by the words and sums around, else both are offered."""
    text = reading.text
    if re.search(
        (
            r"купить|приобрести|покупк|ипотек|налич|млн|к покупке|\d{2,3}[ .]?000\s?\$|куплю|"
            r"to buy"
        ),
        text,
    ):
        return reading.found(Intent.BUY, *seeking.span())
    if re.search(
        (
            r"снять|аренд|срок|месяц|заезд|засел|заехать|на год|посуточно|прожив|сниму|/мес|"
            r"to rent|длительн|сутк|жиль[её]|кругл[а-я]{2,4} ?год|семья|семейн|"
            r"\d{2}[ .]?000\s?(?:₽|руб|р(?![а-я]))|с \d{1,2} по \d"
        ),
        text,
    ):
        return reading.found(Intent.RENT_IN, *seeking.span())
    sums = [int(m.replace(" ", "")) for m in re.findall(r"\d{3,4}(?=\s?\$)", text)]
    value, other = (Intent.RENT_IN, Intent.BUY) if sums and max(sums) < 5000 else (Intent.BUY, Intent.RENT_IN)
    return reading.found(value, *seeking.span(), sure=bool(sums), alternatives=() if sums else (other,))


def _heard(text: str) -> list[tuple[Intent, int, re.Match[str]]]:
    return [(intent, weight, m) for intent, weight, rule in _RULES if (m := rule.search(text))]


def _first(text: str, intents: tuple[Intent, ...]) -> tuple[Intent, re.Match[str]] | None:
    heard = [(i, m) for i, weight, m in _heard(text) if i in intents and weight >= 5]
    return min(heard, key=lambda h: h[1].start()) if heard else None


def _implied(reading: Reading) -> Found[Intent] | None:
    """The intent that no verb states but the manner of the text gives away; always unsure."""
    text = reading.text
    budget = _BUDGET.search(text)
    if budget and _PROPERTY_WORD.search(text):
        value = Intent.RENT_IN if re.search(r"аренд|мес|снять", text) else Intent.BUY
        return reading.found(value, *budget.span(), sure=False, alternatives=(Intent.BUY, Intent.RENT_IN))
    if not _PROPERTY_WORD.search(text) and not _LAYOUT.search(text) and (goods := _GOODS.search(text)):
        return reading.found(Intent.NOT_PROPERTY, *goods.span(), sure=False)
    scores: dict[Intent, tuple[int, re.Match[str]]] = {}
    for intent, weight, rule in _RULES:
        matches = list(rule.finditer(text))[:6]
        if matches and weight < 5:
            before = scores.get(intent, (0, matches[0]))
            scores[intent] = before[0] + weight * len({m.group() for m in matches}), before[1]
    if scores:
        intent = max(scores, key=lambda i: scores[i][0])
        if len(scores) == 1 or len({s for s, _ in scores.values()}) > 1:
            return reading.found(
                intent, *scores[intent][1].span(), sure=False, alternatives=tuple(set(scores) - {intent})
            )
    card = _CARD.search(text)
    if card:
        return reading.found(Intent.SELL, *card.span(), sure=False, alternatives=(Intent.RENT_OUT,))
    dear = re.search(
        (
            r"(?<![\d])(?:\d{1,3}(?:[ .,]\d{3}){2,3}|\d{2,3}[ .,]?\d{3}\s?(?:\$|usd)|"
            r"\d[\d.,]{0,5}\s?млн|\d{4,6}\s?т\.?р)"
        ),
        text,
    )
    if dear and _PROPERTY_WORD.search(text):
        return reading.found(Intent.SELL, *dear.span(), sure=False)
    return _described(reading)


def _described(reading: Reading) -> Found[Intent] | None:
    """A description without any verb of a deal is an offer; which one is a guess from what it dwells on."""
    text = reading.text
    about = _STRONG_WORD.search(text) or _OFFERED.search(text)
    if about is None or len(text) < _TOO_SHORT or text.rstrip().endswith("?"):
        return None
    dwells = {intent: len({m.group() for m in rule.finditer(text)}) for intent, rule in _MANNERS}
    value = max(dwells, key=lambda intent: dwells[intent])
    other = Intent.SELL if value is Intent.RENT_OUT else Intent.RENT_OUT
    return reading.found(value, *about.span(), sure=False, alternatives=(other,)) if dwells[value] else None
