// What pages of every hand need: the platform's calls. How they look is theirs.
const hand = {
  room: '7300000000000000777', host: '6600000000000000042', gifts: [], pages: [], coins: 0,
  async load() {
    const get = async (path) => (await fetch(path)).json();
    await get('/passport/web/account/info/?aid=1988');
    const { data } = await get('/webcast/gift/list/?aid=1988&room_id=' + this.room);
    this.gifts = data.gifts.map((g) => ({ id: g.id, name: g.name, coins: g.diamond_count, key: g.image.uri.split('/').pop(), lock: g.lock_info?.lock }));
    this.pages = data.pages.map((p) => ({ name: p.page_name, gifts: p.gifts.map(({ id }) => this.gifts.find((g) => g.id === id)) }));
    this.coins = (await get('/webcast/wallet_api/fs/diamond_buy/permission_v2?aid=1988')).data.coins;
    return this;
  },
  async send(gift, count = 1, to = this.host) {
    const body = new URLSearchParams({ room_id: this.room, gift_id: gift.id, count, to_user_id: to, send_type: 1, send_scene: 1 });
    const answer = await (await fetch('/webcast/gift/send/?aid=1988', { method: 'POST', body })).json();
    if (answer.status_code === 0) this.coins = answer.data.left_diamonds;
    return answer;
  },
};
const el = (tag, props = {}, ...inside) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) name.startsWith('on') ? (made[name] = value) : made.setAttribute(name, value);
  made.append(...inside);
  return made;
};
