// The fair live: one snapshot, then every change; after a break it goes on from the last position it saw.
const texts = {
  vi: {
    fair: "Hội chợ", figures: "Số liệu", ratings: "Sản phẩm theo hạng sao", reasons: "Vì sao chưa xếp được", events: "Vừa diễn ra", meetings: "Lịch gặp",
    openness: "Bản này chỉ mở trên máy này (loopback): tài khoản và phân quyền sẽ có sau.",
    connected: "Trực tiếp", waiting: "Mất kết nối, đang thử lại…", none: "Chưa có hội chợ nào.", other: "English", shown: "{0} cuộc gặp, giờ hội chợ ({1})",
    exhibitors: "Đơn vị trưng bày", buyers: "Đơn vị mua", products: "Sản phẩm", certificates_valid: "Chứng nhận còn hạn", demands: "Nhu cầu",
    suggestions: "Gợi ý", wishes: "Mong muốn gặp", held: "Cuộc gặp", wishes_not_held: "Chưa xếp được", requests_open: "Lời mời đang chờ",
    booths: "Gian đã giao", gap: "Cách cận trên", FIVE: "5 sao", POTENTIAL_FIVE: "Tiềm năng 5 sao", FOUR: "4 sao", THREE: "3 sao", NONE: "Chưa có", slot: "Khung giờ", household: "Hộ kinh doanh",
  },
  en: {
    fair: "Fair", figures: "Figures", ratings: "Products by rating", reasons: "Why not held", events: "Just now", meetings: "Meetings",
    openness: "This version is open on this machine only (loopback): accounts and access come later.",
    connected: "Live", waiting: "Connection lost, trying again…", none: "There is no fair yet.", other: "Tiếng Việt", shown: "{0} meetings, fair time ({1})",
    exhibitors: "Exhibitors", buyers: "Buyers", products: "Products", certificates_valid: "Certificates valid", demands: "Demands",
    suggestions: "Suggestions", wishes: "Meetings wished", held: "Meetings", wishes_not_held: "Not held", requests_open: "Requests open",
    booths: "Booths given", gap: "Below the bound", FIVE: "5 stars", POTENTIAL_FIVE: "Potential five", FOUR: "4 stars", THREE: "3 stars", NONE: "None yet", slot: "Slot", household: "Household business",
  },
};
const state = { language: localStorage.getItem("language") || "vi", fairs: [], fair: null, summary: null, meetings: [], epoch: "", positions: {}, socket: null, retry: 500, reload: 0 };
const byId = (id) => document.getElementById(id);
const t = (key) => texts[state.language][key] ?? key;
const number = (value) => new Intl.NumberFormat(state.language === "vi" ? "vi-VN" : "en-GB").format(value ?? 0);
const make = (tag, text, parent) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  parent?.append(element);
  return element;
};

async function read(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response.json();
}

// Ids in a sentence become names; each is asked for once.
const names = new Map();
async function withNames(sentence) {
  for (const [id, kind] of sentence.matchAll(/\b(buy|exh)_[0-9a-z]{26}/g)) {
    if (!names.has(id)) {
      const path = kind === "buy" ? "buyers" : "exhibitors";
      const thing = await read(`/api/v1/organisers/${state.fair.organiser}/${path}/${id}`).catch(() => ({}));
      names.set(id, thing.business_name_vi || t("household"));
    }
    sentence = sentence.replaceAll(id, names.get(id));
  }
  return sentence;
}

const day = (text) => (text && state.language === "vi" ? text.split("-").reverse().join("/") : text ?? "");

async function readAll(path) {
  const items = [];
  for (let after = ""; ;) {
    const page = await read(`${path}?limit=500${after && `&after=${after}`}`);
    items.push(...page.items);
    if (!page.next) return items;
    after = page.next;
  }
}

async function loadFairs() {
  const { items } = await read("/api/v1/organisers");
  state.fairs = [];
  for (const { organiser } of items)
    for (const fair of await readAll(`/api/v1/organisers/${organiser}/fairs`)) state.fairs.push({ organiser, ...fair });
  const chosen = new URLSearchParams(location.search).get("fair");
  state.fair = state.fairs.find((fair) => fair.id === chosen) ?? state.fairs.at(-1) ?? null;
  showFairs();
  if (state.fair) connect();
  else setTimeout(start, 2000);
}

