// The page's own words, Russian or English as the browser asks; the bot's words are the bot's.

const WORDS = {
  people: ["Люди", "People"],
  about_page: ["Свой Telegram на этой машине", "A Telegram of your own, on this machine"],
  new_person: ["Новый человек", "New person"],
  open_beside: ["Открыть рядом: {name}", "Open beside: {name}"],
  unread: ["непрочитанных: {count}", "unread: {count}"],
  to_list: ["К списку людей", "Back to the people"],
  chat_of: ["Чат с ботом: {name}", "Chat with the bot: {name}"],
  choose_person: ["Кто здесь: {name}. Выбрать другого", "Here is {name}. Choose somebody else"],
  you_are: ["вы — {name}", "you are {name}"],
  chat_menu: ["Действия с чатом", "Chat actions"],
  close_chat: ["Закрыть чат", "Close the chat"],
  block: ["Заблокировать бота", "Block the bot"],
  unblock: ["Разблокировать бота", "Unblock the bot"],
  is_blocked: ["Бот заблокирован", "The bot is blocked"],
  open_link: ["Открыть ссылку на бота", "Open a link to the bot"],
  link_or_payload: ["Ссылка t.me/…?start=… или её параметр", "A link t.me/…?start=… or its payload"],
  open: ["Открыть", "Open"],
  messages: ["Сообщения", "Messages"],
  start: ["Начать", "Start"],
  what_can: ["Что умеет этот бот?", "What can this bot do?"],
  press_start: ["Здесь ещё пусто. Нажмите «Начать», чтобы познакомиться с ботом.", "Nothing here yet. Press Start to meet the bot."],
  nobody: ["Выберите человека слева: вы увидите бота его глазами.", "Choose a person on the left to see the bot with their eyes."],
  bot: ["Бот", "Bot"],
  you: ["Вы", "You"],
  edited: ["изменено", "edited"],
  sent: ["отправлено", "sent"],
  read: ["прочитано ботом", "read by the bot"],
  forwarded: ["Переслано от: {name}", "Forwarded from {name}"],
  pinned: ["Закреплённое сообщение", "Pinned message"],
  did_pin: ["{name} закрепляет: {text}", "{name} pinned: {text}"],
  paid: ["Оплачено: {sum}", "Paid: {sum}"],
  latest: ["К последним сообщениям", "To the latest messages"],
  write: ["Сообщение", "Message"],
  send: ["Отправить", "Send"],
  save: ["Сохранить изменения", "Save the changes"],
  attach: ["Прикрепить", "Attach"],
  commands: ["Меню команд", "Command menu"],
  menu: ["Меню", "Menu"],
  show_keys: ["Показать кнопки бота", "Show the bot's buttons"],
  hide_keys: ["Скрыть кнопки бота", "Hide the bot's buttons"],
  bot_keys: ["Кнопки бота", "The bot's buttons"],
  photos: ["Фотографии", "Photos"],
  files: ["Файл", "File"],
  contact: ["Контакт", "Contact"],
  location: ["Местоположение", "Location"],
  caption: ["Подпись", "Caption"],
  send_photos: ["Отправить фотографии: {count}", "Send photos: {count}"],
  most_photos: ["В альбоме не больше 10 фотографий", "An album has at most 10 photos"],
  whose_contact: ["Чей контакт отправить?", "Whose contact?"],
  own_contact: ["Свой контакт", "Own contact"],
  share_phone: ["Отправить боту свой номер {phone}?", "Share your number {phone} with the bot?"],
  share: ["Отправить", "Share"],
  where: ["Где вы?", "Where are you?"],
  latitude: ["Широта", "Latitude"],
  longitude: ["Долгота", "Longitude"],
  actions: ["Действия с сообщением", "Message actions"],
  reply: ["Ответить", "Reply"],
  forward: ["Переслать боту…", "Forward to the bot…"],
  forward_from: ["От чьего имени переслать боту?", "Who forwards it to the bot?"],
  copy: ["Скопировать текст", "Copy the text"],
  copied: ["Скопировано", "Copied"],
  edit: ["Изменить", "Edit"],
  delete: ["Удалить у себя", "Delete here"],
  editing: ["Изменение сообщения", "Editing the message"],
  replying: ["Ответ", "Reply"],
  cancel: ["Отмена", "Cancel"],
  ok: ["ОК", "OK"],
  alert_from: ["Сообщение бота", "The bot says"],
  pay: ["Оплатить", "Pay"],
  pay_title: ["Учебная оплата", "A payment of the local kind"],
  pay_note: ["Деньги не списываются: это не настоящий Telegram.", "No money moves: this is not the real Telegram."],
  card_good: ["Карта 4242 4242 4242 4242", "Card 4242 4242 4242 4242"],
  card_bad: ["Карта 4000 0000 0000 0002: банк откажет", "Card 4000 0000 0000 0002: the bank will refuse"],
  receipt: ["Оплачено", "Paid"],
  invoice: ["Счёт", "Invoice"],
  download: ["Скачать {name}, {size}", "Download {name}, {size}"],
  photo: ["Фото", "Photo"],
  open_photo: ["Открыть фото", "Open the photo"],
  album: ["Альбом, фото {number} из {count}", "Album, photo {number} of {count}"],
  video: ["Видео", "Video"],
  animation: ["GIF", "GIF"],
  audio: ["Аудио", "Audio"],
  voice: ["Голосовое сообщение", "Voice message"],
  sticker: ["Стикер", "Sticker"],
  document: ["Файл", "File"],
  venue: ["Место", "Place"],
  unknown: ["Сообщение", "Message"],
  pinned_message: ["Закреплено", "Pinned"],
  successful_payment: ["Оплата", "Payment"],
  text: ["Сообщение", "Message"],
  spoiler: ["Показать скрытое", "Show what is hidden"],
  unfold: ["Развернуть цитату", "Unfold the quote"],
  would_open: ["В настоящем Telegram открылось бы: {url}", "The real Telegram would open {url}"],
  typing: ["печатает", "is typing"],
  upload_photo: ["отправляет фото", "is sending a photo"],
  upload_document: ["отправляет файл", "is sending a file"],
  upload_video: ["отправляет видео", "is sending a video"],
  find_location: ["ищет место", "is finding a place"],
  busy: ["занят", "is busy"],
  bot_does: ["бот {action}", "the bot {action}"],
  today: ["Сегодня", "Today"],
  yesterday: ["Вчера", "Yesterday"],
  draft: ["Черновик:", "Draft:"],
  first_name: ["Имя", "First name"],
  last_name: ["Фамилия", "Last name"],
  username: ["Имя пользователя (@username)", "Username"],
  phone: ["Телефон", "Phone"],
  language: ["Язык Telegram", "Telegram's language"],
  add: ["Добавить", "Add"],
  stranger: ["Новичок", "Newcomer"],
  realtor: ["Риэлтор", "Realtor"],
  owner: ["Собственник", "Owner"],
  tenant: ["Арендатор", "Tenant"],
  manager: ["Управляющий", "Manager"],
  self_storage: ["Склад", "Self-storage"],
  seller: ["Продавец", "Seller"],
  admin: ["Админ", "Admin"],
  offline: ["Связи с локальным Telegram нет. Жду…", "The local Telegram is away. Waiting…"],
  developer: ["Для разработчика", "For developers"],
  calls: ["Вызовы", "Calls"],
  updates: ["Обновления", "Updates"],
  trouble: ["Неполадки", "Trouble"],
  clock: ["Часы", "Clock"],
  show_polls: ["Показывать getUpdates", "Show getUpdates"],
  nothing_yet: ["Пока ничего не было", "Nothing has happened yet"],
  asked: ["Запрос", "Request"],
  answered: ["Ответ", "Answer"],
  slow: ["Медленная сеть: каждый вызов 2 с дольше", "Slow network: every call takes 2 s longer"],
  flood: ["Настоящие пределы: чаще 1 сообщения в секунду — отказ 429", "Real limits: more than 1 message a second gets 429"],
  next_429: ["429 следующему вызову (ждать 5 с)", "429 for the next call (wait 5 s)"],
  next_lost: ["Потерять ответ следующего вызова", "Lose the answer of the next call"],
  next_502: ["502 следующему вызову", "502 for the next call"],
  next_cut: ["Оборвать ответ на середине", "Cut the next answer in half"],
  repeat: ["Доставить последнее обновление ещё раз", "Deliver the last update again"],
  double: ["Доставить следующее обновление дважды", "Deliver the next update twice"],
  restart: ["Перезапустить бота", "Restart the bot"],
  restarting: ["Бот перезапускается…", "The bot restarts…"],
  restarted: ["Бот снова работает", "The bot is back"],
  blocked_for: ["{name}: бот заблокирован", "{name}: bot blocked"],
  ordered: ["Заказано: {what}", "Ordered: {what}"],
  waiting_trouble: ["Ждут своего вызова: {count}", "Waiting for their call: {count}"],
  clear: ["Всё починить", "Mend everything"],
  time_now: ["Сейчас у Telegram и бота", "The time of Telegram and the bot"],
  clock_note: ["Часы идут только вперёд; то, что пора сделать, делается сразу.", "The clock only moves forward; what is due then is done at once."],
  minutes_10: ["+10 минут", "+10 minutes"],
  hour_1: ["+1 час", "+1 hour"],
  day_1: ["+1 день", "+1 day"],
  week_1: ["+1 неделя", "+1 week"],
  to_morning: ["До 9:00 завтра", "To 9:00 tomorrow"],
};

