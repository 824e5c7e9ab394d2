"use strict";
(() => {
  const form = document.getElementById("filter");
  const list = document.getElementById("rows");
  if (!form || !list) return;
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const step = 100;
  const keys = ["d", "c", "a", "k", "m", "p", "t", "v", "n", "q"];
  const among = (set, one) => (set === "-" ? one === "-" : set.split(",").includes(one));

  const leads = Array.from(list.children, (row) => {
    const [d, c, k, m, p, t, v, a, n] = row.dataset.f.split(" ");
    return { row, d, c, k, m, p, t, v, a, n, text: null };
  });

  const matches = (lead, wanted) =>
    (!wanted.d || lead.d === wanted.d) &&
    (!wanted.c || lead.c === wanted.c) &&
    (!wanted.a || among(lead.a, wanted.a)) &&
    (!wanted.k || lead.k === wanted.k) &&
    (!wanted.m || among(lead.m, wanted.m)) &&
    (!wanted.p || among(lead.p, wanted.p)) &&
    (!wanted.t || lead.t.includes(wanted.t)) &&
    (!wanted.v || lead.v[Number(wanted.v[0])] === wanted.v[1]) &&
    (!wanted.n || lead.n === wanted.n) &&
    (!wanted.q || contains(lead, wanted.q.toLowerCase()));

  const contains = (lead, text) => {
    if (lead.text === null) lead.text = lead.row.textContent.toLowerCase();
    return lead.text.includes(text);
  };

  let selected = leads;
  let shown = 0;
  let applied = "";

  const show = (limit) => {
    shown = Math.min(limit, selected.length);
    const visible = new Set(selected.slice(0, shown));
    for (const lead of leads) lead.row.hidden = !visible.has(lead);
    const rest = selected.length - shown;
    more.hidden = rest === 0;
    more.textContent = `再显示 ${Math.min(rest, step)} 件（尚有 ${rest.toLocaleString("en")} 件）`;
  };

  const query = () => {
    const start = location.hash.indexOf("?");
    return new URLSearchParams(start < 0 ? "" : location.hash.slice(start + 1));
  };

  const apply = () => {
    applied = location.hash;
    const asked = query();
    const wanted = {};
    for (const key of keys) {
      wanted[key] = asked.get(key) || "";
      const field = form.elements[key];
      if (field !== document.activeElement || key !== "q") field.value = wanted[key];
    }
    selected = leads.filter((lead) => matches(lead, wanted));
    const all = Number(found.dataset.all).toLocaleString("en");
    found.textContent = `符合条件 ${selected.length.toLocaleString("en")} 件，清单共 ${all} 件`;
    show(step);
    if (selected.length === 1 && asked.size > 0) selected[0].row.open = true;
  };

  const reveal = (target) => {
    if (target.hidden) {
      target.hidden = false;
    }
    target.open = true;
    target.scrollIntoView({ block: "start" });
  };

  const follow = () => {
    const hash = decodeURIComponent(location.hash.slice(1));
    if (hash.split("?")[0] === "leads") {
      apply();
      document.getElementById("leads").scrollIntoView();
      return;
    }
    const target = hash.startsWith("XS") ? document.getElementById(hash) : null;
    if (target) reveal(target);
  };

  const write = () => {
    const asked = new URLSearchParams();
    for (const key of keys) {
      const value = form.elements[key].value.trim();
      if (value) asked.set(key, value);
    }
    history.replaceState(null, "", asked.size > 0 ? `#leads?${asked}` : "#leads");
    apply();
  };

  for (const link of document.querySelectorAll("a[data-q]")) {
    link.href = link.dataset.q ? `#leads?${link.dataset.q}` : "#leads";
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) follow();
  });
  form.addEventListener("input", write);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(write));
  more.addEventListener("click", () => show(shown + step));
  // Coming back from a rule or a source leaves the list as it was and where it was.
  const isAside = (address) => /#[rfqs]\d/.test(address);
  addEventListener("hashchange", (event) => {
    if (!isAside(event.oldURL) || location.hash !== applied) follow();
  });
  form.hidden = false;
  apply();
  follow();
})();