function connect() {
  const { organiser, id } = state.fair;
  const query = new URLSearchParams({ organiser, fair: id });
  if (state.epoch) {
    query.set("epoch", state.epoch);
    query.set("from", Object.entries(state.positions).map(([service, n]) => `${service}=${n}`).join(","));
  }
  const socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/v1/live?${query}`);
  state.socket = socket;
  socket.onopen = () => { state.retry = 500; showState(true); };
  socket.onmessage = (event) => take(JSON.parse(event.data));
  socket.onclose = () => {
    if (state.socket !== socket) return;
    showState(false);
    setTimeout(connect, state.retry);
    state.retry = Math.min(state.retry * 2, 10000);
  };
}

function take(message) {
  if (message.type === "change") {
    state.positions[message.service] = message.position;
    for (const event of message.events) showEvent(message, event);
    if (message.service === "scheduling") askMeetings();
    return;
  }
  state.epoch = message.epoch;
  if (message.type === "snapshot") {
    state.positions = message.positions;
    askMeetings();
  }
  state.summary = message.summary;
  showSummary();
}

function askMeetings() {
  clearTimeout(state.reload);
  state.reload = setTimeout(async () => {
    const { organiser, id } = state.fair;
    state.meetings = (await readAll(`/api/v1/organisers/${organiser}/fairs/${id}/meetings`)).filter((meeting) => meeting.status === "SCHEDULED");
    showMeetings();
  }, 300);
}

function showFairs() {
  const select = byId("fairs");
  select.replaceChildren();
  for (const fair of state.fairs) {
    const option = make("option", fair[`name_${state.language}`] || fair.code, select);
    option.value = fair.id;
    option.selected = fair === state.fair;
  }
  byId("name").textContent = state.fair ? state.fair[`name_${state.language}`] || state.fair.code : "hoicho";
  byId("where").textContent = state.fair ? `${state.fair[`venue_${state.language}`] ?? ""} · ${day(state.fair.starts_on)} – ${day(state.fair.ends_on)}` : t("none");
}

function showState(connected) {
  byId("state").textContent = t(connected ? "connected" : "waiting");
  byId("state").className = connected ? "" : "stale";
}

function showSummary() {
  const s = state.summary;
  if (!s) return;
  const figures = [["exhibitors", s.exhibitors], ["buyers", s.buyers], ["products", s.products], ["certificates_valid", s.certificates_valid], ["demands", s.demands],
    ["suggestions", s.suggestions], ["wishes", s.wishes], ["held", s.meetings], ["wishes_not_held", s.wishes_not_held], ["requests_open", s.requests_open]];
  const list = byId("figures");
  list.replaceChildren();
  const add = (key, text) => { const box = make("div", undefined, list); make("dt", t(key), box); make("dd", text, box); };
  for (const [key, value] of figures) add(key, number(value));
  add("booths", `${number(s.booths_given)} / ${number(s.booths)}`);
  if (s.programme?.value_bound) add("gap", `${(100 * (1 - s.programme.value / s.programme.value_bound)).toFixed(2)} %`);
  const body = byId("ratings").tBodies[0];
  body.replaceChildren();
  for (const rating of ["FIVE", "POTENTIAL_FIVE", "FOUR", "THREE", "NONE"]) {
    const count = s.products_by_rating[rating] ?? 0;
    const row = make("tr", undefined, body);
    make("th", t(rating), row).scope = "row";
    make("td", number(count), row);
    const meter = make("meter", `${count}`, make("td", undefined, row));
    meter.max = Math.max(s.products, 1);
    meter.value = count;
  }
  const reasons = byId("reasons");
  reasons.replaceChildren();
  for (const reason of s.first_reasons) {
    const item = make("li", reason[state.language], reasons);
    withNames(reason[state.language]).then((sentence) => { item.textContent = sentence; });
  }
}

function showEvent(message, event) {
  const list = byId("events");
  const time = new Date(message.at).toLocaleTimeString(state.language === "vi" ? "vi-VN" : "en-GB");
  list.prepend(make("li", `${time} · ${event.kind.replaceAll("_", " ")}`));
  while (list.children.length > 30) list.lastChild.remove();
}

function showMeetings() {
  const tables = [...new Set(state.meetings.map((meeting) => meeting.table_code))].sort();
  const slots = [...new Map(state.meetings.map((meeting) => [meeting.slot_code, meeting.starts_at])).entries()].sort((a, b) => a[1].localeCompare(b[1]));
  const at = new Map(state.meetings.map((meeting) => [`${meeting.slot_code}|${meeting.table_code}`, meeting]));
  byId("meetings-note").textContent = t("shown").replace("{0}", number(state.meetings.length)).replace("{1}", state.fair?.timezone ?? "");
  const head = byId("meetings").tHead;
  head.replaceChildren();
  const titles = make("tr", undefined, head);
  make("th", t("slot"), titles);
  for (const table of tables) make("th", table, titles).scope = "col";
  const body = byId("meetings").tBodies[0];
  body.replaceChildren();
  for (const [slot, starts] of slots) {
    const row = make("tr", undefined, body);
    const when = new Date(starts).toLocaleString(state.language === "vi" ? "vi-VN" : "en-GB", { day: "2-digit", month: "2-digit", hour: "2-digit", minute: "2-digit", timeZone: state.fair?.timezone });
    make("th", when, row).scope = "row";
    for (const table of tables) {
      const cell = make("td", undefined, row);
      const meeting = at.get(`${slot}|${table}`);
      if (!meeting) continue;
      make("b", meeting.buyer_name, cell);
      cell.append(meeting.exhibitor_name);
    }
  }
}

function translate() {
  document.documentElement.lang = state.language;
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = t(element.dataset.text);
  byId("language").textContent = t("other");
  showFairs();
  showSummary();
  showMeetings();
  showState(state.socket?.readyState === WebSocket.OPEN);
}

byId("language").onclick = () => {
  state.language = state.language === "vi" ? "en" : "vi";
  localStorage.setItem("language", state.language);
  translate();
};
byId("fairs").onchange = (event) => { location.search = new URLSearchParams({ fair: event.target.value }); };

async function start() {
  try { await loadFairs(); } catch { showState(false); setTimeout(start, 2000); }
  translate();
}
start();