const wanted = navigator.languages.map((one) => one.slice(0, 2)).find((one) => one === "ru" || one === "en");
export const language = wanted ?? "en";
document.documentElement.lang = language;

export function say(key, facts = {}) {
  const [russian, english] = WORDS[key] ?? [key, key];
  return (language === "ru" ? russian : english).replace(/\{(\w+)\}/g, (_, name) => facts[name] ?? "");
}

export const knows = (key) => key in WORDS;

export const clockTime = (date) =>
  new Date(date).toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", hour12: false });

export function dayName(date, now) {
  const day = new Date(date), today = new Date(now);
  const days = Math.round((new Date(today).setHours(0, 0, 0, 0) - new Date(day).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return say("today");
  if (days === 1) return say("yesterday");
  const year = day.getFullYear() === today.getFullYear() ? {} : { year: "numeric" };
  return day.toLocaleDateString(language, { day: "numeric", month: "long", ...year });
}

export function size(bytes) {
  const [unit, value] = bytes < 1024 ? ["byte", bytes] : bytes < 1 << 20 ? ["kilobyte", bytes / 1024] : ["megabyte", bytes / (1 << 20)];
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

export function money(minor, currency) {
  if (currency === "XTR") return `⭐ ${minor}`;
  const format = new Intl.NumberFormat(language, { style: "currency", currency });
  return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}
